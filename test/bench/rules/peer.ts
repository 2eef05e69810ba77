import { RULE_LIGHTS, type RuleSet } from '../../../electron/core/rules/rule-set.ts'
import type { Facts } from '../../../electron/core/rules/values.ts'

/** Another engine with the same rules. `prepare` puts facts in the engine's own form and is not timed. */
export type Peer<Input> = {
  name: string
  prepare(facts: Facts): Input
  /** The code of each rule's light, as in RULE_LIGHTS. */
  lights(input: Input): number[] | Promise<number[]>
  /** One rule's light, where the engine can be asked about one alone. */
  light?(input: Input, rule: number): number
}

export const codeOf = (light: (typeof RULE_LIGHTS)[number]): number => RULE_LIGHTS.indexOf(light)
/** No condition holds: what is missing must be asked for. */
export const ORANGE = codeOf('orange')

/** Facts as an object of objects, by the parts of their names; what is unknown is left out. */
export function nested(set: RuleSet, facts: Facts, valueOf: (index: number) => unknown): Record<string, unknown> {
  const tree: Record<string, unknown> = {}
  set.data.facts.forEach((fact, index) => {
    if (facts[index] !== undefined) put(tree, fact.id, valueOf(index))
  })
  return tree
}

/** Sets a value at a dotted name. */
export function put(tree: Record<string, unknown>, name: string, value: unknown): void {
  const [head = '', ...rest] = name.split('.')
  if (rest.length === 0) {
    tree[head] = value
    return
  }
  const below = tree[head]
  const branch: Record<string, unknown> = isTree(below) ? below : {}
  tree[head] = branch
  put(branch, rest.join('.'), value)
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
