import type { Language } from '../../shared/domain.ts'
import * as english from './text.en.ts'
import * as swedish from './text.sv.ts'

export { appName } from './text.sv.ts'
/** Each language by its own name, so that whoever has landed in the wrong one finds the way back. */
export const languageNames: Record<Language, string> = { sv: 'Svenska', en: 'English' }

const both = { sv: swedish, en: english }
let now: Language = 'sv'

/** The shell's texts in a language. */
export function textIn(language: Language) {
  const { menuText: menu, aboutText: about, dialogText: dialogs, failureText: failures } = both[language]
  return { menu, about, dialogs, failures }
}

/** The language that dialogs and messages are in from now on. */
export function speak(language: Language): void {
  now = language
}

/** The shell's texts in the language of the moment; Swedish until the settings have been read. */
export const shellText = () => textIn(now)
