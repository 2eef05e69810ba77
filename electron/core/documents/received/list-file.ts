import { parse } from 'csv-parse/sync'
import type { DocumentKind } from '../../../../shared/contract/documents.ts'
import { isText } from './content.ts'
import { guessKind } from './kinds.ts'
import { folded, segmentsOf } from './names.ts'

/** What a list says of one file: whose it is, and what it is. */
export type ListRow = { path: string; applicationId: string; kind: DocumentKind | null }
export const LIST_BYTES = 5_000_000

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]/g, '')
const FILE = new Set(['file', 'filename', 'fil', 'filnamn', 'dokument', 'handling', 'document', 'path', 'sokvag'])
const ID = new Set(['applicationid', 'application', 'ansokningsid', 'ansokan', 'ansoknings', 'ansokningid', 'id'])
const KIND = new Set(['kind', 'slag', 'typ', 'type', 'dokumenttyp', 'handlingstyp'])

/** Whether a name could be a list's; what it is shows in its content. */
export const mayBeList = (segments: readonly string[]): boolean => /\.(?:csv|txt|tsv)$/i.test(segments.at(-1) ?? '')

/** Reads a list of files (file; application id; kind), or null when the bytes are no such list. */
export function readList(bytes: Buffer): ListRow[] | null {
  if (!isText(bytes) && !(bytes[0] === 0xef && bytes[1] === 0xbb)) return null
  const text = decode(bytes)
  const head = text.slice(0, 2000).split(/\r?\n/)[0] ?? ''
  const delimiter = [';', '\t', ',', '|'].find(sign => head.includes(sign))
  if (delimiter === undefined) return null
  let rows: string[][]
  try {
    rows = parse(text, { delimiter, bom: true, skip_empty_lines: true, relax_column_count: true, trim: true })
  } catch {
    return null
  }
  const names = (rows[0] ?? []).map(plain)
  const at = (known: ReadonlySet<string>) => names.findIndex(name => known.has(name))
  const [file, id, kind] = [at(FILE), at(ID), at(KIND)]
  if (file < 0 || id < 0) return null
  return rows.slice(1).filter(row => row[file]).map(row => ({
    path: folded(segmentsOf(row[file] ?? '').join('/')), applicationId: row[id] ?? '', kind: kind < 0 || !row[kind] ? null : guessKind(row[kind] ?? ''),
  }))
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
