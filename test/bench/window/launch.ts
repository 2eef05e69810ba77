import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { root } from '../places.ts'
import { electron, switches } from './start.ts'

type Playwright = Pick<typeof import('@playwright/test'), '_electron'>

function isPlaywright(value: unknown): value is Playwright {
  return ((typeof value === 'object' && value !== null) || typeof value === 'function') && '_electron' in value
}

/** Starts the program on a data folder and waits for its page. Playwright is loaded when needed: the other measures do without. */
export async function launch(home: string): Promise<{ app: ElectronApplication; page: Page }> {
  const playwright: unknown = createRequire(join(root, 'package.json'))('@playwright/test')
  if (!isPlaywright(playwright)) throw new Error('Playwright kunde inte laddas')
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const app = await playwright._electron.launch({ executablePath: electron(), args: [...switches(), root], cwd: root, env: { ...env, SPRANGBRADA_HOME: home } })
  const page = await app.firstWindow()
  await page.waitForSelector('input[type=password]')
  return { app, page }
}
