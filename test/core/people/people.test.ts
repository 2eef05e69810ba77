import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCore } from '../../../electron/core/core.ts'
import { openDatabase } from '../../../electron/core/store/database.ts'
import { readKeyFile, unlockWithPassphrase } from '../../../electron/core/store/keys.ts'
import { ada, adaAndBo, bo, startDesk } from './people-desk.ts'

const NEW = 'ännu en mening att minnas'
const names = async (desk: Awaited<ReturnType<typeof adaAndBo>>) => (await desk.ok('people.list', {})).map(p => `${p.name}${p.ended ? ' slut' : ''}${p.hasPassphrase ? '' : ' utan'}`)
const who = async (desk: Awaited<ReturnType<typeof adaAndBo>>) => (await desk.ok('store.status', {})).open?.caseworker.name

describe('several at one desk', () => {
  it('each opens the store with a passphrase of their own, and it is known who works', async () => {
    const desk = await adaAndBo()
    await desk.lock()
    expect(await desk.unlock(bo.passphrase)).toBe('ok')
    expect(await desk.ok('store.status', {})).toMatchObject({ open: { caseworker: { id: 2, name: bo.name, roles: ['screen'] } } })
    expect(readFileSync(join(desk.places.folder, 'senast'), 'utf8')).toBe('2\n')
    await desk.lock()
    expect([await desk.unlock('ingen av dem har den här'), await desk.unlock(ada.passphrase), await who(desk)]).toEqual(['passphrase-wrong', 'ok', ada.name])
    await desk.ok('journal.verify', {})
  })
  it('no name stands in the key file, and one passphrase never opens two locks', async () => {
    const desk = await adaAndBo()
    expect(readFileSync(desk.places.key, 'utf8')).not.toMatch(/Ada|Bo Prov/)
    const third = { name: 'Cia Prov', title: 'handläggare', roles: ['read' as const] }
    expect(await desk.refused('people.add', { ...third, passphrase: bo.passphrase })).toBe('passphrase-taken')
    expect(await desk.refused('people.add', { ...third, passphrase: 'kort' })).toBe('passphrase-short')
    expect(await desk.refused('people.setPassphrase', { id: 2, passphrase: ada.passphrase })).toBe('passphrase-taken')
    expect(await desk.refused('store.changePassphrase', { current: ada.passphrase, next: bo.passphrase })).toBe('passphrase-taken')
    expect(await names(desk)).toEqual([ada.name, bo.name])
  })
  it('everyone changes their own passphrase and nobody else’s; whoever administers gives another a new one', async () => {
    const desk = await adaAndBo()
    expect(await desk.refused('people.setPassphrase', { id: 1, passphrase: NEW })).toBe('person-own-passphrase')
    expect(await desk.refused('store.changePassphrase', { current: bo.passphrase, next: NEW })).toBe('passphrase-wrong')
    await desk.ok('people.setPassphrase', { id: 2, passphrase: NEW })
    await desk.lock()
    expect([await desk.unlock(bo.passphrase), await desk.unlock(NEW)]).toEqual(['passphrase-wrong', 'ok'])
    await desk.ok('store.changePassphrase', { current: NEW, next: bo.passphrase })
    await desk.lock()
    expect([await desk.unlock(NEW), await desk.unlock(bo.passphrase), await who(desk)]).toEqual(['passphrase-wrong', 'ok', bo.name])
  })
  it('whoever has ended opens nothing more, and the name stays', async () => {
    const desk = await adaAndBo()
    copyFileSync(desk.places.key, join(desk.root, 'gammal nyckel'))
    await desk.ok('people.end', { id: 2 })
    expect(await names(desk)).toEqual([ada.name, `${bo.name} slut utan`])
    expect([await desk.refused('people.end', { id: 2 }), await desk.refused('people.change', { id: 2, name: 'B', title: 't', roles: ['read'] }), await desk.refused('people.setPassphrase', { id: 2, passphrase: NEW })])
      .toEqual(['person-missing', 'person-missing', 'person-missing'])
    await desk.lock()
    expect(await desk.unlock(bo.passphrase)).toBe('passphrase-wrong')
    // The key file as it was when a power cut kept the lock from going.
    copyFileSync(join(desk.root, 'gammal nyckel'), desk.places.key)
    expect(await desk.unlock(bo.passphrase)).toBe('passphrase-wrong')
    expect((await desk.ok('store.status', {})).open).toBeNull()
    expect(await desk.unlock(ada.passphrase)).toBe('ok')
    expect(readKeyFile(desk.places.key).locks.map(lock => lock.id)).toEqual([1])
    await desk.ok('people.add', { ...bo, roles: ['read'] })
    expect((await desk.ok('people.list', {})).map(p => p.id)).toEqual([1, 2, 3])
    await desk.ok('journal.verify', {})
  })
  it('a caseworker whose lock was never written is shown without a passphrase and can be given one', async () => {
    const desk = await adaAndBo()
    const whole = readKeyFile(desk.places.key)
    writeFileSync(desk.places.key, JSON.stringify({ ...whole, locks: whole.locks.filter(lock => lock.id === 1) }))
    desk.restart()
    expect([await desk.unlock(bo.passphrase), await desk.unlock(ada.passphrase)]).toEqual(['passphrase-wrong', 'ok'])
    expect(await names(desk)).toEqual([ada.name, `${bo.name} utan`])
    await desk.ok('people.setPassphrase', { id: 2, passphrase: bo.passphrase })
    await desk.lock()
    expect(await desk.unlock(bo.passphrase)).toBe('ok')
  })
  it('there is always one who administers, and nobody shuts themselves out', async () => {
    const desk = await adaAndBo()
    expect(await desk.refused('people.end', { id: 1 })).toBe('person-self')
    expect(await desk.refused('people.change', { id: 1, name: ada.name, title: ada.title, roles: ['read', 'screen'] })).toBe('person-self')
    await desk.ok('people.change', { id: 2, name: 'Bo Nyström', title: bo.title, roles: ['administer'] })
    await desk.lock()
    await desk.unlock(bo.passphrase)
    await desk.ok('people.change', { id: 1, name: ada.name, title: ada.title, roles: ['read'] })
    expect(await desk.refused('people.end', { id: 2 })).toBe('person-self')
    await desk.ok('people.end', { id: 1 })
    expect(await desk.refused('people.change', { id: 2, name: 'Bo', title: 't', roles: ['read'] })).toBe('person-self')
    await desk.ok('journal.verify', {})
  })
})

