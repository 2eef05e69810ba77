import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OperationInput, OperationName, OperationOutput } from '../../../shared/contract/operations.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { type Core, createCore } from '../../../electron/core/core.ts'
import { storePaths } from '../../../electron/core/store/paths.ts'
import { testFolder } from '../store-fixture.ts'
import { application, portal } from '../tables.ts'

const PASS = 'fyra ord räcker länge'
const person = { name: 'Ada Prov', title: 'handläggare' }
const silent = () => ({ progress: () => undefined, signal: new AbortController().signal })

let root = ''
let core: Core
const start = (folder: string) => createCore({ role: 'single', folder, assets: '' })
beforeEach(() => {
  root = testFolder()
  core = start(root)
})
afterEach(() => core.close())

async function ok<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
  const result = await core.run(name, input, silent())
  if (!result.ok) throw new Error(`${name}: ${result.fault.code}`)
  return result.value
}
/** The code of a refusal; its sentence must be one that a person can act on. */
async function refused<N extends OperationName>(name: N, input: OperationInput<N>): Promise<string> {
  const result = await core.run(name, input, silent())
  if (result.ok) return 'ok'
  expect(faultSentence(result.fault)).toMatch(/^\p{Lu}.*\.$/su)
  expect(faultSentence(result.fault)).not.toMatch(/undefined|null|\{/)
  return result.fault.code
}
const create = () => ok('store.create', { passphrase: PASS, ...person })
const lock = () => ok('store.lock', {})
const unlock = (passphrase: string) => refused('store.unlock', { profile: 'work', passphrase })
const places = () => storePaths(root, 'work')
async function withCases(n: number): Promise<void> {
  const intake = (await ok('intake.list', {}))[0] ?? await ok('intake.create', { programme: 'jobbspranget', name: '2023-1', evaluationDate: '2023-01-20', placeStart: '2023-03-06', placeEnd: '2023-07-05' })
  const path = join(root, 'a.csv')
  writeFileSync(path, portal(Array.from({ length: n }, (_, i) => application(i))))
  await ok('intake.takeIn', { intakeId: intake.id, files: [path] })
}
const cases = async () => (await ok('intake.list', {})).reduce((sum, i) => sum + i.counts.total, 0)

describe('passphrase and recovery code', () => {
  it('a short passphrase makes no store; twelve characters do, counted as a person counts', async () => {
    expect(await refused('store.create', { passphrase: 'å'.normalize('NFD').repeat(11), ...person })).toBe('passphrase-short')
    expect(existsSync(places().database)).toBe(false)
    await ok('store.create', { passphrase: 'å'.repeat(12), ...person })
  })
  it('a store that is there is not overwritten', async () => {
    await create()
    expect(await refused('store.create', { passphrase: PASS, ...person })).toBe('store-exists')
    await lock()
    expect(await refused('store.create', { passphrase: PASS, ...person })).toBe('store-exists')
    expect(await unlock(PASS)).toBe('ok')
  })
  it('å composed or decomposed is the same passphrase; wrong ones are refused', async () => {
    await ok('store.create', { passphrase: 'räksmörgås på bordet'.normalize('NFC'), ...person })
    await lock()
    expect(await unlock('räksmörgås på bordet'.normalize('NFD'))).toBe('ok')
    await lock()
    for (const wrong of ['raksmorgas pa bordet', 'Räksmörgås på bordet', 'räksmörgås på bordet ', ' ']) expect(await unlock(wrong)).toBe('passphrase-wrong')
    expect(await refused('intake.list', {})).toBe('store-locked')
  })
  it('is changed, and the old one no longer opens', async () => {
    await create()
    expect(await refused('store.changePassphrase', { current: 'fel lösenfras här', next: 'en ny lösenfras nu' })).toBe('passphrase-wrong')
    expect(await refused('store.changePassphrase', { current: PASS, next: 'kort' })).toBe('passphrase-short')
    await ok('store.changePassphrase', { current: PASS, next: 'en ny lösenfras nu' })
    await lock()
    expect([await unlock(PASS), await unlock('en ny lösenfras nu')]).toEqual(['passphrase-wrong', 'ok'])
  })
  it('the recovery code opens in any writing and sets a new passphrase; a wrong one does not', async () => {
    const { recoveryCode } = await create()
    await lock()
    expect(await refused('store.recover', { recoveryCode: recoveryCode.replace(/^./, c => (c === '2' ? '3' : '2')), newPassphrase: 'en ny lösenfras nu' })).toBe('recovery-code-wrong')
    expect(await refused('store.recover', { recoveryCode, newPassphrase: 'kort' })).toBe('passphrase-short')
    expect(await unlock(PASS)).toBe('ok')
    await lock()
    await ok('store.recover', { recoveryCode: ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')} `, newPassphrase: 'en ny lösenfras nu' })
    await lock()
    expect([await unlock(PASS), await unlock('en ny lösenfras nu')]).toEqual(['passphrase-wrong', 'ok'])
  })
  it('a renewed recovery code replaces the old', async () => {
    const { recoveryCode } = await create()
    expect(await refused('store.renewRecoveryCode', { passphrase: 'fel lösenfras här' })).toBe('passphrase-wrong')
    const renewed = await ok('store.renewRecoveryCode', { passphrase: PASS })
    await lock()
    expect(await refused('store.recover', { recoveryCode, newPassphrase: 'en ny lösenfras nu' })).toBe('recovery-code-wrong')
    await ok('store.recover', { recoveryCode: renewed.recoveryCode, newPassphrase: 'en ny lösenfras nu' })
  })
  it('a key file that is gone, damaged or another’s is told apart and nothing is lost', async () => {
    await create()
    await lock()
    const whole = readFileSync(places().key, 'utf8')
    rmSync(places().key)
    expect((await ok('store.status', {})).stores[0]?.condition).toBe('key-missing')
    expect(await unlock(PASS)).toBe('store-key-missing')
    for (const bad of ['', '{', '{}', whole.slice(0, -30), whole.replace('argon2id', 'md5'), whole.replace('"version": 2', '"version": 3')]) {
      writeFileSync(places().key, bad)
      expect((await ok('store.status', {})).stores[0]?.condition).toBe('key-damaged')
      expect(await unlock(PASS)).toBe('store-key-damaged')
    }
    const other = testFolder()
    const second = start(other)
    await second.run('store.create', { passphrase: PASS, ...person }, silent())
    second.close()
    copyFileSync(storePaths(other, 'work').key, places().key)
    expect(await unlock(PASS)).toBe('store-damaged')
    writeFileSync(places().key, whole)
    expect(await unlock(PASS)).toBe('ok')
  })
})

describe('a backup', () => {
  const copy = () => join(root, 'kopia.sprangbrada')
  async function backedUp(n = 30): Promise<string> {
    const { recoveryCode } = await create()
    await withCases(n)
    await ok('backup.create', { path: copy() })
    return recoveryCode
  }
  it('is restored where there is nothing, with passphrase or recovery code', async () => {
    const recoveryCode = await backedUp()
    core.close()
    const bytes = readFileSync(copy())
    for (const secret of [PASS, recoveryCode]) {
      root = testFolder()
      core = start(root)
      writeFileSync(copy(), bytes)
      expect(await ok('backup.inspect', { path: copy(), secret })).toMatchObject({ cases: 30, intakes: 1 })
      expect(await ok('backup.restore', { path: copy(), secret })).toEqual({ cases: 30, previousKeptAs: '' })
      expect(await cases()).toBe(30)
      await ok('journal.verify', {})
      await lock()
      expect(await unlock(PASS)).toBe('ok')
      core.close()
    }
    core = start(root)
  })
  it('over a store keeps that one under another name', async () => {
    await backedUp()
    await withCases(50)
    expect(await cases()).toBe(50)
    const { previousKeptAs } = await ok('backup.restore', { path: copy(), secret: PASS })
    expect(await cases()).toBe(30)
    expect(existsSync(join(root, previousKeptAs, 'lager.db'))).toBe(true)
  })
  it('with a wrong secret, cut off, damaged or not ours is refused, and the store stays', async () => {
    await backedUp(300)
    const whole = readFileSync(copy())
    const bad = join(root, 'bad.sprangbrada')
    const codes = async (path: string, secret = PASS) => [await refused('backup.inspect', { path, secret }), await refused('backup.restore', { path, secret })]
    expect(await codes(copy(), 'fel lösenfras här')).toEqual(['backup-unreadable', 'backup-unreadable'])
    writeFileSync(bad, whole)
    truncateSync(bad, whole.length - 10)
    expect(await codes(bad)).toEqual(['backup-not-ours', 'backup-not-ours'])
    writeFileSync(bad, Buffer.concat([whole.subarray(0, 8192), whole.subarray(12_288)]))
    expect(await codes(bad)).toEqual(['backup-unreadable', 'backup-unreadable'])
    const flipped = Buffer.from(whole)
    flipped[20_000] = (flipped[20_000] ?? 0) ^ 4
    writeFileSync(bad, flipped)
    expect(await codes(bad)).toEqual(['backup-unreadable', 'backup-unreadable'])
    writeFileSync(bad, 'hej')
    expect(await codes(bad)).toEqual(['backup-not-ours', 'backup-not-ours'])
    writeFileSync(bad, '')
    expect(await codes(bad)).toEqual(['backup-not-ours', 'backup-not-ours'])
    expect(await codes(join(root, 'borta'))).toEqual(['file-missing', 'file-missing'])
    mkdirSync(join(root, 'mapp'))
    expect(await codes(join(root, 'mapp'))).toEqual(['file-unreadable', 'file-unreadable'])
    expect(await cases()).toBe(300)
    expect(readdirSync(root).filter(n => n.startsWith('.') || n.endsWith('.ny'))).toEqual([])
  })
  it('never overwrites a file, and one that fails leaves nothing', async () => {
    await backedUp()
    const before = readFileSync(copy())
    expect(await refused('backup.create', { path: copy() })).toBe('backup-target-exists')
    expect(readFileSync(copy()).equals(before)).toBe(true)
    expect(await refused('backup.create', { path: join(root, 'finns', 'inte', 'k.sprangbrada') })).toBe('write-failed')
    expect(readdirSync(root).filter(n => n.endsWith('.tmp'))).toEqual([])
  })
  it('whose restore was cut off between the two renames is finished at the next start; a half-prepared one is not', async () => {
    await backedUp()
    await lock()
    const { folder } = places()
    renameSync(folder, `${folder}.ny`)
    expect((await ok('store.status', {})).stores[0]?.condition).toBe('locked')
    expect(await unlock(PASS)).toBe('ok')
    await lock()
    renameSync(folder, `${folder}.ny`)
    rmSync(join(`${folder}.ny`, 'nyckel.json'))
    expect((await ok('store.status', {})).stores[0]?.condition).toBe('none')
    await ok('backup.restore', { path: copy(), secret: PASS })
    expect(await cases()).toBe(30)
  })
})
