import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../shared/domain.ts'
import { hasStoreFiles } from '../core/store-files.ts'

type Drawn = Record<Language, { alone: string; sample: string }>

/**
 * The lock of the work store as it was drawn when the program was built, for the page to show before its own program has come; empty
 * where that is not what the page will show: when there is no work store, or it is open.
 * @param bundle the folder of the bundled program
 */
export function firstScreen(bundle: string, stores: string, language: Language, isOpen: boolean): string {
  if (isOpen || !hasStoreFiles(stores, 'work')) return ''
  try {
    const drawn = JSON.parse(readFileSync(join(bundle, 'first-screen.json'), 'utf8')) as Drawn
    return `<div id="first">${drawn[language][hasStoreFiles(stores, 'sample') ? 'sample' : 'alone']}</div>`
  } catch {
    // Without it, as while the program is worked on, the page shows the lock when it comes to it.
    return ''
  }
}
