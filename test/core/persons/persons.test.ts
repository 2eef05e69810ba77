import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coordinationNumber } from '../../../build/sample/identity.ts'
import { INTAKES } from '../../../build/sample/intake.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { personOf } from '../../../electron/core/cases/person-of.ts'
import { createIntake } from '../../../electron/core/intake/intakes.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { undoFile } from '../../../electron/core/intake/undo.ts'
import { likelyPairs, COMPARED } from '../../../electron/core/persons/pairs.ts'
import { personOfCase } from '../../../electron/core/persons/view.ts'
import { joinPersons, partPersons, tellApart } from '../../../electron/core/persons/work.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import type { LikelyPage } from '../../../shared/contract/persons.ts'
import { operations, type OperationInput } from '../../../shared/contract/operations.ts'
import { eventsOf } from '../events.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, type Cells, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const because = 'Den sökande har bekräftat det.'
/** The coordination number that made-up person `n` had before. */
const earlier = (n: number) => { const born = numberOf(n); return coordinationNumber(`${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6, 8)}`, '238') }
const likely = (desk: Desk, input: OperationInput<'persons.likely'> = {}): Promise<LikelyPage> => likelyPairs(desk.context, operations['persons.likely'].input.parse({ limit: 20, ...input }))
const verified = (desk: Desk) => verifyJournal(desk.context, appliers)
const id = (desk: Desk, n: number) => Number(desk.row(idOf(n))['id'])
const join = async (desk: Desk, a: number, b: number) => joinPersons(desk.context, { id: a, other: b, reason: because })
const apart = async (desk: Desk, a: number, b: number, reason = because) => tellApart(desk.context, { id: a, other: b, reason })
const part = async (desk: Desk, a: number, b: number) => partPersons(desk.context, { id: a, other: b, reason: 'Det var fel.' })
const kinds = (desk: Desk, application: number) => desk.context.store.read.all('SELECT kind FROM journal WHERE application = ? ORDER BY seq', application).map(r => String(r['kind']))

async function deskWith(...rows: Cells[]): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal(rows)))
  return desk
}
/** The same person's application in the next intake. */
async function next(desk: Desk, rows: Cells[]): Promise<number> {
  const { evaluationDate, placeStart, placeEnd } = INTAKES['2023-2']
  const intakeId = createIntake(desk.context, { programme: 'jobbspranget', name: '2023-2', evaluationDate, placeStart, placeEnd }).id
  await takeIn(desk.context, { intakeId, files: [desk.put('b.csv', portal(rows.map(row => ({ ...row, intag: '2023-2' }))))] }, true)
  return intakeId
}
/** Undoes the file that was read last. */
async function undoLast(desk: Desk): Promise<void> {
  const fileId = Number(desk.context.store.read.value('SELECT max(id) FROM intake_file'))
  const { changes } = await undoFile(desk.context, { fileId, reason: '' }, false)
  await undoFile(desk.context, { fileId, reason: 'Fel fil.', seen: changes.seen }, true)
}
/** Person 1 under a coordination number and a personnummer, and somebody else. */
const renumbered = () => deskWith(application(1), application(2, { personnummer: earlier(1) }), application(3))

