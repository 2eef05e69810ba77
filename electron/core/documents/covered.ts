import { Fault } from '../../../shared/fault.ts'
import { loadFonts } from './assets.ts'
import { coverageOf } from './coverage.ts'

type Covered = (codePoint: number) => boolean
let coverage: Promise<Covered> | undefined

/** Tells of a code point whether what is printed can show it. Throws Fault form-failed when the fonts are missing; asked again, they are looked for again. */
export async function fontCoverage(): Promise<Covered> {
  coverage ??= loadFonts().then(coverageOf)
  return coverage.catch(() => {
    coverage = undefined
    throw new Fault('form-failed', { detail: 'typsnitten saknas' })
  })
}
