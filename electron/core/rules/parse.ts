import { distance } from 'fastest-levenshtein'
import { parser } from 'lezer-feel'
import { isIsoDate, parseDuration } from './dates.ts'
import { type CompareOp, type Expr, RuleError, type Scope, scalarType, type Variable } from './expressions.ts'
import { typeName, typedArithmetic, typedCall, typedCompare, typedIf, typedIn } from './typing.ts'
import { type ExprType, type FactDef, valueTypeOf } from './values.ts'

type Node = ReturnType<typeof grammar.parse>['topNode']
const grammar = parser.configure({ top: 'Expression' })
const COMPARE = new Set(['=', '!=', '<', '<=', '>', '>='])

/** Brackets within each other, and signs in all, that a condition may have; far beyond them the grammar takes minutes or runs out of stack. */
const DEEPEST = 100
const LONGEST = 20_000

function refuseBeyondMeasure(text: string): void {
  let depth = 0
  for (let i = 0; i < text.length && i <= LONGEST; i++) {
    const sign = text[i]
    if (sign === '(' || sign === '[' || sign === '{') depth++
    else if (sign === ')' || sign === ']' || sign === '}') depth--
    if (depth > DEEPEST || i === LONGEST) throw new RuleError(`uttrycket är för långt eller har för många parenteser i varandra (högst ${DEEPEST})`, 0, text.length)
  }
}

/** Reads one condition in FEEL notation into a typed tree. Throws RuleError with the place. */
export function parseExpression(text: string, scope: Scope): Expr {
  refuseBeyondMeasure(text)
  const top = grammar.parse(text).topNode
  refuseErrors(top, text)
  const inner = top.firstChild
  if (!inner) throw new RuleError('uttrycket är tomt')
  const reader = new Reader(text, scope)
  return reader.read(inner)
}

/** Reads a condition that must be true, false or unknown. */
export function parseCondition(text: string, scope: Scope): Expr {
  const expr = parseExpression(text, scope)
  if (expr.type !== 'boolean') throw new RuleError(`ett villkor ska vara sant eller falskt, men detta är ${typeName(expr.type)}`, expr.from, expr.to)
  return asTruth(expr, scope)
}

function refuseErrors(top: Node, text: string): void {
  const cursor = top.cursor()
  do {
    if (cursor.name === 'null') throw new RuleError('”null” hör inte till regelspråket; skriv given(uppgift) eller not(given(uppgift))', cursor.from, cursor.to)
    if (cursor.type.isError) throw new RuleError(`här tar uttrycket slut eller går inte att förstå: ”${text.slice(Math.max(0, cursor.from - 12), cursor.to + 12).trim()}”`, cursor.from, cursor.to)
  } while (cursor.next())
}

/** A yes-or-no used as it is becomes a node with a trace slot of its own. */
export function asTruth(expr: Expr, scope: Scope): Expr {
  if (expr.kind === 'fact' || expr.kind === 'literal' || expr.kind === 'parameter' || expr.kind === 'variable') return { kind: 'truth', type: 'boolean', from: expr.from, to: expr.to, item: expr, slot: scope.slot() }
  return expr
}

class Reader {
  private readonly text: string
  private readonly scope: Scope
  private readonly variables: Variable[] = []
  constructor(text: string, scope: Scope) {
    this.text = text
    this.scope = scope
  }

