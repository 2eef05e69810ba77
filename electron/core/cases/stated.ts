import type { FactScalar } from '../../../shared/domain.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Appliers, Store } from '../store/store.ts'
import type { CorrectionValue } from './facts.ts'

/** Sources that speak of single facts, each with something to show for it. */
export type StatedSource = 'document' | 'credential'
/** Where the word of a document or a credential can be seen: ids and page, never a text of the person's. */
export type StatedRef = Record<string, string | number>
export type Statement = { application: number; fact: string; source: StatedSource; value: FactScalar | { none: true }; ref: StatedRef }
export type StatedRow = { fact: string; source: StatedSource; value: CorrectionValue; ref: StatedRef; at: string; by: number }

/** Says what a document or a checked credential tells of a fact; an earlier word of the same source gives way. Runs inside a change; the caller screens the case. */
export function stateFact(store: Store, { application, ...body }: Statement): number {
  return store.record({ kind: 'fact.stated', application, body: JSON.stringify(body) })
}

/** Takes a source's word on a fact back, for the reason that `ref` holds. Runs inside a change; the caller screens the case. */
export function unstateFact(store: Store, { application, ...body }: Pick<Statement, 'application' | 'fact' | 'source' | 'ref'>): number {
  return store.record({ kind: 'fact.unstated', application, body: JSON.stringify(body) })
}

/** Everything that documents and credentials say of a case. */
export function statedOf(db: Reader, application: number): StatedRow[] {
  return db.all<Row & { fact: string; source: StatedSource; value: string; ref: string; at: string; by: number }>('SELECT fact, source, value, ref, at, by FROM stated WHERE application = ? ORDER BY fact, source', application)
    .map(row => ({ ...row, value: JSON.parse(row.value) as CorrectionValue, ref: JSON.parse(row.ref) as StatedRef }))
}

/** What each source of single facts says, ready to be laid over the others; null where there is nothing. */
export function statedLayers(db: Reader, application: number): Record<StatedSource, ReadonlyMap<string, CorrectionValue> | null> {
  const layers: Record<StatedSource, Map<string, CorrectionValue> | null> = { document: null, credential: null }
  for (const { fact, source, value } of statedOf(db, application)) (layers[source] ??= new Map()).set(fact, value)
  return layers
}

/** What a word of a document or a credential does to the tables. */
export const statedAppliers: Appliers = {
  'fact.stated': (db, e) => {
    const { fact, source, value, ref } = JSON.parse(e.body) as Omit<Statement, 'application'>
    db.run(
      `INSERT INTO stated (application, fact, source, value, ref, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, ref = excluded.ref, at = excluded.at, by = excluded.by, seq = excluded.seq`,
      e.application, fact, source, JSON.stringify(value), JSON.stringify(ref), e.at, e.by, e.seq,
    )
    db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
  },
  'fact.unstated': (db, e) => {
    const { fact, source } = JSON.parse(e.body) as { fact: string; source: StatedSource }
    db.run('DELETE FROM stated WHERE application = ? AND fact = ? AND source = ?', e.application, fact, source)
    db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
  },
}
