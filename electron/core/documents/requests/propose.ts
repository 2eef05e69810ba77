import type { ProposedItem, RequestProposal } from '../../../../shared/contract/requests.ts'
import { Fault } from '../../../../shared/fault.ts'
import { applicationById, loadCase } from '../../cases/cases.ts'
import type { Context } from '../../context.ts'
import { explainRule } from '../../rules/explain.ts'
import { swedishDay, workingDayAfter } from '../../rules/local-day.ts'
import type { Reader } from '../../store/database.ts'
import type { Store } from '../../store/store.ts'
import { requestTextsOf } from './texts.ts'

/** How many days a person has to answer, where the caseworker does not choose otherwise. */
export const DAYS_TO_ANSWER = 14

type Asked = Pick<RequestProposal, 'items' | 'others'>

/**
 * What a letter to the person of a case could ask for: one item for each text that the questions which are not green ask for, so that several questions
 * about the same paper ask for it once. Throws Fault case-protected without the reason a protected case was opened for.
 */
export function proposeRequest({ store }: Context, { id, reason }: { id: number; reason?: string | undefined }): RequestProposal {
  if (applicationById(store.read, id).protected === 1 && !reason?.trim()) throw new Fault('case-protected')
  return { ...lackedBy(store.read, id), ...usualTerms(store) }
}

/** What a letter says unless the caseworker chooses otherwise. */
export function usualTerms(store: Store): Pick<RequestProposal, 'language' | 'dueOn' | 'replyTo'> {
  const replyTo = store.read.value('SELECT reply_to FROM request WHERE by = ? ORDER BY id DESC LIMIT 1', store.caseworkerId)
  return { language: 'sv', dueOn: workingDayAfter(swedishDay(store.now()), DAYS_TO_ANSWER), replyTo: typeof replyTo === 'string' ? replyTo : '' }
}

/** What a case lacks that its applicant can send, and what nobody can be asked for. */
export function lackedBy(db: Reader, id: number): Asked {
  const { rules: { set }, intake, outcome, facts } = loadCase(db, id)
  const plan = requestTextsOf(db, intake.programme)
  const items = new Map<string, ProposedItem>()
  const others: RequestProposal['others'] = []
  set.rules.forEach(({ def }, index) => {
    const { light, missing, toGreen } = explainRule(set, index, outcome, facts)
    if (light !== 'orange' && light !== 'red') return
    const asks = plan.rules[def.id]
    const names = asks ? (missing.length > 0 ? missing.flatMap(fact => asks.missing?.[fact] ?? []) : [asks[light] ?? []].flat()) : []
    if (!asks || names.length === 0) {
      others.push({ id: def.id, question: def.question, light, because: plan.others?.[def.id] ?? null })
      return
    }
    const question = { id: def.id, question: def.question, light, missing: missing.map(fact => set.factById.get(fact)?.label ?? fact), toGreen }
    for (const name of new Set(names)) {
      const text = plan.texts[name]
      if (!text) continue
      const known = items.get(name)
      if (known) {
        known.questions.push(question)
        for (const language of ['sv', 'en'] as const) known.texts[language].why += ` ${asks.why[language]}`
      } else items.set(name, { name, questions: [question], texts: { sv: { ask: text.sv, why: asks.why.sv }, en: { ask: text.en, why: asks.why.en } } })
    }
  })
  return { items: [...items.values()], others }
}
