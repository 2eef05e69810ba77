import type { RuleSet } from '../rules/rule-set.ts'
import type { FactValue } from '../rules/values.ts'
import { lightCodeOf, rulesText } from './cases.ts'
import type { Assembler, CaseSources, StoredRow } from './facts.ts'

/** What came out of a case's rules, as its row holds it, with the facts that they read. */
export type Evaluated = { facts: FactValue[]; proposed: number; rules: string; protected: 0 | 1 }

/** Lays a case's sources over each other and evaluates its rules. Pure: a thread without a store does it as well. */
export function caseEvaluator({ set, assemble }: { set: RuleSet; assemble: Assembler }, given: readonly [string, FactValue][]): (sources: CaseSources) => Evaluated {
  const protectedAt = set.factIndex.get('protection.marked') ?? -1
  return sources => {
    const facts = assemble(given, sources)
    const outcome = set.evaluate(facts)
    return { facts, proposed: lightCodeOf(outcome.light), rules: rulesText(set, outcome), protected: facts[protectedAt] === true ? 1 : 0 }
  }
}

/** Reads the journal's text of a row; null where there is none. `layoutOf` gives the facts that the cells of a layout stand for. */
export function sourceReader(layoutOf: (layout: number) => readonly string[]): (body: string | null) => CaseSources['application'] | null {
  const layouts = new Map<number, readonly string[]>()
  return body => {
    if (body === null) return null
    const row = JSON.parse(body) as StoredRow
    let facts = layouts.get(row.layout)
    if (!facts) layouts.set(row.layout, (facts = layoutOf(row.layout)))
    return { facts, cells: row.cells }
  }
}
