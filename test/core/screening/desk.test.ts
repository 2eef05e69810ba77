import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { listChoice, listQuery, QUEUES } from '../../../shared/contract/list-query.ts'
import { random } from '../../../build/sample/random.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import type { Context } from '../../../electron/core/context.ts'
import { lettersToMany } from '../../../electron/core/documents/requests/many.ts'
import { previewBulk as previewWith, runBulk as runWith } from '../../../electron/core/screening/desk/bulk.ts'
import { countsBySql, countsInIndex, deskCounts } from '../../../electron/core/screening/desk/counts.ts'
import { removeFilter, savedFilters, saveFilter } from '../../../electron/core/screening/desk/filters.ts'
import { assignCases, markExpress, workingDaysOn } from '../../../electron/core/screening/desk/work.ts'
import { listInMemory } from '../../../electron/core/screening/list-memory.ts'
import { listApplicants } from '../../../electron/core/screening/list.ts'
import { establishLight } from '../../../electron/core/screening/work.ts'
import { change } from '../../../electron/core/store/store.ts'
import { swedishDay } from '../../../electron/core/store/days.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { correct } from '../correct.ts'
import { eventsOf } from '../events.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const PEOPLE = [...Array(24).keys()]
/** Case 8 is a protected person's, 5 is orange, 4 red. */
async function filled(): Promise<Desk> {
  const desk = openDesk()
  const status = (n: number) => ({ skyddade_uppgifter: n === 8 ? 'ja' : 'nej', planeringssamtal: n === 5 ? 'nej' : 'ja', arbetssokande_status: n === 4 ? 'Avaktualiserad' : 'Aktuell' })
  await desk.take(desk.put('a.csv', portal(PEOPLE.map(n => application(n)))), desk.put('r.csv', register(PEOPLE.map(n => registerRow(n, status(n))))), desk.put('m.csv', permits(PEOPLE.map(n => permitRow(n)))))
  change(desk.context.store, () => desk.context.store.record({ kind: 'caseworker.added', body: JSON.stringify({ id: 2, name: 'Örjan Ek', title: 'arbetsförmedlare' }) }))
  return desk
}
const at = (desk: Desk, n: number) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
const ids = (desk: Desk, ...ns: number[]) => ns.map(n => at(desk, n).id)
const queue = (desk: Desk, name: (typeof QUEUES)[number], today?: string) => listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId, queue: name, sort: 'applicationId' }), today).rows.map(row => PEOPLE.find(n => idOf(n) === row.applicationId))
const previewBulk = (context: Context, asked: Parameters<typeof previewWith>[1]) => previewWith(context, asked, lettersToMany)
const runBulk = (context: Context, asked: Parameters<typeof runWith>[1]) => runWith(context, asked, lettersToMany)
const fault = (code: string) => expect.objectContaining({ code }) as Error
async function whole(desk: Desk): Promise<void> {
  await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: PEOPLE.length })
}

