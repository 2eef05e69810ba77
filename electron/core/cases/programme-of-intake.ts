import type { IsoDate } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { compileRuleSet, type RuleSet, ruleSetHash } from '../rules/rule-set.ts'
import type { FactValue, RuleSetData } from '../rules/values.ts'
import type { Reader, Row, Writer } from '../store/database.ts'
import { type Assembler, assembler } from './facts.ts'

export type IntakeRow = Row & { id: number; programme: string; name: string; evaluation_date: IsoDate; place_start: IsoDate; place_end: IsoDate; rule_set: number }
export type ScreeningRules = { id: number; set: RuleSet; assemble: Assembler }

const compiled = new Map<string, { set: RuleSet; assemble: Assembler }>()

/** The stored rule set with a row id, compiled. Kept for ever, so that old outcomes can be explained with the rules of their day. */
export function ruleSetById(db: Reader, id: number): ScreeningRules {
  const head = db.get<{ hash: string }>('SELECT hash FROM rule_set WHERE id = ?', id)
  if (!head) throw new Fault('rules-broken', { message: 'regeluppsättningen saknas i lagret' })
  let known = compiled.get(head.hash)
  if (!known) {
    const body = db.get<{ body: string }>('SELECT body FROM rule_set WHERE id = ?', id)
    const set = compileRuleSet(JSON.parse(body?.body ?? '{}') as RuleSetData)
    compiled.set(head.hash, (known = { set, assemble: assembler(set) }))
  }
  return { id, ...known }
}

/** The stored rule set with a content hash, compiled. */
export function ruleSetByHash(db: Reader, hash: string): RuleSet {
  return ruleSetById(db, Number(db.value('SELECT id FROM rule_set WHERE hash = ?', hash) ?? 0)).set
}

/** An intake by id. Throws Fault intake-missing. */
export function intakeById(db: Reader, id: number): IntakeRow {
  const row = db.get<IntakeRow>('SELECT id, programme, name, evaluation_date, place_start, place_end, rule_set FROM intake WHERE id = ?', id)
  if (!row) throw new Fault('intake-missing')
  return row
}

/** The facts that the intake itself gives to every case. */
export function intakeFacts(intake: IntakeRow): [string, FactValue][] {
  return [['evaluation.date', intake.evaluation_date], ['place.start', intake.place_start], ['place.end', intake.place_end]]
}

const parsed = new Map<string, readonly string[]>()
/** The facts that a stored row's cells stand for, in order. */
export function layoutFacts(db: Reader, id: number): readonly string[] {
  const text = String(db.value('SELECT facts FROM layout WHERE id = ?', id) ?? '[]')
  let facts = parsed.get(text)
  if (!facts) parsed.set(text, (facts = JSON.parse(text) as string[]))
  return facts
}

/** Remembers something for the rest of the transaction: rows of a file ask for the same intake and layout a hundred thousand times. */
export function remembered<T>(db: Writer, key: string, read: () => T): T {
  if (!db.memo.has(key)) db.memo.set(key, read())
  return db.memo.get(key) as T
}

/** Keeps a rule set for ever, so that what it has decided can be explained with it; gives its row. */
export function storeRules(db: Writer, rules: RuleSetData): number {
  const hash = ruleSetHash(rules)
  db.run('INSERT OR IGNORE INTO rule_set (hash, programme, version, body) VALUES (?, ?, ?, ?)', hash, rules.programme, rules.version, JSON.stringify(rules))
  return Number(db.value('SELECT id FROM rule_set WHERE hash = ?', hash))
}
