import { copyFileSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { appliers } from '../../../electron/core/appliers.ts'
import { openDatabase, type Row } from '../../../electron/core/store/database.ts'
import { walkJournal } from '../../../electron/core/store/journal.ts'
import { bringToDisk, openSpool } from '../../../electron/core/store/spool.ts'
import { change, settleReads } from '../../../electron/core/store/store.ts'
import { storePaths } from '../../../electron/core/store/paths.ts'
import { decide } from '../../../electron/core/decision/decide.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { establishLight, openCase, withdrawFact } from '../../../electron/core/screening/work.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { correct } from '../correct.ts'
import { decisionFor } from '../decision-input.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const verify = (desk: Desk) => verifyJournal(desk.context, appliers)
const at = (desk: Desk, n: number) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
const free = (desk: Desk) => { for (const name of ['journal_keep', 'journal_fixed']) desk.context.store.write.run(`DROP TRIGGER ${name}`) }

/** A day's work of every kind: take-in, corrections, withdrawals, lights, reading again, a decision. */
async function longDay(): Promise<Desk> {
  const desk = openDesk()
  const six = [1, 2, 3, 4, 5, 6]
  const files = [desk.put('a.csv', portal(six.map(n => application(n)))), desk.put('r.csv', register(six.map(n => registerRow(n, n === 6 ? { skyddade_uppgifter: 'ja' } : {})))), desk.put('m.csv', permits(six.map(n => permitRow(n))))]
  await desk.take(...files)
  const { context } = desk
  correct(context, { ...at(desk, 1), fact: 'birth.country', value: 'TR', reason: 'pass' })
  correct(context, { ...at(desk, 1), fact: 'birth.country', value: 'SY', reason: 'fel läst' })
  correct(context, { ...at(desk, 2), fact: 'extension.appliedOn', value: { none: true }, reason: 'ingen' })
  withdrawFact(context, { ...at(desk, 1), fact: 'birth.country', reason: 'onödig' })
  for (const n of [1, 2, 3, 4]) establishLight(context, at(desk, n))
  openCase(context, { id: at(desk, 5).id })
  openCase(context, { id: at(desk, 6).id, reason: 'ärendet handläggs' })
  await desk.take(desk.put('a2.csv', portal([application(2, { fodelseland: 'SE' }), application(3, { telefon: '070-1740699' }), application(7)])), desk.put('r2.csv', register([registerRow(4, { plan_fornyad: '2023-01-10' }), registerRow(7)])))
  await desk.take(...files)
  establishLight(context, at(desk, 4))
  await decide(context, decisionFor(at(desk, 1)))
  correct(context, { ...at(desk, 3), fact: 'earlier.place', value: true, reason: 'minns' })
  return desk
}

describe('the journal of a long day', () => {
  it('replayed gives the very same tables', async () => {
    const desk = await longDay()
    const { entries, cases } = await verify(desk)
    expect(cases).toBe(7)
    expect(entries).toBe(desk.counts()['journal'])
    expect(desk.row(idOf(1))).toMatchObject({ decided: 1, established: 0 })
    expect(desk.row(idOf(3))).toMatchObject({ changed: 1, established: 0 })
  })
  it.each([
    ['application', `UPDATE application SET proposed = 0 WHERE proposed <> 0`], ['application', `UPDATE application SET family_name = 'Annan' WHERE id = 2`], ['application', 'UPDATE application SET established = NULL WHERE id = 1'],
    ['application', 'UPDATE application SET protected = 0'], ['correction', `UPDATE correction SET value = '"DE"'`], ['correction', 'DELETE FROM correction'], ['application', 'UPDATE application SET register_seq = NULL WHERE id = 3'],
    ['decision', `UPDATE decision SET decided_on = '2022-01-01'`], ['decision_form', `UPDATE decision_form SET pdf = x'00'`], ['decision_form', 'DELETE FROM decision_form'], ['intake', `UPDATE intake SET place_end = '2023-12-31'`],
    ['caseworker', `INSERT INTO caseworker (id, name, title) VALUES (9, 'Okänd', 'x')`], ['intake_file', `UPDATE intake_file SET name = 'x'`],
  ])('with the table %s tampered with is found out: %s', async (table, sql) => {
    const desk = await longDay()
    expect(desk.context.store.write.run(sql).changes).toBeGreaterThan(0)
    await expect(verify(desk)).rejects.toMatchObject({ code: 'journal-broken', params: { table } })
  })
})

describe('the chain', () => {
  it('cannot be changed or cut by mistake', async () => {
    const desk = await longDay()
    const { write } = desk.context.store
    expect(() => write.run('DELETE FROM journal WHERE seq = 3')).toThrow(/only added to/)
    expect(() => write.run(`UPDATE journal SET body = 'x' WHERE seq = 3`)).toThrow(/only added to/)
    expect(() => write.run(`UPDATE journal SET at = '2020' WHERE seq = 3`)).toThrow(/only added to/)
    await verify(desk)
  })
  it('shows every altered entry, in every one of its parts, at that entry', async () => {
    const desk = await longDay()
    free(desk)
    const { write, read } = desk.context.store
    const entries = read.all<Row & { seq: number; body: string }>('SELECT seq, at, by, application, kind, content_hash, hash, body FROM journal ORDER BY seq')
    const other: Record<string, unknown> = { at: '2020-01-01T00:00:00.000Z', by: 77, application: 77, kind: 'store.created', content_hash: Buffer.alloc(32, 1), hash: Buffer.alloc(32, 1) }
    for (const entry of entries) {
      for (const part of ['at', 'by', 'application', 'kind', 'content_hash', 'hash', 'body']) {
        const before = entry[part] ?? null
        const after = part === 'body' ? `${entry.body} ` : other[part]
        if (typeof after !== 'string' && typeof after !== 'number' && !(after instanceof Uint8Array)) throw new Error(part)
        write.run(`UPDATE journal SET ${part} = ? WHERE seq = ?`, after, entry.seq)
        expect(() => walkJournal(read, () => undefined), `${part} of ${entry.seq}`).toThrow(expect.objectContaining({ code: 'journal-broken', params: { seq: entry.seq } }))
        write.run(`UPDATE journal SET ${part} = ? WHERE seq = ?`, before, entry.seq)
      }
    }
    expect(walkJournal(read, () => undefined)).toBe(entries.length)
  })
  it('shows an entry taken out, put in or moved', async () => {
    const desk = await longDay()
    free(desk)
    const { write, read } = desk.context.store
    const broken = () => {
      try {
        walkJournal(read, () => undefined)
        return null
      } catch (error) {
        return error instanceof Error && 'params' in error ? error.params : error
      }
    }
    write.run('SAVEPOINT before')
    write.run('DELETE FROM journal WHERE seq = 5')
    expect(broken()).toEqual({ seq: 5 })
    write.run('ROLLBACK TO before')
    write.run('UPDATE journal SET seq = -1 WHERE seq = 5')
    write.run('UPDATE journal SET seq = 5 WHERE seq = 6')
    write.run('UPDATE journal SET seq = 6 WHERE seq = -1')
    expect(broken()).toEqual({ seq: 5 })
    write.run('ROLLBACK TO before')
    write.run('RELEASE before')
    expect(broken()).toBeNull()
    expect(faultSentence({ code: 'journal-broken', params: { seq: 5 } })).toMatch(/från post 5/)
  })
  it('holds when a content is deleted by law', async () => {
    const desk = await longDay()
    const { write, read } = desk.context.store
    const seq = Number(read.value(`SELECT seq FROM journal WHERE kind = 'case.read' LIMIT 1`))
    write.run('UPDATE journal SET body = NULL WHERE seq = ?', seq)
    expect(walkJournal(read, () => undefined)).toBe(desk.counts()['journal'])
    await verify(desk)
  })
})

describe('reads of a case', () => {
  const reads = (desk: Desk) => desk.context.store.read.all<Row & { body: string; application: number; at: string }>(`SELECT application, at, body FROM journal WHERE kind = 'case.read' ORDER BY seq`)
  it('during a long write are kept at once and stand in the journal afterwards, once each', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1), application(2)])))
    const { store } = desk.context
    let read = 0
    const context = { ...desk.context, progress: () => {
      if (read > 2) return
      expect(store.write.inTransaction).toBe(true)
      openCase(desk.context, { id: at(desk, 1).id, reason: `läsning ${++read}` })
      expect(() => change(store, () => undefined)).toThrow(expect.objectContaining({ code: 'store-busy' }))
      settleReads(store)
    } }
    await takeIn(context, { intakeId: desk.intakeId, files: [desk.put('b.csv', portal(Array.from({ length: 3000 }, (_, i) => application(i + 10))))] }, true)
    expect(read).toBe(3)
    expect(store.spool?.waiting()).toHaveLength(3)
    settleReads(store)
    settleReads(store)
    expect(reads(desk).map((r): unknown => JSON.parse(r.body))).toMatchObject([1, 2, 3].map(n => ({ reason: `läsning ${n}` })))
    expect(store.spool?.waiting()).toEqual([])
    await verify(desk)
  })
  it('survive a cancelled write', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])))
    const stop = new AbortController()
    const context = { ...desk.context, signal: stop.signal, progress: () => {
      openCase(desk.context, { id: at(desk, 1).id, reason: 'mitt i' })
      stop.abort()
    } }
    await expect(takeIn(context, { intakeId: desk.intakeId, files: [desk.put('b.csv', portal([application(2)]))] }, true)).rejects.toMatchObject({ code: 'cancelled' })
    settleReads(desk.context.store)
    expect(reads(desk)).toHaveLength(1)
  })
  it('that were journalled just before a power cut are not written twice', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])))
    const { store } = desk.context
    const id = at(desk, 1).id
    openCase(desk.context, { id, reason: 'en gång' })
    const spool = store.spool
    if (!spool) throw new Error('no spool')
    // The power goes between the journal's commit and the spool's own.
    const cut = { ...store, spool: { ...spool, done: () => undefined } }
    settleReads(cut)
    expect([reads(desk).length, spool.waiting().length]).toEqual([1, 1])
    settleReads(store)
    expect([reads(desk).length, spool.waiting().length]).toEqual([1, 0])
    openCase(desk.context, { id, reason: 'en gång' })
    settleReads(store)
    expect(reads(desk)).toHaveLength(2)
  })
  it('are not lost when the program dies at once, before the disk has been asked for anything', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])))
    openCase(desk.context, { id: at(desk, 1).id, reason: 'just då' })
    const { spool } = storePaths(desk.folder, 'work')
    // What a killed program leaves: its files as they are, with nothing closed.
    const left = join(desk.folder, 'kvar.db')
    for (const end of ['', '-wal']) copyFileSync(spool + end, left + end)
    const again = openSpool(left, desk.key)
    expect(again.waiting()).toMatchObject([{ reason: 'just då', kind: 'case.read' }])
    again.close()
  })
  it('leave the moving of pages to whoever takes them into the journal', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])))
    const log = `${storePaths(desk.folder, 'work').spool}-wal`
    const { id } = at(desk, 1)
    for (let n = 0; n < 600; n++) openCase(desk.context, { id, reason: `gång ${n}` })
    // More than the thousand pages that are left otherwise.
    expect(statSync(log).size).toBeGreaterThan(1100 * 4096)
    settleReads(desk.context.store)
    const settled = statSync(log).size
    openCase(desk.context, { id, reason: 'igen' })
    // The log is written from its beginning again.
    expect(statSync(log).size).toBe(settled)
    expect([reads(desk).length, desk.context.store.spool?.waiting().length]).toEqual([600, 1])
  })
  it('are with the disk soon after, one sync at a time, whether it succeeds or not', async () => {
    const desk = openDesk()
    const path = storePaths(desk.folder, 'work').spool
    const syncs: { path: string; end: (failure?: Error) => void }[] = []
    const spool = openSpool(path, desk.key, asked => new Promise<void>((resolve, reject) => syncs.push({ path: asked, end: failure => (failure ? reject(failure) : resolve()) })))
    const read = () => spool.add({ at: '2023-02-01T10:00:00.000Z', by: 1, application: 1, kind: 'case.read', reason: null })
    for (let n = 0; n < 3; n++) read()
    expect(syncs.map(each => each.path)).toEqual([`${path}-wal`])
    // Those that came meanwhile are brought once the first has ended.
    syncs[0]?.end(new Error('ENOENT'))
    await vi.waitFor(() => expect(syncs).toHaveLength(2))
    syncs[1]?.end()
    await new Promise(resolve => setImmediate(resolve))
    expect(syncs).toHaveLength(2)
    read()
    expect(syncs).toHaveLength(3)
    expect(spool.waiting()).toHaveLength(4)
    spool.close()
  })
  it('are brought to the disk in the file they were written to', async () => {
    const desk = openDesk()
    const path = storePaths(desk.folder, 'work').spool
    const brought: Promise<void>[] = []
    const spool = openSpool(path, desk.key, log => {
      const one = bringToDisk(log)
      brought.push(one)
      return one
    })
    spool.add({ at: '2023-02-01T10:00:00.000Z', by: 1, application: 1, kind: 'case.read', reason: null })
    await expect(brought[0]).resolves.toBeUndefined()
    await expect(bringToDisk(`${path}-borta`)).rejects.toThrow('ENOENT')
    expect(existsSync(`${path}-borta`)).toBe(false)
    spool.close()
  })
  it('wait in a file that is encrypted with the store’s key', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])))
    openCase(desk.context, { id: at(desk, 1).id, reason: 'väntar' })
    const { spool } = storePaths(desk.folder, 'work')
    expect(() => openDatabase(spool, new Uint8Array(32))).toThrow()
    const again = openSpool(spool, desk.key)
    expect(again.waiting()).toMatchObject([{ reason: 'väntar', kind: 'case.read', by: 1 }])
    again.close()
  })
})
