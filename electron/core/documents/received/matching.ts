import type { DocumentKind, DocumentRefusal } from '../../../../shared/contract/documents.ts'
import type { Reader } from '../../store/database.ts'
import { guessKind } from './kinds.ts'
import type { ListRow } from './list-file.ts'
import { folded } from './names.ts'
import type { Piece } from './pieces.ts'

type Owner = { id: number; applicationId: string; protected: boolean }
export type Match = { owner: Owner; kind: DocumentKind } | { refusal: DocumentRefusal }
const LONGEST_ID = 200

/**
 * Makes the function that says whose a file is: by the application id that its name, or a folder's above it, begins with, or by a list.
 * Two answers are none: a paper in the wrong person's case is worse than one left out.
 */
export function matcher(db: Reader, intakeId: number, pieces: readonly Piece[], lists: ReadonlyMap<string, readonly ListRow[]>): (piece: Piece) => Match {
  const owners = new Map<string, Owner[]>()
  for (const [id, applicationId, isProtected] of db.raw('SELECT id, application_id, protected FROM application WHERE intake = ?', intakeId)) {
    const key = folded(String(applicationId))
    owners.set(key, [...(owners.get(key) ?? []), { id: Number(id), applicationId: String(applicationId), protected: isProtected === 1 }])
  }
  const leaves = new Map<string, number>()
  const keyOf = (from: string, path: string) => `${from}\n${path}`
  const leafOf = (piece: Piece) => folded(piece.segments.at(-1) ?? '')
  for (const piece of pieces) leaves.set(keyOf(piece.from, leafOf(piece)), (leaves.get(keyOf(piece.from, leafOf(piece))) ?? 0) + 1)
  const listed = new Map<string, ListRow[]>()
  for (const [from, rows] of lists) for (const row of rows) listed.set(keyOf(from, row.path), [...(listed.get(keyOf(from, row.path)) ?? []), row])

  /** Everyone whose id a name begins with, up to where a letter or digit would go on. */
  const beginsWith = (name: string): Owner[] => {
    const text = folded(name)
    const found: Owner[] = []
    for (let end = Math.min(text.length, LONGEST_ID); end > 0; end--) {
      if (end < text.length && /[\p{L}\p{N}]/u.test(text[end] ?? '')) continue
      found.push(...(owners.get(text.slice(0, end)) ?? []))
    }
    return found
  }
  return piece => {
    const path = folded(piece.segments.join('/'))
    const leaf = leafOf(piece)
    const rows = listed.get(keyOf(piece.from, path)) ?? listed.get(keyOf(piece.from, leaf)) ?? []
    const byList = rows.flatMap(row => owners.get(folded(row.applicationId)) ?? [])
    if (rows.length > 0 && byList.length === 0) return { refusal: 'listed-unknown' }
    // A list that names no folder cannot tell two files of the same name apart.
    if (rows.length > 0 && !listed.has(keyOf(piece.from, path)) && (leaves.get(keyOf(piece.from, leaf)) ?? 0) > 1) return { refusal: 'ambiguous' }
    const all = new Map([...byList, ...piece.segments.flatMap(beginsWith)].map(owner => [owner.id, owner]))
    const [owner] = all.values()
    if (!owner) return { refusal: 'no-application' }
    if (all.size > 1) return { refusal: 'ambiguous' }
    return { owner, kind: rows.find(row => row.kind)?.kind ?? guessKind(piece.segments.at(-1) ?? '') ?? guessKind(piece.segments.slice(0, -1).join(' ')) ?? 'other' }
  }
}

/** Files that a list names and that are not there. */
export function missingOf(pieces: readonly Piece[], lists: ReadonlyMap<string, readonly ListRow[]>): { from: string; path: string }[] {
  const there = new Set(pieces.flatMap(piece => [`${piece.from}\n${folded(piece.segments.join('/'))}`, `${piece.from}\n${folded(piece.segments.at(-1) ?? '')}`]))
  return [...lists].flatMap(([from, rows]) => rows.filter(row => !there.has(`${from}\n${row.path}`)).map(row => ({ from, path: row.path })))
}
