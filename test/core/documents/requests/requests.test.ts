import { describe, expect, it } from 'vitest'
import { appliers } from '../../../../electron/core/appliers.ts'
import { applicationById } from '../../../../electron/core/cases/cases.ts'
import { readLetter, saveLetter } from '../../../../electron/core/documents/requests/letters.ts'
import { proposeRequest } from '../../../../electron/core/documents/requests/propose.ts'
import { requestsOfCase } from '../../../../electron/core/documents/requests/view.ts'
import { answerRequest, closeRequest, makeOneRequest, prepareOneOfMany, previewRequest, remindRequest } from '../../../../electron/core/documents/requests/work.ts'
import { changeLong } from '../../../../electron/core/store/long-change.ts'
import { settleReads } from '../../../../electron/core/store/store.ts'
import { verifyJournal } from '../../../../electron/core/upkeep/verify.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventsOf } from '../../events.ts'
import { type Desk, openDesk } from '../../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../../tables.ts'
import { textOf } from '../pdf-tools.ts'

/** Monday 23 November 2026, so that two weeks later is Monday 7 December. */
const NOON = '2026-11-23T11:00:00.000Z'

/** 1: permit decision missing and a permit that ends too early; 2: green; 3: protected, permit decision missing. */
async function filled(at = NOON): Promise<Desk> {
  const desk = openDesk()
  await desk.take(
    desk.put('a.csv', portal([application(1, { beslut_bifogat: 'nej', giltigt_till: '2023-05-01', fornamn: 'Ễva “Ö”', efternamn: 'Håkånsson-Nguyễn' }), application(2), application(3, { beslut_bifogat: 'nej', gatuadress: 'Hemliga stigen 9' })])),
    desk.put('r.csv', register([registerRow(1), registerRow(2), registerRow(3, { skyddade_uppgifter: 'ja' })])), desk.put('m.csv', permits([permitRow(1, { giltigt_till: '2023-05-01' }), permitRow(2), permitRow(3)])),
  )
  desk.context.store.now = () => at
  return desk
}
const idIn = (desk: Desk, n: number) => Number(desk.row(idOf(n))['id'])
const version = (desk: Desk, n: number) => applicationById(desk.context.store.read, idIn(desk, n)).version
const choice = (ask = 'Skicka en kopia av beslutet.') => ({ language: 'sv' as const, items: [{ rules: ['JO-11'], ask, why: 'Vi behöver se det.' }], dueOn: '2026-12-07', replyTo: '' })
const make = (desk: Desk, n = 1, more: Partial<ReturnType<typeof choice>> & { reason?: string } = {}) => makeOneRequest(desk.context, { id: idIn(desk, n), version: version(desk, n), ...choice(), ...more })
const fault = (code: string) => expect.objectContaining({ code }) as Error
const requests = (desk: Desk, n = 1, reason?: string) => requestsOfCase(desk.context, { id: idIn(desk, n), reason }).requests
const columns = (desk: Desk, n = 1) => desk.context.store.read.get('SELECT waits_until, answered FROM application WHERE id = ?', idIn(desk, n))

