import type { FactScalar, Language } from '../../../shared/domain.ts'
import { constant, constantList, durationOf } from './compile-values.ts'
import { countryName } from './countries.ts'
import type { CompareOp, Expr } from './expressions.ts'
import { childrenOf, type RuleSet } from './rule-set.ts'
import { type FactDef, type Facts, type FactValue, isList, type SingleValue } from './values.ts'
import { type Wording, wordings } from './wording.ts'

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const full = (text: string) => (/[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`)

/** A value as a person reads it: words by their name, countries by theirs, numbers with decimals and unit as the language writes them. */
export function displayValue(fact: Pick<FactDef, 'type' | 'unit' | 'values'>, value: FactScalar | readonly FactScalar[], language: Language = 'sv'): string {
  const words = wordings[language]
  if (isList(value)) return listed(value.map(item => displayValue(fact, item, language)), words.and)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return `${words.decimal(String(value))}${unitOf(fact.unit)}`
  if (fact.type === 'country') return countryName(value, language)
  return fact.values?.[value] ?? value
}
const unitOf = (unit: string | undefined) => (unit ? ` ${unit}` : '')

/** One thing that is so: of what, how it compares, and whether it only tells what the value is not among. */
export type Statement = { subject: string; relation: string; excludes: boolean }

/** Sentences of statements; what is said of one and the same subject becomes one sentence. */
export function sentencesOf(statements: readonly Statement[], language: Language = 'sv'): string[] {
  const { and, or, notAmong } = wordings[language]
  const bySubject = new Map<string, Set<string>>()
  for (const { subject, relation } of statements) {
    const relations = bySubject.get(subject) ?? new Set()
    bySubject.set(subject, relations.add(relation))
  }
  return [...bySubject].map(([subject, relations]) => {
    const outside = [...relations].filter(r => r.startsWith(notAmong)).map(r => r.slice(notAmong.length))
    const others = [...relations].filter(r => r !== '' && !r.startsWith(notAmong))
    const all = [...others, ...(outside.length ? [notAmong + listed(outside, or)] : [])]
    return full(all.length ? `${subject}, ${all.join(` ${and} `)}` : subject)
  })
}

const listed = (items: readonly string[], word: string) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`)

/** Builds sentences about the smallest parts of a condition from the words the data has for facts and parameters. */
export class Sentences {
  private readonly set: RuleSet
  private readonly facts: Facts
  private readonly words: Wording
  constructor(set: RuleSet, facts: Facts) {
    this.set = set
    this.words = wordings[set.language]
    this.facts = facts
  }

  /** What is, and how it stands to what it was compared with. */
  states(e: Expr, holds: boolean): Statement | null {
    switch (e.kind) {
      case 'compare': return this.statement(e.left, this.relation(holds ? e.op : opposite[e.op], e.left, e.right))
      case 'in': return this.contained(e.left, e.right, holds) ?? { ...this.statement(e.left, this.membership(e.left, e.right, holds)), excludes: !holds }
      case 'starts-with': return this.statement(e.text, `${holds ? this.words.startsWith : this.words.notStartsWith}${this.plain(e.prefix)}`)
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
    if (all === undefined) return { subject: this.words.missingFact(fact.label), relation: '', excludes: false }
    const looked = this.plain(left, right)
    const phrase = holds ? fact.phrase?.is : fact.phrase?.no
    return { subject: phrase?.replace('{}', looked) ?? `${fact.label}: ${holds ? this.words.contains(looked) : this.words.lacks(looked)}`, relation: '', excludes: false }
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
      case 'starts-with': return this.need(e.text, `${holds ? this.words.needStart : this.words.needNoStart}${this.plain(e.prefix)}`)
      case 'given': return holds ? full(this.words.needFact(this.label(e.item))) : this.required(this.factOf(e.item)?.phrase?.none ?? this.words.isNone(this.label(e.item)))
      case 'known': return full(this.words.needFact(this.label(e.item)))
      case 'truth': return this.needBoolean(e.item, holds)
      default: return ''
    }
  }

  /** A list that is not known, or that lacks what is asked for. */
  needList(e: Expr): string {
    return full(this.words.needFact(this.label(e)))
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
    if (e?.kind === 'call' && e.fn === 'count') return this.words.count(this.label(e.args[0]))
    if (e?.kind === 'call' && e.fn === 'first working day') return this.words.workingDay(this.label(e.args[0]))
    if (e?.kind === 'arithmetic') return e.type === 'duration' ? this.words.time(this.label(e.right), this.label(e.left)) : this.label(e.left)
    return this.factOf(e)?.label ?? ''
  }

  /** The statement about the left side: "Tillståndet gäller till 2023-07-04". */
  private subject(e: Expr | undefined): string {
    if (!e) return ''
    const fact = this.factOf(e)
    if (!fact) {
      const value = this.value(e)
      const unit = e.kind === 'definition' ? unitOf(e.unit) : e.type === 'duration' ? ` ${this.words.days}` : ''
      return value === undefined ? this.words.missingFact(this.label(e)) : this.words.is(this.label(e), `${this.set.words[String(value)] ?? String(value)}${unit}`)
    }
    const value = this.told(e, fact)
    if (value === undefined) return this.words.missingFact(fact.label)
    if (value === null || (value === 0 && fact.phrase?.none !== undefined)) return fact.phrase?.none ?? this.words.isNone(fact.label)
    if (typeof value === 'boolean') return (value ? fact.phrase?.yes : fact.phrase?.no) ?? `${fact.label}: ${this.yesNo(value)}`
    return (fact.phrase?.is ?? this.words.is(fact.label, '{}')).replace('{}', displayValue(fact, value, this.set.language))
  }

  private relation(op: CompareOp, left: Expr, right: Expr): string {
    // That something is more than nothing is told by its amount.
    if (left.type === 'boolean' || op === '=' || op === '!=' || (op === '>' && constant(right) === 0)) return ''
    const { number, rank, farDate, date } = this.words
    const words = left.type === 'number' || left.type === 'duration' ? number : left.type !== 'date' ? rank : right.kind === 'arithmetic' ? farDate : date
    return `${words[op]} ${this.reference(right, left)}`
  }

  /** The right side with its name and value: "praktikens sista dag (2023-07-05)". */
  private reference(right: Expr, left: Expr): string {
    const value = this.plain(right, left)
    if (right.kind === 'fact' || right.kind === 'definition') return `${this.label(right)} (${value})`
    if (right.kind === 'parameter') return `${right.parameter.label} (${value})`
    if (right.kind === 'arithmetic' && right.type === 'date') {
      const duration = durationOf(right.right)
      return `${duration ? this.words.duration(duration) : ''} ${right.op === '-' ? this.words.before : this.words.after} ${this.label(right.left)} (${value})`
    }
    return value
  }

  private plain(e: Expr | undefined, beside?: Expr): string {
    if (!e) return ''
    const value = constant(e) ?? this.value(e)
    if (value === undefined || value === null) return this.words.unknown
    const fact = beside ? this.factOf(beside) : undefined
    if (e.type === 'duration') return `${String(value)} ${this.words.days}`
    const unit = e.kind === 'parameter' && e.parameter.unit !== undefined ? { unit: e.parameter.unit } : beside?.kind === 'definition' && beside.unit !== undefined ? { unit: beside.unit } : {}
    return displayValue({ type: 'text', ...fact, ...unit }, this.called(value, fact), this.set.language)
  }

  /** A word that a definition gives, as the language of the set calls it. */
  private called(value: FactScalar, fact: FactDef | undefined): FactScalar {
    return typeof value === 'string' && !fact ? this.set.words[value] ?? value : value
  }

  private membership(left: Expr, right: Expr, holds: boolean): string {
    if (right.kind !== 'parameter' || this.value(left) === null) return ''
    return `${holds ? this.words.among : this.words.notAmong}${right.parameter.label}`
  }

  private needCompare(op: CompareOp, left: Expr, right: Expr): string {
    if (left.type === 'boolean') {
      const wanted = this.value(right) === true
      return this.needBoolean(left, op === '=' ? wanted : !wanted)
    }
    const unknown = this.unknownIn(right)
    // What it is compared with must be known before anything can be asked of the value itself.
    if (unknown !== undefined) return full(this.words.needFact(unknown.label))
    const value = this.plain(right, left)
    const suffix = right.kind === 'fact' ? ` (${right.fact.label})` : ''
    if (op === '=') return this.need(left, value)
    if (op === '!=') return this.need(left, value, false)
    const words = left.type === 'date' ? this.words.needDate : this.words.needNumber
    return this.need(left, words[op](value) + suffix)
  }

  private needMembership(left: Expr, right: Expr, holds: boolean): string {
    if (right.kind === 'fact') return this.need(right, this.plain(left, right), holds)
    const fact = this.factOf(left)
    const values = constantList(right)
    const named = right.kind === 'parameter' && (values === undefined || values.length > 8)
    if (!named) return this.need(left, listed((values ?? []).map(v => displayValue({ type: 'text', ...fact }, this.called(v, fact), this.set.language)), this.words.or), holds)
    return full(this.words.needAmong(fact?.phrase?.need ?? this.words.needs(this.label(left)), holds, right.parameter.label))
  }

  private needBoolean(e: Expr, wanted: boolean): string {
    const fact = this.factOf(e)
    if (!fact) return full(`${this.label(e)}: ${this.yesNo(wanted)}`)
    const need = wanted ? fact.phrase?.need : fact.phrase?.needNot
    if (need) return full(need)
    return this.required((wanted ? fact.phrase?.yes : fact.phrase?.no) ?? `${fact.label}: ${this.yesNo(wanted)}`)
  }

  private yesNo(value: boolean): string {
    return value ? this.words.yes : this.words.no
  }

  private required(sentence: string): string {
    return full(this.words.required(`${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`))
  }

  private need(e: Expr | undefined, wanted: string, holds = true): string {
    const phrase = this.factOf(e)?.phrase?.need ?? this.words.needs(this.label(e))
    return full((holds ? phrase : this.words.mayNot(phrase)).replace('{}', wanted))
  }
}

const opposite: Record<CompareOp, CompareOp> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' }
