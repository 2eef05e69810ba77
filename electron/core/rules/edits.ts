import { parse } from 'yaml'
import type { RuleEdits } from '../../../shared/contract/rules.ts'
import { Fault, type FaultParams } from '../../../shared/fault.ts'
import { RuleError, scalarType } from './expressions.ts'
import { compileRuleSet, type RuleSet } from './rule-set.ts'
import type { FactScalar, ParameterDef, RuleSetData } from './values.ts'

/** A rule set with other values and conditions, as somebody tries them. Throws Fault rules-broken telling what does not fit, and naming the parameter, or the rule, light and index of the condition, that it stands in. */
export function editedRuleSet(set: RuleSet, edits: RuleEdits): RuleSet {
  if (Object.keys(edits.parameters).length === 0 && edits.conditions.length === 0) return set
  const data = structuredClone(set.data)
  for (const [name, written] of Object.entries(edits.parameters)) {
    const parameter = data.parameters[name]
    if (!parameter) throw broken(`parametern ”${name}” finns inte`, { parameter: name })
    parameter.value = valueLike(name, parameter, written)
  }
  for (const { rule: id, light, index, when } of edits.conditions) {
    const rule = data.rules.find(r => r.id === id)
    const condition = rule?.[light === 'not-applicable' ? 'notApplicable' : light][index]
    if (!condition) throw broken(`regeln ${id} har inget villkor ${index + 1} för ${light}`, { rule: id, light, index })
    condition.when = when
  }
  return compiled({ ...data, version: `${data.version} (ändrad)` })
}

function compiled(data: RuleSetData): RuleSet {
  try {
    return compileRuleSet(data)
  } catch (error) {
    if (error instanceof RuleError) throw broken(error.message, error.part?.kind === 'rule' ? { rule: error.part.id, light: error.part.light, index: error.part.index } : {})
    throw error
  }
}

const broken = (message: string, where: FaultParams = {}) => new Fault('rules-broken', { message, ...where })

function valueLike(name: string, { value }: ParameterDef, written: string): ParameterDef['value'] {
  const sample = [value].flat()[0]
  const wanted = sample === undefined ? 'text' : scalarType(sample)
  const read = readTexts(written)
  const items = read?.map((text): FactScalar => (wanted === 'number' && text.trim() !== '' ? Number(text.replace(',', '.')) : wanted === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text))
  const [only] = items ?? []
  if (!items || only === undefined || items.some(item => scalarType(item) !== wanted || Number.isNaN(item))) throw broken(`parametern ”${name}” ska vara av samma slag som förut (${[value].flat().slice(0, 3).join(', ')})`, { parameter: name })
  if (!Array.isArray(value) && items.length > 1) throw broken(`parametern ”${name}” är ett enda värde, ingen lista`, { parameter: name })
  return Array.isArray(value) ? items : only
}

/** The value or the items of a list as texts: a code such as 0520 must not become a number on the way. */
function readTexts(written: string): string[] | null {
  try {
    const read: unknown = parse(written, { schema: 'failsafe' })
    const list: unknown[] = Array.isArray(read) ? read : [read]
    return list.every(item => typeof item === 'string') ? list : null
  } catch {
    return null
  }
}
