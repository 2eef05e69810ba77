import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { setImmediate as immediately } from 'node:timers/promises'
import { DOCUMENT_LIMITS, type DocumentRefusal, type DocumentsReport, type ReceivedFile } from '../../../../shared/contract/documents.ts'
import { Fault } from '../../../../shared/fault.ts'
import { intakeById } from '../../cases/programme-of-intake.ts'
import type { Context } from '../../context.ts'
import { changeLong } from '../../store/long-change.ts'
import { contentOf } from './content.ts'
import { LIST_BYTES, type ListRow, mayBeList, readList } from './list-file.ts'
import { type Match, matcher, missingOf } from './matching.ts'
import { shownName } from './names.ts'
import { openSource, type Piece, type Source } from './pieces.ts'
import { isStored, storeDocument } from './stored.ts'

export type ReceiveInput = { intakeId: number; files: string[]; digest?: string | undefined }
const MOST_SHOWN = 1000

/** What would become of files, each told, before anything is stored. */
export function previewDocuments(context: Context, input: ReceiveInput): Promise<DocumentsReport> {
  if (context.store.write.inTransaction) throw new Fault('store-busy')
  return receive(context, input, false)
}

/** Stores the documents that can be stored: all of them or, when it is cancelled or something fails, none. Throws Fault documents-changed when they are not what was seen. */
export async function receiveDocuments(context: Context, input: ReceiveInput): Promise<DocumentsReport> {
  const report = await changeLong(context.store, async () => {
    const done = await receive(context, input, true)
    if (input.digest !== undefined && done.digest !== input.digest) throw new Fault('documents-changed')
    if (context.signal.aborted) throw new Fault('cancelled')
    return done
  })
  if (report.counts.new > 0) context.changed({ what: 'cases', intakeId: input.intakeId })
  return report
}

async function receive(context: Context, input: ReceiveInput, keep: boolean): Promise<DocumentsReport> {
  const started = performance.now()
  intakeById(context.store.read, input.intakeId)
  const sources: Source[] = []
  const faults: DocumentsReport['faults'] = []
  try {
    for (const path of input.files) {
      try {
        sources.push(await openSource(path))
      } catch (error) {
        if (!(error instanceof Fault) || error.code === 'documents-too-many') throw error
        faults.push({ name: shownName(basename(path)), fault: error.info })
      }
    }
    const pieces = sources.flatMap(s => s.pieces)
    if (pieces.length > DOCUMENT_LIMITS.files) throw new Fault('documents-too-many', { most: DOCUMENT_LIMITS.files })
    const ignored = sources.reduce((sum, s) => sum + s.ignored, 0)
    return { ...(await takeAll(context, input.intakeId, pieces, ignored, keep)), faults, seconds: (performance.now() - started) / 1000 }
  } finally {
    for (const source of sources) source.close()
  }
}

async function takeAll(context: Context, intakeId: number, pieces: readonly Piece[], ignored: number, keep: boolean): Promise<Omit<DocumentsReport, 'faults' | 'seconds'>> {
  const { lists, rest, shown } = await takeLists(pieces)
  const match = matcher(context.store.read, intakeId, rest, lists)
  const tally = newTally()
  const seen = new Set<string>()
  for (const [at, piece] of rest.entries()) {
    context.progress('handlingar', at, rest.length)
    await immediately()
    if (context.signal.aborted) throw new Fault('cancelled')
    const matched = match(piece)
    const bytes = piece.refusal ?? (await piece.read())
    if (typeof bytes !== 'string') tally.bytes += bytes.length
    if (tally.bytes > DOCUMENT_LIMITS.totalBytes) throw new Fault('documents-too-large', { most: DOCUMENT_LIMITS.totalBytes / 1e6 })
    takeOne(context, piece, matched, bytes, tally, seen, keep)
  }
  for (const { path } of missingOf(rest, lists)) tally.add({ name: shownName(path), outcome: 'refused', refusal: 'listed-missing', remarks: [], applicationId: null, kind: null, type: null, bytes: 0, pages: null }, '')
  context.progress('handlingar', rest.length, rest.length)
  return { ...tally.report(), bytes: tally.bytes, lists: shown, counts: { ...tally.counts, ignored } }
}

