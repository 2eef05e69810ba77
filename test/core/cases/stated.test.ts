import { describe, expect, it } from 'vitest'
import { appliers } from '../../../electron/core/appliers.ts'
import { screenCase } from '../../../electron/core/cases/screen-cases.ts'
import { type Statement, stateFact, unstateFact } from '../../../electron/core/cases/stated.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { change } from '../../../electron/core/store/store.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { correct } from '../correct.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal } from '../tables.ts'

const FACT = 'permit.validTo'

async function filled(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal([application(1, { giltigt_till: '2023-06-01', uppehallstillstand: 'TUT-flykting' })])))
  return desk
}
const idIn = (desk: Desk) => Number(desk.row(idOf(1))['id'])
function say(desk: Desk, source: Statement['source'], value: Statement['value'] | null): void {
  const { store } = desk.context
  change(store, () => {
    const about = { application: idIn(desk), fact: FACT, source, ref: { document: 7, page: 2 } }
    if (value === null) unstateFact(store, about)
    else stateFact(store, { ...about, value })
    screenCase(store, desk.intakeId, idIn(desk))
  })
}
const seen = (desk: Desk) => caseView(desk.context.store, idIn(desk)).facts.find(f => f.id === FACT)

describe('the word of a document or a credential', () => {
  it('lies between the other sources in their order, is shown with where it can be seen, and can be taken back', async () => {
    const desk = await filled()
    expect(seen(desk)).toMatchObject({ value: '2023-06-01', source: 'application' })
    say(desk, 'document', '2023-07-01')
    expect(seen(desk)).toMatchObject({ value: '2023-07-01', source: 'document', differs: true, entries: [{ source: 'document', ref: { document: 7, page: 2 }, by: 'Test Testsson' }, { source: 'application', ref: null }] })
    await desk.take(desk.put('m.csv', permits([permitRow(1, { giltigt_till: '2023-07-04' })])))
    expect(seen(desk)).toMatchObject({ value: '2023-07-04', source: 'migration-agency' })
    expect(desk.row(idOf(1))['rules']).toContain('JO-07:orange')
    say(desk, 'credential', '2023-07-05')
    expect(seen(desk)).toMatchObject({ value: '2023-07-05', source: 'credential' })
    expect(desk.row(idOf(1))['rules']).not.toContain('JO-07')
    correct(desk.context, { id: idIn(desk), version: Number(desk.row(idOf(1))['version']), fact: FACT, value: '2023-07-03', reason: 'samtal' })
    expect(seen(desk)).toMatchObject({ value: '2023-07-03', source: 'caseworker' })
    say(desk, 'credential', null)
    expect(seen(desk)?.entries.map(e => e.source)).toEqual(['caseworker', 'migration-agency', 'document', 'application'])
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 1 })
  })
  it('that there is none is a word too, and a row of a file read later does not silence it', async () => {
    const desk = await filled()
    say(desk, 'document', { none: true })
    expect(seen(desk)).toMatchObject({ state: 'none', source: 'document' })
    await desk.take(desk.put('b.csv', portal([application(1, { giltigt_till: '2023-09-01', uppehallstillstand: 'TUT-flykting' })])))
    expect(seen(desk)).toMatchObject({ state: 'none', source: 'document' })
    expect(seen(desk)?.entries.map(e => e.display)).toEqual(['finns inte', '2023-09-01'])
  })
})
