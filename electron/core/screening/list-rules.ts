import type { RuleSummary } from '../../../shared/contract/views.ts'
import { Fault } from '../../../shared/fault.ts'
import { deskRules } from '../cases/judging.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import type { RuleSetData } from '../rules/values.ts'
import type { Reader } from '../store/database.ts'
import type { Store } from '../store/store.ts'

type ListRules = {
  summaries: RuleSummary[]
  /** Rules that must not be a search term. */
  hidden: ReadonlySet<string>
  /** Those and the others of their sections: a row that named the others alone would tell by its silence. */
  pooled: ReadonlySet<string>
}
const known = new Map<string, ListRules>()

/**
 * The rules of a stored rule set as a list needs them, and those that must not be a search term: they would reveal country of birth or
 * kind of permit (2002:546 § 14, domain 6.4). Read without compiling the conditions, which takes longer than the first page.
 */
export function listRules(db: Reader, ruleSet: number): ListRules {
  const head = db.get<{ hash: string }>('SELECT hash FROM rule_set WHERE id = ?', ruleSet)
  if (!head) throw new Fault('rules-broken', { message: 'regeluppsättningen saknas i lagret' })
  const found = known.get(head.hash)
  if (found) return found
  const { rules, sections } = JSON.parse(String(db.value('SELECT body FROM rule_set WHERE id = ?', ruleSet))) as RuleSetData
  const shut = new Set(rules.filter(rule => !rule.filterable).map(rule => rule.section))
  const made: ListRules = {
    summaries: rules.map(({ id, question, section, filterable }) => ({ id, question, section, sectionTitle: sections[section] ?? '', filterable })),
    hidden: new Set(rules.filter(rule => !rule.filterable).map(rule => rule.id)),
    pooled: new Set(rules.filter(rule => shut.has(rule.section)).map(rule => rule.id)),
  }
  known.set(head.hash, made)
  return made
}

const REST_MS = 1000
const prepared = new WeakSet<Store>()

/** Reads what a case is shown with, a moment after its intake was first asked for and one thing at a time, so that the first case that is opened does not wait for it. */
export function prepareRules(store: Store, intake: number): void {
  if (prepared.has(store)) return
  prepared.add(store)
  const steps = [() => ruleSetById(store.read, intakeById(store.read, intake).rule_set), () => deskRules(store.read, intakeById(store.read, intake).programme)]
  const next = () => void setTimeout(() => {
    try {
      steps.shift()?.()
      if (steps.length > 0) next()
    } catch {
      // The store has been closed, or its rules do not hold: whoever opens a case is told.
    }
  }, REST_MS).unref()
  next()
}
