import { basename } from 'node:path'
import { setImmediate as immediately } from 'node:timers/promises'
import type { FilePlan } from '../../../shared/contract/intake.ts'
import type { FileReport, TakeInReport } from '../../../shared/contract/views.ts'
import type { FileKind, Light } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import type { RowProblem } from '../../../shared/rows.ts'
import { shownName } from '../../../shared/text/shown.ts'
import { lightOf } from '../cases/cases.ts'
import { intakeById, type IntakeRow, ruleSetById } from '../cases/programme-of-intake.ts'
import { lapsePending } from '../cases/pending.ts'
import { writeFreshCases } from '../cases/fresh/write-fresh.ts'
import { screenCases } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import { wording } from '../cases/spoken.ts'
import type { Reader, Writer } from '../store/database.ts'
import { giveWay } from '../store/give-way.ts'
import { standAside } from '../store/stand-aside.ts'
import { describeChanges, requireSeen, recordMoved, statesOf, type Touched, touch } from './changes.ts'
import { type FilesInOrder, layoutOf, type OpenFiles, openFiles } from './files-in-order.ts'
import { type IntakeCases, intakeCases } from './intake-cases.ts'
import { lightCounts } from './intakes.ts'
import { eachRow, type ReadMessage } from './reader/protocol.ts'
import { rowSink, type RowSink } from './sink.ts'

export type TakeInOptions = { intakeId: number; files: string[]; plans?: FilePlan[]; /** What a preview said was seen; where it is given, nothing else that changes a light is kept. */ seen?: string | null; /** How many cases memory may hold. */ mostHeld?: number; onProblem?: (problem: RowProblem, kind: FileKind | null) => void }
const MOST_PROBLEMS = 1000
/** Rows of the portal's files are seldom longer: no intake that memory can hold is taken for a larger one. */
const LONG_ROW_BYTES = 350
const KINDS = ['application', 'register', 'permits'] as const

/**
 * Takes files into an intake: each file all of it or nothing, then the lights of the cases they touched, in one transaction.
 * What a preview shows is this very run, rolled back.
 */
export async function takeIn(context: Context, options: TakeInOptions, keep: boolean): Promise<TakeInReport> {
  const { store } = context
  const started = performance.now()
  if (store.write.inTransaction) throw new Fault('store-busy')
  const intake = intakeById(store.read, options.intakeId)
  // The thread that reads the files is begun by this one, and stands aside with it.
  const back = standAside()
  let files: OpenFiles | null = null
  try {
    files = openFiles(context, intake, options.files, options.plans)
    const done = await takeAll(context, intake, files, options, keep)
    return { ...done, seconds: (performance.now() - started) / 1000 }
  } finally {
    back()
    await files?.close()
  }
}

async function takeAll(context: Context, intake: IntakeRow, opened: OpenFiles, { files: given, onProblem, seen, mostHeld }: TakeInOptions, keep: boolean): Promise<Omit<TakeInReport, 'seconds'>> {
  const { store, signal } = context
  const before = lightCounts(store.write, intake.id)
  const reports: FileReport[] = []
  const touched: Touched = new Map()
  const refusing = new Set<number>()
  store.write.putOffMoving()
  store.write.begin()
  try {
    // The files' threads begin meanwhile. Beside other files there are extracts, as a rule.
    const cases = intakeCases(store.write, intake.id, { most: mostHeld, extractsAwaited: given.length > 1 })
    const files = await opened.inOrder()
    const taking = { intake, cases, files, layoutIds: opened.layoutIds }
    for (const path of files.paths) reports.push(await takeOne(context, taking, path, touched, refusing, onProblem))
    const missing = { ...recordMissing(context, reports, cases), refusing: [...refusing] }
    const earlier = statesOf(store.write, touched.keys())
    const fresh = cases.release()
    const written = cases.inTables ? Number(store.write.value('SELECT count(*) FROM application WHERE intake = ? AND id >= ?', intake.id, cases.first)) : 0
    const total = touched.size + written + fresh.length
    const pause = (already: number) => async (done: number) => {
      context.progress('bedömning', already + done, total)
      await immediately()
      if (signal.aborted) throw new Fault('cancelled')
    }
    await screenCases(store.write, intake.id, [...touched.keys()], pause(0))
    lapsePending(store, { intake: intake.id })
    if (written > 0) await screenNew(store.write, intake.id, cases.first, already => pause(touched.size + already))
    await writeFreshCases(context, intake.id, fresh, pause(touched.size + written))
    const after = lightCounts(store.write, intake.id)
    const changes = describeChanges(store.write, ruleSetById(store.write, intake.rule_set), touched, earlier, missing)
    const moved = movedLights(store.write, intake.id, cases.first, earlier)
    recordMoved(store, earlier)
    if (keep && seen !== undefined) requireSeen(changes, seen ?? undefined)
    if (signal.aborted) throw new Fault('cancelled')
    if (keep) store.write.commit()
    else store.write.rollback()
    if (keep) context.changed({ what: 'cases', intakeId: intake.id })
    return { files: reports, before, after, moved, changes }
  } finally {
    if (store.write.inTransaction) store.write.rollback()
    store.journal.reset()
  }
}