  read(node: Node): Expr {
    const at = { from: node.from, to: node.to }
    switch (node.name) {
      case 'ParenthesizedExpression': return this.read(this.child(node, 1))
      case 'NumericLiteral': return { kind: 'literal', type: 'number', value: Number(this.slice(node)), ...at }
      case 'BooleanLiteral': return { kind: 'literal', type: 'boolean', value: this.slice(node) === 'true', ...at }
      case 'StringLiteral': return { kind: 'literal', type: 'text', value: this.unquote(node), ...at }
      case 'DateTimeLiteral': return this.temporal(node)
      case 'VariableName':
      case 'PathExpression': return this.name(node)
      case 'List': {
        const items = this.operands(node).map(n => this.read(n))
        const first = items[0]
        if (!first) throw new RuleError('listan är tom', node.from, node.to)
        for (const item of items) if (item.type !== first.type) throw new RuleError('alla värden i listan ska vara av samma slag', item.from, item.to)
        if (typeof first.type === 'object') throw new RuleError('listor i listor finns inte', node.from, node.to)
        return { kind: 'list', type: { list: first.type }, items, ...at }
      }
      case 'Conjunction':
      case 'Disjunction': return this.connective(node, node.name === 'Conjunction' ? 'and' : 'or')
      case 'Comparison': return this.comparison(node)
      case 'ArithmeticExpression': {
        const [left, right] = this.operands(node)
        const op = this.token(node, 'ArithOp')
        if (!left || !right) throw new RuleError('ett tecken framför ett uttryck går bara på tal', node.from, node.to)
        return typedArithmetic(op, this.read(left), this.read(right), at)
      }
      case 'FunctionInvocation': return this.call(node)
      case 'IfExpression': return this.choice(node)
      case 'QuantifiedExpression': return this.quantifier(node)
      default: throw new RuleError(`”${this.slice(node)}” hör inte till regelspråket`, node.from, node.to)
    }
  }

  private slice = (node: Node) => this.text.slice(node.from, node.to)

  private child(node: Node, index: number): Node {
    let c = node.firstChild
    for (let i = 0; c && i < index; i++) c = c.nextSibling
    if (!c) throw new RuleError('uttrycket är ofullständigt', node.from, node.to)
    return c
  }

  /** Children that are expressions: no operators, brackets or words. */
  private operands(node: Node): Node[] {
    const out: Node[] = []
    for (let c = node.firstChild; c; c = c.nextSibling) if (/^[A-Z]/.test(c.name) && c.name !== 'CompareOp' && c.name !== 'ArithOp') out.push(c)
    return out
  }

  private token(node: Node, name: string): string {
    for (let c = node.firstChild; c; c = c.nextSibling) if (c.name === name) return this.slice(c)
    throw new RuleError('operatorn saknas', node.from, node.to)
  }

  private unquote(node: Node): string {
    try {
      return String(JSON.parse(this.slice(node)))
    } catch {
      throw new RuleError('texten innehåller ett omvänt snedstreck som inte betyder något; skriv det dubbelt', node.from, node.to)
    }
  }

  private temporal(node: Node): Expr {
    const string = node.getChild('DateTimeConstructor') ? node.getChild('PositionalParameters')?.getChild('StringLiteral') : node.getChild('AtLiteral')?.getChild('StringLiteral')
    const text = string ? this.unquote(string) : ''
    const at = { from: node.from, to: node.to }
    const constructor = node.getChild('DateTimeConstructor')
    const wanted = constructor ? this.slice(constructor) : null
    if (isIsoDate(text) && wanted !== 'duration') return { kind: 'literal', type: 'date', value: text, ...at }
    const duration = parseDuration(text)
    if (duration && wanted !== 'date') return { kind: 'literal', type: 'duration', value: duration, ...at }
    throw new RuleError(`”${text}” är varken ett datum (ÅÅÅÅ-MM-DD) eller en längd som P6M`, node.from, node.to)
  }

