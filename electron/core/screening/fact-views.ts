import type { FactEntry, FactView } from '../../../shared/contract/views.ts'
import { type FactState, type Language, type Origin, SOURCES, type Source } from '../../../shared/domain.ts'
import type { CorrectionValue, StoredCell } from '../cases/facts.ts'
import type { loadCase } from '../cases/cases.ts'
import { layoutFacts } from '../cases/programme-of-intake.ts'
import { storedRow } from '../cases/cases.ts'
import { statedOf } from '../cases/stated.ts'
import { countryOptions } from '../rules/countries.ts'
import { displayValue } from '../rules/sentences.ts'
import type { ManualReasons } from '../rules/judging.ts'
import { type FactDef, single } from '../rules/values.ts'
import { wordings } from '../rules/wording.ts'
import type { Reader } from '../store/database.ts'

type Loaded = ReturnType<typeof loadCase>
type Provenance = Pick<FactEntry, 'source' | 'at' | 'by' | 'reason' | 'origin' | 'ref'>
type Entry = Provenance & Word

/** Every fact of a case with what each source says of it, which word holds and where they differ. */
export function factViews(db: Reader, loaded: Loaded, manual: Record<string, ManualReasons>): FactView[] {
  const { set } = loaded.rules
  const entries = entriesOf(db, loaded)
  return set.data.facts.map(fact => ({ ...viewOf(fact, entries.get(fact.id) ?? [], loaded), manual: manual[fact.id] ?? null }))
}

function viewOf(fact: FactDef, entries: Entry[], { rules, facts }: Loaded): Omit<FactView, 'manual'> {
  const { set } = rules
  const words = wordings[set.language]
  const value = facts[set.factIndex.get(fact.id) ?? -1]
  const sorted = [...entries].sort((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source))
  const known = new Set(sorted.map(e => (e.state === 'known' ? JSON.stringify(e.value) : e.state)))
  return {
    id: fact.id, label: fact.label, section: fact.section, type: fact.type, unit: fact.unit ?? null,
    state: value === undefined ? 'unknown' : value === null ? 'none' : 'known', value: single(value) ?? null,
    display: value === undefined ? words.unknown : value === null ? words.none : displayValue(fact, value, set.language),
    source: sorted[0]?.source ?? null, entries: sorted.map((e, i) => ({ ...e, holds: i === 0 })), differs: known.size > 1,
    editable: fact.editable ?? false, canBeNone: fact.canBeNone ?? fact.empty === null, options: optionsOf(fact, set.language), usedByRules: set.usedBy.get(fact.id) ?? [],
  }
}

function optionsOf(fact: FactDef, language: Language): FactView['options'] {
  if (fact.type === 'country') return fact.editable ? countryOptions(language) : null
  return fact.values ? Object.entries(fact.values).map(([value, label]) => ({ value, label })) : null
}

function entriesOf(db: Reader, { row, rules, intake }: Loaded): Map<string, Entry[]> {
  const out = new Map<string, Entry[]>()
  const put = (id: string, entry: Entry) => {
    const list = out.get(id)
    if (list) list.push(entry)
    else out.set(id, [entry])
  }
  const names = new Map(db.all<{ id: number; name: string }>('SELECT id, name FROM caseworker').map(c => [c.id, c.name]))
  const originOf = (source: Source, seq: number): Provenance => {
    const entry = db.get<{ at: string; by: number }>('SELECT at, by FROM journal WHERE seq = ?', seq)
    return { source, at: entry?.at ?? null, by: names.get(entry?.by ?? 0) ?? null, reason: null, origin: null, ref: null }
  }
  const fromRow = (source: Source, seq: number | null) => {
    if (seq === null) return
    const stored = storedRow(db, seq)
    const origin = originOf(source, seq)
    layoutFacts(db, stored.layout).forEach((id, i) => {
      const fact = rules.set.factById.get(id)
      const entry = fact ? cellEntry(fact, stored.cells[i], rules.set.language) : null
      if (entry) put(id, { ...origin, ...entry })
    })
  }
  fromRow('application', row.application_seq)
  fromRow('migration-agency', row.permits_seq)
  fromRow('register', row.register_seq)
  const corrections = db.all<{ fact: string; value: string; reason: string; origin: Origin; at: string; by: number }>('SELECT fact, value, reason, origin, at, by FROM correction WHERE application = ?', row.id)
  for (const c of corrections) {
    const fact = rules.set.factById.get(c.fact)
    const value = JSON.parse(c.value) as CorrectionValue
    const origin: Provenance = { source: 'caseworker', at: c.at, by: names.get(c.by) ?? null, reason: c.reason, origin: c.origin, ref: null }
    if (fact) put(c.fact, { ...origin, ...wordEntry(fact, value, rules.set.language) })
  }
  for (const s of statedOf(db, row.id)) {
    const fact = rules.set.factById.get(s.fact)
    if (fact) put(s.fact, { source: s.source, at: s.at, by: names.get(s.by) ?? null, reason: null, origin: null, ref: s.ref, ...wordEntry(fact, s.value, rules.set.language) })
  }
  for (const [id, value] of [['evaluation.date', intake.evaluation_date], ['place.start', intake.place_start], ['place.end', intake.place_end]] as const) {
    put(id, { source: 'intake', at: null, by: null, reason: null, origin: null, ref: null, state: 'known', value, display: value })
  }
  return out
}

type Word = Pick<FactEntry, 'display'> & FactState

function wordEntry(fact: FactDef, value: CorrectionValue, language: Language): Word {
  return typeof value === 'object' ? { state: 'none', display: wordings[language].none } : { state: 'known', value, display: displayValue(fact, value, language) }
}

function cellEntry(fact: FactDef, cell: StoredCell | undefined, language: Language): Word | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'object') return { state: 'unreadable', text: cell['?'], display: wordings[language].unreadable(cell['?']) }
  return { state: 'known', value: cell, display: displayValue(fact, cell, language) }
}
