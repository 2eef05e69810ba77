import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRuleSet, RULE_LIGHTS } from '../../../electron/core/rules/rule-set.ts'
import { TRUE } from '../../../electron/core/rules/values.ts'
import { anyFacts, factsOf, GREEN, indexOf, set } from './facts.ts'

const lightsOf = (facts: ReturnType<typeof factsOf>) => Object.fromEntries(set.rules.map((rule, i) => [rule.def.id, RULE_LIGHTS[set.evaluate(facts).lights[i] ?? 1]]))
const runs = { numRuns: 3000 }
const good = (light: string | undefined) => light === 'green' || light === 'not-applicable'

describe('the rules of 2023', () => {
  it('are green for the person of whom all is well', () => {
    expect(set.evaluate(factsOf(GREEN)).light).toBe('green')
    expect(set.rules).toHaveLength(21)
  })
  it('never have two conditions of one rule with different lights true at once', () => {
    fc.assert(fc.property(anyFacts, facts => {
      const { trace } = set.evaluate(facts)
      for (const rule of set.rules) {
        const lights = rule.conditions.filter(c => 'slot' in c.expr && trace[c.expr.slot] === TRUE).map(c => (c.light === 'not-applicable' ? 'green' : c.light))
        expect([...new Set(lights)].length, rule.def.id).toBeLessThan(2)
      }
    }), runs)
  })
  it('never become green because a fact is taken away, unless its emptiness has a meaning', () => {
    // For people of 25 or more the length fits whatever frame programme an unread register would name.
    const meant = (rule: string, facts: ReturnType<typeof factsOf>) => rule === 'JO-19' && String(facts[indexOf('birth.date')]) <= '1998-03-06'
    fc.assert(fc.property(anyFacts, fc.constantFrom(...set.usedBy.keys()), (facts, id) => {
      fc.pre(set.factById.get(id)?.empty === undefined)
      const before = lightsOf(facts)
      const after = lightsOf(facts.map((v, i) => (i === indexOf(id) ? undefined : v)))
      for (const rule of set.rules.map(r => r.def.id)) if (!good(before[rule]) && !meant(rule, facts)) expect(good(after[rule]), `${rule} without ${id}`).toBe(false)
    }), runs)
  })
  it('never become worse than orange because a fact is taken away', () => {
    fc.assert(fc.property(anyFacts, fc.constantFrom(...set.usedBy.keys()), (facts, id) => {
      const before = lightsOf(facts)
      const after = lightsOf(facts.map((v, i) => (i === indexOf(id) ? undefined : v)))
      for (const rule of set.rules.map(r => r.def.id)) if (before[rule] !== 'red') expect(after[rule], `${rule} without ${id}`).not.toBe('red')
    }), runs)
  })
  it('make nobody green of whom nothing is known', () => {
    const nothing = lightsOf(factsOf({}))
    expect(Object.values(nothing)).toEqual(Array(21).fill('orange'))
  })
  it('do not depend on their order', () => {
    fc.assert(fc.property(anyFacts, fc.infiniteStream(fc.nat(1000)), (facts, dice) => {
      const ranks = new Map(set.data.rules.map(r => [r.id, dice.next().value]))
      const shuffled = compileRuleSet({ ...set.data, rules: [...set.data.rules].sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0)) })
      const outcome = shuffled.evaluate(facts)
      expect(outcome.light).toBe(set.evaluate(facts).light)
      expect(Object.fromEntries(shuffled.rules.map((r, i) => [r.def.id, RULE_LIGHTS[outcome.lights[i] ?? 1]]))).toEqual(lightsOf(facts))
    }), { numRuns: 60 })
  })
  it('do not see facts that no rule reads', () => {
    const unread = set.data.facts.filter(f => !set.usedBy.has(f.id)).map(f => f.id)
    expect(unread).toContain('contact.phone')
    fc.assert(fc.property(anyFacts, fc.constantFrom(...unread), fc.constantFrom('x', 5, true, null, undefined), (facts, id, value) => {
      expect(lightsOf(facts.map((v, i) => (i === indexOf(id) ? value : v)))).toEqual(lightsOf(facts))
    }), runs)
  })
  it('give the case the worst of their lights', () => {
    fc.assert(fc.property(anyFacts, facts => {
      const lights = Object.values(lightsOf(facts))
      expect(set.evaluate(facts).light).toBe(lights.includes('red') ? 'red' : lights.includes('orange') ? 'orange' : 'green')
    }), runs)
  })
  it('name statute and policy as the checklist does: the age rule is policy for 18 to 24 only', () => {
    const young = set.rules.find(r => r.def.id === 'JO-18')?.conditions.map(c => [c.light, c.basis])
    expect(young).toEqual([['red', 'statute'], ['red', 'policy'], ['orange', 'policy'], ['green', 'statute']])
  })
})
