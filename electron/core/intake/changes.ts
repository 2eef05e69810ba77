import { createHash } from 'node:crypto'
import type { CaseChange, Changes, FieldChange, VanishedCase } from '../../../shared/contract/changes.ts'
import type { Source } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { lightOf, storedRow } from '../cases/cases.ts'
import type { StoredCell } from '../cases/facts.ts'
import { layoutFacts, type ScreeningRules } from '../cases/programme-of-intake.ts'
import { worded } from '../cases/spoken.ts'
import { wordings } from '../rules/wording.ts'
import { displayValue } from '../rules/sentences.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** The entries that a stored case rested on before its rows changed; null where there was none, absent where nothing changed. */
export type Before = { application?: number | null; register?: number | null; permits?: number | null }
/** Stored cases that are being changed, by row id. */
export type Touched = Map<number, Before>

type State = { proposed: number; changed: number; established: number | null }
export type States = ReadonlyMap<number, State>
const MOST_SHOWN = 500

/** Remembers what a case rested on the first time one of its rows changes. */
export function touch(touched: Touched, id: number, kind: keyof Before, seq: number | null): void {
  const known = touched.get(id)
  if (!known) touched.set(id, { [kind]: seq })
  else if (known[kind] === undefined) known[kind] = seq
}

/** The lights of cases as they are now. */
export function statesOf(db: Reader, ids: Iterable<number>): Map<number, State> {
  const states = new Map<number, State>()
  for (const id of ids) {
    const row = db.get<Row & State>('SELECT proposed, changed, established FROM application WHERE id = ?', id)
    if (row) states.set(id, row)
  }
  return states
}

/** Writes down which lights that nobody has established are others than before, and which are back where they were, so that somebody looks at the former. */
export function recordMoved(store: Store, before: States): void {
  const moved = [...before].flatMap(([id, { proposed, established }]): [number, number | null][] => {
    const now = store.write.get<Row & { proposed: number; moved_from: number | null }>('SELECT proposed, moved_from FROM application WHERE id = ?', id)
    if (!now || established !== null || now.proposed === proposed) return []
    return [[id, now.moved_from === now.proposed ? null : now.moved_from ?? proposed]]
  })
  if (moved.length > 0) store.record({ kind: 'lights.moved', body: JSON.stringify({ moved }) })
}

type Named = Row & { id: number; application_id: string; given_name: string; family_name: string; protected: number; proposed: number; established: number | null; changed: number; decided: number; application_seq: number; register_seq: number | null; permits_seq: number | null }
const NAMED = 'SELECT id, application_id, given_name, family_name, protected, proposed, established, changed, decided, application_seq, register_seq, permits_seq FROM application WHERE id = ?'

/** What became of stored cases, light-changing ones first; `before` are their lights from before they were screened again. */
export function describeChanges(db: Reader, rules: ScreeningRules, touched: Touched, before: States, missing: { vanished: readonly number[]; returned: readonly number[]; refusing: readonly number[] }): Changes {
  const moved: { id: number; from: number; to: number; unsettles: boolean }[] = []
  const others: number[] = []
  for (const id of touched.keys()) {
    const then = before.get(id)
    const now = db.get<Row & State>('SELECT proposed, changed, established FROM application WHERE id = ?', id)
    if (!then || !now) continue
    const unsettles = now.changed === 1 && then.changed === 0
    if (now.proposed !== then.proposed || unsettles) moved.push({ id, from: then.proposed, to: now.proposed, unsettles })
    else if (others.length < MOST_SHOWN) others.push(id)
  }
  moved.sort((a, b) => a.id - b.id)
  const shown = [...moved.slice(0, MOST_SHOWN).map(m => m.id), ...others].slice(0, MOST_SHOWN)
  return {
    cases: touched.size, lights: moved.length,
    list: shown.flatMap(id => changeOf(db, rules, id, touched.get(id) ?? {}, before.get(id))),
    vanished: { count: missing.vanished.length, list: missing.vanished.slice(0, MOST_SHOWN).flatMap(id => vanishedCase(db, id)) },
    refusing: { count: missing.refusing.length, list: missing.refusing.slice(0, MOST_SHOWN).flatMap(id => vanishedCase(db, id)) },
    returned: missing.returned.length,
    seen: createHash('sha256').update(moved.map(m => `${m.id}:${m.from}:${m.to}:${m.unsettles ? 1 : 0}`).join('\n')).digest('hex'),
  }
}

/** Nothing that changes a light of a stored case is kept before somebody has been shown it. Throws Fault intake-changes-unseen. */
export function requireSeen(changes: Changes, seen: string | undefined): void {
  if (changes.lights > 0 && changes.seen !== seen) throw new Fault('intake-changes-unseen', { count: changes.lights })
}

function changeOf(db: Reader, rules: ScreeningRules, id: number, rested: Before, then: State | undefined): CaseChange[] {
  const row = db.get<Named>(NAMED, id)
  if (!row || !then) return []
  return [{
    caseId: id, applicationId: row.application_id, name: nameOf(row), protected: row.protected === 1,
    from: lightOf(then.proposed), to: lightOf(row.proposed), unsettles: row.changed === 1 && then.changed === 0, decided: row.decided === 1,
    fields: row.protected === 1 ? [] : [
      ...fieldsOf(db, rules, 'application', rested.application, row.application_seq), ...fieldsOf(db, rules, 'register', rested.register, row.register_seq),
      ...fieldsOf(db, rules, 'migration-agency', rested.permits, row.permits_seq),
    ],
  }]
}

function vanishedCase(db: Reader, id: number): VanishedCase[] {
  const row = db.get<Named>(NAMED, id)
  return row ? [{ caseId: id, applicationId: row.application_id, name: nameOf(row), protected: row.protected === 1, light: lightOf(row.established ?? row.proposed), decided: row.decided === 1 }] : []
}

const nameOf = (row: Named) => (row.protected === 1 ? '' : `${row.given_name} ${row.family_name}`.trim())

function fieldsOf(db: Reader, rules: ScreeningRules, source: Source, before: number | null | undefined, after: number | null): FieldChange[] {
  if (before === undefined || before === after) return []
  const set = worded(db, rules.set)
  const then = cellsOf(db, before)
  const now = cellsOf(db, after)
  return [...new Set([...then.keys(), ...now.keys()])].flatMap(id => {
    const fact = set.factById.get(id)
    const show = (cell: StoredCell | undefined) => (cell === null || cell === undefined ? wordings[set.language].missing : typeof cell === 'object' ? cell['?'] : fact ? displayValue(fact, cell, set.language) : String(cell))
    const change = { fact: id, label: fact?.label ?? id, source, before: show(then.get(id)), after: show(now.get(id)) }
    return change.before === change.after ? [] : [change]
  })
}

function cellsOf(db: Reader, seq: number | null): Map<string, StoredCell> {
  if (seq === null) return new Map()
  const row = storedRow(db, seq)
  return new Map(layoutFacts(db, row.layout).map((fact, i) => [fact, row.cells[i] ?? null]))
}