type Taking = { intake: IntakeRow; cases: IntakeCases; files: FilesInOrder; layoutIds: OpenFiles['layoutIds'] }

async function takeOne(context: Context, taking: Taking, path: string, touched: Touched, refusing: Set<number>, onProblem: TakeInOptions['onProblem']): Promise<FileReport> {
  const { store } = context
  const { cases } = taking
  const report = emptyReport(path)
  const mine: Touched = new Map()
  const no: number[] = []
  const hear: TakeInOptions['onProblem'] = (problem, kind) => {
    onProblem?.(problem, kind)
    const stored = problem.code === 'no-consent' && problem.applicationId !== undefined ? cases.byApplicationId(problem.applicationId) : undefined
    if (!stored || stored.id >= cases.first) return
    cases.see(stored)
    no.push(stored.id)
  }
  store.write.run('SAVEPOINT file')
  try {
    await takeFile(context, taking, path, report, mine, hear)
    store.write.run('RELEASE file')
    cases.keep()
    for (const id of no) refusing.add(id)
    for (const [id, before] of mine) for (const kind of KINDS) if (before[kind] !== undefined) touch(touched, id, kind, before[kind])
    return report
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'cancelled' || error.code === 'disk-full' || error.code === 'write-failed') throw error
    undo(store.write)
    cases.drop()
    store.journal.reset()
    return { ...emptyReport(path), kind: report.kind, encoding: report.encoding, separator: report.separator, fault: error.info }
  }
}

function undo(db: Writer): void {
  db.run('ROLLBACK TO file')
  db.run('RELEASE file')
  db.memo.clear()
}

async function takeFile(context: Context, { intake, cases, files, layoutIds }: Taking, path: string, report: FileReport, touched: Touched, onProblem: TakeInOptions['onProblem']): Promise<void> {
  const { store } = context
  const { layouts } = programmeIn(store.write, intake.programme)
  let sink: RowSink | null = null
  let fileId = 0
  let bytes = 1
  const tally = new Map<string, FileReport['problemCounts'][number]>()
  const take = (message: ReadMessage) => {
    if (message.type === 'start') {
      if (message.kind !== 'applications' && cases.size === 0) throw new Fault('file-register-first', { file: report.name })
      Object.assign(report, { kind: message.kind, allOfIntake: message.allOfIntake, encoding: message.encoding, separator: message.separator, sheet: message.encoding === 'xlsx' ? message.sheet ?? wording().firstSheet : null, unusedColumns: message.unusedColumns })
      bytes = message.bytes
      // Cases that would have to leave memory half way never come into it: the garbage of moving house is what such an intake would be remembered by.
      if (message.kind === 'applications' && message.encoding !== 'xlsx') cases.relieve(Math.floor(bytes / LONG_ROW_BYTES))
      fileId = Number(store.write.value('SELECT coalesce(max(id), 0) + 1 FROM intake_file'))
      store.record({ kind: 'file.opened', body: JSON.stringify({ id: fileId, intake: intake.id, kind: message.kind, name: report.name, layout: layoutIds[message.kind], facts: layoutOf(message.kind, layouts), ...(message.allOfIntake ? { allOfIntake: true } : {}) }) })
      sink = rowSink(store, cases, message.kind, layouts[message.kind], report.counts, touched)
    } else if (message.type === 'batch' && sink) {
      for (const problem of message.problems) remark(report, tally, problem, onProblem)
      const { row } = sink
      eachRow(message.rows, taken => { giveWay(); row(taken) })
      cases.relieve()
      report.counts.records = Math.max(0, message.records - 1)
      context.progress(report.name, report.counts.records, estimateRecords(bytes, report))
    } else if (message.type === 'end') {
      report.counts.records = message.records - 1
    }
  }
  const file = files.open(path)
  try {
    await file.read(take)
  } finally {
    await file.close()
  }
  const done: RowSink | null = sink
  if (done) (done as RowSink).finish()
  report.problemCounts = [...tally.values()].sort((a, b) => b.count - a.count)
  store.record({ kind: 'file.taken', body: JSON.stringify({ id: fileId, counts: report.counts }) })
}

