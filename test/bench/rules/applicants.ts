import { random } from '../../../build/sample/random.ts'
import { loadCase } from '../../../electron/core/cases/cases.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import type { Facts, FactValue } from '../../../electron/core/rules/values.ts'
import { contextOf, newCore, takeIntake, writeFiles } from '../sample.ts'

const RECOMBINED = 1000
const THINNED = 600
const MISSING_PERCENT = 10

export type Applicants = {
  set: RuleSet
  /** As they come from the files; some facts are unknown. */
  real: Facts[]
  /** No fact that a rule reads is unknown. */
  complete: Facts[]
  /** Some fact that a rule reads is unknown: those of the files, and others where facts are missing that a file nearly always has. */
  partial: Facts[]
}

/**
 * Applicants with the facts that the program itself assembles from made-up files, and others put together from their facts
 * at random, which reach combinations that no real file has.
 */
export async function applicantsFor(folder: string, size: number): Promise<Applicants> {
  const core = await newCore(folder)
  try {
    await takeIntake(core, '2023-1', writeFiles(folder, '2023-1', size))
    const { read } = contextOf(core).store
    const cases = read.all<{ id: number }>('SELECT id FROM application ORDER BY id').map(({ id }) => loadCase(read, id))
    const set = cases[0]?.rules.set
    if (!set) throw new Error('inga sökande blev intagna')
    const real = cases.map(c => c.facts)
    const used = [...set.usedBy.keys()].map(id => set.factIndex.get(id) ?? -1)
    const isWhole = (facts: Facts) => used.every(at => facts[at] !== undefined)
    return { set, real, complete: [...real.filter(isWhole), ...recombined(real, used, RECOMBINED)], partial: [...real, ...thinned(real, used)].filter(facts => !isWhole(facts)) }
  } finally {
    core.close()
  }
}

function recombined(real: readonly Facts[], used: readonly number[], size: number): Facts[] {
  const dice = random(2023)
  const known = new Map(used.map(at => [at, real.map(facts => facts[at]).filter(value => value !== undefined)]))
  return Array.from({ length: size }, () => {
    const facts: FactValue[] = [...dice.pick(real)]
    // A fact that no source ever gives is known not to be.
    for (const [at, values] of known) facts[at] = values.length ? dice.pick(values) : null
    return facts
  })
}

function thinned(real: readonly Facts[], used: readonly number[]): Facts[] {
  const dice = random(634)
  return Array.from({ length: THINNED }, () => {
    const facts: FactValue[] = [...dice.pick(real)]
    for (const at of used) if (dice.chance(MISSING_PERCENT)) facts[at] = undefined
    return facts
  })
}
