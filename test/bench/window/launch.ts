import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { root } from '../places.ts'
import { electron, switches } from './start.ts'

type Playwright = Pick<typeof import('@playwright/test'), '_electron'>

function isPlaywright(value: unknown): value is Playwright {
  return ((typeof value === 'object' && value !== null) || typeof value === 'function') && '_electron' in value
}

/** Playwright has Chromium keep the memory its processes share in files of the temporary folder; on the disk those would wait for whatever else is being written there. */
const SHARED = '/dev/shm'

/** Starts the program on a data folder and waits for its page. Playwright is loaded when needed: the other measures do without. */
export async function launch(home: string): Promise<{ app: ElectronApplication; page: Page }> {
  const playwright: unknown = createRequire(join(root, 'package.json'))('@playwright/test')
  if (!isPlaywright(playwright)) throw new Error('Playwright kunde inte laddas')
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  // Named by its folder: with executablePath the start is not held back while Playwright attaches, and now and then it waits for ever.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(electron())
  const app = await playwright._electron.launch({ args: [...switches(), root], colorScheme: null, cwd: root, env: { ...env, ...(existsSync(SHARED) ? { TMPDIR: SHARED } : {}), SPRANGBRADA_HOME: home } })
  const page = await app.firstWindow()
  await page.waitForSelector('input[type=password]')
  return { app, page }
}