describe('who is the same person', () => {
  it('an identity number joins by itself, in one intake and across intakes', async () => {
    const desk = await deskWith(application(1), application(2, { personnummer: numberOf(1) }), application(3))
    const intakeId = await next(desk, [application(4, { personnummer: numberOf(1) })])
    const fourth = Number(desk.context.store.read.value('SELECT id FROM application WHERE intake = ?', intakeId))
    expect(personOf(desk.context.store.read, id(desk, 1))).toEqual([id(desk, 1), id(desk, 2), fourth])
    expect(personOf(desk.context.store.read, id(desk, 3))).toEqual([id(desk, 3)])
    expect(personOf(desk.context.store.read, 999)).toEqual([])
    const view = await personOfCase(desk.context, { id: id(desk, 1) })
    expect(view.others).toMatchObject([{ id: id(desk, 2), sameIntake: true, byNumber: true, intakeName: '2023-1', light: 'orange' }, { id: fourth, sameIntake: false, byNumber: true, intakeName: '2023-2' }])
  })
  it('a coordination number that became a personnummer is offered, joined only by a person, and can be parted', async () => {
    const desk = await renumbered()
    const [a, b] = [id(desk, 1), id(desk, 2)]
    expect(personOf(desk.context.store.read, a)).toEqual([a])
    const page = await likely(desk)
    expect(page).toMatchObject({ total: 1, strong: 1, pairs: [{ strength: 'strong', masked: false, a: { applicationId: idOf(1), birthDate: '1990-01-02', address: 'Provgatan 1, 11122 Provstad' }, b: { identityKind: 'samordningsnummer' } }] })
    expect(page.pairs[0]?.rests.join(' ')).toMatch(/samordningsnummer och den andra ett personnummer: numret kan ha bytts/)
    await join(desk, b, a)
    expect(await personOfCase(desk.context, { id: b })).toMatchObject({ self: { id: b }, others: [{ id: a, byNumber: false }], joined: [{ verdict: 'same', reason: because, by: 'Test Testsson' }], likely: 0, readAgain: [] })
    expect(personOf(desk.context.store.read, a)).toEqual([a, b])
    expect((await likely(desk)).total).toBe(0)
    for (const each of [a, b]) expect(eventsOf(desk.context, each).find(event => event.caseId === each && event.group === 'application')?.text).toContain(`Samma person som ansökan ${idOf(each === a ? 2 : 1)} (2023-1). Skäl: ${because}`)
    await part(desk, a, b)
    expect(personOf(desk.context.store.read, a)).toEqual([a])
    expect((await likely(desk)).total).toBe(1)
    expect(kinds(desk, a)).toEqual(['application.added', 'case.read', 'person.joined', 'person.parted'])
    await verified(desk)
  })
  it('two who are told apart are not offered again, until that is taken back', async () => {
    const desk = await renumbered()
    const [a, b] = [id(desk, 1), id(desk, 2)]
    await apart(desk, a, b, 'Tvillingar.')
    expect(await personOfCase(desk.context, { id: a })).toMatchObject({ others: [], apart: [{ verdict: 'other', reason: 'Tvillingar.' }], likely: 0 })
    expect((await likely(desk)).total).toBe(0)
    await expect(join(desk, a, b)).rejects.toMatchObject({ code: 'person-told-apart' })
    await part(desk, b, a)
    expect((await likely(desk)).total).toBe(1)
    expect(kinds(desk, b).slice(-2)).toEqual(['person.told-apart', 'person.reopened'])
    await verified(desk)
  })
  it('what was said of one application holds for the person’s others', async () => {
    const desk = await deskWith(application(1), application(2, { personnummer: earlier(1) }), application(3, { personnummer: numberOf(1) }), application(4, { personnummer: earlier(1) }))
    await apart(desk, id(desk, 3), id(desk, 4))
    expect((await likely(desk)).total).toBe(0)
    await expect(join(desk, id(desk, 1), id(desk, 2))).rejects.toMatchObject({ code: 'person-told-apart' })
  })
  it('nothing is said without a reason, twice, of one application, or of one that is not there', async () => {
    const desk = await renumbered()
    const [a, b] = [id(desk, 1), id(desk, 2)]
    expect(() => joinPersons(desk.context, { id: a, other: b, reason: '' })).toThrow('reason-missing')
    await expect(join(desk, a, a)).rejects.toMatchObject({ code: 'person-already-one' })
    await expect(join(desk, a, 999)).rejects.toMatchObject({ code: 'case-missing' })
    await expect(part(desk, a, b)).rejects.toMatchObject({ code: 'person-no-verdict' })
    await join(desk, a, b)
    await expect(join(desk, b, a)).rejects.toMatchObject({ code: 'person-already-one' })
    await expect(apart(desk, b, a)).rejects.toMatchObject({ code: 'person-already-one' })
    expect(kinds(desk, a).filter(kind => kind.startsWith('person.'))).toEqual(['person.joined'])
  })
})

