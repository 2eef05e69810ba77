import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { listQuery } from '../../../shared/contract/operations.ts'
import { QUEUES } from '../../../shared/contract/list-query.ts'
import { LIGHTS } from '../../../shared/domain.ts'
import { findInIndex, type ListIndex } from '../../../electron/core/screening/list-index.ts'
import { listInMemory } from '../../../electron/core/screening/list-memory.ts'
import type { Asked } from '../../../electron/core/screening/list-query.ts'
import { findBySql } from '../../../electron/core/screening/list-sql.ts'
import { listApplicants } from '../../../electron/core/screening/list.ts'
import { giveConsent, withdrawConsent } from '../../../electron/core/screening/consent-work.ts'
import { establishLight, openCase } from '../../../electron/core/screening/work.ts'
import { createIntake } from '../../../electron/core/intake/intakes.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { change, settleReads } from '../../../electron/core/store/store.ts'
import { searchWords } from '../../../electron/core/store/search.ts'
import { random } from '../../../build/sample/random.ts'
import { correct } from '../correct.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const names = ['Åsa Öberg', 'Asa Oberg', 'José Nuñez', 'Đặng Nguyễn', 'Łukasz Żak', 'Zoë Ärlig', "Ahmed O'Neill", 'Ayşe Iğdır', 'Skyddad Hemlig', 'Björn Åberg', 'Åsa Öberg', 'نور حسن'].map(n => n.split(' '))
const rowOf = (n: number, change: Record<string, string> = {}) => application(n, { fornamn: names[n % 12]?.[0] ?? '', efternamn: names[n % 12]?.[1] ?? '', inkom_datum: n === 7 ? '' : `2023-01-${String(10 + (n * 7) % 9)}`, ...change })
async function filled(): Promise<Desk> {
  const desk = openDesk()
  const people = [...Array(30).keys()]
  const status = (n: number) => ({ skyddade_uppgifter: n % 12 === 8 ? 'ja' : 'nej', arbetssokande_status: n % 5 === 4 ? 'Avaktualiserad' : 'Aktuell', planeringssamtal: n % 4 === 3 ? 'nej' : 'ja' })
  await desk.take(desk.put('a.csv', portal(people.map(n => rowOf(n)))), desk.put('r.csv', register(people.map(n => registerRow(n, status(n))))), desk.put('m.csv', permits(people.filter(n => n % 7 > 0).map(n => permitRow(n)))))
  return desk
}

async function memoryOf(desk: Desk): Promise<ListIndex> {
  for (let turns = 0; turns < 1000; turns++) {
    const index = listInMemory(desk.context.store, desk.intakeId)
    if (index) return index
    await turn()
  }
  throw new Error('the list never came into memory')
}

const texts = ['', 'a', 'oberg', 'åsa öberg', 'berg sa', 'hemlig', 'نور', idOf(8), idOf(8).toLowerCase(), idOf(20), numberOf(4), numberOf(4).replace('-', ''), 'qz', 'oberg asa oberg', '\u0001', '2']
const onlys = ['all', 'protected', 'established', 'not-established', 'changed', 'decided', 'withdrawn'] as const
const sorts = ['name', 'applicationId', 'identityNumber', 'light', 'received', 'due'] as const
function* questions(intakeId: number): Generator<Asked> {
  const ask = (query: object, text: string, rules: string[]): Asked => ({ query: listQuery.parse({ intakeId, ...query }), words: searchWords(text), rules, asker: { me: 1, today: '2023-02-01' } })
  for (const text of texts) for (const rules of [[], ['JO-03'], ['JO-03', 'JO-07', '%']]) for (const only of onlys) for (const lights of [[], ['red'], ['green', 'orange', 'green']]) yield ask({ only, lights, limit: 50 }, text, rules)
  for (const sort of sorts) for (const direction of ['asc', 'desc']) for (const page of [{}, { limit: 7 }, { offset: 9, limit: 7 }, { offset: 25, limit: 7 }, { offset: 99 }]) for (const lights of [[], [LIGHTS[1]]]) for (const text of ['', 'berg']) yield ask({ sort, direction, lights, ...page }, text, [])
  for (const queue of QUEUES) for (const lights of [[], ['orange', 'red']]) for (const only of onlys) for (const assignee of [null, 'none', 1, 9]) yield ask({ queue, only, lights, assignee, sort: 'due', limit: 50 }, '', [])
}

