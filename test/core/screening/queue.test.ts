import { describe, expect, it } from 'vitest'
import { listQuery, type OperationInput } from '../../../shared/contract/operations.ts'
import { listApplicants, listRowsOf, queueOf } from '../../../electron/core/screening/list.ts'
import { establishLight, openCase } from '../../../electron/core/screening/work.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const PEOPLE = 620

async function filled(): Promise<Desk> {
  const desk = openDesk()
  const all = Array.from({ length: PEOPLE }, (_, n) => n)
  await desk.take(
    desk.put('a.csv', portal(all.map(n => application(n, { efternamn: n % 2 ? 'Öberg' : 'Nuñez', uppehallstillstand: 'TUT-anknytning', fodelseland: 'SY' })))),
    desk.put('r.csv', register(all.map(n => registerRow(n, { skyddade_uppgifter: n === 8 ? 'ja' : 'nej' })))), desk.put('m.csv', permits(all.map(n => permitRow(n)))),
  )
  return desk
}
const query = (desk: Desk, more: Partial<OperationInput<'screening.list'>> = {}) => listQuery.parse({ intakeId: desk.intakeId, ...more })
const idsOf = (bytes: Uint8Array) => [...new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))]

describe('what is gone through one by one', () => {
  it('is every applicant of the list in its order, beyond its first page', async () => {
    const desk = await filled()
    for (const more of [{}, { sort: 'received' as const, direction: 'desc' as const }, { text: 'oberg' }, { only: 'not-established' as const }]) {
      const pages = [0, 500].flatMap(offset => listApplicants(desk.context, query(desk, { ...more, offset, limit: 500 })).rows.map(row => row.id))
      expect(idsOf(queueOf(desk.context, query(desk, more)))).toEqual(pages)
    }
  })
  it('has rows that tell how each stands now, in the order asked for, and nobody of another intake or who is gone', async () => {
    const desk = await filled()
    const [first = 0, second = 0, third = 0] = idsOf(queueOf(desk.context, query(desk, { only: 'not-established' })))
    establishLight(desk.context, { id: second, version: openCase(desk.context, { id: second, reason: 'prövning' }).version })
    const rows = listRowsOf(desk.context, { intakeId: desk.intakeId, ids: [third, 999_999, second, first] })
    expect(rows.map(row => [row.id, row.established])).toEqual([[third, false], [second, true], [first, false]])
    const other = desk.context.store.read.value('SELECT count(*) FROM intake')
    expect(() => listRowsOf(desk.context, { intakeId: Number(other) + 1, ids: [first] })).toThrow(expect.objectContaining({ code: 'intake-missing' }))
  })
  it('masks a protected person', async () => {
    const desk = await filled()
    const [row] = listRowsOf(desk.context, { intakeId: desk.intakeId, ids: [Number(desk.row(idOf(8))['id'])] })
    expect(row).toMatchObject({ familyName: '', givenName: '', identityNumber: '', protected: true })
  })
})