describe('what a letter could ask for', () => {
  it('is one item for each paper, with the questions it is about, in both languages', async () => {
    const desk = await filled()
    const { items, others, dueOn } = proposeRequest(desk.context, { id: idIn(desk, 1) })
    expect(items.map(item => [item.name, item.questions.map(q => q.id)])).toEqual([['permit-longer', ['JO-07']], ['permit-decision', ['JO-11']]])
    expect(items[0]?.texts.sv.ask).toContain('nya uppehållstillståndskort')
    expect(items[0]?.texts.en.ask).toContain('new residence permit card')
    expect(others).toEqual([])
    expect(dueOn).toBe('2026-12-07')
    expect(proposeRequest(desk.context, { id: idIn(desk, 2) })).toMatchObject({ items: [], others: [] })
  })
  it('leaves to the authority what only the authority can mend', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])), desk.put('r.csv', register([registerRow(1, { behov_bedomt: '', sokandekategori_kod: '99', planeringssamtal: 'nej' })])), desk.put('m.csv', permits([permitRow(1)])))
    const { items, others } = proposeRequest(desk.context, { id: idIn(desk, 1) })
    expect(items.map(item => item.name)).toEqual(['planning-call'])
    expect(others.map(each => [each.id, each.because])).toEqual([['JO-04', 'Sökandekategorin sätts av Arbetsförmedlingen.'], ['JO-16', 'Behovet bedöms av handläggaren.']])
  })
  it.each([
    ['2026-12-10T11:00:00.000Z', '2026-12-28', 'two weeks on is Christmas Eve'], ['2026-12-18T11:00:00.000Z', '2027-01-04', 'New Year and a weekend'], ['2027-03-12T11:00:00.000Z', '2027-03-30', 'Good Friday to Easter Monday'],
    ['2026-11-22T22:59:00.000Z', '2026-12-07', 'Sunday in Sweden, a minute before Monday'], ['2026-11-23T23:30:00.000Z', '2026-12-08', 'Tuesday in Sweden although Monday in UTC'], ['2026-06-30T22:30:00.000Z', '2026-07-15', 'summer time'],
  ])('at %s is due %s: %s', async (now, due) => {
    const desk = await filled(now)
    expect(proposeRequest(desk.context, { id: idIn(desk, 1) }).dueOn).toBe(due)
  })
})