describe('roles', () => {
  it('what a role does not allow is refused in core before anything is looked at', async () => {
    const desk = await adaAndBo()
    await desk.lock()
    await desk.unlock(bo.passphrase)
    const intake = { programme: 'jobbspranget', name: '2023-1', evaluationDate: '2023-01-20', placeStart: '2023-03-06', placeEnd: '2023-07-05' }
    expect(await desk.refused('intake.create', intake)).toBe('not-allowed')
    expect(await desk.core.run('people.add', { ...bo, roles: ['read'] }, { progress: () => undefined, signal: new AbortController().signal })).toEqual({ ok: false, fault: { code: 'not-allowed', params: { role: 'administer' } } })
    expect(await desk.refused('store.renewRecoveryCode', { passphrase: bo.passphrase })).toBe('not-allowed')
    expect(await desk.refused('backup.create', { path: join(desk.root, 'k.sprangbrada') })).toBe('not-allowed')
    expect(await desk.refused('screening.establish', { id: 9, version: 1 })).toBe('case-missing')
    expect(await desk.ok('intake.list', {})).toEqual([])
  })
  it('a role that is taken away is gone at once, and the reader beside the writer asks for it too', async () => {
    const desk = await adaAndBo()
    const reader = startReader(desk)
    expect(await reader('journal.verify')).toBe('ok')
    await desk.lock()
    await desk.unlock(bo.passphrase)
    expect(await startReader(desk)('rules.import')).toBe('not-allowed')
    expect(await startReader(desk)('people.list')).toBe('ok')
  })
})

