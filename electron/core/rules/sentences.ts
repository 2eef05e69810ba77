import type { FactScalar } from '../../../shared/domain.ts'
import { constant, constantList, durationOf } from './compile-values.ts'
import { countryName } from './countries.ts'
import type { Duration } from './dates.ts'
import type { CompareOp, Expr } from './expressions.ts'
import { childrenOf, type RuleSet } from './rule-set.ts'
import { type FactDef, type Facts, type FactValue, isList, type SingleValue } from './values.ts'

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const full = (text: string) => (/[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`)

/** A value as a person reads it: words by their name, countries by their Swedish name, numbers with a decimal comma and unit. */
export function displayValue(fact: Pick<FactDef, 'type' | 'unit' | 'values'>, value: FactScalar | readonly FactScalar[]): string {
  if (isList(value)) return listed(value.map(item => displayValue(fact, item)), 'och')
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (typeof value === 'number') return `${String(value).replace('.', ',')}${unitOf(fact.unit)}`
  if (fact.type === 'country') return countryName(value)
  return fact.values?.[value] ?? value
}
const unitOf = (unit: string | undefined) => (unit ? ` ${unit}` : '')

/** One thing that is so: of what, how it compares, and whether it only tells what the value is not among. */
export type Statement = { subject: string; relation: string; excludes: boolean }

const NOT_AMONG = 'som inte hör till '
/** Sentences of statements; what is said of one and the same subject becomes one sentence. */
export function sentencesOf(statements: readonly Statement[]): string[] {
  const bySubject = new Map<string, Set<string>>()
  for (const { subject, relation } of statements) {
    const relations = bySubject.get(subject) ?? new Set()
    bySubject.set(subject, relations.add(relation))
  }
  return [...bySubject].map(([subject, relations]) => {
    const outside = [...relations].filter(r => r.startsWith(NOT_AMONG)).map(r => r.slice(NOT_AMONG.length))
    const others = [...relations].filter(r => r !== '' && !r.startsWith(NOT_AMONG))
    const all = [...others, ...(outside.length ? [NOT_AMONG + listed(outside, 'eller')] : [])]
    return full(all.length ? `${subject}, ${all.join(' och ')}` : subject)
  })
}

const listed = (items: readonly string[], word: 'och' | 'eller') => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`)

/** Builds sentences about the smallest parts of a condition from the words the data has for facts and parameters. */
export class Sentences {
  private readonly set: RuleSet
  private readonly facts: Facts
  constructor(set: RuleSet, facts: Facts) {
    this.set = set
    this.facts = facts
  }

  /** What is, and how it stands to what it was compared with. */
  states(e: Expr, holds: boolean): Statement | null {
    switch (e.kind) {
      case 'compare': return this.statement(e.left, this.relation(holds ? e.op : opposite[e.op], e.left, e.right))
      case 'in': return this.contained(e.left, e.right, holds) ?? { ...this.statement(e.left, this.membership(e.left, e.right, holds)), excludes: !holds }
      case 'starts-with': return this.statement(e.text, `${holds ? 'som börjar med' : 'som inte börjar med'} ${this.plain(e.prefix)}`)
      case 'known':
      case 'given':
      case 'truth': return this.statement(e.item, '')
      default: return null
    }
  }

  /** What a list fact holds, or lacks: told of the list, not of the value looked for. */
  private contained(left: Expr, right: Expr, holds: boolean): Statement | null {
    if (right.kind !== 'fact') return null
    const { fact } = right
    const all = this.facts[right.index]
    if (all === undefined) return { subject: missingFact(fact.label), relation: '', excludes: false }
    const looked = this.plain(left, right)
    const phrase = holds ? fact.phrase?.is : fact.phrase?.no
    return { subject: phrase?.replace('{}', looked) ?? `${fact.label}: ${looked} ${holds ? 'finns' : 'saknas'}`, relation: '', excludes: false }
  }

  /** A relation is only told of a value that is there. */
  private statement(left: Expr | undefined, relation: string): Statement {
    const value = left ? this.value(left) : undefined
    const absent = value === undefined || value === null || (value === 0 && this.factOf(left)?.phrase?.none !== undefined)
    return { subject: this.subject(left), relation: absent ? '' : relation, excludes: false }
  }

  /** What would have to be so for the part to hold (or not to hold). */
  needs(e: Expr, holds: boolean): string {
    switch (e.kind) {
      case 'compare': return this.needCompare(holds ? e.op : opposite[e.op], e.left, e.right)
      case 'in': return this.needMembership(e.left, e.right, holds)
      case 'starts-with': return this.need(e.text, `${holds ? 'något som börjar' : 'något som inte börjar'} med ${this.plain(e.prefix)}`)
      case 'given': return holds ? full(`uppgift behövs om ${this.label(e.item)}`) : required(this.factOf(e.item)?.phrase?.none ?? `${this.label(e.item)}: inget`)
      case 'known': return full(`uppgift behövs om ${this.label(e.item)}`)
      case 'truth': return this.needBoolean(e.item, holds)
      default: return ''
    }
  }

  /** A list that is not known, or that lacks what is asked for. */
  needList(e: Expr): string {
    return full(`uppgift behövs om ${this.label(e)}`)
  }

  private factOf(e: Expr | undefined): FactDef | undefined {
    if (!e) return undefined
    if (e.kind === 'fact') return e.fact
    if (e.kind === 'variable') return e.variable.fact ?? undefined
    if (e.kind === 'call' && e.fn === 'substring') return this.factOf(e.args[0])
    return e.kind === 'definition' && e.type !== 'boolean' ? this.factOf(e.body) : undefined
  }

  private value(e: Expr): SingleValue {
    return this.set.valueOf(e, this.facts)
  }

  private unknownIn(e: Expr): FactDef | undefined {
    if (e.kind === 'fact') return this.facts[e.index] === undefined ? e.fact : undefined
    return childrenOf(e).map(child => this.unknownIn(child)).find(fact => fact !== undefined)
  }

  /** The value that a sentence about an expression tells of: a list's whole content, a part's whole text. */
  private told(e: Expr, fact: FactDef): FactValue {
    return e.kind === 'variable' ? e.variable.value : this.facts[this.set.factIndex.get(fact.id) ?? -1]
  }

  private label(e: Expr | undefined): string {
    if (e?.kind === 'definition') return e.label
    if (e?.kind === 'call' && e.fn === 'count') return `antalet ${this.label(e.args[0])}`
    if (e?.kind === 'call' && e.fn === 'first working day') return `första vardagen från ${this.label(e.args[0])}`
    if (e?.kind === 'arithmetic') return e.type === 'duration' ? `tiden från ${this.label(e.right)} till ${this.label(e.left)}` : this.label(e.left)
    return this.factOf(e)?.label ?? ''
  }

  /** The statement about the left side: "Tillståndet gäller till 2023-07-04". */
  private subject(e: Expr | undefined): string {
    if (!e) return ''
    const fact = this.factOf(e)
    if (!fact) {
      const value = this.value(e)
      const unit = e.kind === 'definition' ? unitOf(e.unit) : e.type === 'duration' ? ' dagar' : ''
      return value === undefined ? missingFact(this.label(e)) : `${this.label(e)} är ${String(value)}${unit}`
    }
    const value = this.told(e, fact)
    if (value === undefined) return missingFact(fact.label)
    if (value === null || (value === 0 && fact.phrase?.none !== undefined)) return fact.phrase?.none ?? `${fact.label}: inget`
    if (typeof value === 'boolean') return (value ? fact.phrase?.yes : fact.phrase?.no) ?? `${fact.label}: ${value ? 'ja' : 'nej'}`
    return (fact.phrase?.is ?? `${fact.label} är {}`).replace('{}', displayValue(fact, value))
  }

  private relation(op: CompareOp, left: Expr, right: Expr): string {
    // That something is more than nothing is told by its amount.
    if (left.type === 'boolean' || op === '=' || op === '!=' || (op === '>' && constant(right) === 0)) return ''
    const words = left.type === 'number' || left.type === 'duration' ? numberRelation : left.type !== 'date' ? rankRelation : right.kind === 'arithmetic' ? farDateRelation : dateRelation
    return `${words[op]} ${this.reference(right, left)}`
  }

  /** The right side with its name and value: "praktikens sista dag (2023-07-05)". */
  private reference(right: Expr, left: Expr): string {
    const value = this.plain(right, left)
    if (right.kind === 'fact' || right.kind === 'definition') return `${this.label(right)} (${value})`
    if (right.kind === 'parameter') return `${right.parameter.label} (${value})`
    if (right.kind === 'arithmetic' && right.type === 'date') {
      const duration = durationOf(right.right)
      return `${duration ? durationWords(duration) : ''} ${right.op === '-' ? 'före' : 'efter'} ${this.label(right.left)} (${value})`
    }
    return value
  }

  private plain(e: Expr | undefined, beside?: Expr): string {
    if (!e) return ''
    const value = constant(e) ?? this.value(e)
    if (value === undefined || value === null) return 'okänt'
    const fact = beside ? this.factOf(beside) : undefined
    if (e.type === 'duration') return `${String(value)} dagar`
    const unit = e.kind === 'parameter' && e.parameter.unit !== undefined ? { unit: e.parameter.unit } : beside?.kind === 'definition' && beside.unit !== undefined ? { unit: beside.unit } : {}
    return displayValue({ type: 'text', ...fact, ...unit }, value)
  }

  private membership(left: Expr, right: Expr, holds: boolean): string {
    if (right.kind !== 'parameter' || this.value(left) === null) return ''
    return `${holds ? 'som hör till ' : NOT_AMONG}${right.parameter.label}`
  }

  private needCompare(op: CompareOp, left: Expr, right: Expr): string {
    if (left.type === 'boolean') {
      const wanted = this.value(right) === true
      return this.needBoolean(left, op === '=' ? wanted : !wanted)
    }
    const unknown = this.unknownIn(right)
    // What it is compared with must be known before anything can be asked of the value itself.
    if (unknown !== undefined) return full(`uppgift behövs om ${unknown.label}`)
    const value = this.plain(right, left)
    const suffix = right.kind === 'fact' ? ` (${right.fact.label})` : ''
    if (op === '=') return this.need(left, value)
    if (op === '!=') return this.need(left, value, false)
    const words = left.type === 'date' ? dateNeed : numberNeed
    return this.need(left, words[op](value) + suffix)
  }

  private needMembership(left: Expr, right: Expr, holds: boolean): string {
    if (right.kind === 'fact') return this.need(right, this.plain(left, right), holds)
    const fact = this.factOf(left)
    const values = constantList(right)
    const named = right.kind === 'parameter' && (values === undefined || values.length > 8)
    if (!named) return this.need(left, listed((values ?? []).map(v => displayValue({ type: 'text', ...fact }, v)), 'eller'), holds)
    const among = (fact?.phrase?.need ?? `${this.label(left)} behöver vara {}`).replace(/behöver vara.*/, `${holds ? 'behöver' : 'får inte'} höra till ${right.parameter.label}`)
    return full(among)
  }

  private needBoolean(e: Expr, wanted: boolean): string {
    const fact = this.factOf(e)
    if (!fact) return full(`${this.label(e)}: ${wanted ? 'ja' : 'nej'}`)
    const need = wanted ? fact.phrase?.need : fact.phrase?.needNot
    if (need) return full(need)
    return required((wanted ? fact.phrase?.yes : fact.phrase?.no) ?? `${fact.label}: ${wanted ? 'ja' : 'nej'}`)
  }

  private need(e: Expr | undefined, wanted: string, holds = true): string {
    const phrase = this.factOf(e)?.phrase?.need ?? `${this.label(e)} behöver vara {}`
    return full((holds ? phrase : phrase.replace('behöver', 'får inte')).replace('{}', wanted))
  }
}

/** ”Om” fits what a label names and what it states: the last day of the permit, whether the decision is attached. */
export const missingFact = (label: string) => `uppgift saknas om ${label}`
const required = (sentence: string) => full(`för grönt krävs: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`)
const opposite: Record<CompareOp, CompareOp> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' }
const farDateRelation = { '<': 'tidigare än', '<=': 'inte senare än', '>': 'senare än', '>=': 'inte tidigare än' }
const dateRelation = { '<': 'före', '<=': 'inte senare än', '>': 'efter', '>=': 'inte tidigare än' }
const numberRelation = { '<': 'mindre än', '<=': 'inte mer än', '>': 'mer än', '>=': 'inte mindre än' }
const rankRelation = { '<': 'lägre än', '<=': 'inte högre än', '>': 'högre än', '>=': 'inte lägre än' }
type Order = '<' | '<=' | '>' | '>='
const dateNeed: Record<Order, (v: string) => string> = { '<': v => `före ${v}`, '<=': v => `senast ${v}`, '>': v => `efter ${v}`, '>=': v => `${v} eller senare` }
const numberNeed: Record<Order, (v: string) => string> = { '<': v => `mindre än ${v}`, '<=': v => `högst ${v}`, '>': v => `mer än ${v}`, '>=': v => `minst ${v}` }

const numerals = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv']
function durationWords({ months, days }: Duration): string {
  const years = months % 12 === 0 && months > 0 ? months / 12 : 0
  const count = (n: number) => numerals[n] ?? String(n)
  const parts = [years ? `${years === 1 ? 'ett' : count(years)} år` : months ? `${count(months)} ${months === 1 ? 'månad' : 'månader'}` : '', days ? `${count(days)} ${days === 1 ? 'dag' : 'dagar'}` : '']
  return parts.filter(Boolean).join(' och ')
}
