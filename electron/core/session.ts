import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Caseworker, StoreCondition, StoreStatus } from '../../shared/contract/views.ts'
import type { StoreProfile } from '../../shared/domain.ts'
import { Fault } from '../../shared/fault.ts'
import { appliers } from './appliers.ts'
import { caseworkerOf } from './cases/people.ts'
import { makeFolder } from './store/files.ts'
import { createKeys, fingerprint, type KeyFile, readKeyFile, unlockWithPassphrase, unlockWithRecovery, withNewRecovery, withPassphrase, writeKeyFile } from './store/keys.ts'
import { change, openStore, settleReads, type Store, storePaths } from './store/store.ts'
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
  /** Opens a store whose key is already known: the reader beside the writer, or a restored backup. */
  open(profile: StoreProfile, key: Uint8Array, options?: { readonly?: boolean; caseworkerId?: number }): Caseworker
  close(): void
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
    const person = caseworkerOf(opened.read, options.caseworkerId ?? 0)
    opened.caseworkerId = person.id
    store = opened
    key = new Uint8Array(withKey)
    if (!options.readonly) settleReads(opened)
    return person
  }
  const unlockedKey = async (profile: StoreProfile, unseal: (file: KeyFile) => Promise<Buffer>) => {
    if (!existsSync(paths(profile).database)) throw new Fault(existsSync(paths(profile).key) ? 'store-file-missing' : 'store-missing')
    const file = readKeyFile(paths(profile).key)
    const found = await unseal(file)
    if (fingerprint(found) !== file.fingerprint) throw new Fault('store-key-damaged')
    return { file, found }
  }
  const openProfile = () => {
    if (!store || !key) throw new Fault('store-locked')
    return { store, key, file: readKeyFile(paths(store.profile).key), keyPath: paths(store.profile).key }
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
        open: store ? { profile: store.profile, caseworker: caseworkerOf(store.read, store.caseworkerId) } : null,
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
          opened.record({ kind: 'caseworker.added', body: JSON.stringify({ id: 1, ...person }) })
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
      const { found } = await unlockedKey(profile, file => unlockWithPassphrase(file, secret))
      return open(profile, found)
    },
    recover: async (code, passphrase) => {
      const { file, found } = await unlockedKey('work', f => unlockWithRecovery(f, code))
      const next = await withPassphrase(file, found, passphrase)
      const person = open('work', found)
      writeKeyFile(paths('work').key, next)
      journalled('passphrase.changed')
      return person
    },
    changePassphrase: async (current, next) => {
      const { file, key: present, keyPath } = openProfile()
      await unlockWithPassphrase(file, current)
      writeKeyFile(keyPath, await withPassphrase(file, present, next))
      journalled('passphrase.changed')
    },
    renewRecovery: async passphrase => {
      const { file, key: present, keyPath } = openProfile()
      await unlockWithPassphrase(file, passphrase)
      const renewed = await withNewRecovery(file, present)
      writeKeyFile(keyPath, renewed.file)
      journalled('recovery.renewed')
      return { recoveryCode: renewed.recoveryCode }
    },
    keyFile: () => openProfile().file,
    open,
    close,
  }

  function journalled(kind: 'passphrase.changed' | 'recovery.renewed'): void {
    const opened = store
    if (opened) change(opened, () => opened.record({ kind, body: '{}' }))
  }
}
