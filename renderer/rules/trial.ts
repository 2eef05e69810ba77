import type { ExampleText, FactText, GivenFact, RuleBookView } from '../../shared/contract/rules.ts'
import type { FactScalar } from '../../shared/domain.ts'
import { isDay } from '../components/dates.ts'
import { t } from '../text/t.ts'

export type FactChoice = 'usual' | 'unknown' | 'none' | 'value'
/** A fact as it stands in the form: left out, unknown, none, or what has been typed or chosen. */
export type FactDraft = { choice: FactChoice; text: string; items: string[] }
export type Drafts = Record<string, FactDraft>
export const leftOut: FactDraft = { choice: 'usual', text: '', items: [] }

type TrialFact = Pick<FactText, 'id' | 'type' | 'list' | 'options' | 'canBeNone' | 'usual'>
type Read = { ok: true; given: GivenFact } | { ok: false; error: string }

// What the core calls these, in either language: a programme without English words is told in Swedish in an English window too.
const UNKNOWN: ReadonlySet<string> = new Set(['okänt', 'not known'])
const NONE: ReadonlySet<string> = new Set(['finns inte', 'does not exist'])

/** What can be said of a fact besides a value. What leaving it out already means is not offered twice. */
export function choicesOf(fact: TrialFact): FactChoice[] {
  return ['usual', ...(UNKNOWN.has(fact.usual) ? [] : ['unknown' as const]), ...(fact.canBeNone && !NONE.has(fact.usual) ? ['none' as const] : []), 'value']
}

/** A draft after somebody has typed: an emptied field is left out again. */
export function typed(text: string): FactDraft {
  return text === '' ? leftOut : { choice: 'value', text, items: [] }
}

/** A draft of a fact with a value from an example. */
export function draftOf(value: GivenFact): FactDraft {
  if (value === null) return { ...leftOut, choice: 'none' }
  if (Array.isArray(value)) return { choice: 'value', text: '', items: value.map(textOf) }
  return { choice: 'value', text: textOf(value), items: [] }
}
const textOf = (value: FactScalar) => (typeof value === 'number' ? String(value).replace('.', ',') : String(value))

/** The form as an example has it: the usual facts, its own over them, and those it calls unknown. */
export function draftsOf(usual: RuleBookView['usual'], example?: Pick<ExampleText, 'values' | 'unknown'>): Drafts {
  const given = { ...usual, ...example?.values }
  return {
    ...Object.fromEntries(Object.entries(given).map(([id, value]) => [id, draftOf(value)])),
    ...Object.fromEntries((example?.unknown ?? []).map(id => [id, { ...leftOut, choice: 'unknown' as const }])),
  }
}

/** A draft's value as the core takes it, or what is wrong with it. Only for drafts that say a value or none. */
export function readFact(fact: TrialFact, draft: FactDraft): Read {
  if (draft.choice === 'none') return { ok: true, given: null }
  if (!fact.list) return readOne(fact, draft.text)
  const items: FactScalar[] = []
  for (const item of draft.items) {
    const read = readOne(fact, item)
    if (!read.ok || read.given === null || Array.isArray(read.given)) return read.ok ? { ok: false, error: t.rules.try.errors.missing } : read
    items.push(read.given)
  }
  return { ok: true, given: items }
}

function readOne(fact: TrialFact, written: string): Read {
  const errors = t.rules.try.errors
  const text = written.trim()
  if (text === '') return { ok: false, error: errors.missing }
  if (fact.options && fact.type !== 'boolean') return fact.options.some(o => o.value === text) ? { ok: true, given: text } : { ok: false, error: errors.option }
  switch (fact.type) {
    case 'date': return isDay(text) ? { ok: true, given: text } : { ok: false, error: t.common.dateInvalid }
    case 'boolean': return text === 'true' || text === 'false' ? { ok: true, given: text === 'true' } : { ok: false, error: errors.option }
    case 'number': {
      const digits = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.').replace('\u2212', '-')
      return /^-?\d+(\.\d+)?$/.test(digits) ? { ok: true, given: Number(digits) } : { ok: false, error: errors.number }
    }
    case 'word': case 'country': case 'text': return { ok: true, given: text }
  }
}

export type Trial = { facts: Record<string, GivenFact>; unknown: string[]; errors: Record<string, string> }
/** The whole form as a question to the core. What cannot be read is told at its field and asked as if left out. */
export function trialOf(facts: readonly TrialFact[], drafts: Drafts): Trial {
  const trial: Trial = { facts: {}, unknown: [], errors: {} }
  for (const fact of facts) {
    const draft = drafts[fact.id] ?? leftOut
    if (draft.choice === 'usual') continue
    if (draft.choice === 'unknown') {
      trial.unknown.push(fact.id)
      continue
    }
    const read = readFact(fact, draft)
    if (read.ok) trial.facts[fact.id] = read.given
    else trial.errors[fact.id] = read.error
  }
  return trial
}

/** How many of a version's facts have been said something of. */
export function givenCount(facts: readonly TrialFact[], drafts: Drafts): number {
  return facts.filter(f => (drafts[f.id] ?? leftOut).choice !== 'usual').length
}
