import type { Check, Met } from '../../../shared/contract/rules.ts'
import type { RuleLight } from '../../../shared/domain.ts'
import { compileTest } from './compile.ts'
import { compileList } from './compile-values.ts'
import type { Expr } from './expressions.ts'
import { childrenOf, type Condition, factsIn, type Outcome, RULE_LIGHTS, type Rule, type RuleSet } from './rule-set.ts'
import { capital, Sentences, sentencesOf, type Statement } from './sentences.ts'
import { type Basis, FALSE, type Facts, TRUE, UNKNOWN } from './values.ts'
import { wordings } from './wording.ts'

export type Explanation = { light: RuleLight; because: string[]; missing: string[]; toGreen: string[]; facts: string[]; basis: Basis | null; checks: Check | null }

/** Why a rule has its light, what is missing, and what would turn it green: read off the evaluation's own trace. */
export function explainRule(set: RuleSet, index: number, outcome: Outcome, facts: Facts): Explanation {
  const rule = set.rules[index] as Rule
  const light = RULE_LIGHTS[outcome.lights[index] ?? 1] ?? 'orange'
  const decided = rule.conditions[outcome.decided[index] ?? -1]
  const explain = new Explainer(set, outcome, facts)
  const green = rule.conditions.filter(c => c.light === 'green' || c.light === 'not-applicable')
  const because = decided ? sentencesOf(decided.light === 'green' ? telling(explain.why(decided.expr, true)) : explain.why(decided.expr, true), set.language) : []
  const missing = decided ? [] : explain.missing(rule.conditions)
  return {
    light,
    because: because.length ? because : missing.map(id => `${capital(wordings[set.language].missingFact(set.factById.get(id)?.label ?? id))}.`),
    missing,
    toGreen: light === 'green' || light === 'not-applicable' ? [] : explain.toGreen(green),
    facts: [...factsIn(rule.conditions.map(c => c.expr))],
    basis: decided && light !== 'green' && light !== 'not-applicable' ? decided.basis : null,
    checks: explain.checks(green),
  }
}

/** What a value is among says more of a green light than what it is not among. */
function telling(statements: Statement[]): Statement[] {
  const positive = statements.filter(s => !s.excludes)
  return positive.length ? positive : statements
}
const unique = (items: string[]) => [...new Set(items.filter(Boolean))]
type Way = { sentences: string[]; cost: number }

class Explainer {
  private readonly outcome: Outcome
  private readonly facts: Facts
  private readonly set: RuleSet
  private readonly say: Sentences
  constructor(set: RuleSet, outcome: Outcome, facts: Facts) {
    this.set = set
    this.outcome = outcome
    this.facts = facts
    this.say = new Sentences(set, facts)
  }

  private truth(e: Expr): number {
    return 'slot' in e ? (this.outcome.trace[e.slot] ?? UNKNOWN) : UNKNOWN
  }

  /** The statements that make an expression true (or false). */
  why(e: Expr, holds: boolean): Statement[] {
    switch (e.kind) {
      case 'and':
      case 'or': {
        const wanted = holds ? TRUE : FALSE
        return e.items.filter(i => this.truth(i) === wanted).flatMap(i => this.why(i, holds))
      }
      case 'not': return this.why(e.item, !holds)
      case 'definition': return e.type === 'boolean' ? this.why(e.body, holds) : []
      case 'if': {
        const by = this.truth(e.test)
        return by === UNKNOWN ? this.why(e.then, holds) : [...this.why(e.test, by === TRUE), ...this.why(by === TRUE ? e.then : e.otherwise, holds)]
      }
      case 'quantifier': return this.items(e, truth => (truth === (holds ? TRUE : FALSE) ? this.why(e.body, holds) : []))
      default: {
        const statement = this.say.states(e, holds)
        return statement ? [statement] : []
      }
    }
  }

  /** Goes through the items of a list with the name standing for each in turn, so that its parts can be told. */
  private items<T>(e: Expr & { kind: 'quantifier' }, read: (truth: number) => T[]): T[] {
    const test = compileTest(e.body)
    const own = e.variable.fact
    const found = (compileList(e.list)(this.facts) ?? []).flatMap((item, i) => {
      const source = e.list.kind === 'list' ? e.list.items[i] : undefined
      e.variable.value = item
      e.variable.fact = source?.kind === 'fact' ? source.fact : own
      return read(test(this.facts, this.outcome.trace))
    })
    e.variable.fact = own
    return found
  }

  /** Facts that are unknown in conditions that could still hold. */
  missing(conditions: Condition[]): string[] {
    const out = new Set<string>()
    const walk = (e: Expr): void => {
      if ('slot' in e && e.type === 'boolean' && this.truth(e) !== UNKNOWN) return
      if (e.kind === 'fact' && this.facts[e.index] === undefined) out.add(e.fact.id)
      if (e.kind === 'quantifier') {
        walk(e.list)
        this.items(e, () => { walk(e.body); return [] })
        return
      }
      for (const child of childrenOf(e)) walk(child)
    }
    for (const c of conditions) if (this.truth(c.expr) === UNKNOWN) walk(c.expr)
    return [...out].sort((a, b) => (this.set.factIndex.get(a) ?? 0) - (this.set.factIndex.get(b) ?? 0))
  }

