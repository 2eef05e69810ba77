import type { Reader, Row, Writer } from '../store/database.ts'
import { giveWay } from '../store/give-way.ts'
import { entryBody } from '../store/journal.ts'
import { correctionsOf } from './cases.ts'
import { caseEvaluator, sourceReader } from './evaluate.ts'
import type { LightBody } from './light-appliers.ts'
import { lapsePending } from './pending.ts'
import type { Store } from '../store/store.ts'
import { statedLayers } from './stated.ts'
import { intakeById, intakeFacts, layoutFacts, ruleSetByHash, ruleSetById, type ScreeningRules } from './programme-of-intake.ts'

type CaseRow = Row & {
  id: number; version: number; established_seq: number | null; application_seq: number; application_body: string | null
  register_seq: number | null; permits_seq: number | null; register_body: string | null; permits_body: string | null; corrected: number; stated: number
}
const CASE = `
  SELECT a.id, a.version, a.established_seq, a.application_seq, a.register_seq, a.permits_seq, ja.body AS application_body, jr.body AS register_body, jp.body AS permits_body,
    EXISTS (SELECT 1 FROM correction c WHERE c.application = a.id) AS corrected,
    EXISTS (SELECT 1 FROM stated s WHERE s.application = a.id) AS stated
  FROM application a JOIN journal ja ON ja.seq = a.application_seq
  LEFT JOIN journal jr ON jr.seq = a.register_seq LEFT JOIN journal jp ON jp.seq = a.permits_seq
  WHERE a.id = ?`

/**
 * Evaluates cases of one intake and stores what came out, in order of id so that neighbours lie together. A case whose facts differ from those
 * its light was established on is marked as changed. Give `pause` to let others work between batches.
 */
export async function screenCases(db: Writer, intakeId: number, ids: readonly number[], pause: (done: number) => Promise<void>): Promise<void> {
  const screen = screener(db, intakeId)
  const sorted = [...ids].sort((a, b) => a - b)
  for (let i = 0; i < sorted.length; i++) {
    giveWay()
    screen(sorted[i] ?? 0)
    if (i % 1000 === 999) await pause(i + 1)
  }
}

/** Evaluates one case of a change and stores what came out; a light that waits for a second reader on other facts lapses. */
export function screenCase(store: Store, intakeId: number, id: number): void {
  screener(store.write, intakeId)(id)
  lapsePending(store, { application: id })
}

function screener(db: Writer, intakeId: number): (id: number) => void {
  const intake = intakeById(db, intakeId)
  const rules = ruleSetById(db, intake.rule_set)
  const evaluate = caseEvaluator(rules, intakeFacts(intake))
  const source = sourceReader(layout => layoutFacts(db, layout))
  return id => {
    const row = db.get<CaseRow>(CASE, id)
    if (!row) return
    const found = evaluate({ application: source(row.application_body) ?? { facts: [], cells: [] }, register: source(row.register_body), permit: source(row.permits_body), stated: row.stated ? statedLayers(db, id) : null, corrections: row.corrected ? correctionsOf(db, id) : null })
    const changed = row.established_seq !== null && !stillHolds(db, row.established_seq, rules, found) ? 1 : 0
    const version = Math.max(row.version, row.application_seq, row.register_seq ?? 0, row.permits_seq ?? 0)
    db.run('UPDATE application SET rule_set = ?, proposed = ?, rules = ?, changed = ?, protected = ?, version = ? WHERE id = ?', rules.id, found.proposed, found.rules, changed, found.protected, version, id)
  }
}

type Established = Pick<LightBody, 'light' | 'proposed' | 'ruleSet' | 'facts'>
/** Whether what a light was established on still holds: the facts that its rules read and, where the rules are others now, the light that they propose. */
function stillHolds(db: Reader, seq: number, rules: ScreeningRules, found: { facts: readonly unknown[]; proposed: number }): boolean {
  const body = entryBody(db, seq)
  if (body === null) return false
  const then = JSON.parse(body) as Established
  const same = then.ruleSet === rules.set.hash
  const read = same ? rules.set : ruleSetByHash(db, then.ruleSet)
  if (!same && found.proposed !== (then.proposed ?? then.light)) return false
  return [...read.usedBy.keys()].every(id => {
    const now = found.facts[rules.set.factIndex.get(id) ?? -1]
    return now === undefined ? !(id in then.facts) : id in then.facts && then.facts[id] === now
  })
}
