import { foldText } from '../store/search.ts'
import type { Claims } from './jws.ts'
import type { CredentialType } from './types.ts'

/** Who a case is about. */
export type Person = { /** Every number that is this person's own; more than one where a caseworker has put applications together. */ identities: readonly string[]; givenName: string; familyName: string; birthDate: string | null }

/** A value at a claim's name; names with dots lead into the claims. Only what the claims themselves hold counts. */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  let at: unknown = claims
  for (const part of name.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Claims)[part]
  }
  return at
}

/** Digits and letters of an identity number, or null when the text is none: a DID or an e-mail address names nobody here. */
function bareIdentity(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const bare = String(value).replace(/^urn:[a-z0-9-]+:/i, '').replace(/[\s\u00a0]/g, '').toUpperCase()
  const text = /^(?:(?:\d{2})?\d{6}-?\d{4}|\d{8}-?(?:T\d{3}|TF\d{2}))$/.test(bare) ? bare.replace('-', '') : null
  return text
}

/**
 * Whether a credential is about the person of the case: by identity number where it says one, else by name and birth date together.
 * Ten digits are enough for a match with the case's twelve.
 */
export function holderMatches({ holder }: Pick<CredentialType, 'holder'>, claims: Claims, person: Person): 'by-number' | 'by-name' | 'wrong-holder' | 'holder-missing' {
  const first = (names: readonly string[]) => names.map(name => claimAt(claims, name)).find(value => value !== undefined && value !== null && value !== '')
  const identity = holder.identity.map(name => bareIdentity(claimAt(claims, name))).find(value => value !== null)
  if (identity !== undefined && identity !== null) {
    const own = person.identities.map(number => number.replace('-', '').toUpperCase())
    return own.some(number => (identity.length === 10 ? number.slice(2) : number) === identity) ? 'by-number' : 'wrong-holder'
  }
  const [given, family, born] = [first(holder.givenName), first(holder.familyName), first(holder.birthDate)]
  if (typeof given !== 'string' || typeof family !== 'string' || typeof born !== 'string') return 'holder-missing'
  const same = (a: string, b: string) => a !== '' && foldText(a.normalize('NFC').trim()) === foldText(b.normalize('NFC').trim())
  return same(given, person.givenName) && same(family, person.familyName) && born === person.birthDate ? 'by-name' : 'wrong-holder'
}
