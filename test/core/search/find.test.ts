import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { operations } from '../../../shared/contract/operations.ts'
import { decide } from '../../../electron/core/decision/decide.ts'
import { createIntake } from '../../../electron/core/intake/intakes.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { undoFile } from '../../../electron/core/intake/undo.ts'
import { find } from '../../../electron/core/search/find.ts'
import { searchMemory } from '../../../electron/core/search/memory.ts'
import { establishLight, openCase } from '../../../electron/core/screening/work.ts'
import { settleReads } from '../../../electron/core/store/store.ts'
import { correct } from '../correct.ts'
import { decisionFor } from '../decision-input.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const names = ['Åsa Öberg', 'Fatima Öztürk', 'José Nuñez', 'Magnus Alexandersson', 'Łukasz Żak', 'Anna-Lena Al-Hassan', "Ahmed O'Neill", 'نور حسن', 'Skyddad Hemlig', 'Ann Ek', 'Ansgar Holm']
const [protectedOne, phone, mail, country] = [8, '070-9998877', 'ny.adress@exempel.se', 'Eritrea']
const rowOf = (n: number, change: Record<string, string> = {}) => application(n, { fornamn: names[n]?.split(' ')[0] ?? '', efternamn: names[n]?.split(' ')[1] ?? '', telefon: phone, epost: mail, ...(n === 3 ? { fodelseland: country } : {}), ...change })

async function filled(): Promise<Desk> {
  const desk = openDesk()
  const people = [...names.keys()]
  await desk.take(
    desk.put('a.csv', portal(people.map(n => rowOf(n)))), desk.put('r.csv', register(people.map(n => registerRow(n, { skyddade_uppgifter: n === protectedOne ? 'ja' : 'nej' })))),
    desk.put('m.csv', permits(people.map(n => permitRow(n)))),
  )
  return desk
}
async function warm(desk: Desk): Promise<Desk> {
  for (let turns = 0; turns < 1000 && searchMemory(desk.context.store) === null; turns++) await turn()
  expect(searchMemory(desk.context.store)).not.toBeNull()
  return desk
}
const ask = (desk: Desk, text: string, limit = 8) => find(desk.context, operations['search.find'].input.parse({ text, limit }))
/** What is found, as "kind application-id match". */
const found = (desk: Desk, text: string, limit?: number) => ask(desk, text, limit).groups.flatMap(({ kind, hits }) => hits.map(hit => `${kind} ${Number(hit.applicationId.slice(-5))} ${hit.match}`))
const nothing = { groups: [], intakes: [], complete: true }
const at = (desk: Desk, n: number) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
async function decided(desk: Desk, n: number, more: Parameters<typeof decisionFor>[1]): Promise<void> {
  establishLight(desk.context, at(desk, n))
  await decide(desk.context, decisionFor(at(desk, n), more))
}

describe('what may not be a search term', () => {
  it('finds nothing: telephone, e-mail, country of birth, permit kind, reasons, assessments and what else a decision says', async () => {
    const desk = await warm(await filled())
    correct(desk.context, { ...at(desk, 1), fact: 'activity.workHours', value: 2, reason: 'Hemlighetsfull anledning' })
    await decided(desk, 0, { assessment: 'Sjukdomshistorien vägd', tasks: 'Fjärilsräkning', workplace: 'Dolda gränd 7', supervisor: 'Handledarsson', caseNumber: 'AF-77' })
    for (const text of [phone, phone.replace('-', ''), '+46709998877', '46 70 999 88 77', '9998877', mail, 'exempel.se', 'adress', country, 'Eritr', 'Syrien', 'SY', 'TUT-anknytning', 'anknytning', 'BIF', '12-345678', 'Hemlighetsfull', 'anledning',
      'Sjukdomshistorien', 'vägd', 'Fjärilsräkning', 'Dolda', 'Handledarsson', '556016-0680', 'Provgatan', '11122', 'Provstad', 'Provfacket']) expect(ask(desk, text), text).toEqual(nothing)
  })
  it('is a protected person: only the whole application id finds one, and shows no name', async () => {
    for (const desk of [await filled(), await warm(await filled())]) {
      for (const text of ['Skyddad', 'Hemlig', 'Hemlog', numberOf(protectedOne), numberOf(protectedOne).slice(0, 8)]) expect(found(desk, text).filter(each => each.includes(` ${protectedOne} `)), text).toEqual([])
      expect(found(desk, idOf(protectedOne).slice(0, -1), 50).filter(each => each.includes(` ${protectedOne} `))).toEqual([])
      const { groups } = ask(desk, idOf(protectedOne).toLowerCase())
      expect(groups).toMatchObject([{ kind: 'application', hits: [{ applicationId: idOf(protectedOne), name: null, protected: true, detail: null, match: 'exact' }] }])
      expect(JSON.stringify(groups)).not.toMatch(/Hemlig|Skyddad|19\d{6}/)
      expect(() => openCase(desk.context, { id: groups[0]?.hits[0]?.caseId ?? 0 })).toThrow('case-protected')
    }
  })
  it('is a person whose protection came afterwards', async () => {
    const desk = await warm(await filled())
    expect(found(desk, 'nunez')).toEqual(['name 2 exact'])
    await desk.take(desk.put('r2.csv', register([registerRow(2, { skyddade_uppgifter: 'ja' })])))
    expect([found(desk, 'nunez'), found(await warm(desk), 'nunez')]).toEqual([[], []])
  })
})

