import type { FileCounts } from '../../../shared/contract/views.ts'
import type { FileKind } from '../../../shared/domain.ts'
import type { IntakeRow } from '../cases/programme-of-intake.ts'
import type { FileLayout } from '../rules/load.ts'
import type { Row } from '../store/database.ts'
import { entryBody } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import type { NormalRow } from './reader/rows.ts'

/** Where the rows of one file go. Works inside the file's transaction. */
export type RowSink = { row(row: NormalRow): void; finish(): void }

/** The sink for a kind of file; it counts into `counts` and names the cases whose facts it changed in `touched`. */
export function rowSink(store: Store, intake: IntakeRow, kind: FileKind, layout: FileLayout, counts: FileCounts, touched: Set<number>): RowSink {
  return kind === 'applications' ? applicationSink(store, intake, counts, touched) : extractSink(store, intake, kind, layout, counts, touched)
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

function applicationSink(store: Store, intake: IntakeRow, counts: FileCounts, touched: Set<number>): RowSink {
  const { write } = store
  let next = Number(write.value('SELECT coalesce(max(id), 0) FROM application')) + 1
  // A row that differs from the stored one waits until the file has ended: the last row of an id in a file is the one that counts,
  // so that the same file read again, with its earlier rows in it, changes nothing.
  const waiting = new Map<string, { id: number; row: NormalRow }>()
  return {
    row: row => {
      const known = write.get<Row & { id: number; content_hash: Uint8Array }>('SELECT a.id, j.content_hash FROM application a JOIN journal j ON j.seq = a.application_seq WHERE a.intake = ? AND a.application_id = ?', intake.id, row.applicationId)
      if (!known) {
        touched.add(next)
        store.record({ kind: 'application.added', application: next++, body: row.body, hash: row.hash })
        counts.added++
        return
      }
      if (waiting.delete(row.applicationId)) counts.duplicates++
      if (same(known.content_hash, row.hash)) counts.duplicates++
      else waiting.set(row.applicationId, { id: known.id, row })
    },
    finish: () => {
      for (const { id, row } of waiting.values()) {
        touched.add(id)
        store.record({ kind: 'application.changed', application: id, body: row.body, hash: row.hash })
        counts.changed++
      }
    },
  }
}

/**
 * Extract rows are matched to stored applications by identity number; those without one are counted and not stored.
 * Of several rows on one person in a file the one with the latest date (the layout's `latestBy`) counts. A row older than what is stored
 * waits until the file has ended: read again, a file changes nothing, whatever the order of its rows.
 */
function extractSink(store: Store, intake: IntakeRow, kind: 'register' | 'permits', layout: FileLayout, counts: FileCounts, touched: Set<number>): RowSink {
  const { write } = store
  const entry = kind === 'register' ? 'register.read' : 'permit.read'
  const latestAt = layout.columns.findIndex(c => c.fact === layout.latestBy)
  const taken = new Map<string, string>()
  const waiting = new Map<string, { row: NormalRow; matches: Match[] }>()
  const matchesOf = (identity: string) => write.all<Match>('SELECT a.id, x.seq FROM application a LEFT JOIN extract x ON x.application = a.id AND x.kind = ? WHERE a.intake = ? AND a.protected IN (0, 1) AND a.identity = ?', kind, intake.id, identity)
  const isStored = (match: Match, row: NormalRow) => {
    const hash = match.seq === null ? null : write.get<{ content_hash: Uint8Array }>('SELECT content_hash FROM journal WHERE seq = ?', match.seq)
    return hash ? same(hash.content_hash, row.hash) : false
  }
  const keep = (row: NormalRow, matches: Match[]) => {
    let moved = false
    for (const match of matches) {
      if (isStored(match, row)) continue
      touched.add(match.id)
      store.record({ kind: entry, application: match.id, body: row.body, hash: row.hash })
      moved = true
      if (match.seq !== null) counts.changed++
      else counts.added++
    }
    if (!moved) counts.duplicates++
  }
  return {
    row: row => {
      const matches = matchesOf(row.identity)
      const [first] = matches
      if (!first) {
        counts.unmatched++
        return
      }
      const { latest } = row
      const earlier = taken.get(row.identity)
      if (earlier !== undefined && earlier > latest) {
        counts.duplicates++
        return
      }
      if (earlier === undefined && latestAt >= 0 && first.seq !== null && !isStored(first, row) && dateOf(entryBody(write, first.seq) ?? '', latestAt) > latest) {
        const held = waiting.get(row.identity)
        if (held) counts.duplicates++
        if (!held || dateOf(held.row.body, latestAt) <= latest) waiting.set(row.identity, { row, matches })
        return
      }
      taken.set(row.identity, latest)
      if (waiting.delete(row.identity)) counts.duplicates++
      keep(row, matches)
    },
    finish: () => {
      for (const { row, matches } of waiting.values()) keep(row, matches)
    },
  }
}

type Match = Row & { id: number; seq: number | null }

function dateOf(body: string, at: number): string {
  if (body === '') return ''
  const { cells } = JSON.parse(body) as { cells: unknown[] }
  const cell = cells[at]
  return typeof cell === 'string' ? cell : ''
}