  /** The least that has to change for one of the conditions to hold. */
  toGreen(conditions: Condition[]): string[] {
    // That the rule no longer applies is another case, not this one mended.
    const ways = conditions.map(c => ({ ...this.way(c.expr, true), away: c.light === 'not-applicable' ? 1 : 0 }))
      .map(w => ({ sentences: w.sentences, cost: w.cost + w.away })).filter(w => w.sentences.length > 0 && Number.isFinite(w.cost))
    const best = Math.min(...ways.map(w => w.cost))
    return unique(ways.find(w => w.cost === best)?.sentences ?? [])
  }

  private way(e: Expr, holds: boolean): Way {
    if (this.truth(e) === (holds ? TRUE : FALSE)) return { sentences: [], cost: 0 }
    if (e.kind === 'not') return this.way(e.item, !holds)
    if (e.kind === 'definition' && e.type === 'boolean') return this.way(e.body, holds)
    if (e.kind === 'if') {
      const then = this.way(e.then, holds)
      const otherwise = this.way(e.otherwise, holds)
      const by = this.truth(e.test)
      const known = by === TRUE ? then : by === FALSE ? otherwise : this.sum([this.way(e.test, true), then])
      return known
    }
    if (e.kind === 'quantifier') {
      const ways = this.items(e, truth => (truth === (holds ? TRUE : FALSE) ? [] : [this.way(e.body, holds)]))
      if (ways.length === 0) return { sentences: [this.say.needList(e.list)], cost: 1 }
      return e.every === holds ? this.sum(ways) : this.cheapest(ways)
    }
    if ((e.kind === 'and') === holds && (e.kind === 'and' || e.kind === 'or')) {
      return this.sum(e.items.map(i => this.way(i, holds)))
    }
    if (e.kind === 'and' || e.kind === 'or') return this.cheapest(e.items.map(i => this.way(i, holds)))
    // Nobody can make a known fact unknown.
    if (e.kind === 'known' && !holds) return { sentences: [], cost: Infinity }
    // To become another kind of case is a longer way than to mend what one has, and the dates of the intake are not the case's own.
    const another = e.kind === 'in' || e.kind === 'starts-with' || (e.kind === 'compare' && e.left.kind === 'fact' && e.left.fact.id.startsWith('place.'))
    return { sentences: [this.say.needs(e, holds)], cost: another ? 1.5 : 1 }
  }

  private sum(ways: Way[]): Way {
    return { sentences: unique(ways.flatMap(w => w.sentences)), cost: ways.reduce((sum, w) => sum + w.cost, 0) }
  }

  private cheapest(ways: Way[]): Way {
    const best = Math.min(...ways.map(w => w.cost))
    const cheapest = ways.filter(w => w.cost === best)
    const [only] = cheapest
    if (cheapest.length === 1 && only) return only
    const { and, or } = wordings[this.set.language]
    const joined = cheapest.map(w => w.sentences.map(s => s.replace(/\.$/, '')).join(` ${and} `))
    return { sentences: [`${joined.map((s, i) => (i === 0 ? s : s.charAt(0).toLowerCase() + s.slice(1))).join(`, ${or} `)}.`], cost: best }
  }

  /** What the conditions for green ask for, part by part. */
  checks(conditions: Condition[]): Check | null {
    const [first, ...more] = conditions.map(c => this.check(c.expr, true))
    if (!first) return null
    return more.length === 0 ? first : { label: null, join: 'any', met: met(Math.max(...conditions.map(c => this.truth(c.expr))), true), parts: [first, ...more] }
  }

  private check(e: Expr, holds: boolean): Check {
    const standing = met(this.truth(e), holds)
    const group = (join: 'all' | 'any', parts: Check[], label: string | null = null): Check => ({ label, join, met: standing, parts })
    switch (e.kind) {
      case 'not': return this.check(e.item, !holds)
      case 'and':
      case 'or': return group((e.kind === 'and') === holds ? 'all' : 'any', e.items.map(i => this.check(i, holds)))
      case 'if': return group('any', [group('all', [this.check(e.test, true), this.check(e.then, holds)]), group('all', [this.check(e.test, false), this.check(e.otherwise, holds)])])
      case 'quantifier': return group(e.every === holds ? 'all' : 'any', this.items(e, () => [this.check(e.body, holds)]))
      case 'definition': {
        const body = this.check(e.body, holds)
        const label = holds ? e.label : wordings[this.set.language].notSo(e.label)
        return 'parts' in body ? { ...body, label } : group('all', [body], label)
      }
      default: {
        const unknown = this.truth(e) === UNKNOWN
        const statement = this.say.states(e, this.truth(e) === TRUE)
        return { need: this.say.needs(e, holds), is: sentencesOf(statement ? [unknown ? { ...statement, relation: '' } : statement] : [], this.set.language)[0] ?? '', met: standing }
      }
    }
  }
}

const met = (truth: number, wanted: boolean): Met => (truth === UNKNOWN ? 'unknown' : (truth === TRUE) === wanted ? 'yes' : 'no')
