import { parseDocument } from 'yaml'
import * as z from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { programmeIn, programmesIn } from '../cases/programmes-in-store.ts'
import { englishTexts } from '../cases/spoken.ts'
import { besideRules } from '../programmes/file-of.ts'
import type { Programme } from '../rules/load.ts'
import type { Reader } from '../store/database.ts'

const names = z.array(z.string().min(1)).min(1)
const schema = z.strictObject({
  types: z.record(z.string(), z.strictObject({
    title: z.string().min(1), names,
    holder: z.strictObject({ identity: names, givenName: names, familyName: names, birthDate: names }),
    facts: z.array(z.strictObject({ claim: z.string().min(1), fact: z.string().min(1) })).min(1),
    gives: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })),
})
type Parsed = z.infer<typeof schema>
/** A kind of credential: what its issuers call it, where it says who it is about, and which claim gives which fact. */
export type CredentialType = Parsed['types'][string] & { id: string }

const read = new Map<string, CredentialType[]>()

/** The kinds of credential that a programme takes as proof; a programme that is like another takes what that one does. Throws Fault rules-broken. */
export function credentialTypes(db: Reader, programme: Programme): CredentialType[] {
  const text = besideRules(programme, 'credentials.yaml', id => programmeIn(db, id))
  if (text === undefined) return []
  const known = read.get(text)
  if (known) return titled(db, programme, known)
  const doc = parseDocument(text, { schema: 'core', uniqueKeys: true })
  const parsed = doc.errors.length > 0 ? null : schema.safeParse(doc.toJS({ maxAliasCount: 100 }))
  if (!parsed?.success) throw new Fault('rules-broken', { message: `credentials.yaml: ${parsed ? `fältet ”${parsed.error.issues[0]?.path.join('.') ?? ''}” stämmer inte` : 'filen går inte att läsa'}` })
  const types = Object.entries(parsed.data.types).map(([id, type]) => ({ id, ...type }))
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
