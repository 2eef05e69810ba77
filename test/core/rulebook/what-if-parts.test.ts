import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RuleEdits } from '../../../shared/contract/rules.ts'
import { factsOf, lightCodeOf, rulesText, sourcesOf } from '../../../electron/core/cases/cases.ts'
import { assembler } from '../../../electron/core/cases/facts.ts'
import { intakeById } from '../../../electron/core/cases/programme-of-intake.ts'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { changedRules } from '../../../electron/core/rules/changed-rules.ts'
import { editedRuleSet } from '../../../electron/core/rules/edits.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import { compareIntake } from '../../../electron/core/rulebook/what-if.ts'
import { type Desk, openDesk } from '../store-fixture.ts'

const fixtures = new URL('../../fixtures/2023/', import.meta.url).pathname
const base = programmeOf('jobbspranget').version('2023.1')
const edited = (edits: Partial<RuleEdits>) => editedRuleSet(base, { parameters: {}, conditions: [], ...edits })

/** Judges every case from its sources by all rules. */
function wholly({ context: { store }, intakeId }: Desk, set: RuleSet) {
  const intake = intakeById(store.read, intakeId)
  const rules = { id: 0, set, assemble: assembler(set) }
  return store.read.all<{ id: number; application_seq: number; register_seq: number | null; permits_seq: number | null; proposed: number }>('SELECT id, application_seq, register_seq, permits_seq, proposed FROM application ORDER BY id').flatMap(row => {
    const outcome = set.evaluate(factsOf(rules, intake, sourcesOf(store.read, row)))
    const after = lightCodeOf(outcome.light)
    return after === row.proposed ? [] : [`${row.id} ${row.proposed}>${after} ${rulesText(set, outcome)}`]
  })
}

it('a question that judges only what is changed has the same answer as one that judges everything anew', async () => {
  const desk = openDesk('2023-1')
  await desk.take(join(fixtures, 'ansokningar-2023-1.csv'), join(fixtures, 'af-register-2023-1.csv'), join(fixtures, 'mv-beslut-2023-1.csv'))
  const questions: [string, RuleSet, number][] = [
    ['nothing', edited({}), 0],
    ['a limit that the application answers', edited({ parameters: { experienceLimit: '6' } }), 1],
    ['a limit that the register answers', edited({ parameters: { planFreshness: 'P1M' } }), 1],
    ['a list that Migrationsverket answers', edited({ parameters: { endlessKinds: '[PUT]' } }), 1],
    ['a limit of several rules', edited({ parameters: { adultAge: '30' } }), 2],
    ['a condition', edited({ conditions: [{ rule: 'JO-21', light: 'orange', index: 0, when: 'earlier.place = false' }] }), 1],
    ['another version', programmeOf('jobbspranget').version('2024.1'), 3],
  ]
  for (const [what, set, least] of questions) {
    const changed = changedRules(base, set)
    expect(changed.size, what).toBeGreaterThanOrEqual(least)
    expect(changed.size, what).toBeLessThan(set.rules.length)
    const { summary, changed: found } = await compareIntake(desk.context.store.read, desk.intakeId, set, desk.context)
    expect(found.map(c => `${c.id} ${c.before}>${c.after} ${c.rulesAfter}`), what).toEqual(wholly(desk, set))
    expect(summary.total, what).toBeGreaterThan(2000)
    if (least === 1 || least === 2) expect(found.length, what).toBeGreaterThan(0)
  }
})
