import { sv, type Catalogue } from './sv.ts'

/** The texts in the user's language. */
export const t: Catalogue = sv
