import { basename } from 'node:path'
import * as z from 'zod'
import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { ImportedList, IssuerDraft, IssuerKey, IssuersView, RecheckReport, StatusListView } from '../../../shared/contract/proof.ts'
import { Fault } from '../../../shared/fault.ts'
import type { Context } from '../context.ts'
import { isIsoDate } from '../rules/dates.ts'
import type { Reader } from '../store/database.ts'
import { change } from '../store/store.ts'
import type { IssuerBody, ListBody } from './appliers.ts'
import { allIssuers, type Issuer, issuerNamed, issuerRows, type ListRow, listRow } from './issuer-rows.ts'
import { ALGORITHMS, checkSignature, fingerprint, isObject, type PublicKey, readKeys, sha256 } from './jws.ts'
import { recheck } from './recheck.ts'
import { readStatusList, type StatusList } from './status-list.ts'
import { allCredentialTypes } from './types.ts'
import { textOf } from './work.ts'

const MOST_LIST_BYTES = 40_000_000
const MOST_ISSUER_BYTES = 200_000

/** The trusted issuers with their keys' fingerprints and status lists. */
export async function listIssuers({ store }: Context): Promise<IssuersView> {
  const db = store.read
  const now = store.now()
  const nameOf = (id: number | null) => String(db.value('SELECT name FROM caseworker WHERE id = ?', id ?? 0) ?? '')
  const issuers: IssuersView['issuers'] = []
  for (const row of issuerRows(db)) {
    const keys = JSON.parse(row.keys) as PublicKey[]
    issuers.push({
      id: row.id, name: row.name, issuer: row.issuer, keys: await describe(keys), keyText: JSON.stringify({ keys }, null, 2), types: JSON.parse(row.types) as string[],
      validFrom: row.valid_from, validTo: row.valid_to, note: row.note, addedAt: row.at, addedBy: nameOf(row.by),
      withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: nameOf(row.withdrawn_by), reason: row.withdrawn_reason ?? '' },
      lists: listsOf(db, row.id, now, nameOf), inUse: Number(db.value(`SELECT count(*) FROM credential WHERE issuer = ? AND outcome = 'valid' AND withdrawn_at IS NULL`, row.id)),
    })
  }
  return { issuers, types: allCredentialTypes(db).map(({ id, title }) => ({ id, title })), now }
}

function listsOf(db: Reader, issuer: number, now: string, nameOf: (id: number) => string): StatusListView[] {
  return db.all<ListRow>('SELECT id, issuer, uri, format, purpose, bits, issued_at, stale_at, hash, at, by FROM status_list WHERE issuer = ? ORDER BY uri', issuer)
    .map(row => ({ uri: row.uri, issuedAt: row.issued_at, staleAt: row.stale_at, stale: now >= row.stale_at, importedAt: row.at, importedBy: nameOf(row.by) }))
}

async function describe(keys: readonly PublicKey[]): Promise<IssuerKey[]> {
  return Promise.all(keys.map(async key => ({ kid: key.kid ?? null, kind: [key.kty, key.crv].filter(Boolean).join(' '), fingerprint: await fingerprint(key) })))
}

async function keysOf(text: string): Promise<PublicKey[]> {
  const keys = await readKeys(text)
  if (!keys) throw new Fault('issuer-keys')
  return keys
}

/** The keys in a text with their fingerprints, before anything is trusted. Throws Fault issuer-keys. */
export async function describeKeys({ keyText }: { keyText: string }): Promise<{ keys: IssuerKey[] }> {
  return { keys: await describe(await keysOf(keyText)) }
}

const fileSchema = z.looseObject({ name: z.string(), issuer: z.string(), types: z.array(z.string()), validFrom: z.string(), validTo: z.string().nullable(), note: z.string() }).partial()
/** An issuer as a file describes it (issuer metadata, or only its keys), to be looked over before it is trusted. Throws Fault issuer-file or issuer-keys. */
export async function readIssuerFile({ store }: Context, { path }: { path: string }): Promise<IssuerDraft> {
  const text = textOf(path, MOST_ISSUER_BYTES, 'issuer-file')
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\ufeff/, '')) as unknown
  } catch {
    throw new Fault('issuer-file', { file: basename(path) })
  }
  const said = fileSchema.safeParse(isObject(given) ? given : {})
  if (!said.success) throw new Fault('issuer-file', { file: basename(path) })
  const keys = await keysOf(JSON.stringify(isObject(given) && 'jwks' in given ? given['jwks'] : given))
  const known = new Set(allCredentialTypes(store.read).map(type => type.id))
  const date = (value: string | null | undefined) => (value && isIsoDate(value) ? value : '')
  const { name = '', issuer = '', types = [], validFrom, validTo, note = '' } = said.data
  return { name, issuer, keyText: JSON.stringify({ keys }, null, 2), keys: await describe(keys), types: types.filter(type => known.has(type)), validFrom: date(validFrom), validTo: date(validTo), note }
}