  private name(node: Node): Expr {
    const name = this.slice(node).replace(/\s+/g, '')
    const at = { from: node.from, to: node.to }
    if (name === 'true' || name === 'false') return { kind: 'literal', type: 'boolean', value: name === 'true', ...at }
    const variable = this.variables.findLast(v => v.name === name)
    if (variable) return { kind: 'variable', type: variable.type, variable, ...at }
    const fact = this.scope.fact(name)
    if (fact) return { kind: 'fact', type: valueTypeOf(fact.fact), fact: fact.fact, index: fact.index, ...at }
    const definition = this.scope.definition(name)
    if (definition) {
      const unit = definition.unit === undefined ? {} : { unit: definition.unit }
      return { kind: 'definition', type: definition.body.type, name, label: definition.label, ...unit, body: definition.body, slot: this.scope.slot(), ...at }
    }
    const parameter = name.startsWith('parameters.') ? this.scope.parameter(name.slice('parameters.'.length)) : undefined
    if (parameter) {
      const sample = Array.isArray(parameter.value) ? parameter.value[0] : parameter.value
      if (sample === undefined) throw new RuleError(`parametern ”${name}” är en tom lista`, node.from, node.to)
      const element = scalarType(sample)
      const type: ExprType = Array.isArray(parameter.value) ? { list: element } : element
      return { kind: 'parameter', type, name, parameter, ...at }
    }
    throw new RuleError(`”${this.slice(node)}” är inget känt namn${this.suggestion(name)}`, node.from, node.to)
  }

  /** Names that may have been meant: those with the fewest slips against what stands; where none is near, those that begin so or have the same last part. */
  private suggestion(name: string): string {
    const lastPart = (n: string) => n.slice(n.lastIndexOf('.') + 1)
    const written = name.toLowerCase()
    const known = [...this.variables.map(v => v.name), ...this.scope.names()].map(n => ({ n, lower: n.toLowerCase(), slips: distance(written, n.toLowerCase()) }))
    const fewest = Math.min(...known.map(k => k.slips))
    const near = fewest <= Math.ceil(lastPart(written).length / 3)
      ? known.filter(k => k.slips === fewest)
      : known.filter(k => k.lower.startsWith(written) || lastPart(k.lower) === lastPart(written))
    return near.length ? `; menas ${near.slice(0, 3).map(k => k.n).join(' eller ')}?` : ''
  }

  private connective(node: Node, kind: 'and' | 'or'): Expr {
    const items: Expr[] = []
    for (const n of this.operands(node)) {
      const item = this.read(n)
      if (item.type !== 'boolean') throw new RuleError(`på båda sidor om ”${kind}” ska det stå villkor, men detta är ${typeName(item.type)}`, item.from, item.to)
      if (item.kind === kind && n.name !== 'ParenthesizedExpression') items.push(...item.items)
      else items.push(asTruth(item, this.scope))
    }
    return { kind, type: 'boolean', items, slot: this.scope.slot(), from: node.from, to: node.to }
  }

  private comparison(node: Node): Expr {
    const at = { from: node.from, to: node.to }
    if (node.getChild('in')) return this.membership(node)
    if (node.getChild('between')) {
      const [left, low, high] = this.operands(node).map(n => this.read(n))
      if (!left || !low || !high) throw new RuleError('between behöver två gränser', node.from, node.to)
      const range: Expr = { kind: 'range', type: low.type, low, high, lowIn: true, highIn: true, from: low.from, to: high.to }
      return typedIn(left, range, this.scope.slot(), at)
    }
    const op = this.token(node, 'CompareOp')
    const [left, right] = this.operands(node)
    if (!COMPARE.has(op) || !left || !right) throw new RuleError('jämförelsen är ofullständig', node.from, node.to)
    return typedCompare(op as CompareOp, this.read(left), this.read(right), this.scope.slot(), at)
  }

  private membership(node: Node): Expr {
    const at = { from: node.from, to: node.to }
    const left = this.operands(node)[0]
    const test = node.getChild('PositiveUnaryTest') ?? node.getChild('PositiveUnaryTests')
    if (!left || !test || test.name === 'PositiveUnaryTests') throw new RuleError('efter ”in” ska det stå en lista i hakparentes, ett intervall eller en parameter', node.from, node.to)
    const inner = this.child(test, 0)
    // The grammar reads `a in b or c` as `a in (b or c)`: silently wrong, so it must be written out.
    if (inner.name === 'Conjunction' || inner.name === 'Disjunction') throw new RuleError('sätt parentes runt villkoret med ”in” när ”and” eller ”or” följer', node.from, node.to)
    const interval = inner.name === 'SimplePositiveUnaryTest' ? inner.getChild('Interval') : null
    const right = interval ? this.range(interval) : this.read(inner)
    return typedIn(this.read(left), right, this.scope.slot(), at)
  }

