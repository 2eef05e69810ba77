import type { FileCounts, IntakeFileView, IntakeView, LightCounts } from '../../../shared/contract/views.ts'
import type { FileKind } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import type { Context } from '../context.ts'
import { programmeIn, programmesIn } from '../cases/programmes-in-store.ts'
import type { Reader, Row } from '../store/database.ts'
import { change } from '../store/store.ts'
import { lightOf } from '../cases/cases.ts'
import { intakeById, type IntakeRow } from '../cases/programme-of-intake.ts'
import type { IntakeFields } from './appliers.ts'

/** All intakes with their counts, newest evaluation date first. */
export function listIntakes({ store }: Context): IntakeView[] {
  return store.read.all<IntakeRow>('SELECT id, programme, name, evaluation_date, place_start, place_end, rule_set FROM intake ORDER BY evaluation_date DESC, id DESC').map(row => viewOf(store.read, row))
}

/** The intakes that the programmes know and the store does not have yet. */
export function suggestIntakes({ store }: Context): IntakeFields[] {
  const taken = new Set(store.read.all<{ name: string }>('SELECT name FROM intake').map(r => r.name))
  return programmesIn(store.read).flatMap(({ programme }) => programme.intakes.map(i => ({ programme: programme.id, ...i }))).filter(i => !taken.has(i.name))
}

/** Creates an intake; the rules of its evaluation date are stored with it. Throws Fault intake-name-taken, intake-dates or programme-no-version. */
export function createIntake(context: Context, fields: IntakeFields): IntakeView {
  const { store } = context
  check(store.read, fields, null)
  const id = change(store, () => {
    const next = Number(store.write.value('SELECT coalesce(max(id), 0) + 1 FROM intake'))
    store.record({ kind: 'intake.created', body: JSON.stringify({ id: next, fields, rules: rulesFor(store.read, fields) }) })
    return next
  })
  context.changed({ what: 'intakes', intakeId: id })
  return viewOf(store.read, intakeById(store.read, id))
}

/** Changes an intake. Its dates and programme are fixed once applications have been taken in. */
export function updateIntake(context: Context, { id, ...fields }: IntakeFields & { id: number }): IntakeView {
  const { store } = context
  const before = intakeById(store.read, id)
  check(store.read, fields, id)
  const moved = before.programme !== fields.programme || before.evaluation_date !== fields.evaluationDate || before.place_start !== fields.placeStart || before.place_end !== fields.placeEnd || before.name !== fields.name
  if (moved && store.read.value('SELECT 1 FROM application WHERE intake = ? LIMIT 1', id) !== undefined) throw new Fault('intake-has-cases')
  if (!moved) return viewOf(store.read, before)
  change(store, () => store.record({ kind: 'intake.updated', body: JSON.stringify({ id, fields, rules: rulesFor(store.read, fields) }) }))
  context.changed({ what: 'intakes', intakeId: id })
  return viewOf(store.read, intakeById(store.read, id))
}

const rulesFor = (db: Reader, fields: IntakeFields) => programmeIn(db, fields.programme).on(fields.evaluationDate).data

function check(db: Reader, fields: IntakeFields, self: number | null): void {
  if (!programmeIn(db, fields.programme).screens) throw new Fault('programme-no-intake', { programme: programmeIn(db, fields.programme).title })
  rulesFor(db, fields)
  if (!(fields.evaluationDate <= fields.placeStart && fields.placeStart < fields.placeEnd)) throw new Fault('intake-dates')
  const other = db.value('SELECT id FROM intake WHERE name = ?', fields.name)
  if (other !== undefined && other !== self) throw new Fault('intake-name-taken', { name: fields.name })
}

type Tally = { counts: LightCounts; established: number; changed: number; decided: number }

/** Cases per light (the established light where there is one, else the proposed), and how many are established, changed since, decided. */
function tally(db: Reader, intake: number): Tally {
  const out: Tally = { counts: { green: 0, orange: 0, red: 0, total: 0 }, established: 0, changed: 0, decided: 0 }
  const rows = db.all<Row & { counted: number; n: number; established: number; changed: number; decided: number }>(
    'SELECT counted, count(*) AS n, count(established) AS established, sum(changed) AS changed, sum(decided) AS decided FROM application WHERE intake = ? GROUP BY counted', intake,
  )
  for (const row of rows) {
    out.counts[lightOf(row.counted)] += row.n
    out.counts.total += row.n
    out.established += row.established
    out.changed += row.changed
    out.decided += row.decided
  }
  return out
}

/** Cases of an intake per light. */
export function lightCounts(db: Reader, intake: number): LightCounts {
  return tally(db, intake).counts
}

const undoneOf = (f: FileRow): IntakeFileView['undone'] => (f.undone_at === null ? null : { at: f.undone_at, by: f.undone_by ?? '', reason: (JSON.parse(f.undone_body ?? '{}') as { reason?: string }).reason ?? '' })

/** A programme's title out of the stored rules: reading and compiling the programme itself takes longer than all the rest of the view. */
const titleOf = (db: Reader, ruleSet: number) => String(db.value("SELECT json_extract(body, '$.title') FROM rule_set WHERE id = ?", ruleSet) ?? '')

type FileRow = Row & { id: number; kind: FileKind; name: string; at: string; who: string; counts: string; undone_at: string | null; undone_by: string | null; undone_body: string | null }
function viewOf(db: Reader, row: IntakeRow): IntakeView {
  const files = db.all<FileRow>(
    `SELECT f.id, f.kind, f.name, f.at, c.name AS who, f.counts, u.at AS undone_at, uc.name AS undone_by, u.body AS undone_body FROM intake_file f LEFT JOIN caseworker c ON c.id = f.by
     LEFT JOIN journal u ON u.seq = f.undone_seq LEFT JOIN caseworker uc ON uc.id = u.by WHERE f.intake = ? AND f.counts IS NOT NULL ORDER BY f.id`, row.id,
  )
  const { counts, established, changed, decided } = tally(db, row.id)
  return {
    id: row.id, programme: row.programme, programmeTitle: titleOf(db, row.rule_set), name: row.name,
    evaluationDate: row.evaluation_date, placeStart: row.place_start, placeEnd: row.place_end, counts,
    established, changedSinceEstablished: changed, decided,
    protectionChecked: files.some(f => f.kind === 'register' && f.undone_at === null),
    files: files.map((f): IntakeFileView => ({ id: f.id, kind: f.kind, name: f.name, takenInAt: f.at, takenInBy: f.who, counts: JSON.parse(f.counts) as FileCounts, undone: undoneOf(f) })),
  }
}