type Fields = OperationParsed<'proof.addIssuer'>
async function bodyOf({ store }: Context, id: number, fields: Fields): Promise<IssuerBody> {
  const keys = await keysOf(fields.keyText)
  const known = new Set(allCredentialTypes(store.read).map(type => type.id))
  if (fields.types.some(type => !known.has(type))) throw new Fault('input-invalid', { field: 'types' })
  if (fields.validTo !== null && fields.validTo < fields.validFrom) throw new Fault('issuer-dates')
  const other = issuerNamed(store.read, fields.issuer)
  if (other && other.id !== id) throw new Fault('issuer-exists', { name: other.name })
  return { id, name: fields.name, issuer: fields.issuer, keys, types: fields.types, validFrom: fields.validFrom, validTo: fields.validTo, note: fields.note }
}

/** Trusts an issuer from now on. Throws Fault issuer-keys, issuer-dates or issuer-exists. */
export async function addIssuer(context: Context, fields: Fields): Promise<IssuersView> {
  const { store } = context
  const draft = await bodyOf(context, 0, fields)
  change(store, () => {
    const other = issuerNamed(store.read, draft.issuer)
    if (other) throw new Fault('issuer-exists', { name: other.name })
    store.record({ kind: 'issuer.added', body: JSON.stringify({ ...draft, id: Number(store.read.value('SELECT coalesce(max(id), 0) + 1 FROM issuer')) } satisfies IssuerBody) })
  })
  context.changed({ what: 'store' })
  return listIssuers(context)
}

/** Changes an issuer, or trusts a withdrawn one again; its credentials are checked anew. */
export async function changeIssuer(context: Context, { id, ...fields }: OperationParsed<'proof.changeIssuer'>): Promise<RecheckReport> {
  const { store } = context
  const body = await bodyOf(context, id, fields)
  change(store, () => {
    requireIssuer(store.read, id)
    store.record({ kind: 'issuer.changed', body: JSON.stringify(body) })
  })
  context.changed({ what: 'store' })
  return recheck(context, { issuer: id })
}

/** Trusts an issuer no longer; facts that rest on its credentials are taken back. */
export async function withdrawIssuer(context: Context, { id, reason }: { id: number; reason: string }): Promise<RecheckReport> {
  const { store } = context
  if (reason === '') throw new Fault('reason-missing')
  change(store, () => {
    requireIssuer(store.read, id)
    store.record({ kind: 'issuer.withdrawn', body: JSON.stringify({ id, reason }) })
  })
  context.changed({ what: 'store' })
  return recheck(context, { issuer: id })
}

function requireIssuer(db: Reader, id: number): void {
  if (db.value('SELECT 1 FROM issuer WHERE id = ?', id) === undefined) throw new Fault('issuer-missing')
}

/**
 * Takes in a status list from a file, checked against the key of the issuer it is from, and checks that issuer's credentials anew.
 * Throws Fault status-list-broken, -issuer, -signature, -future or -older; nothing is stored then.
 */
export async function importStatusList(context: Context, { path }: { path: string }): Promise<ImportedList> {
  const { store } = context
  const file = basename(path)
  const list = readStatusList(textOf(path, MOST_LIST_BYTES, 'status-list-broken'))
  if (!list || !ALGORITHMS.includes(list.jws.alg)) throw new Fault('status-list-broken', { file })
  const issuer = await issuerOfList(store.read, list, file)
  if (list.issuedAt > Date.parse(store.now())) throw new Fault('status-list-future', { file })
  const hash = sha256(list.jws.text)
  const [issuedAt, staleAt] = [list.issuedAt, list.staleAt].map(ms => new Date(ms).toISOString())
  const known = change(store, () => {
    const before = listRow(store.read, issuer.id, list.uri)
    if (before?.hash === hash) return true
    if (before && before.issued_at > (issuedAt ?? '')) throw new Fault('status-list-older', { file })
    const id = before?.id ?? Number(store.read.value('SELECT coalesce(max(id), 0) + 1 FROM status_list'))
    const body: ListBody = { id, issuer: issuer.id, uri: list.uri, format: list.format, purpose: list.purpose, bits: list.bits, issuedAt: issuedAt ?? '', staleAt: staleAt ?? '', hash }
    store.record({ kind: 'status-list.imported', body: JSON.stringify(body) })
    store.write.run('INSERT INTO status_list_token (list, token) VALUES (?, ?) ON CONFLICT DO UPDATE SET token = excluded.token', id, list.jws.text)
    return false
  })
  context.changed({ what: 'store' })
  return { issuer: issuer.name, uri: list.uri, issuedAt: issuedAt ?? '', staleAt: staleAt ?? '', known, recheck: await recheck(context, { issuer: issuer.id }) }
}

/** The trusted issuer whose key has signed a list. */
async function issuerOfList(db: Reader, { jws, issuer }: StatusList, file: string): Promise<Issuer> {
  const named = issuer === null ? allIssuers(db) : [issuerNamed(db, issuer)].filter(each => each !== null)
  const trusted = named.filter(each => !each.withdrawn)
  if (trusted.length === 0) throw new Fault('status-list-issuer', { file })
  for (const each of trusted) if ((await checkSignature(jws, each.keys)) === 'valid') return each
  throw new Fault('status-list-signature', { file })
}
