import { describe, expect, it } from 'vitest'
import { appliers } from '../../../electron/core/appliers.ts'
import { addNote, amendNote, notesOfCase } from '../../../electron/core/screening/notes.ts'
import { timelineOfCase } from '../../../electron/core/screening/timeline.ts'
import { groupOf } from '../../../electron/core/screening/timeline-groups.ts'
import { TOLD_KINDS } from '../../../electron/core/screening/history.ts'
import { openCase } from '../../../electron/core/screening/work.ts'
import { listApplicants } from '../../../electron/core/screening/list.ts'
import { listQuery } from '../../../shared/contract/list-query.ts'
import { settleReads } from '../../../electron/core/store/store.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import type { EventGroup } from '../../../shared/contract/timeline.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, numberOf, portal, register, registerRow } from '../tables.ts'

/** 1 and 2 are one person's, 3 is protected, 4 and 5 are one person's and 5 will be protected by name only. */
async function filled(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal([application(1), application(2, { personnummer: numberOf(1) }), application(3)])), desk.put('r.csv', register([registerRow(1), registerRow(3, { skyddade_uppgifter: 'ja' })])))
  return desk
}
const id = (desk: Desk, n: number) => Number(desk.row(idOf(n))['id'])
const fault = (code: string) => expect.objectContaining({ code }) as Error
const page = (desk: Desk, n: number, more: { kinds?: EventGroup[]; order?: 'newest' | 'oldest'; before?: number | null; limit?: number; reason?: string } = {}) =>
  timelineOfCase(desk.context, { id: id(desk, n), kinds: [], order: 'newest', before: null, limit: 50, ...more })

describe('a note', () => {
  it('stands with author and time, is added to and never changed, and cannot be found by searching', async () => {
    const desk = await filled()
    const first = addNote(desk.context, { id: id(desk, 1), text: 'Ringde om ”kortet”.\nÅterkommer.' })
    addNote(desk.context, { id: id(desk, 1), text: 'Andra' })
    amendNote(desk.context, { noteId: first.id, text: 'Ringde igen.' })
    expect(notesOfCase(desk.context, { id: id(desk, 1) })).toMatchObject([{ text: 'Andra', additions: [] }, { text: 'Ringde om ”kortet”.\nÅterkommer.', by: 'Test Testsson', additions: [{ text: 'Ringde igen.', by: 'Test Testsson' }] }])
    const addition = notesOfCase(desk.context, { id: id(desk, 1) })[1]?.additions[0]?.id ?? 0
    for (const noteId of [addition, 9999]) expect(() => amendNote(desk.context, { noteId, text: 'x' })).toThrow(fault('note-missing'))
    expect(() => addNote(desk.context, { id: 9999, text: 'x' })).toThrow(fault('case-missing'))
    expect(listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId, text: 'kortet' })).total).toBe(0)
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 3 })
  })
  it('of a protected person is shown with the reason of opening only', async () => {
    const desk = await filled()
    addNote(desk.context, { id: id(desk, 3), text: 'hemligt' })
    expect(() => notesOfCase(desk.context, { id: id(desk, 3) })).toThrow(fault('case-protected'))
    expect(() => page(desk, 3)).toThrow(fault('case-protected'))
    expect(page(desk, 3, { reason: 'samtal' }).counts.notes).toBe(1)
  })
})

describe('the timeline', () => {
  it('is the person’s: every application’s events, with which one, and the reading of another case is logged there once', async () => {
    const desk = await filled()
    addNote(desk.context, { id: id(desk, 2), text: 'i den andra' })
    const found = page(desk, 1)
    expect(found.cases.map(each => each.applicationId)).toEqual([idOf(1), idOf(2)])
    expect(found.events.find(event => event.group === 'notes')).toMatchObject({ caseId: id(desk, 2), text: 'Anteckning: i den andra' })
    page(desk, 1)
    settleReads(desk.context.store)
    page(desk, 1)
    const reads = page(desk, 2, { kinds: ['reads'] }).events.filter(event => event.caseId === id(desk, 2))
    expect(reads.map(event => event.text)).toEqual([`Ärendet öppnades. Skäl: Tidslinjen för ${idOf(1)}.`])
  })
  it('comes whole and in order a page at a time from either end, however many there are', async () => {
    const desk = await filled()
    for (let n = 0; n < 230; n++) addNote(desk.context, { id: id(desk, n % 3 === 0 ? 2 : 1), text: String(n) })
    openCase(desk.context, { id: id(desk, 1) })
    page(desk, 1)
    settleReads(desk.context.store)
    const all = (order: 'newest' | 'oldest', kinds: EventGroup[] = []) => {
      const seqs: (number | null)[] = []
      for (let before: number | null = null, more = true; more;) {
        const found = page(desk, 1, { order, before, limit: 40, kinds })
        expect(found.events.length).toBeLessThanOrEqual(40)
        seqs.push(...found.events.map(event => event.seq))
        before = found.next
        more = before !== null
      }
      return seqs
    }
    const oldest = all('oldest')
    expect(oldest).toEqual([...oldest].sort((a, b) => (a ?? 0) - (b ?? 0)))
    expect(new Set(oldest).size).toBe(oldest.length)
    expect(all('newest')).toEqual([...oldest].reverse())
    expect(all('newest', ['notes'])).toHaveLength(230)
    const { counts } = page(desk, 1)
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(oldest.length)
    expect(counts).toMatchObject({ notes: 230, application: 2, reads: 2 })
  })
  it('tells of a protected application of the person without showing it', async () => {
    const desk = await filled()
    desk.context.store.write.run('UPDATE application SET protected = 1 WHERE id = ?', id(desk, 2))
    const found = page(desk, 1)
    expect(found.cases.map(each => each.hidden)).toEqual([false, true])
    expect(found.events.every(event => event.caseId === id(desk, 1))).toBe(true)
    expect(page(desk, 2, { reason: 'samtal' }).cases.map(each => each.hidden)).toEqual([false, false])
  })
  it('has a group for every kind of entry that is told', () => {
    expect(TOLD_KINDS.filter(kind => groupOf(kind) === null)).toEqual([])
  })
})
