import { createHash } from 'node:crypto'
import { canonical } from '../rules/rule-set.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { factSnapshot } from './appliers.ts'
import { loadCase } from './cases.ts'

export type PendingRow = Row & { application: number; light: number; override: number; at: string; by: number; seq: number; facts: string }

/** The light of a case that waits for a second reader, or undefined. */
export function pendingOf(db: Reader, application: number): PendingRow | undefined {
  return db.get<PendingRow>('SELECT application, light, override, at, by, seq, facts FROM pending WHERE application = ?', application)
}

/** What a light that waits was asked for on, in short: the rules, and the facts that they read. */
export function digestOf(ruleSet: string, facts: Record<string, unknown>): string {
  return createHash('sha256').update(canonical([ruleSet, facts])).digest('hex')
}

/**
 * Takes back, in the present transaction, lights that wait for a second reader on facts that are others now: what one person has asked for, another
 * must not confirm unseen. Everything that evaluates cases ends with this.
 */
export function lapsePending(store: Store, of: { application: number } | { intake: number }): void {
  const db = store.write
  // Few wait, and an intake has a hundred thousand: CROSS JOIN begins with the few.
  const waiting = 'application' in of
    ? db.all<PendingRow>('SELECT * FROM pending WHERE application = ?', of.application)
    : db.all<PendingRow>('SELECT p.* FROM pending p CROSS JOIN application a ON a.id = p.application WHERE a.intake = ? ORDER BY p.application', of.intake)
  for (const { application, facts: digest, seq } of waiting) {
    const { rules, facts } = loadCase(db, application)
    if (digestOf(rules.set.hash, factSnapshot(rules, facts)) !== digest) store.record({ kind: 'light.lapsed', application, body: JSON.stringify({ held: seq }) })
  }
}
