import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { Person } from '../../../shared/contract/people.ts'
import { Fault } from '../../../shared/fault.ts'
import { allCaseworkers, type CaseworkerRow } from '../cases/people.ts'
import type { Context } from '../context.ts'
import { type KeyFile, withoutLocks, withPassphrase } from '../store/keys.ts'
import { change } from '../store/store.ts'

/** The open store's key file. */
export type KeyChain = {
  file(): KeyFile
  /**
   * Changes it, one change after the other. `record` is run just before the new file is written: a power cut between the two leaves a caseworker
   * without a lock, never a lock without its caseworker.
   */
  change(work: (file: KeyFile, key: Uint8Array) => Promise<{ file: KeyFile; record?: () => void }>): Promise<void>
}

/** Everybody who works or has worked in the store. */
export function listPeople({ store }: Context, keys: KeyChain): Person[] {
  const locks = new Set(keys.file().locks.map(lock => lock.id))
  return allCaseworkers(store.read).map(({ id, name, title, roles, ended }) => ({ id, name, title, roles, ended, hasPassphrase: ended === null && locks.has(id) }))
}

/** Adds a caseworker with a passphrase of their own. Throws Fault passphrase-short, passphrase-taken or people-many. */
export async function addPerson(context: Context, keys: KeyChain, { passphrase, name, title, roles }: OperationParsed<'people.add'>): Promise<Person[]> {
  const { store } = context
  await keys.change(async (file, key) => {
    const id = Math.max(0, ...allCaseworkers(store.read).map(p => p.id), ...file.locks.map(lock => lock.id)) + 1
    const record = () => change(store, () => {
      store.record({ kind: 'caseworker.added', body: JSON.stringify({ id, name, title, roles }) })
      store.record({ kind: 'caseworker.passphrase-set', body: JSON.stringify({ id }) })
    })
    return { file: await withPassphrase(file, key, id, passphrase), record }
  })
  return changedPeople(context, keys)
}

/** Changes name, title and roles. Throws Fault person-missing, person-self or administrator-needed. */
export function changePerson(context: Context, keys: KeyChain, { id, name, title, roles }: OperationParsed<'people.change'>): Person[] {
  const { store } = context
  change(store, () => {
    const all = allCaseworkers(store.write)
    const before = atWork(all, id)
    if (id === store.caseworkerId && before.roles.includes('administer') && !roles.includes('administer')) throw new Fault('person-self')
    keepAdministrator(all.map(p => (p.id === id ? { ...p, roles } : p)))
    store.record({ kind: 'caseworker.changed', body: JSON.stringify({ id, name, title, roles }) })
  })
  return changedPeople(context, keys)
}

/** Ends a caseworker: the lock goes, the name stays in the history. Throws Fault person-missing, person-self or administrator-needed. */
export async function endPerson(context: Context, keys: KeyChain, { id }: OperationParsed<'people.end'>): Promise<Person[]> {
  const { store } = context
  await keys.change(file => {
    const record = () => change(store, () => {
      const all = allCaseworkers(store.write)
      atWork(all, id)
      if (id === store.caseworkerId) throw new Fault('person-self')
      keepAdministrator(all.filter(p => p.id !== id))
      store.record({ kind: 'caseworker.ended', body: JSON.stringify({ id }) })
    })
    return Promise.resolve({ file: withoutLocks(file, [id]), record })
  })
  return changedPeople(context, keys)
}

/** Gives somebody else a new passphrase. Throws Fault person-missing, person-own-passphrase, passphrase-short or passphrase-taken. */
export async function setPassphrase(context: Context, keys: KeyChain, { id, passphrase }: OperationParsed<'people.setPassphrase'>): Promise<Person[]> {
  const { store } = context
  atWork(allCaseworkers(store.read), id)
  if (id === store.caseworkerId) throw new Fault('person-own-passphrase')
  await keys.change(async (file, key) => {
    const record = () => change(store, () => {
      atWork(allCaseworkers(store.write), id)
      store.record({ kind: 'caseworker.passphrase-set', body: JSON.stringify({ id }) })
    })
    return { file: await withPassphrase(file, key, id, passphrase), record }
  })
  return changedPeople(context, keys)
}

function atWork(all: readonly CaseworkerRow[], id: number): CaseworkerRow {
  const found = all.find(p => p.id === id && p.ended === null)
  if (!found) throw new Fault('person-missing')
  return found
}

function keepAdministrator(all: readonly CaseworkerRow[]): void {
  if (!all.some(p => p.ended === null && p.roles.includes('administer'))) throw new Fault('administrator-needed')
}

function changedPeople(context: Context, keys: KeyChain): Person[] {
  context.changed({ what: 'store' })
  return listPeople(context, keys)
}
