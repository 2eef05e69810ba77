import type { FactScalar } from '../../../shared/domain.ts'
import { constant, constantList, durationOf } from './compile.ts'
import { countryName } from './countries.ts'
import type { Duration } from './dates.ts'
import type { CompareOp, Expr } from './expressions.ts'
import type { RuleSet } from './rule-set.ts'
import type { FactDef, Facts, FactValue } from './values.ts'

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const full = (text: string) => (/[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`)

/** A value as a person reads it: words by their name, countries by their Swedish name, numbers with a decimal comma and unit. */
export function displayValue(fact: Pick<FactDef, 'type' | 'unit' | 'values'>, value: FactScalar): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (typeof value === 'number') return `${String(value).replace('.', ',')}${unitOf(fact.unit)}`
  if (fact.type === 'country') return countryName(value)
  return fact.values?.[value] ?? value
}
const unitOf = (unit: string | undefined) => (unit ? ` ${unit}` : '')

/** Builds sentences about the smallest parts of a condition from the words the data has for facts and parameters. */
export class Sentences {
  private readonly set: RuleSet
  private readonly facts: Facts
  constructor(set: RuleSet, facts: Facts) {
    this.set = set
    this.facts = facts
  }

  /** What is, and how it stands to what it was compared with. */
  states(e: Expr, holds: boolean): string {
    switch (e.kind) {
      case 'compare': return full(`${this.subject(e.left)}${this.relation(holds ? e.op : opposite[e.op], e.left, e.right)}`)
      case 'in': return full(`${this.subject(e.left)}${this.membership(e.left, e.right, holds)}`)
      case 'call': return full(`${this.subject(e.args[0])}${holds ? ', som börjar med' : ', som inte börjar med'} ${this.plain(e.args[1])}`)
      case 'known':
      case 'given':
      case 'truth': return full(this.subject(e.item))
      default: return ''
    }
  }

  /** What would have to be so for the part to hold (or not to hold). */
  needs(e: Expr, holds: boolean): string {
    switch (e.kind) {
      case 'compare': return this.needCompare(holds ? e.op : opposite[e.op], e.left, e.right)
      case 'in': return this.needMembership(e.left, e.right, holds)
      case 'call': return this.need(e.args[0], `${holds ? 'något som börjar' : 'något som inte börjar'} med ${this.plain(e.args[1])}`)
      case 'given': return holds ? this.need(e.item, 'uppgivet') : required(this.factOf(e.item)?.phrase?.none ?? `${this.label(e.item)}: inget`)
      case 'known': return this.need(e.item, 'känt')
      case 'truth': return this.needBoolean(e.item, holds)
      default: return ''
    }
  }

  private factOf(e: Expr | undefined): FactDef | undefined {
    if (!e) return undefined
    if (e.kind === 'fact') return e.fact
    if (e.kind === 'call' && e.fn === 'substring') return this.factOf(e.args[0])
    return e.kind === 'definition' && e.type !== 'boolean' ? this.factOf(e.body) : undefined
  }

  private value(e: Expr): FactValue {
    return this.set.valueOf(e, this.facts)
  }

  private label(e: Expr | undefined): string {
    if (e?.kind === 'definition') return e.label
    return this.factOf(e)?.label ?? ''
  }

  /** The statement about the left side: "Tillståndet gäller till 2023-07-04". */
  private subject(e: Expr | undefined): string {
    if (!e) return ''
    const fact = this.factOf(e)
    if (!fact) {
      const value = this.value(e)
      const unit = e.kind === 'definition' ? unitOf(e.unit) : ''
      return value === undefined ? `det är okänt: ${this.label(e)}` : `${this.label(e)} är ${String(value)}${unit}`
    }
    const value = this.facts[this.set.factIndex.get(fact.id) ?? -1]
    if (value === undefined) return `uppgift saknas: ${fact.label}`
    if (value === null) return fact.phrase?.none ?? `${fact.label}: inget`
    if (typeof value === 'boolean') return (value ? fact.phrase?.yes : fact.phrase?.no) ?? `${fact.label}: ${value ? 'ja' : 'nej'}`
    return (fact.phrase?.is ?? `${fact.label} är {}`).replace('{}', displayValue(fact, value))
  }

  private relation(op: CompareOp, left: Expr, right: Expr): string {
    if (this.value(left) === null || left.type === 'boolean' || op === '=' || op === '!=') return ''
    const words = left.type === 'date' ? dateRelation : left.type === 'number' ? numberRelation : rankRelation
    return `, ${words[op]} ${this.reference(right, left)}`
  }

  /** The right side with its name and value: "praktikens sista dag (2023-07-05)". */
  private reference(right: Expr, left: Expr): string {
    const value = this.plain(right, left)
    if (right.kind === 'fact') return `${right.fact.label} (${value})`
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
    const unit = e.kind === 'parameter' && e.parameter.unit !== undefined ? { unit: e.parameter.unit } : beside?.kind === 'definition' && beside.unit !== undefined ? { unit: beside.unit } : {}
    return displayValue({ type: 'text', ...fact, ...unit }, value)
  }

  private membership(left: Expr, right: Expr, holds: boolean): string {
    if (right.kind !== 'parameter' || this.value(left) === null) return ''
    return `, som ${holds ? '' : 'inte '}finns bland ${right.parameter.label}`
  }

  private needCompare(op: CompareOp, left: Expr, right: Expr): string {
    if (left.type === 'boolean') {
      const wanted = this.value(right) === true
      return this.needBoolean(left, op === '=' ? wanted : !wanted)
    }
    const value = this.plain(right, left)
    const suffix = right.kind === 'fact' ? ` (${right.fact.label})` : ''
    if (op === '=') return this.need(left, value)
    if (op === '!=') return this.need(left, `något annat än ${value}`)
    const words = left.type === 'date' ? dateNeed : numberNeed
    return this.need(left, words[op](value) + suffix)
  }

  private needMembership(left: Expr, right: Expr, holds: boolean): string {
    const fact = this.factOf(left)
    const values = constantList(right)
    const shown = values && values.length <= 8 ? values.map(v => displayValue({ type: 'text', ...fact }, v)) : null
    const name = right.kind === 'parameter' ? right.parameter.label : ''
    const one = shown ? (shown.length === 1 ? shown[0] ?? '' : `${shown.slice(0, -1).join(', ')} eller ${shown.at(-1) ?? ''}`) : `något av ${name}`
    return this.need(left, holds ? one : `något annat än ${shown ? one : name}`)
  }

  private needBoolean(e: Expr, wanted: boolean): string {
    const fact = this.factOf(e)
    if (!fact) return full(`${this.label(e)}: ${wanted ? 'ja' : 'nej'}`)
    if (wanted && fact.phrase?.need) return full(fact.phrase.need)
    return required((wanted ? fact.phrase?.yes : fact.phrase?.no) ?? `${fact.label}: ${wanted ? 'ja' : 'nej'}`)
  }

  private need(e: Expr | undefined, wanted: string): string {
    return full((this.factOf(e)?.phrase?.need ?? `${this.label(e)} behöver vara {}`).replace('{}', wanted))
  }
}

const required = (sentence: string) => `För grönt krävs: ${full(sentence)}`
const opposite: Record<CompareOp, CompareOp> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' }
const dateRelation = { '<': 'före', '<=': 'inte senare än', '>': 'efter', '>=': 'inte tidigare än' }
const numberRelation = { '<': 'mindre än', '<=': 'inte mer än', '>': 'mer än', '>=': 'minst' }
const rankRelation = { '<': 'lägre än', '<=': 'högst', '>': 'högre än', '>=': 'minst' }
type Order = '<' | '<=' | '>' | '>='
const dateNeed: Record<Order, (v: string) => string> = { '<': v => `före ${v}`, '<=': v => `senast ${v}`, '>': v => `efter ${v}`, '>=': v => `${v} eller senare` }
const numberNeed: Record<Order, (v: string) => string> = { '<': v => `mindre än ${v}`, '<=': v => `högst ${v}`, '>': v => `mer än ${v}`, '>=': v => `minst ${v}` }

const numerals = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv']
function durationWords({ months, days }: Duration): string {
  const years = months % 12 === 0 && months > 0 ? months / 12 : 0
  const count = (n: number) => numerals[n] ?? String(n)
  const parts = [years ? `${count(years)} år` : months ? `${count(months)} ${months === 1 ? 'månad' : 'månader'}` : '', days ? `${count(days)} ${days === 1 ? 'dag' : 'dagar'}` : '']
  return parts.filter(Boolean).join(' och ')
}
