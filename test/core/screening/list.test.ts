import { describe, expect, it } from 'vitest'
import { listQuery, type OperationInput } from '../../../shared/contract/operations.ts'
import type { ListPage } from '../../../shared/contract/views.ts'
import { listApplicants, rulesOfIntake } from '../../../electron/core/screening/list.ts'
import { establishLight, openCase } from '../../../electron/core/screening/work.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const people: [string, string][] = [['Åsa', 'Öberg'], ['Asa', 'Oberg'], ['José', 'Nuñez'], ['Đặng', 'Nguyễn'], ['Łukasz', 'Żak'], ['Zoë', 'Ärlig'], ['Ahmed', "O'Neill"], ['Ayşe', 'Iğdır'], ['Skyddad', 'Hemlig'], ['Björn', 'Åberg']]

async function filled(): Promise<Desk> {
  const desk = openDesk()
  const rows = people.map(([fornamn, efternamn], n) => application(n, { fornamn, efternamn, inkom_datum: `2023-01-${String(20 - n).padStart(2, '0')}`, fodelseland: n === 2 ? 'SE' : n === 3 ? 'TR' : 'SY', uppehallstillstand: n === 4 ? 'forskare' : 'TUT-anknytning' }))
  await desk.take(desk.put('a.csv', portal(rows)), desk.put('r.csv', register(people.map((_, n) => registerRow(n, { skyddade_uppgifter: n === 8 ? 'ja' : 'nej', arbetssokande_status: n === 5 ? 'Avaktualiserad' : 'Aktuell', planeringssamtal: n === 6 ? 'nej' : 'ja' })))), desk.put('m.csv', permits(people.map((_, n) => permitRow(n)))))
  return desk
}
const list = (desk: Desk, query: Partial<OperationInput<'screening.list'>> = {}): ListPage => listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId, ...query }))
const numbers = (page: ListPage) => page.rows.map(r => Number(r.applicationId.slice(-2)))

describe('a search', () => {
  it.each([
    ['asa', [1, 0]], ['ÅSA', [1, 0]], ['öberg', [1, 0]], ['oberg åsa', [1, 0]], ['jose nunez', [2]], ['NUÑEZ', [2]], ['nguyen', [3]], ['dang', [3]], ['nguyễn', [3]], ['lukasz zak', [4]], ['zoe', [5]], ['arlig', [5]], ["o'neill", [6]],
    ['ayse igdir', [7]], ['  asa   OBERG ', [1, 0]], [numberOf(7), [7]], [numberOf(7).replace('-', ''), [7]], [numberOf(7).slice(2), [7]], [idOf(6), [6]], [idOf(6).toLowerCase(), [6]], ['%', []], ['_', []], ["' OR 1=1 --", []], ['finns inte', []],
  ])('for ”%s” finds %j', async (text, found) => {
    const page = list(await filled(), { text })
    expect(numbers(page)).toEqual(found)
    expect(page.total).toBe(found.length)
  })
  it('finds nothing of kind of permit, country or contact', async () => {
    const desk = await filled()
    for (const text of ['Syrien', 'forskare', 'asa@example.com', '070-1740605', 'Provgatan']) expect(list(desk, { text }).total, text).toBe(0)
  })
})

describe('a protected person', () => {
  it('is found by application id only and shown without name and number, last in every order', async () => {
    const desk = await filled()
    for (const text of ['hemlig', 'skyddad', numberOf(8), numberOf(8).slice(2), `hemlig ${idOf(8)}`]) expect(numbers(list(desk, { text })), text).toEqual([])
    expect(numbers(list(desk, { text: idOf(8) }))).toEqual([8])
    const [row] = list(desk, { only: 'protected' }).rows
    expect(row).toMatchObject({ applicationId: idOf(8), familyName: '', givenName: '', identityNumber: '', protected: true })
    expect(JSON.stringify(list(desk))).not.toMatch(/Hemlig|Skyddad/)
    for (const direction of ['asc', 'desc'] as const) for (const sort of ['name', 'identityNumber'] as const) expect(numbers(list(desk, { sort, direction })).at(-1)).toBe(8)
  })
  it('is opened with a reason only, which the journal keeps, and without contact data', async () => {
    const desk = await filled()
    const id = Number(desk.row(idOf(8))['id'])
    for (const reason of [undefined, '', '   ']) expect(() => openCase(desk.context, { id, reason })).toThrow(expect.objectContaining({ code: 'case-protected' }))
    expect(desk.context.store.spool?.waiting()).toEqual([])
    const view = openCase(desk.context, { id, reason: 'handlägger ärendet' })
    expect(view.contact).toBeNull()
    expect(JSON.stringify(view)).not.toMatch(/asa@example|070-1740605|Provgatan|Provstad/)
    expect(desk.context.store.spool?.waiting()).toMatchObject([{ reason: 'handlägger ärendet' }])
  })
})

