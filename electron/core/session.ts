import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Caseworker, StoreCondition, StoreStatus } from '../../shared/contract/views.ts'
import { ROLES, type StoreProfile } from '../../shared/domain.ts'
import { Fault } from '../../shared/fault.ts'
import { appliers } from './appliers.ts'
import { activeCaseworker, allCaseworkers, caseworkerOf, firstAdministrator } from './cases/people.ts'
import type { KeyChain } from './people/people.ts'
import { idleMinutes } from './people/settings.ts'
import { makeFolder } from './store/files.ts'
import { checkPassphrase, createKeys, fingerprint, type KeyFile, readKeyFile, unlockWithPassphrase, unlockWithRecovery, withNewRecovery, withoutLocks, withPassphrase, writeKeyFile } from './store/keys.ts'
import { rememberUser, usedLast } from './store/used-last.ts'
import { change, openStore, settleReads, type Store } from './store/store.ts'
import { storePaths } from './store/paths.ts'
import { finishInterruptedRestore } from './upkeep/backup.ts'
import { SAMPLE_PASSPHRASE } from './upkeep/sample-store.ts'

/** The one store that is open, with its key. */
export type Session = {
  readonly store: Store | null
  readonly key: Uint8Array | null
  status(): StoreStatus
  create(profile: StoreProfile, passphrase: string, person: { name: string; title: string }): Promise<{ recoveryCode: string }>
  unlock(profile: StoreProfile, passphrase: string | undefined): Promise<Caseworker>
  recover(code: string, passphrase: string): Promise<Caseworker>
  changePassphrase(current: string, next: string): Promise<void>
  renewRecovery(passphrase: string): Promise<{ recoveryCode: string }>
  keyFile(): KeyFile
  /** The open store's key file, and the one way to change it. */
  readonly keys: KeyChain
  /**
   * Opens a store whose key is already known: the reader beside the writer, or a restored backup. Works as the caseworker that is named, else as the
   * first administrator. Throws Fault passphrase-wrong for one who has ended.
   */
  open(profile: StoreProfile, key: Uint8Array, options?: { readonly?: boolean; caseworkerId?: number }): Caseworker
  close(): void
}

/** A store that was cut off while it was laid up has a key and nobody in it; whoever has the key works there, and can give their name under Handläggare. */
function finishInterruptedCreation(store: Store, id: number): void {
  if (store.read.value('SELECT 1 FROM caseworker LIMIT 1') !== undefined) return
  store.caseworkerId = id
  change(store, () => {
    store.record({ kind: 'store.created', body: JSON.stringify({ profile: store.profile }) })
    store.record({ kind: 'caseworker.added', body: JSON.stringify({ id, name: 'Handläggare', title: 'Arbetsförmedlare', roles: ROLES }) })
  })
}

