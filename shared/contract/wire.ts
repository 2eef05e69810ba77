import type { Result } from '../fault.ts'

/** What a text can tell without loss. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [field: string]: Plain }

/** What an operation may answer: something plain, bytes, or bytes among its fields. */
export type Answer = Plain | Uint8Array | { readonly [field: string]: Plain | Uint8Array }

/**
 * A result on its way from the core to the page. One text is copied as it is from thread to process to page; objects are taken apart
 * and put together at each of the three borders, the last time field by field on the thread that draws the window.
 */
export type Sealed<T = unknown> = string | Result<T>

/** A result as it travels: as text, or as it is where it carries bytes. Bytes are cut free from memory they share with others, which would travel along. */
export function seal(result: Result<unknown>): Sealed {
  if (result.ok && typeof result.value === 'object' && result.value !== null) {
    if (result.value instanceof Uint8Array) return { ok: true, value: new Uint8Array(result.value) }
    const fields = Object.entries(result.value)
    if (fields.some(([, field]) => field instanceof Uint8Array)) return { ok: true, value: Object.fromEntries(fields.map(([name, field]) => [name, field instanceof Uint8Array ? new Uint8Array(field) : field])) }
  }
  return JSON.stringify(result)
}

/** The result that was sealed. */
export function unseal<T>(sealed: Sealed<T>): Result<T> {
  return typeof sealed === 'string' ? JSON.parse(sealed) as Result<T> : sealed
}