describe('recovery code, backup and older key files', () => {
  it('the recovery code gives the first who administers a new passphrase and leaves the others', async () => {
    const desk = await adaAndBo()
    await desk.ok('people.change', { id: 2, name: bo.name, title: bo.title, roles: ['administer'] })
    await desk.lock()
    expect(await desk.refused('store.recover', { recoveryCode: desk.recoveryCode, newPassphrase: bo.passphrase })).toBe('passphrase-taken')
    expect((await desk.ok('store.status', {})).open).toBeNull()
    expect(await desk.ok('store.recover', { recoveryCode: desk.recoveryCode, newPassphrase: NEW })).toMatchObject({ id: 1 })
    await desk.lock()
    expect([await desk.unlock(ada.passphrase), await desk.unlock(bo.passphrase), await who(desk)]).toEqual(['passphrase-wrong', 'ok', bo.name])
    await desk.ok('people.change', { id: 1, name: ada.name, title: ada.title, roles: ['read'] })
    await desk.lock()
    expect(await desk.ok('store.recover', { recoveryCode: desk.recoveryCode, newPassphrase: bo.passphrase })).toMatchObject({ id: 2 })
  })
  it('a backup brings everybody’s lock along, and opens as whoever’s passphrase was given', async () => {
    const desk = await adaAndBo()
    const path = join(desk.root, 'kopia.sprangbrada')
    await desk.ok('backup.create', { path })
    for (const [secret, name] of [[ada.passphrase, ada.name], [bo.passphrase, bo.name], [desk.recoveryCode, ada.name]] as const) {
      const other = startDesk()
      copyFileSync(path, join(other.root, 'kopia.sprangbrada'))
      await other.ok('backup.restore', { path: join(other.root, 'kopia.sprangbrada'), secret })
      expect((await other.ok('store.status', {})).open?.caseworker.name).toBe(name)
      await other.lock()
      expect([await other.unlock(bo.passphrase), (await other.ok('store.status', {})).open?.caseworker.id]).toEqual(['ok', 2])
    }
  })
  it('a key file from before there were several opens as the first caseworker, with every role, and becomes new at the next change', async () => {
    const desk = startDesk()
    const { recoveryCode } = await desk.ok('store.create', ada)
    const { locks: [lock], ...rest } = readKeyFile(desk.places.key)
    if (!lock) throw new Error('no lock')
    const { id: _, ...passphrase } = lock
    writeFileSync(desk.places.key, JSON.stringify({ ...rest, version: 1, passphrase, locks: undefined }))
    desk.restart()
    expect(await desk.unlock(ada.passphrase)).toBe('ok')
    expect(JSON.parse(readFileSync(desk.places.key, 'utf8'))).toMatchObject({ version: 1 })
    expect((await desk.ok('people.list', {}))[0]).toMatchObject({ roles: ['read', 'screen', 'decide', 'administer'], hasPassphrase: true })
    await desk.ok('people.add', { ...bo, roles: ['read'] })
    expect(JSON.parse(readFileSync(desk.places.key, 'utf8'))).toMatchObject({ version: 2, locks: [{ id: 1 }, { id: 2 }] })
    await desk.lock()
    expect([await desk.unlock(ada.passphrase), await desk.lock(), await desk.unlock(bo.passphrase), await desk.lock()]).toEqual(['ok', null, 'ok', null])
    await desk.ok('store.recover', { recoveryCode, newPassphrase: NEW })
  })
  it('a store that is locked while a passphrase is being set keeps its key file as it was', async () => {
    const desk = await adaAndBo()
    const before = readFileSync(desk.places.key, 'utf8')
    const setting = desk.refused('people.setPassphrase', { id: 2, passphrase: NEW })
    await desk.lock()
    expect(await setting).toBe('store-locked')
    expect(readFileSync(desk.places.key, 'utf8')).toBe(before)
    expect(await desk.unlock(bo.passphrase)).toBe('ok')
  })
  it('two who are added at once both get their locks', async () => {
    const desk = await adaAndBo()
    await Promise.all([NEW, `${NEW} igen`].map((passphrase, n) => desk.ok('people.add', { name: `Ny ${n}`, title: 't', roles: ['read'], passphrase })))
    expect((await desk.ok('people.list', {})).filter(p => p.hasPassphrase).map(p => p.id)).toEqual([1, 2, 3, 4])
    const { key } = await unlockWithPassphrase(readKeyFile(desk.places.key), NEW)
    const db = openDatabase(desk.places.database, key, { readonly: true })
    expect(db.value(`SELECT count(*) FROM journal WHERE kind = 'caseworker.passphrase-set'`)).toBe(3)
    db.close()
  })
})

function startReader(desk: ReturnType<typeof startDesk>): (name: 'journal.verify' | 'rules.import' | 'people.list') => Promise<string> {
  const session = desk.core.session()
  if (!session) throw new Error('no session')
  return async name => {
    const reader = createCore({ role: 'reader', folder: desk.root, assets: '' })
    try {
      reader.attach({ ...session, key: new Uint8Array(session.key) })
      const result = await reader.run(name, name === 'rules.import' ? { path: 'x' } : {}, { progress: () => undefined, signal: new AbortController().signal })
      return result.ok ? 'ok' : result.fault.code
    } finally {
      reader.close()
    }
  }
}
