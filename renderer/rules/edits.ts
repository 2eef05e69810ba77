import type { RuleBookView, RuleEdits, RuleText } from '../../shared/contract/rules.ts'
import type { RuleLight } from '../../shared/domain.ts'
import type { FaultInfo } from '../../shared/fault.ts'

/** What somebody has written over a version: values by parameter, conditions by key. */
export type EditDrafts = { parameters: Record<string, string>; conditions: Record<string, string> }
export const noEdits: EditDrafts = { parameters: {}, conditions: {} }

/** A condition with its place among those of the same light, as the core counts them. */
export type Placed = { key: string; rule: string; light: RuleLight; index: number; number: number | null; when: string }

const keyOf = (rule: string, light: string, index: number) => `${rule} ${light} ${index}`

/** The conditions of a rule with their keys; `number` counts from one where a light has several. */
export function placedConditions(rule: Pick<RuleText, 'id' | 'conditions'>): Placed[] {
  const seen = new Map<RuleLight, number>()
  return rule.conditions.map(({ light, when }) => {
    const index = seen.get(light) ?? 0
    seen.set(light, index + 1)
    const several = rule.conditions.filter(c => c.light === light).length > 1
    return { key: keyOf(rule.id, light, index), rule: rule.id, light, index, number: several ? index + 1 : null, when }
  })
}

/** Drafts with one more text; a text that is as in the version is no edit. */
export function withEdit(drafts: EditDrafts, kind: keyof EditDrafts, key: string, text: string, original: string): EditDrafts {
  const { [key]: _, ...rest } = drafts[kind]
  return { ...drafts, [kind]: text === original ? rest : { ...rest, [key]: text } }
}

/** How many values and conditions are other than in the version. */
export function editCount(drafts: EditDrafts): number {
  return Object.keys(drafts.parameters).length + Object.keys(drafts.conditions).length
}

/** The drafts as the core takes them; what the version does not have is left out. */
export function toEdits(book: RuleBookView, drafts: EditDrafts): RuleEdits {
  const parameters = Object.fromEntries(book.parameters.flatMap(p => { const text = drafts.parameters[p.name]; return text === undefined ? [] : [[p.name, text]] }))
  const conditions = book.rules.flatMap(placedConditions).flatMap(({ key, rule, light, index }) => { const when = drafts.conditions[key]; return when === undefined ? [] : [{ rule, light, index, when }] })
  return { parameters, conditions }
}

/** Which field a fault about an edited copy stands in, or null when it is about something else. */
export function faultPlace(fault: FaultInfo | null): { kind: keyof EditDrafts; key: string; message: string } | null {
  if (fault?.code !== 'rules-broken') return null
  const { parameter, rule, light, index, message } = fault.params
  const said = String(message ?? '')
  const sentence = `${said.charAt(0).toLocaleUpperCase('sv')}${said.slice(1)}${/[.!?]$/.test(said) ? '' : '.'}`
  if (typeof parameter === 'string') return { kind: 'parameters', key: parameter, message: sentence }
  if (typeof rule === 'string' && typeof light === 'string' && typeof index === 'number') return { kind: 'conditions', key: keyOf(rule, light, index), message: sentence }
  return null
}
