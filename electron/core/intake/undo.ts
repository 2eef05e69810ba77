import { setImmediate as immediately } from 'node:timers/promises'
import type { UndoReport } from '../../../shared/contract/changes.ts'
import type { FileKind } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import { lapsePending } from '../cases/pending.ts'
import { screenCases } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'
import { type Before, describeChanges, recordMoved, requireSeen, statesOf, type Touched } from './changes.ts'
import { lightCounts } from './intakes.ts'
import { casesOfFile, GO_WITH_CASE, standing } from './undo-rows.ts'

type FileRow = Row & { id: number; intake: number; kind: FileKind; name: string; undone_seq: number | null }

/**
 * Undoes a whole intake file: its cases get back what was known before it, those that came with it go. The journal keeps all.
 * What a preview shows (`keep` false) is this very run, rolled back. Throws Fault file-gone, undo-decided, undo-kept, reason-missing or
 * intake-changes-unseen.
 */
export async function undoFile(context: Context, input: { fileId: number; reason: string; seen?: string }, keep: boolean): Promise<UndoReport> {
  const { store, signal } = context
  if (store.write.inTransaction) throw new Fault('store-busy')
  const file = store.read.get<FileRow>('SELECT id, intake, kind, name, undone_seq FROM intake_file WHERE id = ? AND taken_seq IS NOT NULL', input.fileId)
  if (!file || file.undone_seq !== null) throw new Fault('file-gone')
  if (keep && input.reason.trim() === '') throw new Fault('reason-missing')
  const db = store.write
  db.begin()
  try {
    const ids = casesOfFile(db, file.id)
    refuseWhatRests(db, ids, file.id)
    const before = lightCounts(db, file.intake)
    const earlier = statesOf(db, ids)
    const rested = restedOn(db, ids)
    store.record({ kind: 'file.undone', body: JSON.stringify({ id: file.id, reason: input.reason.trim() }) })
    const left = ids.filter(id => db.value('SELECT 1 FROM application WHERE id = ?', id) !== undefined)
    await screenCases(db, file.intake, left, async done => {
      context.progress('bedömning', done, left.length)
      await immediately()
      if (signal.aborted) throw new Fault('cancelled')
    })
    lapsePending(store, { intake: file.intake })
    const intake = intakeById(db, file.intake)
    const gone = new Set(ids.filter(id => !left.includes(id)))
    const touched: Touched = new Map(left.map(id => [id, rested.get(id) ?? {}]))
    const changes = describeChanges(db, ruleSetById(db, intake.rule_set), touched, earlier, { vanished: [], returned: [], refusing: [] })
    recordMoved(store, new Map([...earlier].filter(([id]) => !gone.has(id))))
    if (signal.aborted) throw new Fault('cancelled')
    const report: UndoReport = {
      file: { id: file.id, kind: file.kind, name: file.name }, removed: gone.size, removedEstablished: [...gone].filter(id => earlier.get(id)?.established !== null).length, restored: left.length,
      laterFiles: db.all<{ name: string }>('SELECT name FROM intake_file WHERE intake = ? AND kind = ? AND id > ? AND undone_seq IS NULL ORDER BY id', file.intake, file.kind, file.id).map(f => f.name),
      before, after: lightCounts(db, file.intake), changes,
    }
    if (keep) {
      requireSeen(changes, input.seen)
      db.commit()
      context.changed({ what: 'cases', intakeId: file.intake })
    } else db.rollback()
    return report
  } finally {
    if (db.inTransaction) db.rollback()
    store.journal.reset()
  }
}

function restedOn(db: Reader, ids: readonly number[]): Map<number, Before> {
  return new Map(ids.flatMap(id => {
    const row = db.get<Row & Required<Before>>('SELECT application_seq AS application, register_seq AS register, permits_seq AS permits FROM application WHERE id = ?', id)
    return row ? [[id, row]] : []
  }))
}

/** Nothing goes that a decision rests on, and no case that somebody has added more to than facts and lights. */
function refuseWhatRests(db: Reader, ids: readonly number[], file: number): void {
  const list = JSON.stringify(ids)
  const going = JSON.stringify(ids.filter(id => standing(db, id, 'application', file) === null))
  const decided = Number(db.value('SELECT count(*) FROM application WHERE decided = 1 AND id IN (SELECT value FROM json_each(?))', list))
  if (decided > 0) throw new Fault('undo-decided', { count: decided })
  const beside = new Set<string>(['journal', ...GO_WITH_CASE])
  const tables = db.all<{ name: string }>(`SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'application' WHERE m.type = 'table'`).filter(t => !beside.has(t.name))
  const kept = new Set(tables.flatMap(t => db.raw(`SELECT DISTINCT application FROM "${t.name}" WHERE application IN (SELECT value FROM json_each(?))`, going).map(([id]) => Number(id))))
  if (kept.size > 0) throw new Fault('undo-kept', { count: kept.size })
}