describe('a search', () => {
  it.each([
    ['öztürk', 'name 1 exact'], ['Ozturk', 'name 1 exact'], ['oztork', 'name 1 typo'], ['oztukr', 'name 1 typo'], ['fatima ozt', 'name 1 prefix'], ['ozturk fatima', 'name 1 exact'], ['asa', 'name 0 exact'], ['ÅSA OBERG', 'name 0 exact'],
    ['jose nunes', 'name 2 typo'], ['lukasz zak', 'name 4 exact'], ['alexandresson', 'name 3 typo'], ['aleksandersson', 'name 3 typo'], ['alhassan', 'name 5 exact'], ['al-hassan', 'name 5 exact'], ['annalena', 'name 5 exact'], ["o'neill", 'name 6 exact'], ['نور', 'name 7 exact'],
  ])('%s finds %s', async (text, expected) => expect(found(await warm(await filled()), text)).toContain(expected))

  it('puts whole words before beginnings, and beginnings before near spellings', async () => {
    const desk = await warm(await filled())
    expect(found(desk, 'ann')).toEqual(['name 9 exact', 'name 5 prefix'])
    await desk.take(desk.put('b.csv', portal([rowOf(11, { fornamn: 'Holms', efternamn: 'A' }), rowOf(12, { fornamn: 'Holt', efternamn: 'B' })])))
    expect(found(await warm(desk), 'holm')).toEqual(['name 10 exact', 'name 11 prefix', 'name 12 typo'])
  })
  it('does not take short words for each other, nor one word for several people\'s', async () => {
    const desk = await warm(await filled())
    expect([found(desk, 'ek'), found(desk, 'ak'), found(desk, 'zek'), found(desk, 'a'), found(desk, ''), found(desk, 'åsa nunez')]).toEqual([['name 9 exact'], [], [], [], [], []])
  })
  it('finds an identity number in any writing, whole or its beginning', async () => {
    const desk = await warm(await filled())
    const number = numberOf(1)
    const [birth = '', last = ''] = number.split('-')
    for (const text of [number, birth + last, `${birth} ${last}`, `${birth.slice(2)}-${last}`, birth.slice(2) + last, `${birth.slice(2)}+${last}`, `  ${number} `]) expect(found(desk, text), text).toEqual(['identity 1 exact'])
    expect(found(desk, `${birth}-${last.slice(0, 2)}`)).toEqual(['identity 1 prefix'])
    expect(ask(desk, number).groups[0]?.hits[0]?.detail).toBe(number)
    expect(found(desk, birth.slice(0, 4))).toEqual([])
  })
  it('finds an application by the whole of its id first, in any letters', async () => {
    const desk = await warm(await filled())
    expect(found(desk, idOf(1).toLowerCase())).toEqual(['application 1 exact'])
    expect(found(desk, idOf(1).slice(0, -1)).slice(0, 2)).toEqual(['application 0 prefix', 'application 1 prefix'])
    expect(ask(desk, 'JS-2023', 3).groups).toMatchObject([{ more: true, hits: [{}, {}, {}] }])
  })
  it('finds employers and case numbers of decisions, and intakes', async () => {
    const desk = await warm(await filled())
    await decided(desk, 0, { organiser: 'Växjö Brädgård AB', caseNumber: 'Af-2023/0012 3456' })
    await decided(desk, 1, { organiser: 'Växjö Verkstad' })
    expect([found(desk, 'vaxjo'), found(desk, 'växjö brädg'), found(desk, 'bradgord'), found(desk, 'af-2023/00123456'), found(desk, 'AF-2023/0012')]).toEqual([
      ['employer 1 exact', 'employer 0 exact'], ['employer 0 prefix'], ['employer 0 typo'], ['case-number 0 exact'], ['case-number 0 prefix'],
    ])
    expect(ask(desk, '2023-1').intakes).toEqual([{ id: desk.intakeId, name: '2023-1', cases: names.length }])
    expect(ask(desk, 'vaxjo').groups[0]?.hits[0]).toMatchObject({ detail: 'Växjö Verkstad', light: 'green', established: true })
  })
  it('looks in all intakes, the newest first', async () => {
    const desk = await filled()
    const other = createIntake(desk.context, { programme: 'jobbspranget', name: 'Nyare', evaluationDate: '2024-01-17', placeStart: '2024-03-02', placeEnd: '2024-07-03' }).id
    await takeIn(desk.context, { intakeId: other, files: [desk.put('n.csv', portal([rowOf(40, { fornamn: 'Åsa', efternamn: 'Öberg', intag: 'Nyare' })]))] }, true)
    for (const each of [desk, await warm(desk)]) expect(ask(each, 'åsa öberg').groups[0]?.hits.map(hit => hit.intake.name)).toEqual(['Nyare', '2023-1'])
  })
  it('answers before names are in memory, without near spellings, and says so', async () => {
    const desk = await filled()
    expect([ask(desk, 'ozturk').complete, found(desk, 'ozturk'), found(desk, 'asa ob'), found(desk, 'oztork'), found(desk, numberOf(1)), found(desk, idOf(1))]).toEqual([
      false, ['name 1 exact'], ['name 0 prefix'], [], ['identity 1 exact'], ['application 1 exact'],
    ])
    expect(ask(await warm(desk), 'oztork').complete).toBe(true)
  })
})