export function openSession(root: string, temporary = false): Session {
  let store: Store | null = null
  let key: Uint8Array | null = null
  const paths = (profile: StoreProfile) => storePaths(root, profile)

  const close = () => {
    const closing = store
    store = null
    key?.fill(0)
    key = null
    if (!closing) return
    try {
      settleReads(closing)
    } catch {
      // What could not be moved waits in its own file and is moved at the next opening.
    }
    closing.close()
  }
  const open: Session['open'] = (profile, withKey, options = {}) => {
    close()
    const opened = openStore(root, profile, withKey, { appliers, ...options })
    if (!options.readonly) finishInterruptedCreation(opened, options.caseworkerId ?? 1)
    const person = options.caseworkerId === undefined ? firstAdministrator(opened.read) : activeCaseworker(opened.read, options.caseworkerId)
    if (!person) {
      opened.close()
      throw new Fault('passphrase-wrong')
    }
    opened.caseworkerId = person.id
    store = opened
    key = new Uint8Array(withKey)
    if (!options.readonly) settleReads(opened)
    return person
  }
  const keyFileOf = (profile: StoreProfile) => {
    if (!existsSync(paths(profile).database)) throw new Fault(existsSync(paths(profile).key) ? 'store-file-missing' : 'store-missing')
    return readKeyFile(paths(profile).key)
  }
  const openProfile = () => {
    if (!store || !key) throw new Fault('store-locked')
    return { store, key, file: readKeyFile(paths(store.profile).key), keyPath: paths(store.profile).key }
  }
  const checkFingerprint = (file: KeyFile, found: Uint8Array) => {
    if (fingerprint(found) !== file.fingerprint) throw new Fault('store-key-damaged')
  }
  let keyTurn: Promise<unknown> = Promise.resolve()
  const changeKeys: KeyChain['change'] = work => {
    const mine = keyTurn.then(async () => {
      const { store: opened, key: present, file, keyPath } = openProfile()
      // Deriving takes a while: a store that is locked meanwhile wipes its key, and the copy is what gets sealed.
      const copy = new Uint8Array(present)
      try {
        const next = await work(file, copy)
        if (store !== opened) throw new Fault('store-locked')
        next.record?.()
        writeKeyFile(keyPath, next.file)
      } finally {
        copy.fill(0)
      }
    })
    keyTurn = mine.catch(() => undefined)
    return mine
  }
  const conditionOf = (profile: StoreProfile): StoreCondition => {
    if (store?.profile === profile) return 'open'
    if (!existsSync(paths(profile).database)) return existsSync(paths(profile).key) ? 'file-missing' : 'none'
    try {
      readKeyFile(paths(profile).key)
      return 'locked'
    } catch (error) {
      return error instanceof Fault && error.code === 'store-key-missing' ? 'key-missing' : 'key-damaged'
    }
  }

  return {
    get store() { return store },
    get key() { return key },
    status: () => {
      finishInterruptedRestore(root)
      return {
        open: store ? { profile: store.profile, caseworker: caseworkerOf(store.read, store.caseworkerId), idleMinutes: idleMinutes(store.read) } : null,
        stores: (['work', 'sample'] as const).map(profile => ({ profile, condition: conditionOf(profile), folder: paths(profile).folder })),
      }
    },
    create: async (profile, passphrase, person) => {
      if (existsSync(paths(profile).database)) throw new Fault('store-exists')
      const made = await createKeys(passphrase)
      close()
      const place = paths(profile)
      makeFolder(place.folder)
      // A key whose store is gone may still open a copy of it somewhere: it is kept under another name.
      if (existsSync(place.key)) renameSync(place.key, join(place.folder, `nyckel-tidigare-${Date.now()}.json`))
      let fresh: Store | null = null
      try {
        // The key lies beside the store before the store holds anything.
        writeKeyFile(place.key, made.file)
        const opened = (fresh = openStore(root, profile, made.key, { create: true, caseworkerId: 1, appliers, temporary }))
        change(opened, () => {
          opened.record({ kind: 'store.created', body: JSON.stringify({ profile }) })
          opened.record({ kind: 'caseworker.added', body: JSON.stringify({ id: 1, ...person, roles: ROLES }) })
        })
      } catch (error) {
        fresh?.close()
        for (const file of [place.database, place.spool]) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
        rmSync(place.key, { force: true })
        throw error
      }
      store = fresh
      key = new Uint8Array(made.key)
      return { recoveryCode: made.recoveryCode }
    },
    unlock: async (profile, passphrase) => {
      const secret = profile === 'sample' ? SAMPLE_PASSPHRASE : (passphrase ?? '')
      const file = keyFileOf(profile)
      const { folder } = paths(profile)
      const found = await unlockWithPassphrase(file, secret, usedLast(folder))
      checkFingerprint(file, found.key)
      const person = open(profile, found.key, { caseworkerId: found.id })
      rememberUser(folder, found.id)
      dropDeadLocks()
      return person
    },
    recover: async (code, passphrase) => {
      checkPassphrase(passphrase)
      const file = keyFileOf('work')
      const found = await unlockWithRecovery(file, code)
      checkFingerprint(file, found)
      const person = open('work', found)
      try {
        await changeKeys(async (present, dataKey) => ({ file: await withPassphrase(present, dataKey, person.id, passphrase) }))
      } catch (error) {
        close()
        throw error
      }
      journalled('passphrase.changed')
      return person
    },
    changePassphrase: async (current, next) => {
      const { file, store: opened } = openProfile()
      const me = opened.caseworkerId
      await unlockMine(file, current, me)
      await changeKeys(async (present, dataKey) => ({ file: await withPassphrase(present, dataKey, me, next) }))
      journalled('passphrase.changed')
    },
    renewRecovery: async passphrase => {
      const { file, store: opened } = openProfile()
      await unlockMine(file, passphrase, opened.caseworkerId)
      let recoveryCode = ''
      await changeKeys(async (present, dataKey) => {
        const renewed = await withNewRecovery(present, dataKey)
        recoveryCode = renewed.recoveryCode
        return { file: renewed.file }
      })
      journalled('recovery.renewed')
      return { recoveryCode }
    },
    keyFile: () => openProfile().file,
    keys: { file: () => openProfile().file, change: changeKeys },
    open,
    close,
  }

  /** A passphrase is asked for again before it is changed; another's does not do. */
  async function unlockMine(file: KeyFile, passphrase: string, id: number): Promise<void> {
    await unlockWithPassphrase({ ...file, locks: file.locks.filter(lock => lock.id === id) }, passphrase)
  }

  /** A caseworker that has ended, or is not known, keeps no lock: where that was cut off it is done now. */
  function dropDeadLocks(): void {
    const { store: opened, file, keyPath } = openProfile()
    const alive = new Set(allCaseworkers(opened.read).filter(p => p.ended === null).map(p => p.id))
    const dead = file.locks.filter(lock => !alive.has(lock.id)).map(lock => lock.id)
    if (dead.length > 0) writeKeyFile(keyPath, withoutLocks(file, dead))
  }

  function journalled(kind: 'passphrase.changed' | 'recovery.renewed'): void {
    const opened = store
    if (opened) change(opened, () => opened.record({ kind, body: '{}' }))
  }
}