describe('verdicts', () => {
  it('give the same persons in whatever order they come, and parting restores exactly', async () => {
    const desk = await deskWith(...[1, 2, 3, 4, 5, 6].map(n => application(n)), application(7, { personnummer: numberOf(6) }))
    const all = [1, 2, 3, 4, 5, 6, 7].map(n => id(desk, n))
    const persons = () => JSON.stringify(all.map(each => personOf(desk.context.store.read, each)))
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)).filter(([a, b]) => a < b), { selector: pair => pair.join(), maxLength: 6 })
    await fc.assert(fc.asyncProperty(pairs, fc.infiniteStream(fc.nat()), async (verdicts, chance) => {
      const shuffled = verdicts.map(pair => ({ pair, key: Number(chance.next().value) })).sort((x, y) => x.key - y.key).map(each => each.pair)
      const seen: string[] = []
      const said: string[] = []
      for (const order of [verdicts, shuffled]) {
        const undo: [number, number][] = []
        for (const [a = 0, b = 0] of order) {
          const before = persons()
          try {
            await join(desk, all[a] ?? 0, all[b] ?? 0)
          } catch {
            continue
          }
          await part(desk, all[b] ?? 0, all[a] ?? 0)
          expect(persons()).toBe(before)
          await join(desk, all[b] ?? 0, all[a] ?? 0)
          undo.push([all[a] ?? 0, all[b] ?? 0])
        }
        seen.push(persons())
        for (const [a, b] of undo.reverse()) await part(desk, a, b)
        said.push(persons())
      }
      expect(seen[0]).toBe(seen[1])
      expect(said).toEqual([said[0], JSON.stringify(all.map((each, i) => (i < 5 ? [each] : [all[5], all[6]])))])
    }), { numRuns: 12 })
    expect(Number(desk.context.store.read.value('SELECT count(*) FROM same_person'))).toBe(0)
    await verified(desk)
  })
})

describe('extracts', () => {
  const files = (desk: Desk, change: Cells = {}) => [desk.put('r.csv', register([registerRow(1, change)])), desk.put('m.csv', permits([permitRow(1)]))]
  it('match the cases of all the person’s numbers once they are joined, and are asked for again', async () => {
    const desk = await renumbered()
    await desk.take(...files(desk))
    expect(desk.row(idOf(1))['rules']).not.toMatch(/JO-03/)
    expect(desk.row(idOf(2))['rules']).toMatch(/JO-03/)
    await join(desk, id(desk, 1), id(desk, 2))
    expect((await personOfCase(desk.context, { id: id(desk, 1) })).readAgain).toEqual([{ intakeName: '2023-1', kinds: ['register', 'permits'] }])
    const report = await desk.take(...files(desk))
    expect(report.files.map(f => f.counts.added)).toEqual([1, 1])
    expect(desk.row(idOf(2))['rules']).not.toMatch(/JO-03/)
    expect((await personOfCase(desk.context, { id: id(desk, 1) })).readAgain).toEqual([])
    const again = await desk.take(...files(desk))
    expect(again.files.map(f => [f.counts.added, f.counts.changed])).toEqual([[0, 0], [0, 0]])
    await verified(desk)
  })
  it('of rows on two of the person’s numbers the later one counts, then the one on the better number, in whatever order', async () => {
    for (const turn of [0, 1]) {
      const desk = await renumbered()
      await join(desk, id(desk, 1), id(desk, 2))
      const rows = [registerRow(1, { arbetssokande_status: 'Aktuell' }), registerRow(1, { personnummer: earlier(1), arbetssokande_status: 'Avaktualiserad' })]
      const mv = [permitRow(1, { giltigt_fran: '2020-01-01', arbetsratt: 'nej' }), permitRow(1, { personnummer: earlier(1), giltigt_fran: '2022-06-01' })]
      const order = <T>(list: T[]) => (turn === 0 ? list : [...list].reverse())
      const paths = [desk.put('r.csv', register(order(rows))), desk.put('m.csv', permits(order(mv)))]
      await desk.take(...paths)
      for (const n of [1, 2]) expect(desk.row(idOf(n))['rules']).not.toMatch(/JO-03|JO-09/)
      const standing = () => desk.context.store.read.raw('SELECT id, register_seq, permits_seq FROM application ORDER BY id')
      const before = standing()
      const report = await desk.take(...paths)
      expect(report.files.map(f => f.counts.added + f.counts.changed)).toEqual([0, 0])
      expect(standing()).toEqual(before)
      await verified(desk)
    }
  })
  it('that came through a joining leave the case when it is undone, and its light with them; its own rows come back', async () => {
    const desk = await renumbered()
    const own = desk.put('own.csv', register([registerRow(1, { personnummer: earlier(1), inskrivningsdatum: '2021-01-01', sokandekategori_kod: '14' })]))
    await desk.take(own)
    const before = desk.row(idOf(2))
    await join(desk, id(desk, 1), id(desk, 2))
    await desk.take(...files(desk))
    expect(desk.row(idOf(2))['rules']).not.toBe(before['rules'])
    const { takenBack } = await part(desk, id(desk, 1), id(desk, 2))
    expect(takenBack).toBe(2)
    expect(desk.row(idOf(2))['rules']).toBe(before['rules'])
    expect(desk.row(idOf(1))['rules']).not.toMatch(/JO-03/)
    await verified(desk)
  })
  it('that left with a joining do not come back when a later file is undone', async () => {
    const desk = await renumbered()
    const own = (change: Cells) => desk.put('own.csv', register([registerRow(1, { personnummer: earlier(1), ...change })]))
    await desk.take(own({ sokandekategori_kod: '14' }))
    const before = desk.row(idOf(2))['rules']
    await join(desk, id(desk, 1), id(desk, 2))
    await desk.take(...files(desk))
    await part(desk, id(desk, 1), id(desk, 2))
    await desk.take(own({ sokandekategori_kod: '54', inskrivningsdatum: '2022-12-01' }))
    await undoLast(desk)
    expect(desk.row(idOf(2))['rules']).toBe(before)
    await verified(desk)
  })
  it('match across intakes: the number of one intake and the case in another', async () => {
    const desk = await deskWith(application(1, { personnummer: earlier(1) }))
    const intakeId = await next(desk, [application(2, { personnummer: numberOf(1) })])
    const second = Number(desk.context.store.read.value('SELECT id FROM application WHERE intake = ?', intakeId))
    await join(desk, id(desk, 1), second)
    await desk.take(...files(desk))
    expect(desk.row(idOf(1))['rules']).not.toMatch(/JO-03/)
    await verified(desk)
  })
})

