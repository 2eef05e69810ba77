import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programmeIds, programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { seeded } from '../../../electron/core/rules/candidates.ts'
import { factsFrom } from '../../../electron/core/rules/given.ts'
import { unreached } from '../../../electron/core/rules/reach.ts'
import type { Expr } from '../../../electron/core/rules/expressions.ts'
import { childrenOf, compileRuleSet, factsIn, type Rule, RULE_LIGHTS, ruleSetHash, type RuleSet } from '../../../electron/core/rules/rule-set.ts'
import { type FactValue, TRUE } from '../../../electron/core/rules/values.ts'
import { anyFactsOf, EVERY, factsOf, GREEN, indexIn, set } from './facts.ts'

const lightsOf = (rules: RuleSet, facts: readonly FactValue[]) => {
  const { lights } = rules.evaluate(facts)
  return Object.fromEntries(rules.rules.map((rule, i) => [rule.def.id, RULE_LIGHTS[lights[i] ?? 1]]))
}
const good = (light: string | undefined) => light === 'green' || light === 'not-applicable'
const without = (rules: RuleSet, facts: readonly FactValue[], id: string) => facts.map((v, i) => (i === indexIn(rules, id) ? undefined : v))

/** Facts that a rule asks of whether anybody has said: there the answer "nobody" has a meaning of its own. */
function askedWhetherKnown(rule: Rule): Set<string> {
  const found = new Set<string>()
  const walk = (e: Expr): void => {
    if (e.kind === 'known') for (const id of factsIn([e.item])) found.add(id)
    childrenOf(e).forEach(walk)
  }
  for (const c of rule.conditions) walk(c.expr)
  return found
}

describe('the rules of 2023', () => {
  it('are green for the person of whom all is well', () => {
    expect(set.evaluate(factsOf(GREEN)).light).toBe('green')
    expect(set.rules).toHaveLength(21)
  })
  it('name statute and policy as the checklist does: the age rule is policy for 18 to 24 only', () => {
    const young = set.rules.find(r => r.def.id === 'JO-18')?.conditions.map(c => [c.light, c.basis])
    expect(young).toEqual([['red', 'statute'], ['red', 'policy'], ['orange', 'policy'], ['green', 'statute']])
  })
  it('ask whether a fact is known in one rule only', () => {
    // For people of 25 or more the length fits whatever frame programme an unread register would name.
    expect(EVERY.flatMap(v => v.set.rules.filter(r => askedWhetherKnown(r).size > 0).map(r => `${v.id} ${v.version} ${r.def.id} ${[...askedWhetherKnown(r)].join()}`)))
      .toEqual(['jobbspranget 2023.1 JO-19 programme.frame', 'jobbspranget 2024.1 JO-19 programme.frame', 'jobbspranget-pilot 2024.1 JO-19 programme.frame'])
  })
})

