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

export type FilesInOrder = { paths: string[]; /** Whether extracts are known to be among them. */ extracts: boolean; /** Lets the files that wait for their turn read ahead. */ readAhead(): void; open(path: string): OpenFile; layoutIds: Record<FileKind, number>; close(): Promise<void> }

/**
 * Opens an intake's files, each as its plan says if it has one, and puts them in order: applications first, then the extracts that are matched to them. The
 * first is read at once; the others when they are told to read ahead, so that what must be done before does not share the processors with all of them. The caller closes them.
 */
export async function filesInOrder(context: Context, intake: IntakeRow, paths: readonly string[], plans: readonly FilePlan[] = []): Promise<FilesInOrder> {
  const order = orderOf(context.store.read, intake)
  const openOne = (path: string) => openFile({ path, ...order, ...planOf(plans, path) }, context.assets, context.signal)
  const ahead = new Map<number, OpenFile>()
  const close = async () => { await Promise.all([...ahead.values()].map(file => file.close())) }
  try {
    for (let i = 0; i < Math.min(MOST_OPEN, paths.length); i++) ahead.set(i, openOne(paths[i] ?? ''))
    const kinds: (FileKind | null)[] = []
    // A file that is alone needs no order.
    for (let i = 0; paths.length > 1 && i < paths.length; i++) {
      const file = ahead.get(i) ?? openOne(paths[i] ?? '')
      kinds.push(await file.kind().finally(() => (ahead.has(i) ? undefined : file.close())))
    }
    const rank = (i: number) => { const kind = kinds[i]; return kind ? ORDER.indexOf(kind) : ORDER.length }
    const sorted = paths.map((_, i) => i).sort((a, b) => rank(a) - rank(b) || a - b)
    const open = (path: string) => {
      const at = sorted.find(i => paths[i] === path && ahead.has(i)) ?? -1
      const file = ahead.get(at) ?? openOne(path)
      ahead.delete(at)
      return file
    }
    ahead.get(sorted[0] ?? -1)?.begin()
    const readAhead = () => { for (const file of ahead.values()) file.begin() }
    return { paths: sorted.map(i => paths[i] ?? ''), extracts: kinds.some(kind => kind === 'register' || kind === 'permits'), readAhead, open, layoutIds: order.layoutIds, close }
  } catch (error) {
    await close()
    throw error
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
