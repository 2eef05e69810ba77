import type { LetterLanguage, RequestItem } from '../../../../shared/contract/requests.ts'
import { Fault } from '../../../../shared/fault.ts'
import type { Context } from '../../context.ts'
import { requireSettable } from '../request-letter.ts'
import { swedishDay } from '../../rules/local-day.ts'
import { letterTo } from './letters.ts'
import { lackedBy, usualTerms } from './propose.ts'
import { type LetterChoice, prepareOneOfMany, requireDue } from './work.ts'

type Asked = Omit<LetterChoice, 'items'> & { points: readonly string[] }

/** Letters to many at once, for the room that has the list: what cases lack, what each letter says of it, and the making of one of them. */
export const lettersToMany = {
  usual: ({ store }: Context) => usualTerms(store),

  /** What a case lacks: the names of the programme's texts, and what they say. */
  lacked: ({ store }: Context, id: number): { name: string; ask: Record<LetterLanguage, string> }[] => lackedBy(store.read, id).items.map(({ name, texts }) => ({ name, ask: { sv: texts.sv.ask, en: texts.en.ask } })),

  /** Throws Fault request-due. */
  require: ({ store }: Context, { dueOn }: Asked) => requireDue(store, dueOn),

  /** What the letter of a case asks for of the points that are chosen: none, where it lacks none of them. */
  items: ({ store }: Context, id: number, { points, language }: Asked): RequestItem[] =>
    lackedBy(store.read, id).items.filter(item => points.includes(item.name)).map(({ questions, texts }) => ({ rules: questions.map(each => each.id), ...texts[language] })),

  /** Whether the person's name and address can be set. Throws Fault form-glyph for what the caseworker has written. */
  settable: async ({ store }: Context, id: number, { language, dueOn, replyTo }: Asked, items: readonly RequestItem[]): Promise<boolean> => {
    try {
      await requireSettable(letterTo(store, id, { language, items: [...items], date: swedishDay(store.now()), dueOn, replyTo, remindsOf: null }))
      return true
    } catch (error) {
      if (error instanceof Fault && error.code === 'form-glyph' && String(error.params['path']).startsWith('person.')) return false
      throw error
    }
  },

  prepare: (context: Context, id: number, { points: _, ...choice }: Asked, items: RequestItem[]) => prepareOneOfMany(context, id, { ...choice, items }),
}
