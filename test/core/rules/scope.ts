import { compileTest } from '../../../electron/core/rules/compile.ts'
import { type Expr, RuleError, type Scope } from '../../../electron/core/rules/expressions.ts'
import { parseCondition, parseExpression } from '../../../electron/core/rules/parse.ts'
import { compileValue } from '../../../electron/core/rules/compile-values.ts'
import type { FactDef, Facts, FactValue, ParameterDef, Truth } from '../../../electron/core/rules/values.ts'

const fact = (id: string, type: FactDef['type'], more: Partial<FactDef> = {}): FactDef => ({ id, label: id, type, section: 'person', ...more })
/** Facts of every type, for conditions in tests. */
export const FACTS: FactDef[] = [
  fact('b.one', 'boolean'), fact('b.two', 'boolean'), fact('b.three', 'boolean'), fact('n.one', 'number'), fact('n.two', 'number'),
  fact('d.one', 'date'), fact('d.two', 'date'), fact('t.one', 'text'), fact('t.two', 'text'),
  fact('w.colour', 'word', { values: { röd: 'röd', grön: 'grön' } }), fact('w.level', 'word', { ordered: true, values: { A1: 'A1', A2: 'A2', B1: 'B1' } }),
  fact('l.colours', 'word', { list: true, values: { röd: 'röd', grön: 'grön' } }), fact('l.days', 'date', { list: true }),
  fact('w.rank', 'word', { ordered: true, values: { låg: 'låg', hög: 'hög' } }),
]
export const PARAMETERS: Record<string, ParameterDef> = {
  limit: { label: 'gränsen', value: 5, source: 'policy' }, numbers: { label: 'talen', value: [1, 2, 3], source: 'policy' }, colours: { label: 'färgerna', value: ['röd'], source: 'policy' },
  words: { label: 'orden', value: ['a', 'b'], source: 'policy' }, length: { label: 'längden', value: 'P6M', source: 'policy' }, empty: { label: 'inget', value: [], source: 'policy' },
}

/** A scope over these facts and parameters. */
export function testScope(): Scope {
  let slots = 0
  return {
    fact: id => {
      const index = FACTS.findIndex(f => f.id === id)
      const found = FACTS[index]
      return found ? { fact: found, index } : undefined
    },
    parameter: name => PARAMETERS[name], definition: () => undefined,
    names: () => [...FACTS.map(f => f.id), ...Object.keys(PARAMETERS).map(p => `parameters.${p}`)], slot: () => slots++,
  }
}

export type Given = Record<string, FactValue>
const factsOf = (given: Given): Facts => FACTS.map(f => given[f.id])

/** The truth of a condition: 0 false, 1 unknown, 2 true. */
export function truth(text: string, given: Given = {}): Truth {
  return compileTest(parseCondition(text, testScope()))(factsOf(given), new Uint8Array(200))
}
/** The value of an expression. */
export function value(text: string, given: Given = {}): FactValue {
  return compileValue(parseExpression(text, testScope()))(factsOf(given))
}
/** The message of the mistake in a condition. */
export function mistake(text: string): { message: string; at: string } {
  try {
    const parsed: Expr = parseCondition(text, testScope())
    compileTest(parsed)
  } catch (error) {
    if (error instanceof RuleError) return { message: error.message, at: text.slice(error.from, error.to) }
    throw error
  }
  throw new Error(`no mistake was found in: ${text}`)
}
