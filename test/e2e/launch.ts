import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, _electron, type ElectronApplication, type Page, type Request } from '@playwright/test'
import { electronPath } from '../../build/electron-path.mjs'
import { storeEnvironment } from '../../build/setup.mjs'
import { electronSwitches } from '../../build/setup/electron-switches.mjs'
import { root } from '../../build/setup/places.mjs'

export type Launched = {
  app: ElectronApplication
  page: Page
  /** The program's data folder; made for this run, or the one that was given. */
  home: string
  /** Errors and warnings that the page has written to its console so far. A test that provokes some takes them out. */
  complaints: string[]
  /** Requests of the page for anything but its own files, also those that were stopped. */
  foreignRequests: Request[]
  /** Ends the program and asserts that the page never complained and that nothing was asked of any network. Removes a folder made for this run. */
  close(): Promise<void>
}
export type LaunchOptions = { home?: string; env?: Record<string, string> }

/** Starts the bundled program on an empty data folder of its own and waits until its window shows the page. */
export async function launchApp({ home: given, env = {} }: LaunchOptions = {}): Promise<Launched> {
  const home = given ?? (await mkdtemp(join(tmpdir(), 'sprangbrada-prov-')))
  // Named by its folder and not as executablePath: only so does Playwright hold back the program's start until it is attached. A window
  // that opens while it attaches leaves the launch waiting for ever, now and then.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(electronPath())
  const app = await _electron.launch({
    args: [...electronSwitches(), '--disable-gpu', root],
    cwd: root,
    // The program itself says whether it is light or dark.
    colorScheme: null,
    env: { ...textOnly(storeEnvironment()), SPRANGBRADA_HOME: home, ...env },
  })
  const complaints: string[] = []
  const foreignRequests: Request[] = []
  app.context().on('request', request => {
    if (!request.url().startsWith('sprangbrada://app/')) foreignRequests.push(request)
  })
  app.context().on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  app.context().on('weberror', error => complaints.push(error.error().message))
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')

  async function close(): Promise<void> {
    await app.close()
    if (given === undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 })
    expect(complaints).toEqual([])
    expect(foreignRequests.map(request => request.url())).toEqual([])
  }
  return { app, page, home, complaints, foreignRequests, close }
}

function textOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
