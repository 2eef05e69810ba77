import type { UndoableView } from '../../../shared/contract/judging.ts'
import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import type { Origin } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationRow } from '../cases/cases.ts'
import { consentRow } from '../cases/consent.ts'
import type { CorrectionValue } from '../cases/facts.ts'
import type { ConfirmedBody, CorrectionState, EstablishedState, LightBody, UndoneBody } from '../cases/light-appliers.ts'
import { pendingOf } from '../cases/pending.ts'
import { ruleSetById } from '../cases/programme-of-intake.ts'
import type { Context } from '../context.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Reader, Row } from '../store/database.ts'
import { FILE_ROWS, noFileRow } from '../store/file-rows.ts'
import type { EntryKind } from '../store/journal.ts'
import { changeCase } from './change-case.ts'
import { type Body, sentenceOf } from './history.ts'

/** Steps that their own caseworker may take back. */
const STEPS: readonly EntryKind[] = ['fact.corrected', 'fact.withdrawn', 'light.established', 'light.overridden', 'light.held']
/** What else changes the facts or the light of a case: no step before it is taken back, since what it rested on is another now. */
const BARS: readonly EntryKind[] = [
  ...FILE_ROWS, 'fact.stated', 'fact.unstated', 'consent.withdrawn', 'consent.given', 'person.parted', 'case.rejudged', 'light.confirmed', 'light.returned', 'decision.made',
]
type Entry = Row & { seq: number; at: string; by: number; kind: EntryKind; body: string }
type Step = { entry: Entry; earlier: Entry[] }

/** Takes the present caseworker's latest step in a case back. What others have done is never undone. Throws Fault undo-nothing. */
export function undoLast(context: Context, input: OperationParsed<'screening.undoLast'>): CaseView {
  const { store } = context
  return changeCase(context, input, row => {
    const step = lastOwnStep(store.read, row, store.caseworkerId)
    if (!step) throw new Fault('undo-nothing')
    store.record({ kind: 'step.undone', application: row.id, body: JSON.stringify(undoneBody(step)) })
  })
}

/** What `undoLast` would take back, or null. */
export function undoableIn(db: Reader, row: ApplicationRow, set: RuleSet, caseworker: number): UndoableView | null {
  const step = lastOwnStep(db, row, caseworker)
  return step ? { seq: step.entry.seq, text: sentenceOf(step.entry.kind, JSON.parse(step.entry.body) as Body, set) } : null
}

function lastOwnStep(db: Reader, row: ApplicationRow, caseworker: number): Step | null {
  if (row.decided === 1) return null
  // Rows of files hold much and are not looked into; only where they stand matters.
  const kinds = JSON.stringify([...STEPS, ...BARS, 'step.undone'])
  const entries = db.all<Entry>(
    `SELECT seq, at, by, kind, CASE WHEN ${noFileRow('kind')} THEN body ELSE '{}' END AS body FROM journal
     WHERE application = ? AND kind IN (SELECT value FROM json_each(?)) AND body IS NOT NULL ORDER BY seq`, row.id, kinds,
  )
  const undone = new Set(entries.flatMap(e => (e.kind === 'step.undone' ? [(JSON.parse(e.body) as UndoneBody).undone] : [])))
  const at = entries.findLastIndex(e => e.kind !== 'step.undone' && !undone.has(e.seq))
  const entry = entries[at]
  if (!entry || entry.by !== caseworker || !STEPS.includes(entry.kind) || !stands(db, row, entry)) return null
  return { entry, earlier: entries.slice(0, at) }
}

/** Whether a step is what its table shows now. */
function stands(db: Reader, row: ApplicationRow, { kind, seq, body }: Entry): boolean {
  if (kind === 'light.held') return pendingOf(db, row.id)?.seq === seq
  if (kind === 'light.established' || kind === 'light.overridden') return row.established_seq === seq
  const { fact } = JSON.parse(body) as { fact: string }
  // A person's word about consent is taken back by another such word, never by a key.
  if (!ruleSetById(db, row.rule_set).set.factById.get(fact)?.editable || (fact.startsWith('consent.') && consentRow(db, row.id))) return false
  const correction = db.value('SELECT seq FROM correction WHERE application = ? AND fact = ?', row.id, fact)
  return kind === 'fact.corrected' ? correction === seq : correction === undefined
}

function undoneBody({ entry: { seq, kind, body }, earlier }: Step): UndoneBody {
  const said = JSON.parse(body) as Record<string, unknown>
  if (kind === 'light.held') return { undone: seq, kind, light: Number(said['light']) }
  if (kind === 'light.established' || kind === 'light.overridden') return { undone: seq, kind, light: Number(said['light']), before: establishedBefore(earlier), cleared: (JSON.parse(body) as LightBody).cleared }
  const fact = String(said['fact'])
  return { undone: seq, kind: kind === 'fact.corrected' ? kind : 'fact.withdrawn', fact, before: correctionBefore(earlier, fact) }
}

/** The correction of a fact as the entries left it. */
function correctionBefore(entries: readonly Entry[], fact: string): CorrectionState | null {
  let state: CorrectionState | null = null
  for (const { seq, at, by, kind, body } of entries) {
    const said = JSON.parse(body) as { fact?: string; value?: CorrectionValue; origin?: Origin; reason?: string; before?: CorrectionState | null }
    if (kind === 'application.added') state = null
    if (said.fact !== fact) continue
    if (kind === 'fact.corrected' && said.value !== undefined) state = { value: said.value, origin: said.origin ?? 'assessment', reason: said.reason ?? '', at, by, seq }
    else if (kind === 'fact.withdrawn') state = null
    else if (kind === 'step.undone') state = said.before ?? null
  }
  return state
}

/** The light that was established as the entries left it. */
function establishedBefore(entries: readonly Entry[]): EstablishedState | null {
  let state: EstablishedState | null = null
  for (const { seq, at, by, kind, body } of entries) {
    if (kind === 'application.added') state = null
    else if (kind === 'light.established' || kind === 'light.overridden') {
      const { light, ruleSet } = JSON.parse(body) as LightBody
      state = { light, at, by, ruleSet, seq, overridden: kind === 'light.overridden' ? 1 : 0 }
    } else if (kind === 'light.confirmed') {
      const { light, ruleSet, override, by: author } = JSON.parse(body) as ConfirmedBody
      state = { light, at, by: author, ruleSet, seq, overridden: override ? 1 : 0 }
    } else if (kind === 'step.undone') {
      const undone = JSON.parse(body) as UndoneBody
      if (undone.kind === 'light.established' || undone.kind === 'light.overridden') state = undone.before
    }
  }
  return state
}