describe('the work lists', () => {
  it('count what their pages hold and what a recount finds, in memory and in the store, after random work', async () => {
    const desk = await filled()
    const { store } = desk.context
    const dice = random(5)
    for (let step = 0; step < 60; step++) {
      const n = dice.below(PEOPLE.length)
      store.caseworkerId = 1 + dice.below(2)
      const now = at(desk, n)
      if (dice.chance(40)) assignCases(desk.context, { ids: [now.id], assignee: dice.pick([null, 1, 2]) })
      else if (dice.chance(30)) markExpress(desk.context, { ...now, asked: dice.pick([null, 'Bolaget AB']), reason: 'telefon' })
      else if (dice.chance(50)) establishLight(desk.context, now)
      else correct(desk.context, { ...now, fact: 'activity.workHours', value: dice.below(30), reason: 'samtal' })
      if (step % 20 !== 19) continue
      for (const today of [swedishDay(store.now()), '2099-01-01']) {
        const counts = deskCounts(desk.context, { intakeId: desk.intakeId }, today)
        const asker = { me: store.caseworkerId, today }
        let index = listInMemory(store, desk.intakeId)
        while (!index) {
          await turn()
          index = listInMemory(store, desk.intakeId)
        }
        const { queues, lights } = counts
        expect(countsInIndex(index, asker)).toEqual({ queues, lights })
        expect(countsBySql(store.read, desk.intakeId, asker)).toEqual({ queues, lights })
        const ofLight = (code: number) => Number(store.read.value('SELECT count(*) FROM application WHERE intake = ? AND coalesce(established, proposed) = ?', desk.intakeId, code))
        expect(lights).toEqual({ green: ofLight(0), orange: ofLight(1), red: ofLight(2), total: ofLight(0) + ofLight(1) + ofLight(2) })
        expect(recount(desk, today)).toEqual(counts.queues)
        for (const name of QUEUES) expect(queue(desk, name, today), name).toHaveLength(counts.queues[name])
      }
    }
    await whole(desk)
  })
  it('know the day in Sweden, also an hour before midnight in Greenwich and in summer', () => {
    expect([swedishDay('2026-01-31T22:59:59Z'), swedishDay('2026-01-31T23:00:00Z'), swedishDay('2026-06-30T21:59:59Z'), swedishDay('2026-06-30T22:00:00Z')]).toEqual(['2026-01-31', '2026-02-01', '2026-06-30', '2026-07-01'])
  })
  it('call nothing overdue on its last day, and it the day after', async () => {
    const desk = await filled()
    const { id } = at(desk, 3)
    desk.context.store.write.run(`UPDATE application SET waits_until = '2023-02-10' WHERE id = ?`, id)
    expect(queue(desk, 'overdue', '2023-02-10')).toEqual([])
    expect(queue(desk, 'overdue', '2023-02-11')).toEqual([3])
    expect(queue(desk, 'waiting')).toEqual([3])
  })
  it('show a light that a later file moved until somebody has worked on it, and not when it is moved back', async () => {
    const desk = await filled()
    const moved = (value: string, ...ns: number[]) => desk.take(desk.put(`r${value}${ns.join('')}.csv`, register(ns.map(n => registerRow(n, { arbetssokande_status: value })))))
    await moved('Avaktualiserad', 1, 2, 8)
    expect(queue(desk, 'changed')).toEqual([1, 2, 8])
    await moved('Aktuell', 2)
    expect(queue(desk, 'changed')).toEqual([1, 8])
    establishLight(desk.context, at(desk, 1))
    expect(queue(desk, 'changed')).toEqual([8])
    await moved('Aktuell', 1)
    expect(queue(desk, 'changed')).toEqual([1, 8])
    await whole(desk)
  })
})

/** The work lists by what the brief of each says, row by row, without the program's own definitions. */
function recount(desk: Desk, today: string): Record<string, number> {
  const me = desk.context.store.caseworkerId
  const rows = desk.context.store.read.all<Record<string, string | number | null>>('SELECT * FROM application WHERE intake = ?', desk.intakeId)
  const open = rows.filter(r => r['decided'] === 0)
  const fresh = open.filter(r => r['established'] === null)
  const past = (day: unknown) => typeof day === 'string' && day < today
  return {
    mine: open.filter(r => r['assignee'] === me).length, unassigned: open.filter(r => r['assignee'] === null).length,
    express: open.filter(r => r['express'] === 1).length, overdue: open.filter(r => past(r['waits_until']) || past(r['express_until'])).length,
    answered: rows.filter(r => r['answered'] === 1).length, changed: rows.filter(r => r['changed'] === 1 || (r['established'] === null && r['moved_from'] !== null && r['moved_from'] !== r['proposed'])).length,
    second: rows.filter(r => r['awaiting'] === 1 && r['awaiting_by'] !== me).length, 'not-screened': fresh.length,
    orange: fresh.filter(r => r['proposed'] === 1 && r['waits_until'] === null && r['awaiting'] === 0).length, waiting: open.filter(r => r['waits_until'] !== null).length,
  }
}