describe('a row of the list', () => {
  it('is the same whether a permit is of the wrong kind or ends too early, and tells other questions by name', async () => {
    const desk = openDesk()
    const rows = [{ uppehallstillstand: 'studerande' }, { giltigt_till: '2023-01-01' }, {}, { arbetslivserfarenhet_sverige_man: '40' }].map((odd, n) => application(n, { uppehallstillstand: 'TUT-anknytning', fodelseland: 'SY', ...odd }))
    await desk.take(desk.put('a.csv', portal(rows)), desk.put('r.csv', register(rows.map((_, n) => registerRow(n)))))
    const told = list(desk, { sort: 'applicationId' }).rows.map(({ light, rules, pooled }) => ({ light, rules, pooled }))
    expect(told[0]).toEqual(told[1])
    expect(told).toMatchObject([{ light: 'red', rules: [], pooled: true }, { light: 'red', rules: [], pooled: true }, { rules: [], pooled: false }, { light: 'red', rules: [{ id: 'JO-14', light: 'red' }], pooled: false }])
  })
})

describe('filters and order', () => {
  it('by light count what they show', async () => {
    const desk = await filled()
    expect(list(desk).counts).toEqual({ green: 5, orange: 3, red: 2, total: 10 })
    expect(numbers(list(desk, { lights: ['red'], sort: 'applicationId' }))).toEqual([2, 5])
    expect(list(desk, { lights: ['red', 'green'] }).total).toBe(7)
    expect(list(desk, { lights: ['red', 'red'] })).toMatchObject({ total: 2, rows: { length: 2 } })
  })
  it('by rule, but never by one that would tell country of birth or kind of permit', async () => {
    const desk = await filled()
    expect(numbers(list(desk, { rules: ['JO-03'], sort: 'applicationId' }))).toEqual([5, 6])
    for (const hidden of ['JO-05', 'JO-10']) {
      expect(rulesOfIntake(desk.context, { intakeId: desk.intakeId }).find(r => r.id === hidden)?.filterable).toBe(false)
      expect(list(desk, { rules: [hidden] }).total).toBe(10)
      expect(numbers(list(desk, { rules: [hidden, 'JO-03'], sort: 'applicationId' }))).toEqual([5, 6])
      expect(JSON.stringify(list(desk).rows.map(r => r.rules))).not.toContain(hidden)
    }
    expect(list(desk, { rules: ['%'] }).total).toBe(0)
  })
  it('by what has been done', async () => {
    const desk = await filled()
    establishLight(desk.context, { id: Number(desk.row(idOf(0))['id']), version: Number(desk.row(idOf(0))['version']) })
    expect([list(desk, { only: 'established' }).total, list(desk, { only: 'not-established' }).total, list(desk, { only: 'changed' }).total, list(desk, { only: 'decided' }).total]).toEqual([1, 9, 0, 0])
  })
  it('by name as a Swede sorts: å ä ö last, other marks as their letter', async () => {
    const desk = await filled()
    expect(numbers(list(desk)).map(n => people[n]?.[1])).toEqual(['Iğdır', 'Nguyễn', 'Nuñez', 'Oberg', "O'Neill", 'Żak', 'Åberg', 'Ärlig', 'Öberg', 'Hemlig'].sort((a, b) => (a === 'Hemlig' ? 1 : b === 'Hemlig' ? -1 : a.replace("'", ' ').localeCompare(b.replace("'", ' '), 'sv'))))
  })
  it.each(['name', 'applicationId', 'identityNumber', 'light', 'received'] as const)('in pages by %s gives each person once, in the same order as all at once', async sort => {
    const desk = await filled()
    for (const direction of ['asc', 'desc'] as const) {
      const whole = numbers(list(desk, { sort, direction }))
      const pages = [0, 3, 6, 9, 12].flatMap(offset => numbers(list(desk, { sort, direction, offset, limit: 3 })))
      expect(pages).toEqual(whole)
      expect(new Set(pages).size).toBe(10)
    }
    expect(numbers(list(desk, { sort: 'received' }))).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
  })
  it('of an intake that is gone is told', async () => {
    const desk = await filled()
    expect(() => list(desk, { intakeId: 99 })).toThrow(expect.objectContaining({ code: 'intake-missing' }))
  })
})
