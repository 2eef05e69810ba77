import { programmeIn, programmesIn } from '../cases/programmes-in-store.ts'
import { englishTexts } from '../cases/spoken.ts'
import { besideRules } from '../programmes/file-of.ts'
import type { Programme } from '../rules/load.ts'
import type { DocumentOf } from '../rules/schema.ts'
import { readDocument } from '../rules/yaml.ts'
import type { Reader } from '../store/database.ts'

/** A kind of credential: what its issuers call it, where it says who it is about, and which claim gives which fact. */
export type CredentialType = DocumentOf<'credentials'>['types'][string] & { id: string }

const read = new Map<string, CredentialType[]>()

/** The kinds of credential that a programme takes as proof; a programme that is like another takes what that one does. Throws Fault rules-broken. */
export function credentialTypes(db: Reader, programme: Programme): CredentialType[] {
  const text = besideRules(programme, 'credentials.yaml', id => programmeIn(db, id))
  if (text === undefined) return []
  const known = read.get(text)
  if (known) return titled(db, programme, known)
  const types = Object.entries(readDocument('credentials', 'credentials.yaml', text).data.types).map(([id, type]) => ({ id, ...type }))
  read.set(text, types)
  return titled(db, programme, types)
}

function titled(db: Reader, programme: Programme, types: CredentialType[]): CredentialType[] {
  const titles = englishTexts(db, programme.id)?.credentials
  return titles ? types.map(type => ({ ...type, title: titles[type.id] ?? type.title })) : types
}

/** Every kind of credential that any programme of the store takes. */
export function allCredentialTypes(db: Reader): CredentialType[] {
  const found = new Map<string, CredentialType>()
  for (const { programme } of programmesIn(db)) for (const type of credentialTypes(db, programme)) if (!found.has(type.id)) found.set(type.id, type)
  return [...found.values()]
}