/** Work states at random, as the entries of their areas leave them; each case is named by an entry, as those do. */
function work(desk: Desk, dice: () => number): void {
  const { store } = desk.context
  const day = () => (dice() < 0.5 ? null : `2023-0${1 + Math.floor(dice() * 3)}-0${1 + Math.floor(dice() * 3)}`)
  const bit = () => (dice() < 0.3 ? 1 : 0)
  const one = (max: number) => (dice() < 0.4 ? null : 1 + Math.floor(dice() * max))
  change(store, () => {
    for (const [id] of store.read.raw('SELECT id FROM application')) {
      if (dice() < 0.4) continue
      store.write.run('UPDATE application SET assignee = ?, waits_until = ?, answered = ?, express = ?, express_until = ?, awaiting = ?, awaiting_by = ?, moved_from = ?, decided = ? WHERE id = ?', one(3), day(), bit(), bit(), day(), bit(), one(2), bit() ? Math.floor(dice() * 3) : null, bit(), Number(id))
      store.record({ kind: 'case.read', application: Number(id), body: '{}' })
    }
  })
}

/** Memory and store answer every question alike. */
async function expectAlike(desk: Desk): Promise<void> {
  const index = await memoryOf(desk)
  for (const asked of questions(desk.intakeId)) expect(findInIndex(index, asked), JSON.stringify(asked)).toEqual(findBySql(desk.context.store.read, asked))
}
const at = (desk: Desk, n: number) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })

