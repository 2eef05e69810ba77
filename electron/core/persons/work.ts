import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { JoinReport } from '../../../shared/contract/persons.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById, type ApplicationRow } from '../cases/cases.ts'
import { personOf } from '../cases/person-of.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import { screenCase } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import type { Reader } from '../store/database.ts'
import type { EntryKind } from '../store/journal.ts'
import { change } from '../store/store.ts'
import type { PartedBody, VerdictBody } from './appliers.ts'
import { rowsOfJoining } from './taken-back.ts'

type Verdict = OperationParsed<'persons.join'>
type Pair = readonly [ApplicationRow, ApplicationRow]

/** Says that two applications are one person's. Throws Fault reason-missing, person-already-one, or person-told-apart where somebody has said otherwise of the two persons. */
export function joinPersons(context: Context, input: Verdict): JoinReport {
  return answer(context, input, (db, pair) => {
    if (areOne(db, pair)) throw new Fault('person-already-one')
    if (toldApart(db, pair)) throw new Fault('person-told-apart')
    record(context, 'person.joined', pair, input.reason)
  })
}

/** Says that two applications are two persons'; the pair is not offered again. Throws Fault reason-missing, person-already-one or person-told-apart. */
export function tellApart(context: Context, input: Verdict): JoinReport {
  return answer(context, input, (db, pair) => {
    if (areOne(db, pair)) throw new Fault('person-already-one')
    if (toldApart(db, pair)) throw new Fault('person-told-apart')
    record(context, 'person.told-apart', pair, input.reason)
  })
}

/**
 * Takes back what was said of two applications. Where that was a joining, extract rows that came through it leave the cases, which are evaluated again.
 * Throws Fault reason-missing or person-no-verdict.
 */
export function partPersons(context: Context, input: Verdict): JoinReport {
  return answer(context, input, (db, pair) => {
    const ids = [Math.min(input.id, input.other), Math.max(input.id, input.other)] as const
    const verdict = db.value('SELECT verdict FROM same_person WHERE a = ? AND b = ?', ...ids)
    if (verdict === undefined) throw new Fault('person-no-verdict')
    if (verdict === 'other') {
      record(context, 'person.reopened', pair, input.reason)
      return []
    }
    const takenBack = rowsOfJoining(db, ids)
    record(context, 'person.parted', pair, input.reason, takenBack)
    return takenBack
  })
}

function answer(context: Context, { id, other, reason }: Verdict, work: (db: Reader, pair: Pair) => PartedBody['takenBack'] | void): JoinReport {
  const { store } = context
  if (reason === '') throw new Fault('reason-missing')
  if (id === other) throw new Fault('person-already-one')
  const moved = change(store, () => {
    const pair = [applicationById(store.write, id), applicationById(store.write, other)] as const
    const takenBack = work(store.write, pair) ?? []
    for (const application of new Set(takenBack.map(each => each.application))) screenCase(store, applicationById(store.write, application).intake, application)
    return takenBack
  })
  for (const each of new Set([...personOf(store.read, id), ...personOf(store.read, other)])) context.changed({ what: 'cases', intakeId: applicationById(store.read, each).intake, caseId: each })
  return { takenBack: moved.length }
}

const areOne = (db: Reader, [a, b]: Pair) => personOf(db, a.id).includes(b.id)

/** Whether somebody has said that the two are not one, of whichever of their applications. */
function toldApart(db: Reader, [a, b]: Pair): boolean {
  const [mine, theirs] = [JSON.stringify(personOf(db, a.id)), JSON.stringify(personOf(db, b.id))]
  const said = `SELECT 1 FROM same_person WHERE verdict = 'other' AND a IN (SELECT value FROM json_each(?)) AND b IN (SELECT value FROM json_each(?))`
  return db.value(said, mine, theirs) !== undefined || db.value(said, theirs, mine) !== undefined
}

/** One entry for each of the two, so that it stands in both histories. */
function record({ store }: Context, kind: EntryKind, [a, b]: Pair, reason: string, takenBack: PartedBody['takenBack'] = []): void {
  const write = (of: ApplicationRow, other: ApplicationRow) => {
    const body: VerdictBody = { other: other.id, applicationId: other.application_id, intake: intakeById(store.write, other.intake).name, reason }
    const parted: PartedBody = { ...body, takenBack: of.id < other.id ? takenBack : [] }
    store.record({ kind, application: of.id, body: JSON.stringify(kind === 'person.parted' ? parted : body) })
  }
  write(a, b)
  write(b, a)
}