describe('who has a case', () => {
  it('is shown, told in the journal, and does not get in the way of other work on it', async () => {
    const desk = await filled()
    const before = at(desk, 1)
    expect(assignCases(desk.context, { ids: ids(desk, 1, 2, 2), assignee: 2 })).toEqual({ assigned: 2 })
    expect(assignCases(desk.context, { ids: ids(desk, 1), assignee: 2 })).toEqual({ assigned: 0 })
    expect(listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId, assignee: 2 })).rows.map(r => r.assignee)).toEqual([{ id: 2, name: 'Örjan Ek' }, { id: 2, name: 'Örjan Ek' }])
    establishLight(desk.context, before)
    expect(eventsOf(desk.context, before.id).map(h => h.text)).toContain('Ärendet tilldelades Örjan Ek.')
    await whole(desk)
  })
  it('cannot be nobody known, and a protected person’s case is not given among others', async () => {
    const desk = await filled()
    const before = desk.counts()
    expect(() => assignCases(desk.context, { ids: ids(desk, 1), assignee: 9 })).toThrow(fault('assignee-missing'))
    expect(() => assignCases(desk.context, { ids: [999], assignee: 1 })).toThrow(fault('case-missing'))
    expect(() => assignCases(desk.context, { ids: ids(desk, 1, 8), assignee: 1 })).toThrow(fault('case-protected-among'))
    expect(desk.counts()).toEqual(before)
    expect(assignCases(desk.context, { ids: ids(desk, 8), assignee: 1 })).toEqual({ assigned: 1 })
  })
})

describe('an express check', () => {
  it('is due after two working days, over weekends and holidays', () => {
    expect([workingDaysOn('2026-11-20', 2), workingDaysOn('2026-12-23', 2), workingDaysOn('2026-11-21', 2), workingDaysOn('2026-11-23', 2)]).toEqual(['2026-11-24', '2026-12-29', '2026-11-24', '2026-11-25'])
  })
  it('is taken back with a reason, ends when the light is established, and is refused of a case that somebody has changed', async () => {
    const desk = await filled()
    const old = at(desk, 1)
    markExpress(desk.context, { ...old, asked: 'Bolaget AB', reason: '' })
    expect(queue(desk, 'express')).toEqual([1])
    expect(() => markExpress(desk.context, { ...old, asked: null, reason: 'fel' })).toThrow(fault('case-changed'))
    expect(() => markExpress(desk.context, { ...at(desk, 1), asked: null, reason: '' })).toThrow(fault('reason-missing'))
    markExpress(desk.context, { ...at(desk, 1), asked: null, reason: 'Fel person.' })
    expect(eventsOf(desk.context, old.id)[0]?.text).toBe('Begäran om snabbkontroll togs bort. Skäl: Fel person.')
    markExpress(desk.context, { ...at(desk, 1), asked: 'Bolaget AB', reason: '' })
    establishLight(desk.context, at(desk, 1))
    expect(queue(desk, 'express')).toEqual([])
    await whole(desk)
  })
})

describe('a saved list', () => {
  const choice = listChoice.parse({ lights: ['red'], queue: 'unassigned', sort: 'due' })
  it('is one’s own, counted, and gone when it is removed', async () => {
    const desk = await filled()
    saveFilter(desk.context, { intakeId: desk.intakeId, name: 'Röda', choice })
    expect(deskCounts(desk.context, { intakeId: desk.intakeId }).filters).toEqual([{ id: 1, name: 'Röda', choice, count: 1 }])
    desk.context.store.caseworkerId = 2
    expect(savedFilters(desk.context, { intakeId: desk.intakeId })).toEqual([])
    expect(() => removeFilter(desk.context, { id: 1 })).toThrow(fault('filter-missing'))
    desk.context.store.caseworkerId = 1
    await whole(desk)
    removeFilter(desk.context, { id: 1 })
    expect(savedFilters(desk.context, { intakeId: desk.intakeId })).toEqual([])
    await whole(desk)
  })
  it('holds nothing that may not be searched for, and has a name of its own', async () => {
    const desk = await filled()
    const save = (name: string, change: object) => saveFilter(desk.context, { intakeId: desk.intakeId, name, choice: listChoice.parse(change) })
    for (const text of ['070-174 06 99', '+46701740699', '19900102-2384', idOf(3)]) expect(() => save('a', { text }), text).toThrow(fault('filter-not-allowed'))
    expect(() => save('a', { rules: ['JO-07', 'JO-10'] })).toThrow(fault('filter-not-allowed'))
    save('Mina', { text: 'öberg 2' })
    expect(() => save('mina', {})).toThrow(fault('filter-name-taken'))
    for (let n = 1; n < 20; n++) save(`lista ${n}`, {})
    expect(() => save('en till', {})).toThrow(fault('filter-too-many'))
  })
})