/** A rough total from the bytes per record seen so far, for the progress bar. */
function estimateRecords(bytes: number, report: FileReport): number | null {
  const perRecord = report.kind === 'applications' ? 285 : report.kind === 'register' ? 76 : 58
  return report.encoding === 'xlsx' ? null : Math.max(report.counts.records, Math.round(bytes / perRecord))
}

function remark(report: FileReport, tally: Map<string, FileReport['problemCounts'][number]>, problem: RowProblem, onProblem: TakeInOptions['onProblem']): void {
  report.counts[problem.outcome === 'refused' ? 'refused' : 'warnings']++
  const key = `${problem.code}\n${problem.column ?? ''}`
  const known = tally.get(key)
  if (known) known.count++
  else tally.set(key, { code: problem.code, outcome: problem.outcome, ...(problem.column === undefined ? {} : { column: problem.column }), count: 1 })
  if (report.problems.length < MOST_PROBLEMS) report.problems.push(problem)
  onProblem?.(problem, report.kind)
}

function emptyReport(path: string): FileReport {
  return {
    name: shownName(basename(path)), kind: null, encoding: null, separator: null, sheet: null, allOfIntake: false, fault: null,
    counts: { records: 0, added: 0, changed: 0, duplicates: 0, refused: 0, unmatched: 0, warnings: 0 }, problemCounts: [], problems: [], unusedColumns: [],
  }
}

/** Notes which stored applications the portal's files no longer have; only when all of these files could be read. */
function recordMissing({ store }: Context, reports: readonly FileReport[], cases: IntakeCases): { vanished: number[]; returned: number[] } {
  const files = reports.filter(r => r.kind === 'applications')
  if (files.length === 0 || reports.some(r => r.fault !== null && r.kind !== 'register' && r.kind !== 'permits')) return { vanished: [], returned: [] }
  const missing = cases.missing()
  if (missing.vanished.length > 0 || missing.returned.length > 0) {
    const file = Number(store.write.value("SELECT max(id) FROM intake_file WHERE kind = 'applications'"))
    store.record({ kind: 'file.vanished', body: JSON.stringify({ file, ...missing }) })
  }
  return missing
}

/** Gives the new cases that stand in the tables already their lights, some thousands at a time. */
async function screenNew(db: Writer, intake: number, first: number, pause: (already: number) => (done: number) => Promise<void>): Promise<void> {
  let already = 0
  for (let from = first; ;) {
    const ids = db.raw('SELECT id FROM application WHERE id >= ? AND +intake = ? ORDER BY id LIMIT 5000', from, intake).map(([id]) => Number(id))
    await screenCases(db, intake, ids, pause(already))
    already += ids.length
    if (ids.length < 5000) return
    from = (ids.at(-1) ?? 0) + 1
  }
}

function movedLights(db: Reader, intake: number, first: number, before: ReadonlyMap<number, { proposed: number }>): TakeInReport['moved'] {
  const counts = new Map<string, TakeInReport['moved'][number]>()
  const count = (from: Light | null, to: Light, more: number) => {
    const known = counts.get(`${from}-${to}`)
    if (known) known.count += more
    else if (more > 0) counts.set(`${from}-${to}`, { from, to, count: more })
  }
  for (const [code, n] of db.raw('SELECT proposed, count(*) FROM application WHERE intake = ? AND id >= ? GROUP BY proposed', intake, first)) count(null, lightOf(Number(code)), Number(n))
  for (const [id, { proposed }] of before) {
    const now = Number(db.value('SELECT proposed FROM application WHERE id = ?', id))
    if (now !== proposed) count(lightOf(proposed), lightOf(now), 1)
  }
  return [...counts.values()]
}