describe.each(EVERY.map(v => [`${v.id} ${v.version}`, v] as const))('%s', (_name, version) => {
  const { set: rules, from } = version
  const any = anyFactsOf(version)
  const runs = { numRuns: 400, seed: 2023 }
  const used = fc.constantFrom(...rules.usedBy.keys())

  it('lets every condition of every rule decide for somebody', () => {
    expect(unreached(rules, from)).toEqual([])
  })
  it('never has two conditions of one rule with different lights true at once', () => {
    fc.assert(fc.property(any, facts => {
      const { trace } = rules.evaluate(facts)
      for (const rule of rules.rules) {
        const lights = rule.conditions.filter(c => 'slot' in c.expr && trace[c.expr.slot] === TRUE).map(c => (c.light === 'not-applicable' ? 'green' : c.light))
        expect([...new Set(lights)], rule.def.id).toHaveLength(Math.min(1, lights.length))
      }
    }), runs)
  })
  it('never becomes green, nor red, because a fact is taken away', () => {
    fc.assert(fc.property(any, used, (facts, id) => {
      const before = lightsOf(rules, facts)
      const after = lightsOf(rules, without(rules, facts, id))
      for (const rule of rules.rules) {
        const [was, is] = [before[rule.def.id], after[rule.def.id]]
        if (!good(was) && !askedWhetherKnown(rule).has(id)) expect(good(is), `${rule.def.id} without ${id}`).toBe(false)
        if (was !== 'red') expect(is, `${rule.def.id} without ${id}`).not.toBe('red')
      }
    }), runs)
  })
  it('tells what is missing of a rule that nothing decides, and lets what is added later decide it', () => {
    fc.assert(fc.property(any, used, (facts, id) => {
      const after = lightsOf(rules, without(rules, facts, id))
      const before = lightsOf(rules, facts)
      // More knowledge never turns a known light into another, but where the rule asks whether something is known.
      for (const rule of rules.rules) if (after[rule.def.id] !== 'orange' && !askedWhetherKnown(rule).has(id)) expect([before[rule.def.id], rule.def.id]).toEqual([after[rule.def.id], rule.def.id])
    }), runs)
  })
  it('gives a fact that is left out exactly the meaning that its emptiness has', () => {
    const meant = rules.data.facts.filter(f => f.empty !== undefined && rules.usedBy.has(f.id))
    if (meant.length === 0) return expect(rules.data.facts.every(f => f.empty === undefined || !rules.usedBy.has(f.id))).toBe(true)
    fc.assert(fc.property(any, fc.constantFrom(...meant), (facts, fact) => {
      const known = Object.fromEntries(rules.data.facts.flatMap((f, i) => (facts[i] === undefined || f.id === fact.id ? [] : [[f.id, facts[i]]])))
      const unknown = rules.data.facts.filter((f, i) => facts[i] === undefined && f.id !== fact.id).map(f => f.id)
      const [left, said] = [factsFrom(rules, known, unknown), factsFrom(rules, { ...known, [fact.id]: fact.empty }, unknown)]
      expect(lightsOf(rules, left)).toEqual(lightsOf(rules, said))
    }), { ...runs, numRuns: 100 })
  })
  it('makes nobody green of whom nothing is known', () => {
    expect(Object.values(lightsOf(rules, rules.data.facts.map(() => undefined)))).toEqual(rules.rules.map(() => 'orange'))
  })
  it('does not depend on the order of the rules', () => {
    fc.assert(fc.property(fc.array(any, { minLength: 5, maxLength: 20 }), fc.nat(), (people, seed) => {
      const dice = seeded(seed)
      const shuffled = compileRuleSet({ ...rules.data, rules: rules.data.rules.map(rule => ({ rule, rank: dice(1000) })).sort((a, b) => a.rank - b.rank).map(({ rule }) => rule) })
      for (const facts of people) {
        expect(lightsOf(shuffled, facts)).toEqual(lightsOf(rules, facts))
        expect(shuffled.evaluate(facts).light).toBe(rules.evaluate(facts).light)
      }
    }), { ...runs, numRuns: 12 })
  })
  it('does not see a fact that a rule does not read', () => {
    fc.assert(fc.property(any, fc.constantFrom(...rules.data.facts.map(f => f.id)), fc.constantFrom<FactValue>('x', 5, true, null, undefined), (facts, id, value) => {
      const before = lightsOf(rules, facts)
      const readers = rules.usedBy.get(id) ?? []
      const after = readers.length === 0 ? lightsOf(rules, facts.map((v, i) => (i === indexIn(rules, id) ? value : v))) : lightsOf(rules, without(rules, facts, id))
      for (const rule of rules.rules) if (!readers.includes(rule.def.id)) expect(after[rule.def.id], `${rule.def.id} and ${id}`).toBe(before[rule.def.id])
    }), runs)
  })
  it('gives the case the worst of its lights', () => {
    fc.assert(fc.property(any, facts => {
      const lights = Object.values(lightsOf(rules, facts))
      expect(rules.evaluate(facts).light).toBe(lights.includes('red') ? 'red' : lights.includes('orange') ? 'orange' : 'green')
    }), runs)
  })
})

describe.each(programmeIds)('%s on the first day of every month', id => {
  it('has the rules of the version that holds then, and always the same', () => {
    const programme = programmeOf(id)
    const first = programme.versions[0]?.from ?? ''
    const last = programme.versions.at(-1)?.from ?? ''
    for (let month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)); month <= Number(last.slice(0, 4)) * 12 + 24; month++) {
      const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
      const wanted = programme.versions.filter(v => v.from <= day && (v.to === null || day <= v.to))
      expect(wanted, day).toHaveLength(1)
      const found = programme.on(day)
      expect([found.data.version, found.hash, found.data.programme], day).toEqual([wanted[0]?.version, ruleSetHash(structuredClone(found.data)), id])
      expect(compileRuleSet(structuredClone(found.data)).hash, day).toBe(found.hash)
    }
    expect(() => programme.on('1999-01-01')).toThrow(expect.objectContaining({ code: 'programme-no-version' }) as Error)
    expect(programme.on(first).data.version).toBe(programme.versions[0]?.version)
  })
})