describe('the list in memory', () => {
  it('answers as the store does', async () => {
    await expectAlike(await filled())
  })
  it('is kept, and true again after each piece of work on a case', async () => {
    const desk = await filled()
    const first = await memoryOf(desk)
    const steps = [
      () => establishLight(desk.context, at(desk, 1)),
      () => establishLight(desk.context, at(desk, 8)),
      () => correct(desk.context, { ...at(desk, 1), fact: 'activity.workHours', value: 2, reason: 'samtal' }),
      () => correct(desk.context, { ...at(desk, 2), fact: 'birth.country', value: 'SE', reason: 'samtal' }),
      () => { openCase(desk.context, { id: at(desk, 3).id, reason: 'tittar' }); settleReads(desk.context.store) },
    ]
    for (const step of steps) {
      step()
      await expectAlike(desk)
    }
    expect(await memoryOf(desk)).toBe(first)
  })
  it('follows whoever takes consent back and gives it again, protected or not', async () => {
    const desk = await filled()
    const first = await memoryOf(desk)
    const said = { also: [], on: '2023-01-20', how: 'telephone', who: '', note: '' } as const
    const withdrawn = () => {
      const { rows, total, counts } = listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId, only: 'withdrawn', sort: 'applicationId' }))
      expect([total, counts.total]).toEqual([rows.length, rows.length])
      return rows.map(row => row.id)
    }
    const [four, eight] = [at(desk, 4).id, at(desk, 8).id]
    const steps: [() => void, number[]][] = [
      [() => undefined, []],
      [() => withdrawConsent(desk.context, { ...at(desk, 4), ...said, also: [] }), [four]],
      [() => withdrawConsent(desk.context, { ...at(desk, 8), ...said, also: [] }), [four, eight]],
      [() => giveConsent(desk.context, { ...at(desk, 4), ...said, also: [], scope: 'ja', recipients: [] }), [eight]],
    ]
    for (const [step, left] of steps) {
      step()
      await expectAlike(desk)
      expect(withdrawn()).toEqual(left)
    }
    expect(await memoryOf(desk)).toBe(first)
  })
  it('follows every state of the work on cases', async () => {
    const desk = await filled()
    const first = await memoryOf(desk)
    const dice = random(11)
    for (let round = 0; round < 5; round++) {
      work(desk, () => dice.below(1000) / 1000)
      await expectAlike(desk)
    }
    expect(await memoryOf(desk)).toBe(first)
  })
  it('is read anew when names, protection or the number of cases have changed', async () => {
    const desk = await filled()
    let index = await memoryOf(desk)
    const steps = [
      () => desk.take(desk.put('b.csv', portal([rowOf(3, { fornamn: 'Aron', efternamn: 'Aaltonen' })]))),
      () => desk.take(desk.put('r2.csv', register([registerRow(5, { skyddade_uppgifter: 'ja' })]))),
      () => desk.take(desk.put('c.csv', portal([rowOf(31), rowOf(32)]))),
    ]
    for (const step of steps) {
      await step()
      expect(listInMemory(desk.context.store, desk.intakeId)).toBeNull()
      await expectAlike(desk)
      const next = await memoryOf(desk)
      expect(next).not.toBe(index)
      index = next
    }
  })
  it('stays when files are taken into another intake, however long, and follows its own cases before, between and after them', async () => {
    const desk = await filled()
    const { store } = desk.context
    const first = await memoryOf(desk)
    const other = createIntake(desk.context, { programme: 'jobbspranget', name: 'en annan', evaluationDate: '2023-01-27', placeStart: '2023-02-20', placeEnd: '2023-06-19' }).id
    const many = [...Array(2500).keys()]
    const take = (name: string, rows: readonly number[]) => takeIn(desk.context, { intakeId: other, files: [desk.put(`${name}.csv`, portal(rows.map(n => rowOf(n, { intag: 'en annan' })))), desk.put(`${name}-r.csv`, register(rows.map(n => registerRow(n))))] }, true)
    establishLight(desk.context, at(desk, 1))
    await take('x', many)
    correct(desk.context, { ...at(desk, 2), fact: 'birth.country', value: 'SE', reason: 'samtal' })
    await take('y', [...many, 3001])
    establishLight(desk.context, at(desk, 3))
    expect(Number(store.read.value('SELECT count(*) FROM journal'))).toBeGreaterThan(5000)
    expect(listInMemory(store, desk.intakeId)).toBe(first)
    await expectAlike(desk)
    await desk.take(desk.put('egen.csv', portal([rowOf(5), rowOf(33)])))
    expect(listInMemory(store, desk.intakeId)).toBeNull()
    await expectAlike(desk)
  })
  it('never shows what a transaction may take back, and is true after it has been taken back', async () => {
    const desk = await filled()
    const { store } = desk.context
    await memoryOf(desk)
    const before = listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId }))
    let during = 0
    const preview = takeIn({ ...desk.context, progress: () => { during += listInMemory(store, desk.intakeId) === null ? 1 : 1000 } }, { intakeId: desk.intakeId, files: [desk.put('d.csv', portal([rowOf(40), rowOf(41)]))] }, false)
    await preview
    expect(during).toBeGreaterThan(0)
    expect(during).toBeLessThan(1000)
    expect(listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId }))).toEqual(before)
    establishLight(desk.context, at(desk, 2))
    await expectAlike(desk)
  })
  it('is read anew when the journal is another one, or tells of something unknown', async () => {
    const desk = await filled()
    const index = await memoryOf(desk)
    change(desk.context.store, () => desk.context.store.record({ kind: 'lights.exported', body: '{}' }))
    expect(await memoryOf(desk)).toBe(index)
    change(desk.context.store, () => desk.context.store.record({ kind: 'backup.restored', body: '{}' }))
    expect(listInMemory(desk.context.store, desk.intakeId)).toBeNull()
    await expectAlike(desk)
  })
  it('follows changes that come while it is being read', async () => {
    const desk = await filled()
    const { store } = desk.context
    expect(listInMemory(store, desk.intakeId)).toBeNull()
    establishLight(desk.context, at(desk, 4))
    await expectAlike(desk)
    await desk.take(desk.put('e.csv', portal([rowOf(3, { efternamn: 'Först' })])))
    expect(listInMemory(store, desk.intakeId)).toBeNull()
    await desk.take(desk.put('f.csv', portal([rowOf(33, { efternamn: 'Sist' })])))
    await expectAlike(desk)
  })
  it('does not hinder the store from being closed', async () => {
    const desk = await filled()
    expect(listInMemory(desk.context.store, desk.intakeId)).toBeNull()
    desk.context.store.close()
    for (let i = 0; i < 10; i++) await turn()
  })
  it('of one intake makes room for another’s', async () => {
    const desk = await filled()
    await memoryOf(desk)
    expect(listInMemory(desk.context.store, 99)).toBeNull()
    expect(listInMemory(desk.context.store, desk.intakeId)).toBeNull()
    await expectAlike(desk)
  })
})
