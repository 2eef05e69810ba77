import type { Light } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { lightCode } from '../../../shared/text/words.sv.ts'
import { type Outcome, RULE_LIGHTS, type RuleSet } from '../rules/rule-set.ts'
import type { FactValue } from '../rules/values.ts'
import type { Reader, Row } from '../store/database.ts'
import { entryBody } from '../store/journal.ts'
import type { CaseSources, CorrectionValue, StoredRow } from './facts.ts'
import { statedLayers } from './stated.ts'
import { type IntakeRow, intakeById, intakeFacts, layoutFacts, ruleSetById, type ScreeningRules } from './programme-of-intake.ts'

export type ApplicationRow = Row & {
  id: number; intake: number; application_id: string; identity: string; family_name: string; given_name: string; protected: number; received: string | null
  application_seq: number; register_seq: number | null; permits_seq: number | null; rule_set: number; proposed: number; rules: string
  established: number | null; established_at: string | null; established_by: number | null; established_rule_set: number | null; established_seq: number | null
  changed: number; decided: number; vanished: number | null; version: number
  awaiting: number; overridden: number; assignee: number | null; moved_from: number | null; express: number; express_until: string | null
}
const COLUMNS = `id, intake, application_id, identity, family_name, given_name, protected, received, application_seq, register_seq, permits_seq, rule_set, proposed, rules,
  established, established_at, established_by, established_rule_set, established_seq, changed, decided, vanished, version, awaiting, overridden, assignee, moved_from, express, express_until`

export const LIGHT_CODES = ['green', 'orange', 'red'] as const satisfies readonly Light[]
/** A light from its stored code. */
export const lightOf = (code: number): Light => LIGHT_CODES[code] ?? 'orange'

/** An application by row id. Throws Fault case-missing. */
export function applicationById(db: Reader, id: number): ApplicationRow {
  const row = db.get<ApplicationRow>(`SELECT ${COLUMNS} FROM application WHERE id = ?`, id)
  if (!row) throw new Fault('case-missing')
  return row
}

/** A stored row of a file by its journal entry. */
export function storedRow(db: Reader, seq: number): StoredRow {
  const body = entryBody(db, seq)
  return body === null ? { intake: 0, layout: 0, cells: [] } : (JSON.parse(body) as StoredRow)
}

function sourceOf(db: Reader, seq: number | null) {
  if (seq === null) return null
  const row = storedRow(db, seq)
  return { facts: layoutFacts(db, row.layout), cells: row.cells }
}

/** A caseworker's corrections of a case. */
export function correctionsOf(db: Reader, id: number): Map<string, CorrectionValue> | null {
  const rows = db.all<{ fact: string; value: string }>('SELECT fact, value FROM correction WHERE application = ?', id)
  return rows.length === 0 ? null : new Map(rows.map(r => [r.fact, JSON.parse(r.value) as CorrectionValue]))
}

export type ExtractKind = 'register' | 'permits'
/** Where an application says which entry holds the extract row that counts for it. */
export const EXTRACT_SEQ = { register: 'register_seq', permits: 'permits_seq' } as const satisfies Record<ExtractKind, keyof ApplicationRow>

/** What every source says of a case. */
export function sourcesOf(db: Reader, row: Pick<ApplicationRow, 'id' | 'application_seq' | 'register_seq' | 'permits_seq'>): CaseSources {
  return {
    application: sourceOf(db, row.application_seq) ?? { facts: [], cells: [] },
    permit: sourceOf(db, row.permits_seq), register: sourceOf(db, row.register_seq), stated: statedLayers(db, row.id), corrections: correctionsOf(db, row.id),
  }
}

/** The facts that hold for a case, ready for the rules. */
export function factsOf(rules: ScreeningRules, intake: IntakeRow, sources: CaseSources): FactValue[] {
  return rules.assemble(intakeFacts(intake), sources)
}

/** A case with everything needed to explain it. */
export function loadCase(db: Reader, id: number) {
  const row = applicationById(db, id)
  const intake = intakeById(db, row.intake)
  const rules = ruleSetById(db, row.rule_set)
  const sources = sourcesOf(db, row)
  const facts = factsOf(rules, intake, sources)
  return { row, intake, rules, sources, facts, outcome: rules.set.evaluate(facts) }
}

/** The rules that are not green, as the answer files write them: "JO-07:orange JO-08:orange". */
export function rulesText(set: RuleSet, outcome: Outcome): string {
  let text = ''
  for (let i = 0; i < set.rules.length; i++) {
    const light = RULE_LIGHTS[outcome.lights[i] ?? 1] ?? 'orange'
    if (light === 'orange' || light === 'red') text += `${text ? ' ' : ''}${set.rules[i]?.def.id ?? ''}:${lightCode[light]}`
  }
  return text
}

/** The stored code of a light. */
export const lightCodeOf = (light: Light): number => LIGHT_CODES.indexOf(light)
