import type { FactScalar } from '../../../../shared/domain.ts'
import type { RowWarning } from '../../../../shared/rows.ts'
import type { Column } from '../../rules/load.ts'
import { valueReader } from '../../rules/read-value.ts'
import type { FactDef } from '../../rules/values.ts'

/** A cell as stored: its value, null for empty, or what could not be read. */
export type Cell = FactScalar | null | { '?': string }

const warningOf: Record<FactDef['type'], RowWarning> = { date: 'unreadable-date', number: 'unreadable-number', boolean: 'unreadable-word', word: 'unreadable-word', country: 'unreadable-country', text: 'unreadable-word' }

/** Makes the reader of a column: a trimmed cell becomes its value; what cannot be read is kept as unknown where a rule uses it, else left out. */
export function cellReader(fact: FactDef, column: Column, usedByRules: boolean): (text: string, warn: (code: RowWarning) => void) => Cell {
  const read = valueReader(fact, column.as)
  // An intake repeats the same words and dates over and over.
  const seen = new Map<string, FactScalar | undefined>()
  const remember = fact.type !== 'text'
  return (text, warn) => {
    if (text === '') return null
    let value = remember ? seen.get(text) : undefined
    if (value === undefined) {
      value = read(text)
      if (remember && value !== undefined && seen.size < 20_000) seen.set(text, value)
    }
    if (value !== undefined) return value
    if (!usedByRules) {
      warn(warningOf[fact.type])
      return null
    }
    warn('unreadable-used')
    return { '?': text.slice(0, 200) }
  }
}