  private choice(node: Node): Expr {
    const [test, then, otherwise] = this.operands(node).map(n => this.read(n))
    if (!test || !then || !otherwise) throw new RuleError('if behöver både ”then” och ”else”', node.from, node.to)
    const traced = (e: Expr) => (e.type === 'boolean' ? asTruth(e, this.scope) : e)
    return typedIf(traced(test), traced(then), traced(otherwise), this.scope.slot(), { from: node.from, to: node.to })
  }

  private quantifier(node: Node): Expr {
    const every = node.getChild('every') !== null
    const iterations = node.getChild('InExpressions')?.getChildren('InExpression') ?? []
    const [iteration] = iterations
    const body = node.lastChild
    if (!iteration || !body || iterations.length > 1) throw new RuleError(`efter ”${every ? 'every' : 'some'}” ska det stå ett namn, ”in”, en lista, ”satisfies” och ett villkor`, node.from, node.to)
    const name = this.slice(this.child(iteration, 0)).replace(/\s+/g, ' ')
    if (this.scope.names().includes(name) || this.variables.some(v => v.name === name)) throw new RuleError(`namnet ”${name}” används redan`, iteration.from, iteration.to)
    const context = iteration.getChild('IterationContext')
    const list = context ? this.read(this.child(context, 0)) : null
    if (!list || typeof list.type !== 'object') throw new RuleError(`efter ”in” ska det stå en lista, men detta är ${list ? typeName(list.type) : 'något annat'}`, context?.from ?? node.from, context?.to ?? node.to)
    const variable: Variable = { name, type: list.type.list, fact: factOfItems(list), words: wordsOfItems(list), value: undefined }
    this.variables.push(variable)
    const test = this.read(body)
    this.variables.pop()
    if (test.type !== 'boolean') throw new RuleError(`efter ”satisfies” ska det stå ett villkor, men detta är ${typeName(test.type)}`, test.from, test.to)
    return { kind: 'quantifier', type: 'boolean', every, variable, list, body: asTruth(test, this.scope), slot: this.scope.slot(), from: node.from, to: node.to }
  }

  private range(node: Node): Expr {
    const [low, high] = this.operands(node).map(n => this.read(n))
    if (!low || !high) throw new RuleError('intervallet behöver två gränser', node.from, node.to)
    const text = this.slice(node)
    return { kind: 'range', type: low.type, low, high, lowIn: text.startsWith('['), highIn: text.endsWith(']'), from: node.from, to: node.to }
  }

  private call(node: Node): Expr {
    const name = this.slice(this.child(node, 0)).replace(/\s+/g, ' ')
    const parameters = node.getChild('PositionalParameters')
    const args = parameters ? this.operands(parameters).map(n => this.read(n)) : []
    const at = { from: node.from, to: node.to }
    const first = args[0]
    if (name === 'not' && args.length === 1 && first) {
      if (first.type !== 'boolean') throw new RuleError('not( ) behöver ett villkor', first.from, first.to)
      return { kind: 'not', type: 'boolean', item: asTruth(first, this.scope), slot: this.scope.slot(), ...at }
    }
    if ((name === 'known' || name === 'given') && args.length === 1 && first) return { kind: name, type: 'boolean', item: first, slot: this.scope.slot(), ...at }
    return typedCall(name, args, this.scope.slot(), at)
  }
}

/** The fact whose words the items have: the list fact itself, or the first of the facts that are listed. */
function factOfItems(list: Expr): FactDef | null {
  if (list.kind === 'fact') return list.fact
  const first = list.kind === 'list' ? list.items[0] : undefined
  return first?.kind === 'fact' ? first.fact : null
}

function wordsOfItems(list: Expr): string[] {
  const values = list.kind === 'parameter' ? [list.parameter.value].flat() : list.kind === 'list' ? list.items.flatMap(item => (item.kind === 'literal' ? [item.value] : [])) : []
  return values.filter(value => typeof value === 'string')
}
