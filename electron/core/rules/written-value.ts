import type { FactScalar } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { valueReader } from './read-value.ts'
import type { FactDef } from './values.ts'

/** A fact's value as a person wrote it, or that there is none. Throws Fault fact-value with what is expected. */
export function writtenValue(fact: FactDef, value: FactScalar | { none: true }): FactScalar | { none: true } {
  const refuse = () => new Fault('fact-value', { label: fact.label, type: fact.type })
  if (typeof value === 'object') {
    if (fact.empty !== null) throw refuse()
    return { none: true }
  }
  const text = typeof value === 'boolean' ? (value ? 'ja' : 'nej') : String(value).trim()
  const read = text === '' ? undefined : valueReader(fact)(text)
  if (read === undefined) throw refuse()
  return read
}
