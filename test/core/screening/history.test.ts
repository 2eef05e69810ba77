import { describe, expect, it } from 'vitest'
import { establishLight, openCase } from '../../../electron/core/screening/work.ts'
import { change, settleReads } from '../../../electron/core/store/store.ts'
import { eventsOf } from '../events.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, portal } from '../tables.ts'

async function filled(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal([application(1), application(2)])))
  return desk
}
const id = (desk: Desk, n = 1) => Number(desk.row(idOf(n))['id'])
const texts = (desk: Desk, reason: string, n = 1) => (openCase(desk.context, { id: id(desk, n), reason }), eventsOf(desk.context, id(desk, n)).map(h => h.text))

describe('the history of a case', () => {
  it('shows a reading at once, before the journal has it, and only that case’s', async () => {
    const desk = await filled()
    expect(texts(desk, 'första')).toEqual(['Ärendet öppnades. Skäl: första', 'Ansökan lästes in.'])
    openCase(desk.context, { id: id(desk), reason: 'andra' })
    expect(eventsOf(desk.context, id(desk)).map(h => [h.seq === null, h.by, h.text])).toEqual([
      [true, 'Test Testsson', 'Ärendet öppnades. Skäl: andra'], [true, 'Test Testsson', 'Ärendet öppnades. Skäl: första'], [false, 'Test Testsson', 'Ansökan lästes in.'],
    ])
    expect(texts(desk, 'den andra personen', 2)).toEqual(['Ärendet öppnades. Skäl: den andra personen', 'Ansökan lästes in.'])
  })
  it('says the same once the readings have been moved, in the same order', async () => {
    const desk = await filled()
    texts(desk, 'första')
    openCase(desk.context, { id: id(desk), reason: 'andra' })
    const before = eventsOf(desk.context, id(desk))
    settleReads(desk.context.store)
    openCase(desk.context, { id: id(desk), reason: 'tredje' })
    const after = eventsOf(desk.context, id(desk)).slice(1)
    expect(after.map(h => ({ ...h, seq: null }))).toEqual(before.map(h => ({ ...h, seq: null })))
    expect(after.every(h => h.seq !== null)).toBe(true)
  })
  it('shows a reading once while it is both in the journal and waiting', async () => {
    const desk = await filled()
    texts(desk, 'första')
    const { store } = desk.context
    const { spool } = store
    if (!spool) throw new Error('no spool')
    // Moved by the writer, not yet taken away from where it waited.
    change({ ...store, spool: { ...spool, done: () => undefined } }, () => undefined)
    expect(spool.waiting()).toHaveLength(1)
    expect(texts(desk, 'andra')).toEqual(['Ärendet öppnades. Skäl: andra', 'Ärendet öppnades. Skäl: första', 'Ansökan lästes in.'])
  })
  it('has a reading that a change has just moved', async () => {
    const desk = await filled()
    const { version } = openCase(desk.context, { id: id(desk) })
    establishLight(desk.context, { id: id(desk), version })
    expect(eventsOf(desk.context, id(desk)).map(h => h.kind)).toEqual(['light.established', 'case.read', 'application.added'])
  })
})