describe('what is in memory', () => {
  it('stays and is true after each change', async () => {
    const desk = await warm(await filled())
    const first = searchMemory(desk.context.store)
    openCase(desk.context, { id: at(desk, 3).id })
    settleReads(desk.context.store)
    expect(searchMemory(desk.context.store)?.changed.size).toBe(0)
    await decided(desk, 3, { organiser: 'Nyaste Bolaget' })
    expect([found(desk, 'nyaste'), found(desk, 'alexandersson')]).toEqual([['employer 3 exact'], ['name 3 exact']])
    expect(searchMemory(desk.context.store)).toBe(first)
  })
  it('has the new name and not the old when a file comes again', async () => {
    const desk = await warm(await filled())
    await desk.take(desk.put('b.csv', portal([rowOf(6, { fornamn: 'Ahmad', efternamn: 'Nyhlén' })])))
    expect([found(desk, 'nyhlen'), found(desk, 'neill')]).toEqual([['name 6 exact'], []])
    await warm(desk)
    expect([found(desk, 'nyhlen'), found(desk, 'neill')]).toEqual([['name 6 exact'], []])
  })
  it('forgets cases of a file that is taken back', async () => {
    const desk = await warm(await filled())
    await desk.take(desk.put('b.csv', portal([rowOf(30, { fornamn: 'Bortdragen', efternamn: 'Fil' })])))
    await warm(desk)
    expect(found(desk, 'bortdragen')).toEqual(['name 30 exact'])
    const file = Number(desk.context.store.read.value('SELECT max(id) FROM intake_file'))
    await undoFile(desk.context, { fileId: file, reason: 'fel fil', seen: '' }, true)
    expect([found(desk, 'bortdragen'), found(await warm(desk), 'bortdragen')]).toEqual([[], []])
  })
})
