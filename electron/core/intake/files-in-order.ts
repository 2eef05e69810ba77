import type { FilePlan } from '../../../shared/contract/intake.ts'
import type { FileKind } from '../../../shared/domain.ts'
import { type IntakeRow, ruleSetById } from '../cases/programme-of-intake.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import type { Context } from '../context.ts'
import type { Programme } from '../rules/load.ts'
import type { Reader } from '../store/database.ts'
import type { ReadOrder } from './reader/protocol.ts'
import { DERIVED } from './reader/rows.ts'
import { openFile, type OpenFile } from './stream.ts'

const ORDER: FileKind[] = ['applications', 'register', 'permits']
/** Each open file is a thread with a head start; more than these are opened again at their turn. */
const MOST_OPEN = 3

export type FilesInOrder = { paths: string[]; open(path: string): OpenFile }
export type OpenFiles = {
  layoutIds: Record<FileKind, number>
  /** Applications first, then the extracts that are matched to them; those that waited for it read ahead from now on. */
  inOrder(): Promise<FilesInOrder>
  close(): Promise<void>
}

/**
 * Opens an intake's files, each as its plan says if it has one. The first given, as a rule the applications, is read at once; the others wait past their
 * headers until all are put in order, so that what is done until then does not share the processors with all of them. The caller closes them.
 */
export function openFiles(context: Context, intake: IntakeRow, paths: readonly string[], plans: readonly FilePlan[] = []): OpenFiles {
  const order = orderOf(context.store.read, intake)
  const openOne = (path: string) => openFile({ path, ...order, ...planOf(plans, path) }, context.assets, context.signal)
  const ahead = new Map(paths.slice(0, MOST_OPEN).map((path, i) => [i, openOne(path)]))
  ahead.get(0)?.begin()
  const inOrder = async () => {
    const kinds: (FileKind | null)[] = []
    // A file that is alone needs no order.
    for (let i = 0; paths.length > 1 && i < paths.length; i++) {
      const file = ahead.get(i) ?? openOne(paths[i] ?? '')
      kinds.push(await file.kind().finally(() => (ahead.has(i) ? undefined : file.close())))
    }
    const rank = (i: number) => { const kind = kinds[i]; return kind ? ORDER.indexOf(kind) : ORDER.length }
    const sorted = paths.map((_, i) => i).sort((a, b) => rank(a) - rank(b) || a - b)
    void readAhead(sorted.flatMap(i => ahead.get(i) ?? []))
    const open = (path: string) => {
      const at = sorted.find(i => paths[i] === path && ahead.has(i)) ?? -1
      const file = ahead.get(at) ?? openOne(path)
      ahead.delete(at)
      return file
    }
    return { paths: sorted.map(i => paths[i] ?? ''), open }
  }
  return { layoutIds: order.layoutIds, inOrder, close: async () => { await Promise.all([...ahead.values()].map(file => file.close())) } }
}

/** Lets the first file begin, and beside it the others one after the other: more threads than that would take turns on the processors the first one needs. */
async function readAhead([first, ...others]: OpenFile[]): Promise<void> {
  first?.begin()
  for (const file of others) {
    file.begin()
    await file.resting
  }
}

/** The plan of a file, as a reading order holds it. */
export function planOf(plans: readonly FilePlan[], path: string): Pick<ReadOrder, 'plan'> {
  const found = plans.find(p => p.file === path)
  if (!found) return {}
  const { file: _file, ...plan } = found
  return Object.keys(plan).length === 0 ? {} : { plan }
}

/** What every reading of an intake's files needs to know. */
export function orderOf(db: Reader, intake: IntakeRow): Omit<ReadOrder, 'path'> {
  const { layouts } = programmeIn(db, intake.programme)
  const { set } = ruleSetById(db, intake.rule_set)
  return {
    layouts: Object.values(layouts), facts: Object.fromEntries(set.factById), usedByRules: [...set.usedBy.keys()],
    evaluationDate: intake.evaluation_date, intakeName: intake.name, intakeId: intake.id, layoutIds: layoutIds(db, layouts),
  }
}

/** The stored number of each layout; a layout not stored yet gets the next. */
function layoutIds(db: Reader, layouts: Programme['layouts']): Record<FileKind, number> {
  let next = Number(db.value('SELECT coalesce(max(id), 0) FROM layout')) + 1
  const idOf = (kind: FileKind) => {
    const known = db.value('SELECT id FROM layout WHERE facts = ?', JSON.stringify(layoutOf(kind, layouts)))
    return known === undefined ? next++ : Number(known)
  }
  return { applications: idOf('applications'), register: idOf('register'), permits: idOf('permits') }
}

/** The facts that a stored row of a kind of file holds, in order. */
export const layoutOf = (kind: FileKind, layouts: Programme['layouts']): string[] =>
  [...layouts[kind].columns.map(c => c.fact), ...(kind === 'applications' ? DERIVED : [])]
