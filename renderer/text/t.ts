import { en } from './en.ts'
import { inLanguage } from './language.ts'
import { sv, type Catalogue } from './sv.ts'

/** The texts in the user's language. */
export const t: Catalogue = inLanguage({ sv, en })
