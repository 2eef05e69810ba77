import { Fault } from '../../../shared/fault.ts'
import { valueReader } from './read-value.ts'
import type { RuleSet } from './rule-set.ts'
import { type FactDef, type FactScalar, type FactValue, isList } from './values.ts'

/** Facts by id as somebody wrote them: a value, a list of values, or null for "there is none". */
export type GivenFacts = Readonly<Record<string, unknown>>

/**
 * The facts of one case put together by hand. What is not given has the meaning that the fact's `empty` says, and is else unknown.
 * Throws Fault fact-unknown, or fact-invalid with the fact's name.
 */
export function factsFrom(set: RuleSet, given: GivenFacts, unknown: readonly string[] = []): FactValue[] {
  const values: FactValue[] = set.data.facts.map(f => f.empty)
  for (const [id, value] of Object.entries(given)) values[indexOf(set, id)] = valueOf(set.factById.get(id), id, value)
  for (const id of unknown) values[indexOf(set, id)] = undefined
  return values
}

function indexOf(set: RuleSet, id: string): number {
  const index = set.factIndex.get(id)
  if (index === undefined) throw new Fault('fact-unknown', { fact: id })
  return index
}

function valueOf(fact: FactDef | undefined, id: string, value: unknown): FactValue {
  if (!fact) throw new Fault('fact-unknown', { fact: id })
  if (value === null) return null
  if (fact.list) {
    if (!Array.isArray(value)) throw new Fault('fact-invalid', { fact: id, type: 'list' })
    return value.map((item: unknown) => scalarOf(fact, item))
  }
  return scalarOf(fact, value)
}

function scalarOf(fact: FactDef, value: unknown): FactScalar {
  const read = typeof value === 'string' ? valueReader(fact)(value.trim()) : undefined
  const fits = fact.type === 'number' ? typeof value === 'number' && Number.isFinite(value) : fact.type === 'boolean' && typeof value === 'boolean'
  if (fits && (typeof value === 'number' || typeof value === 'boolean')) return value
  // A word of a fact with words is one of them; a text that looks like a number is still a text.
  const found = fact.type === 'number' && typeof value === 'string' ? undefined : read
  if (found === undefined) throw new Fault('fact-invalid', { fact: fact.id, type: fact.type, ...(fact.values ? { words: Object.keys(fact.values).join(', ') } : {}) })
  return found
}

/** The facts of a case by id: what is unknown is left out. */
export function factsById(set: RuleSet, facts: readonly FactValue[]): Record<string, FactScalar | readonly FactScalar[] | null> {
  const out: Record<string, FactScalar | readonly FactScalar[] | null> = {}
  set.data.facts.forEach((fact, i) => {
    const value = facts[i]
    if (value !== undefined) out[fact.id] = isList(value) ? [...value] : value
  })
  return out
}