describe('a file that is undone', () => {
  it('takes what was said of its cases with it, and their numbers are nobody else’s', async () => {
    const desk = await renumbered()
    await join(desk, id(desk, 1), id(desk, 2))
    await undoLast(desk)
    expect(Number(desk.context.store.read.value('SELECT count(*) FROM same_person'))).toBe(0)
    expect((await likely(desk)).total).toBe(0)
    await desk.take(desk.put('a.csv', portal([application(4), application(5)])))
    expect(personOf(desk.context.store.read, id(desk, 4))).toEqual([id(desk, 4)])
    await verified(desk)
  })
})

describe('likely pairs', () => {
  it('are counted without being read, and what is shown is logged as read', async () => {
    const desk = await renumbered()
    expect(await likely(desk, { limit: 0 })).toEqual({ total: 1, strong: 1, pairs: [] })
    expect(desk.context.store.spool?.waiting()).toEqual([])
    await likely(desk)
    expect(desk.context.store.spool?.waiting()).toMatchObject([{ application: id(desk, 1), kind: 'case.read', reason: COMPARED }, { application: id(desk, 2), reason: COMPARED }])
  })
  it('are shown without anything of either where one is protected, and open with a reason', async () => {
    const desk = await renumbered()
    await desk.take(desk.put('r.csv', register([registerRow(1, { skyddade_uppgifter: 'ja' })])))
    const page = await likely(desk)
    expect(page.pairs[0]).toMatchObject({ masked: true, a: { applicationId: idOf(1), protected: true }, b: { applicationId: idOf(2), protected: false } })
    for (const word of ['Åsa', 'Öberg', numberOf(1), earlier(1), '1990', 'Provgatan', 'Samma', 'Tvillingar']) expect(JSON.stringify(page)).not.toContain(word)
    expect(desk.context.store.spool?.waiting()).toEqual([])
    await expect(personOfCase(desk.context, { id: id(desk, 1) })).rejects.toMatchObject({ code: 'case-protected' })
    await join(desk, id(desk, 1), id(desk, 2))
    expect(JSON.stringify((await personOfCase(desk.context, { id: id(desk, 2) })).others)).not.toMatch(/Öberg|19900102/)
  })
  it('are a matter of a locked store when it is locked while they are compared', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal(Array.from({ length: 9000 }, (_, n) => application(n)))))
    const asked = likely(desk)
    desk.context.store.close()
    await expect(asked).rejects.toMatchObject({ code: 'store-locked' })
  })
  it('follow new files, changed numbers and intakes', async () => {
    const desk = await deskWith(application(1), application(3))
    expect((await likely(desk)).total).toBe(0)
    const intakeId = await next(desk, [application(2, { personnummer: earlier(1) })])
    for (const input of [{}, { intakeId }, { intakeId: desk.intakeId }, { caseId: id(desk, 1) }]) expect((await likely(desk, input)).total).toBe(1)
    expect((await likely(desk, { caseId: id(desk, 3) })).total).toBe(0)
    expect((await likely(desk, { intakeId })).pairs[0]).toMatchObject({ a: { intakeName: '2023-1' }, b: { intakeName: '2023-2' } })
    await desk.take(desk.put('c.csv', portal([application(1, { fornamn: 'Birgitta' }), application(3)])))
    expect((await likely(desk)).total).toBe(0)
  })
})
