import type { FactScalar, RuleLight } from '../../../shared/domain.ts'
import type { ExprType, FactDef, Literal, ParameterDef, SingleValue, ValueType } from './values.ts'

export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>='

/** A name inside `some` or `every`: it stands for one item of the list after the other. */
export type Variable = {
  name: string
  type: ValueType
  /** The fact that the item in hand comes from, for its words; the list's own where that is a fact. */
  fact: FactDef | null
  /** The words that the items can be, for the check of misspelt ones. */
  words: readonly string[]
  /** The item in hand. One evaluation at a time, so one place is enough. */
  value: SingleValue
}
export type ValueFunction = 'substring' | 'full years' | 'count' | 'first working day'

type Base = { type: ExprType; from: number; to: number }
/** A condition as a typed tree. Boolean nodes carry a slot in the evaluation's trace. */
export type Expr =
  | (Base & { kind: 'literal'; value: Literal })
  | (Base & { kind: 'list'; items: Expr[] })
  | (Base & { kind: 'range'; low: Expr; high: Expr; lowIn: boolean; highIn: boolean })
  | (Base & { kind: 'fact'; fact: FactDef; index: number })
  | (Base & { kind: 'parameter'; name: string; parameter: ParameterDef })
  | (Base & { kind: 'definition'; name: string; label: string; unit?: string; body: Expr; slot: number })
  | (Base & { kind: 'compare'; op: CompareOp; left: Expr; right: Expr; slot: number })
  | (Base & { kind: 'in'; left: Expr; right: Expr; slot: number })
  | (Base & { kind: 'and' | 'or'; items: Expr[]; slot: number })
  | (Base & { kind: 'not'; item: Expr; slot: number })
  | (Base & { kind: 'truth'; item: Expr; slot: number })
  | (Base & { kind: 'known' | 'given'; item: Expr; slot: number })
  | (Base & { kind: 'arithmetic'; op: '+' | '-' | '*' | '/'; left: Expr; right: Expr })
  | (Base & { kind: 'starts-with'; text: Expr; prefix: Expr; slot: number })
  | (Base & { kind: 'if'; test: Expr; then: Expr; otherwise: Expr; slot: number })
  | (Base & { kind: 'quantifier'; every: boolean; variable: Variable; list: Expr; body: Expr; slot: number })
  | (Base & { kind: 'variable'; variable: Variable })
  | (Base & { kind: 'call'; fn: ValueFunction; args: Expr[] })

/** A place in a rule set. */
export type Part = { kind: 'rule'; id: string; light: RuleLight; index: number } | { kind: 'definition'; id: string }

/** A mistake in a rule file: where it is and what to do about it. */
export class RuleError extends Error {
  readonly from: number
  readonly to: number
  /** The rule's condition or the definition that it stands in, once that is known. */
  readonly part: Part | null
  constructor(message: string, from = 0, to = from, part: Part | null = null) {
    super(message)
    this.name = 'RuleError'
    this.from = from
    this.to = to
    this.part = part
  }
}

/** What names mean inside one rule set. */
export type Scope = {
  fact(id: string): { fact: FactDef; index: number } | undefined
  parameter(name: string): ParameterDef | undefined
  definition(name: string): { label: string; unit?: string; body: Expr } | undefined
  /** Names for "did you mean". */
  names(): string[]
  slot(): number
}

/** The element type of a parameter or list value. */
export function scalarType(value: FactScalar): ValueType {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
  return /^-?P\d/.test(value) ? 'duration' : 'text'
}
