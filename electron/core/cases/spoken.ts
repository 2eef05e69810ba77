import { AsyncLocalStorage } from 'node:async_hooks'
import type { Language } from '../../../shared/domain.ts'
import { folders } from '../programmes/folders.ts'
import { programmeOf } from '../programmes/programmes.ts'
import { ENGLISH_FILE, type EnglishTexts, inEnglish } from '../rules/english.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { type Wording, wordings } from '../rules/wording.ts'
import type { Reader } from '../store/database.ts'
import { programmeIn } from './programmes-in-store.ts'

const storage = new AsyncLocalStorage<Language>()

/** Runs an operation for somebody who reads a language: what it words for the screen is in it. What it stores or prints is Swedish all the same. */
export function speaking<T>(language: Language, run: () => T): T {
  return storage.run(language, run)
}

/** The language of the operation that runs; Swedish where nobody has asked for another. */
export const spoken = (): Language => storage.getStore() ?? 'sv'

/** The joining words of the operation's language. */
export const wording = (): Wording => wordings[spoken()]

/** A programme's words in English, when the operation is in English; null otherwise. One read from a file without any takes those of its namesake. */
export function englishTexts(db: Reader, programme: string): EnglishTexts | null {
  if (spoken() !== 'en') return null
  return programmeIn(db, programme).english ?? (folders[programme]?.[ENGLISH_FILE] ? programmeOf(programme).english : null)
}

const known = new WeakMap<RuleSet, { texts: EnglishTexts; set: RuleSet | null }>()

/** A rule set in the language of the operation, where it is wholly known in it; else as it is. For showing only: nothing is stored with it. */
export function worded(db: Reader, set: RuleSet): RuleSet {
  const texts = englishTexts(db, set.data.programme)
  if (texts === null) return set
  let found = known.get(set)
  if (found?.texts !== texts) known.set(set, (found = { texts, set: inEnglish(set, texts) }))
  return found?.set ?? set
}
