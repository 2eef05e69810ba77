import type { RuleSet } from './rule-set.ts'
import { mistakeAt, type Read } from './yaml.ts'

/** Looks into what a programme takes as proof: each fact that a credential gives must be one of the programme's. Throws Fault rules-broken with file and line. */
export function checkCredentials(read: Read<'credentials'>, sets: readonly RuleSet[]): void {
  const known = (fact: string) => sets.some(set => set.factById.has(fact))
  for (const [id, type] of Object.entries(read.data.types)) {
    type.facts.forEach(({ fact }, i) => { if (!known(fact)) throw mistakeAt(read, ['types', id, 'facts', i, 'fact'], `uppgiften ”${fact}” finns inte`) })
    for (const fact of Object.keys(type.gives ?? {})) if (!known(fact)) throw mistakeAt(read, ['types', id, 'gives', fact], `uppgiften ”${fact}” finns inte`)
  }
}

/** Looks into whom a programme shares with: the question that it rests on must be one of the programme's. Throws Fault rules-broken with file and line. */
export function checkSharing(read: Read<'sharing'>, sets: readonly RuleSet[]): void {
  const { rule } = read.data
  if (!sets.some(set => set.rules.some(r => r.def.id === rule))) throw mistakeAt(read, ['rule'], `frågan ”${rule}” finns inte`)
}
