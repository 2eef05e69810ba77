import { setImmediate } from 'node:timers/promises'
import { Fault } from '../../../shared/fault.ts'
import type { RunContext } from '../context.ts'
import { type RuleSet } from '../rules/rule-set.ts'
import type { FactValue } from '../rules/values.ts'
import type { Reader } from '../store/database.ts'
import { correctionsOf } from './cases.ts'
import { assembler, type StoredRow } from './facts.ts'
import { statedLayers } from './stated.ts'
import { intakeById, intakeFacts, layoutFacts } from './programme-of-intake.ts'

/** A case as it is stored: what its rules said, and whether a person has established or decided it. */
export type StoredCase = { id: number; proposed: number; rules: string; established: boolean; decided: boolean }

const PAGE = 400
// The plus keeps an index on the intake out of it: pages follow the rows themselves, with nothing to sort.
const CASES = `
  SELECT a.id, a.proposed, a.rules, a.established IS NOT NULL, a.decided, EXISTS (SELECT 1 FROM correction c WHERE c.application = a.id), EXISTS (SELECT 1 FROM stated s WHERE s.application = a.id), ja.body, jr.body, jp.body
  FROM application a JOIN journal ja ON ja.seq = a.application_seq
  LEFT JOIN extract r ON r.application = a.id AND r.kind = 'register' LEFT JOIN journal jr ON jr.seq = r.seq
  LEFT JOIN extract p ON p.application = a.id AND p.kind = 'permits' LEFT JOIN journal jp ON jp.seq = p.seq
  WHERE a.id > ? AND +a.intake = ? ORDER BY a.id LIMIT ${PAGE}`

/**
 * Gives every case of an intake with its facts as a rule set sees them, in order of id; others get their turn between pages.
 * Throws Fault cancelled.
 */
export async function eachCase(db: Reader, intakeId: number, set: RuleSet, run: RunContext, take: (stored: StoredCase, facts: FactValue[]) => void): Promise<number> {
  const given = intakeFacts(intakeById(db, intakeId))
  const assemble = assembler(set)
  const layouts = new Map<number, readonly string[]>()
  const source = (body: unknown) => {
    if (typeof body !== 'string') return null
    const row = JSON.parse(body) as StoredRow
    let facts = layouts.get(row.layout)
    if (!facts) layouts.set(row.layout, (facts = layoutFacts(db, row.layout)))
    return { facts, cells: row.cells }
  }
  const total = Number(db.value('SELECT count(*) FROM application WHERE intake = ?', intakeId) ?? 0)
  let last = 0
  let done = 0
  for (;;) {
    const page = db.raw(CASES, last, intakeId)
    for (const [id, proposed, rules, established, decided, corrected, stated, application, register, permit] of page) {
      last = Number(id)
      take(
        { id: last, proposed: Number(proposed), rules: String(rules), established: established === 1, decided: decided === 1 },
        assemble(given, { application: source(application) ?? { facts: [], cells: [] }, register: source(register), permit: source(permit), stated: stated === 1 ? statedLayers(db, last) : null, corrections: corrected === 1 ? correctionsOf(db, last) : null }),
      )
    }
    done += page.length
    run.progress('bedömning', done, total)
    if (page.length < PAGE) return done
    await setImmediate()
    if (run.signal.aborted) throw new Fault('cancelled')
  }
}