describe('many cases at once', () => {
  const green = { kind: 'establish-green' } as const
  it('tells first what is left out and why, and then does just that', async () => {
    const desk = await filled()
    const { store } = desk.context
    establishLight(desk.context, at(desk, 1))
    establishLight(desk.context, at(desk, 2))
    correct(desk.context, { ...at(desk, 2), fact: 'activity.workHours', value: 2, reason: 'samtal' })
    store.write.run(`UPDATE application SET waits_until = '2023-03-01' WHERE id = ?`, at(desk, 3).id)
    store.write.run('UPDATE application SET answered = 1 WHERE id = ?', at(desk, 6).id)
    const asked = { intakeId: desk.intakeId, action: green, chosen: { choice: listChoice.parse({}), except: ids(desk, 9, 10) } }
    const before = desk.counts()
    const summary = await previewBulk(desk.context, asked)
    expect(desk.counts()).toEqual(before)
    const left = Object.fromEntries(summary.left.map(({ reason, count }) => [reason, count]))
    expect(left).toEqual({ protected: 1, established: 1, changed: 1, waiting: 1, 'not-green': 2, unsettled: 1 })
    expect(summary).toMatchObject({ total: 22, done: 15 })
    await expect(runBulk(desk.context, { ...asked, digest: summary.digest })).resolves.toEqual(summary)
    expect(desk.counts()['journal']).toBe(Number(before['journal']) + 15)
    expect(desk.row(idOf(8))['established']).toBeNull()
    expect(desk.row(idOf(5))['established']).toBeNull()
    expect(desk.row(idOf(11))['established']).toBe(0)
    expect((await previewBulk(desk.context, asked)).done).toBe(0)
    store.write.run('UPDATE application SET waits_until = NULL, answered = 0')
    await whole(desk)
  })
  it('does nothing when a case has changed since the summary', async () => {
    const desk = await filled()
    const asked = { intakeId: desk.intakeId, action: green, chosen: { ids: ids(desk, 1, 2, 3, 8) } }
    const { digest } = await previewBulk(desk.context, asked)
    correct(desk.context, { ...at(desk, 2), fact: 'activity.workHours', value: 30, reason: 'samtal' })
    const before = desk.counts()
    await expect(runBulk(desk.context, { ...asked, digest })).rejects.toThrow(fault('bulk-changed'))
    await expect(runBulk(desk.context, { ...asked, chosen: { ids: ids(desk, 1) }, digest })).rejects.toThrow(fault('bulk-changed'))
    expect(desk.counts()).toEqual(before)
  })
  it('leaves no trace when it is cancelled, or when the one who is to have the cases is gone', async () => {
    const desk = await filled()
    const asked = { intakeId: desk.intakeId, action: green, chosen: { choice: listChoice.parse({}), except: [] } }
    const before = desk.counts()
    const stop = new AbortController()
    stop.abort()
    await expect(runBulk({ ...desk.context, signal: stop.signal }, { ...asked, digest: (await previewBulk(desk.context, asked)).digest })).rejects.toThrow(fault('cancelled'))
    const given = { ...asked, action: { kind: 'assign', assignee: 9 } as const }
    await expect(runBulk(desk.context, { ...given, digest: (await previewBulk(desk.context, given)).digest })).rejects.toThrow(fault('assignee-missing'))
    expect(desk.counts()).toEqual(before)
    expect(deskCounts(desk.context, { intakeId: desk.intakeId }).queues['not-screened']).toBe(24)
  })
  it('gives cases away, but no protected person’s, and none of another intake', async () => {
    const desk = await filled()
    const asked = { intakeId: desk.intakeId, action: { kind: 'assign', assignee: 2 } as const, chosen: { ids: [...ids(desk, 1, 2, 8), 4711] } }
    assignCases(desk.context, { ids: ids(desk, 2), assignee: 2 })
    const summary = await previewBulk(desk.context, asked)
    expect(summary).toMatchObject({ total: 4, done: 1, left: [{ reason: 'gone', count: 1 }, { reason: 'protected', count: 1 }, { reason: 'same', count: 1 }] })
    await runBulk(desk.context, { ...asked, digest: summary.digest })
    desk.context.store.caseworkerId = 2
    expect(queue(desk, 'mine')).toEqual([1, 2])
    desk.context.store.caseworkerId = 1
    await whole(desk)
  })
})
