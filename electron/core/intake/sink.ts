import type { FileCounts } from '../../../shared/contract/views.ts'
import type { FileKind } from '../../../shared/domain.ts'
import type { FileLayout } from '../rules/load.ts'
import { entryBody, type NewEntry } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import type { HeldCase, HeldCases, HeldRow } from './held-cases.ts'
import type { NormalRow } from './reader/rows.ts'

/** Where the rows of one file go. Works inside the file's transaction. */
export type RowSink = { row(row: NormalRow): void; finish(): void }

/** The sink for a kind of file; it counts into `counts` and names the stored cases whose facts it changed in `touched`. */
export function rowSink(store: Store, cases: HeldCases, kind: FileKind, layout: FileLayout, counts: FileCounts, touched: Set<number>): RowSink {
  const record = recorder(store, cases, touched)
  return kind === 'applications' ? applicationSink(cases, counts, record) : extractSink(store, cases, kind, layout, counts, record)
}

type Record = (kind: NewEntry['kind'], id: number, fresh: boolean, row: NormalRow) => HeldRow

/** Writes a row's entry. The tables follow at once for a case that stands in them; a fresh case is written when it has its light. */
function recorder(store: Store, cases: HeldCases, touched: Set<number>): Record {
  const digest = Buffer.alloc(32)
  return (kind, application, fresh, { body, hash }) => {
    digest.write(hash, 'latin1')
    const entry = { kind, application, body, hash: digest }
    if (fresh) return { seq: store.enter(entry), hash, body: cases.keepBody(body) }
    touched.add(application)
    return { seq: store.record(entry), hash, body: null }
  }
}

function applicationSink(cases: HeldCases, counts: FileCounts, record: Record): RowSink {
  // A row that differs from the stored one waits until the file has ended: the last row of an id in a file is the one that counts,
  // so that the same file read again, with its earlier rows in it, changes nothing.
  const waiting = new Map<string, { known: HeldCase; row: NormalRow }>()
  return {
    row: row => {
      const known = cases.byApplicationId(row.applicationId)
      if (!known) {
        const id = cases.nextId()
        cases.add({ id, applicationId: row.applicationId, identity: row.identity, fresh: true, application: record('application.added', id, true, row), register: null, permits: null })
        counts.added++
        return
      }
      if (waiting.delete(row.applicationId)) counts.duplicates++
      if (known.application.hash === row.hash) counts.duplicates++
      else waiting.set(row.applicationId, { known, row })
    },
    finish: () => {
      for (const { known, row } of waiting.values()) {
        cases.setApplication(known, row.identity, record('application.changed', known.id, known.fresh, row))
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
function extractSink(store: Store, cases: HeldCases, kind: 'register' | 'permits', layout: FileLayout, counts: FileCounts, record: Record): RowSink {
  const entry = kind === 'register' ? 'register.read' : 'permit.read'
  const latestAt = layout.columns.findIndex(c => c.fact === layout.latestBy)
  const taken = new Map<string, string>()
  const waiting = new Map<string, NormalRow>()
  const dateOfStored = ({ seq, body }: HeldRow) => dateOf(body ?? entryBody(store.write, seq) ?? '', latestAt)
  const keep = (row: NormalRow) => {
    let moved = false
    for (const match of cases.ofPerson(row.identity)) {
      const before = match[kind]
      if (before?.hash === row.hash) continue
      cases.setExtract(match, kind, record(entry, match.id, match.fresh, row))
      moved = true
      if (before) counts.changed++
      else counts.added++
    }
    if (!moved) counts.duplicates++
  }
  return {
    row: row => {
      const [first] = cases.ofPerson(row.identity)
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
      const stored = first[kind]
      if (earlier === undefined && latestAt >= 0 && stored && stored.hash !== row.hash && dateOfStored(stored) > latest) {
        const held = waiting.get(row.identity)
        if (held) counts.duplicates++
        if (!held || dateOf(held.body, latestAt) <= latest) waiting.set(row.identity, row)
        return
      }
      taken.set(row.identity, latest)
      if (waiting.delete(row.identity)) counts.duplicates++
      keep(row)
    },
    finish: () => {
      for (const row of waiting.values()) keep(row)
    },
  }
}

function dateOf(body: string, at: number): string {
  if (body === '') return ''
  const { cells } = JSON.parse(body) as { cells: unknown[] }
  const cell = cells[at]
  return typeof cell === 'string' ? cell : ''
}
