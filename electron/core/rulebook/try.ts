import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { TryView } from '../../../shared/contract/rules.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import { worded } from '../cases/spoken.ts'
import type { Context } from '../context.ts'
import { assess } from '../rules/assess.ts'
import { editedRuleSet } from '../rules/edits.ts'

/** Judges facts set by hand, also by an edited copy of the rules; nothing is stored. Throws Fault rules-broken, fact-unknown or fact-invalid. */
export function tryRules({ store }: Context, input: OperationParsed<'rules.try'>): TryView {
  const programme = programmeIn(store.read, input.programme)
  const set = editedRuleSet(programme.version(input.version), input.edits)
  const from = programme.versions.find(v => v.version === input.version)?.from ?? ''
  const shown = worded(store.read, set)
  const { light, rules } = assess(shown, from, input.facts, input.unknown)
  return {
    programme: programme.id, version: set.data.version, hash: set.hash, language: shown.language, light,
    rules: rules.map((rule, i) => {
      const def = set.rules[i]?.def
      return {
        id: rule.id, question: rule.question, section: def?.section ?? '', light: rule.light, because: rule.because, toGreen: rule.toGreen, basis: rule.basis, checks: rule.checks, sources: def?.sources ?? [],
        missing: rule.missing.map(fact => ({ fact, label: shown.factById.get(fact)?.label ?? fact })),
      }
    }),
  }
}
