import { loadCase } from '../cases/cases.ts'
import type { Context } from '../context.ts'

/** Sex per application of an intake, as the application states it (never read out of the identity number). */
export function sexByApplication({ store }: Context, intakeId: number): Map<string, 'K' | 'M'> {
  const out = new Map<string, 'K' | 'M'>()
  for (const { id, application_id } of store.read.all<{ id: number; application_id: string }>('SELECT id, application_id FROM application WHERE intake = ?', intakeId)) {
    const { facts, rules } = loadCase(store.read, id)
    const sex = facts[rules.set.factIndex.get('person.sex') ?? -1]
    if (sex === 'K' || sex === 'M') out.set(application_id, sex)
  }
  return out
}