function takeOne({ store }: Context, piece: Piece, matched: Match, bytes: Buffer | DocumentRefusal, tally: Tally, seen: Set<string>, keep: boolean): void {
  const owner = 'owner' in matched ? matched.owner : null
  // What people call their files tells who they are; a protected person's are shown in the case only, to who has said why it is opened.
  const name = owner?.protected ? owner.applicationId : shownName(piece.segments.join('/'))
  const bare = { name, remarks: [], applicationId: owner?.applicationId ?? null, kind: null, type: null, bytes: typeof bytes === 'string' ? piece.size : bytes.length, pages: null }
  const content = typeof bytes === 'string' ? bytes : contentOf(bytes)
  if (typeof content === 'string' || typeof bytes === 'string') return tally.add({ ...bare, outcome: 'refused', refusal: typeof content === 'string' ? content : 'unreadable' }, '')
  const hash = createHash('sha256').update(bytes).digest('hex')
  if ('refusal' in matched) return tally.add({ ...bare, type: content.type, pages: content.pages, outcome: 'refused', refusal: matched.refusal }, hash)
  const found = { ...bare, kind: matched.kind, type: content.type, pages: content.pages, refusal: null }
  const key = `${matched.owner.id} ${hash}`
  const stored = isStored(store.read, matched.owner.id, hash)
  if (stored === 'here' || seen.has(key)) return tally.add({ ...found, outcome: 'already' }, hash)
  const remarks = stored === 'elsewhere' || seen.has(hash) ? [...content.remarks, 'elsewhere' as const] : content.remarks
  seen.add(key).add(hash)
  tally.cases.add(matched.owner.id)
  if (keep) storeDocument(store, matched.owner.id, { kind: matched.kind, name: shownName(piece.segments.at(-1) ?? ''), type: content.type, pages: content.pages, from: piece.from, remarks, hash }, bytes)
  tally.add({ ...found, outcome: 'new', remarks }, hash)
}

/** Lists are read first: they may stand anywhere among the files they speak of. */
async function takeLists(pieces: readonly Piece[]): Promise<{ lists: Map<string, ListRow[]>; rest: Piece[]; shown: DocumentsReport['lists'] }> {
  const lists = new Map<string, ListRow[]>()
  const shown: DocumentsReport['lists'] = []
  const rest: Piece[] = []
  for (const piece of pieces) {
    const bytes = piece.refusal === null && mayBeList(piece.segments) && piece.size <= LIST_BYTES ? await piece.read() : null
    const rows = bytes !== null && typeof bytes !== 'string' ? readList(bytes) : null
    if (rows) {
      lists.set(piece.from, [...(lists.get(piece.from) ?? []), ...rows])
      shown.push({ name: shownName(piece.segments.join('/')), rows: rows.length })
    } else rest.push(piece)
  }
  return { lists, rest, shown }
}

type Tally = ReturnType<typeof newTally>
function newTally() {
  const digest = createHash('sha256')
  const files: ReceivedFile[] = []
  const counts = { new: 0, already: 0, refused: 0 }
  const refusals = new Map<DocumentRefusal, number>()
  const cases = new Set<number>()
  return {
    bytes: 0, counts, cases,
    add: (file: ReceivedFile, hash: string): void => {
      digest.update(`${file.name}\0${hash}\0${file.outcome}\0${file.refusal ?? ''}\0${file.applicationId ?? ''}\0${file.kind ?? ''}\n`)
      if (++counts[file.outcome] <= MOST_SHOWN) files.push(file)
      if (file.refusal) refusals.set(file.refusal, (refusals.get(file.refusal) ?? 0) + 1)
    },
    report: () => ({ files, cases: cases.size, digest: digest.digest('hex'), refusals: [...refusals].map(([refusal, count]) => ({ refusal, count })).sort((a, b) => b.count - a.count) }),
  }
}