describe('a request', () => {
  it('is refused where it cannot be made, and nothing is stored', async () => {
    const desk = await filled()
    const before = desk.counts()
    for (const dueOn of ['2026-11-23', '2026-12-05', '2026-12-24', '2020-01-02']) await expect(make(desk, 1, { dueOn })).rejects.toEqual(fault('request-due'))
    await expect(makeOneRequest(desk.context, { id: idIn(desk, 1), version: 1, ...choice() })).rejects.toEqual(fault('case-changed'))
    await expect(makeOneRequest(desk.context, { id: 999, version: 1, ...choice() })).rejects.toEqual(fault('case-missing'))
    await expect(make(desk, 3)).rejects.toEqual(fault('case-protected'))
    await expect(make(desk, 3, { ...choice('Skicka till hemliga stigen 9.'), reason: 'begär in' })).rejects.toEqual(fault('request-tells'))
    await expect(make(desk, 1, choice('Skicka 😀.'))).rejects.toEqual(fault('form-glyph'))
    expect(desk.counts()).toEqual(before)
    await make(desk)
    await expect(make(desk)).rejects.toEqual(fault('request-open'))
  })
  it('waits, is reminded of, is answered and closed; the list row says so, and the journal proves it', async () => {
    const desk = await filled()
    const shown = await previewRequest(desk.context, { id: idIn(desk, 1), ...choice() })
    await make(desk)
    const [made] = requests(desk)
    expect(made).toMatchObject({ state: 'open', dueOn: '2026-12-07', overdue: false, letters: [{ reminder: false, text: shown.text }], events: [] })
    const id = made?.id ?? 0
    expect(Buffer.compare(readLetter(desk.context, { letterId: id }), shown.pdf)).toBe(0)
    expect(textOf(shown.pdf)).toContain('Hej Ễva “Ö” Håkånsson-Nguyễn!')
    expect(columns(desk)).toEqual({ waits_until: '2026-12-07', answered: 0 })
    expect(() => answerRequest(desk.context, { requestId: id, arrivedOn: '2026-11-24', what: 'kort' })).toThrow(fault('request-arrived'))
    expect(() => answerRequest(desk.context, { requestId: 9999, arrivedOn: '2026-11-23', what: 'kort' })).toThrow(fault('request-missing'))
    desk.context.store.now = () => '2026-12-08T09:00:00.000Z'
    expect(requests(desk)[0]?.overdue).toBe(true)
    await remindRequest(desk.context, { requestId: id, dueOn: '2026-12-15' })
    expect(columns(desk)).toEqual({ waits_until: '2026-12-15', answered: 0 })
    expect(requests(desk)[0]).toMatchObject({ state: 'reminded', overdue: false, letters: [{ reminder: false }, { reminder: true }] })
    expect(textOf(readLetter(desk.context, { letterId: requests(desk)[0]?.letters[1]?.id ?? 0 }))).toMatch(/Påminnelse: .* tisdagen den 15 december 2026.* Den 23 november 2026 skrev vi/)
    answerRequest(desk.context, { requestId: id, arrivedOn: '2026-12-08', what: 'kopia av ”kortet”' })
    expect(columns(desk)).toEqual({ waits_until: null, answered: 1 })
    await expect(remindRequest(desk.context, { requestId: id, dueOn: '2026-12-16' })).rejects.toEqual(fault('request-state'))
    closeRequest(desk.context, { requestId: id, outcome: 'partly', note: 'Beslutet saknas.' })
    expect(columns(desk)).toEqual({ waits_until: null, answered: 0 })
    expect(() => closeRequest(desk.context, { requestId: id, outcome: 'none', note: '' })).toThrow(fault('request-state'))
    await make(desk, 1, { dueOn: '2026-12-22' })
    expect(requests(desk).map(each => each.state)).toEqual(['open', 'closed'])
    expect(eventsOf(desk.context, idIn(desk, 1)).filter(event => event.group === 'letters').map(event => [event.text, event.opens?.kind])).toEqual([
      ['Ett brev med begäran om komplettering gjordes (en sak). Svar senast 2026-12-22.', 'letter'], ['Begäran om komplettering avslutades: en del av det som begärdes har kommit. Beslutet saknas.', undefined],
      ['Svar på begäran om komplettering kom in 2026-12-08: kopia av ”kortet”', undefined], ['En påminnelse om kompletteringen gjordes. Svar senast 2026-12-15.', 'letter'], ['Ett brev med begäran om komplettering gjordes (en sak). Svar senast 2026-12-07.', 'letter'],
    ])
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 3 })
    desk.context.store.write.run(`UPDATE letter_pdf SET pdf = x'00' WHERE letter = ?`, id)
    await expect(verifyJournal(desk.context, appliers)).rejects.toEqual(fault('journal-broken'))
  })
  it('of a protected person tells nothing of where the person is, and is read with a reason that stays', async () => {
    const desk = await filled()
    await make(desk, 3, { reason: 'begär in beslutet' })
    expect(() => requests(desk, 3)).toThrow(fault('case-protected'))
    const [made] = requests(desk, 3, 'x')
    const id = made?.letters[0]?.id ?? 0
    expect(() => readLetter(desk.context, { letterId: id })).toThrow(fault('case-protected'))
    const path = join(desk.folder, 'brev.pdf')
    expect(saveLetter(desk.context, { letterId: id, reason: 'skickas via Skatteverket', path })).toEqual({ name: 'brev.pdf' })
    const text = textOf(readFileSync(path))
    for (const secret of ['Hemliga', 'Provstad', '111 22', 'asa@example.com', '070']) expect(text).not.toContain(secret)
    expect(text).toContain('Skriv inte din adress')
    settleReads(desk.context.store)
    expect(eventsOf(desk.context, idIn(desk, 3)).map(event => event.text)).toContain('Brevet med begäran om komplettering öppnades eller sparades. Skäl: skickas via Skatteverket')
    await expect(prepareOneOfMany(desk.context, idIn(desk, 3), choice())).rejects.toEqual(fault('request-protected'))
  })
  it('is made for many cases in one transaction: all or none', async () => {
    const desk = await filled()
    const set = [await prepareOneOfMany(desk.context, idIn(desk, 1), choice()), await prepareOneOfMany(desk.context, idIn(desk, 2), choice())]
    const all = (after: () => void) => changeLong(desk.context.store, async () => { const made = set.map(keep => keep()); after(); return made })
    await expect(all(() => { throw new Error('no') })).rejects.toThrow('no')
    expect(requests(desk)).toEqual([])
    expect(await all(() => undefined)).toHaveLength(2)
    await expect(all(() => undefined)).rejects.toEqual(fault('request-open'))
    expect([requests(desk, 1).length, requests(desk, 2).length]).toEqual([1, 1])
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 3 })
  })
})
