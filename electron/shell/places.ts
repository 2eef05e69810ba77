import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { app } from 'electron'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import type { CoreConfig } from '../core/core.ts'
import { storePlaceProblem } from './store-place.ts'
import { shellText } from './text.ts'

export type Places = {
  /** Why the program cannot keep its data here, as a sentence; null when it can. */
  problem: string | null
  /** Everything of the program that changes: the stores, the log, the window's place. */
  home: string
  /** The window's files, the only ones that the own scheme serves. */
  renderer: string
  preload: string
  coreScript: string
  core: Omit<CoreConfig, 'role'>
}

/**
 * Settles where the program keeps its data, before anything reads it. On Windows that is the local profile: the roaming one is
 * copied between computers at every log-on. SPRANGBRADA_HOME names another folder.
 * @param bundle the folder of the bundled program
 */
export function settlePlaces(bundle: string): Places {
  const local = process.env['LOCALAPPDATA']
  const home = process.env['SPRANGBRADA_HOME'] || (process.platform === 'win32' && local ? join(local, 'Sprangbrada') : app.getPath('userData'))
  const problem = homeProblem(home)
  if (problem === null) {
    app.setPath('userData', home)
    app.setPath('sessionData', join(home, 'fonster'))
  }
  return {
    problem,
    home,
    renderer: join(bundle, 'renderer'),
    preload: join(bundle, 'preload.cjs'),
    coreScript: join(bundle, 'core.cjs'),
    core: { folder: join(home, 'lager'), assets: bundle },
  }
}

function homeProblem(home: string): string | null {
  const roots = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap(name => process.env[name] ?? [])
  const refusal = faultSentence({ code: 'store-place-refused', params: {} })
  // Looked at before anything is made there, and again as what it really is when links are followed.
  if (!isAbsolute(home) || storePlaceProblem(home, roots) !== null) return refusal
  try {
    mkdirSync(home, { recursive: true })
    accessSync(home, constants.R_OK | constants.W_OK)
    return storePlaceProblem(realpathSync.native(home), roots) === null ? null : refusal
  } catch {
    return shellText().failures.homeUnwritable
  }
}
