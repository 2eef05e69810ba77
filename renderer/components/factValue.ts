import type { FactView } from '../../shared/contract/views.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import { t } from '../text/t.ts'
import { isDay } from './dates.ts'

export type FactInput = OperationInput<'screening.setFact'>['value']
export type Draft = { text: string; none: boolean }
type Typed = { ok: true; value: FactInput } | { ok: false; error: string }

/** What stands in the field to begin with: the value that holds. */
export function draftOf(fact: Pick<FactView, 'state' | 'value'>): Draft {
  if (fact.state !== 'known' || fact.value === null) return { text: '', none: false }
  return { text: typeof fact.value === 'number' ? String(fact.value).replace('.', ',') : String(fact.value), none: false }
}

/** A field's text as a value of the fact's type, or what is wrong with it. Numbers take comma or point and spaces between thousands. */
export function readDraft(fact: Pick<FactView, 'type' | 'options'>, draft: Draft): Typed {
  const words = t.screening.fact
  if (draft.none) return { ok: true, value: { none: true } }
  const text = draft.text.trim()
  if (text === '') return { ok: false, error: words.valueMissing }
  if (fact.options && fact.type !== 'boolean') return fact.options.some(o => o.value === text) ? { ok: true, value: text } : { ok: false, error: words.valueMissing }
  switch (fact.type) {
    case 'date': return isDay(text) ? { ok: true, value: text } : { ok: false, error: t.common.dateInvalid }
    case 'boolean': return text === 'true' || text === 'false' ? { ok: true, value: text === 'true' } : { ok: false, error: words.valueMissing }
    case 'number': {
      const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
      return /^[-\u2212]?\d+(\.\d+)?$/.test(plain) ? { ok: true, value: Number(plain.replace('\u2212', '-')) } : { ok: false, error: words.numberInvalid }
    }
    case 'word': case 'country': case 'text': return { ok: true, value: text }
  }
}
