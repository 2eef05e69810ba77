import type { FileCounts } from '../../../shared/contract/views.ts'
import type { FileKind } from '../../../shared/domain.ts'
import { numberRank } from '../cases/person-of.ts'
import type { FileLayout } from '../rules/load.ts'
import { entryBody, type NewEntry } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { apart, bytesOf, textOf } from '../store/texts.ts'
import { type Before, touch, type Touched } from './changes.ts'
import type { IntakeCases } from './intake-cases.ts'
import type { HeldCase, HeldCases, HeldRow } from './held-cases.ts'
import type { TakenRow } from './reader/protocol.ts'

/** Where the rows of one file go. Works inside the file's transaction. */
export type RowSink = { row(row: TakenRow): void; finish(): void }

/** The sink for a kind of file; it counts into `counts` and remembers in `touched` what the stored cases rested on whose rows it changed. */
export function rowSink(store: Store, cases: IntakeCases, kind: FileKind, layout: FileLayout, counts: FileCounts, touched: Touched): RowSink {
  const record = recorder(store, cases, touched)
  return kind === 'applications' ? applicationSink(cases, counts, record) : extractSink(store, cases, kind, layout, counts, record)
}

type Record = (kind: NewEntry['kind'], to: Pick<HeldCase, 'id' | 'fresh'>, before: { kind: keyof Before; row: HeldRow | null }, row: TakenRow) => HeldRow

/** Writes a row's entry. The tables follow at once for a case that stands in them; a fresh case is written when it has its light. */
function recorder(store: Store, cases: IntakeCases, touched: Touched): Record {
  const digest = Buffer.alloc(32)
  return (kind, { id: application, fresh }, before, { body, hash }) => {
    digest.write(hash, 'hex')
    if (fresh) return { seq: store.enter({ kind, application, body: bytesOf(body), hash: digest }), hash, body: cases.keepBody(body) }
    // What this very reading brought is no change of anything.
    if (application < cases.first) touch(touched, application, before.kind, before.row?.seq ?? null)
    return { seq: store.record({ kind, application, body: textOf(body), hash: digest }), hash, body: null }
  }
}

function applicationSink(cases: HeldCases, counts: FileCounts, record: Record): RowSink {
  // A row that differs from the stored one waits until the file has ended: the last row of an id in a file is the one that counts,
  // so that the same file read again, with its earlier rows in it, changes nothing.
  const waiting = new Map<string, { known: HeldCase; row: TakenRow }>()
  return {
    row: row => {
      const known = cases.byApplicationId(row.applicationId)
      if (!known) {
        const id = cases.nextId()
        cases.add({ id, applicationId: row.applicationId, identity: row.identity, fresh: !cases.inTables, vanished: false, application: record('application.added', { id, fresh: !cases.inTables }, { kind: 'application', row: null }, row), register: null, permits: null })
        counts.added++
        return
      }
      cases.see(known)
      if (waiting.delete(row.applicationId)) counts.duplicates++
      if (known.application.hash === row.hash) counts.duplicates++
      else waiting.set(row.applicationId, { known, row: { ...row, body: apart(row.body) } })
    },
    finish: () => {
      for (const { known, row } of waiting.values()) {
        cases.setApplication(known, row.identity, record('application.changed', known, { kind: 'application', row: known.application }, row))
        counts.changed++
      }
    },
  }
}

/**
 * Extract rows are matched to stored applications by identity number; those without one are counted and not stored.
 * Of several rows on one person in a file the one with the latest date (the layout's `latestBy`) counts. A row older than what is stored
 * waits until the file has ended: read again, a file changes nothing, whatever the order of its rows. Where a person is known by several
 * numbers and two rows have the same date, the one on the better number counts.
 */
function extractSink(store: Store, cases: HeldCases, kind: 'register' | 'permits', layout: FileLayout, counts: FileCounts, record: Record): RowSink {
  const entry = kind === 'register' ? 'register.read' : 'permit.read'
  const latestAt = layout.columns.findIndex(c => c.fact === layout.latestBy)
  const numberAt = layout.columns.findIndex(c => c.fact === 'identity.number')
  // By the person's first case, as numbers: a million of them take forty megabytes.
  const taken = new Map<number, number>()
  const waiting = new Map<string, TakenRow>()
  const standing = (date: string, identity: string) => Number(date.replaceAll('-', '')) * 10 + numberRank(identity)
  const standingOf = (body: string) => standing(cellOf(body, latestAt), cellOf(body, numberAt))
  const standingOfStored = ({ seq, body }: HeldRow) => standingOf(body ? textOf(body) : entryBody(store.write, seq) ?? '')
  const keep = (row: TakenRow) => {
    let moved = false
    for (const match of cases.ofPerson(row.identity)) {
      const before = match[kind]
      if (before?.hash === row.hash) continue
      cases.setExtract(match, kind, record(entry, match, { kind, row: before }, row))
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
      const person = cases.personNumber(row.identity)
      const latest = standing(row.latest, row.identity)
      const earlier = taken.get(first.id)
      if (earlier !== undefined && earlier > latest) {
        counts.duplicates++
        return
      }
      const stored = first[kind]
      if (earlier === undefined && latestAt >= 0 && stored && stored.hash !== row.hash && standingOfStored(stored) > latest) {
        const held = waiting.get(person)
        if (held) counts.duplicates++
        if (!held || standingOf(textOf(held.body)) <= latest) waiting.set(person, { ...row, body: apart(row.body) })
        return
      }
      taken.set(first.id, latest)
      if (waiting.delete(person)) counts.duplicates++
      keep(row)
    },
    finish: () => {
      for (const row of waiting.values()) keep(row)
    },
  }
}

function cellOf(body: string, at: number): string {
  if (body === '') return ''
  const { cells } = JSON.parse(body) as { cells: unknown[] }
  const cell = cells[at]
  return typeof cell === 'string' ? cell : ''
}
