import type { LetterLanguage, ProposedItem, RequestItem } from '../../shared/contract/requests.ts'

/** One thing a letter may ask for, as it stands in the form; `name` is that of the programme's text, null for the caseworker's own. */
export type ItemDraft = { key: string; name: string | null; questions: ProposedItem['questions']; chosen: boolean; ask: string; why: string }

let own = 0
/** A proposal as it first stands in the form: chosen. */
export const draftOf = ({ name, questions, texts }: ProposedItem, language: LetterLanguage): ItemDraft => ({ key: name, name, questions, chosen: true, ...texts[language] })
/** An empty item of the caseworker's own. */
export const ownDraft = (): ItemDraft => ({ key: `own ${++own}`, name: null, questions: [], chosen: true, ask: '', why: '' })

/** The items in the other language; what the caseworker has written stands, and is counted. */
export function inLanguage(items: readonly ItemDraft[], proposed: readonly ProposedItem[], from: LetterLanguage, to: LetterLanguage): { turned: ItemDraft[]; kept: number } {
  let kept = 0
  const turned = items.map(item => {
    const texts = proposed.find(each => each.name === item.name)?.texts
    if (texts && item.ask === texts[from].ask && item.why === texts[from].why) return { ...item, ...texts[to] }
    if (item.chosen && item.ask.trim() !== '') kept++
    return item
  })
  return { turned, kept }
}

/** What is sent of the form: the chosen items, with the questions they are about. */
export function inputOf(items: readonly ItemDraft[], more: { language: LetterLanguage; dueOn: string; replyTo: string }): typeof more & { items: RequestItem[] } {
  return { ...more, replyTo: more.replyTo.trim(), items: items.filter(item => item.chosen).map(({ questions, ask, why }) => ({ rules: questions.map(q => q.id), ask: ask.trim(), why: why.trim() })) }
}
