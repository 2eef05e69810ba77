import { describe, expect, it } from 'vitest'
import type { FactScalar } from '../../../shared/domain.ts'
import { decide, previewDecision } from '../../../electron/core/decision/decide.ts'
import { establishLight, withdrawFact } from '../../../electron/core/screening/work.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { Fault } from '../../../shared/fault.ts'
import { eventsOf } from '../events.ts'
import { correct } from '../correct.ts'
import { decisionFor } from '../decision-input.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, type Cells, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const first = (change: Cells = {}) => portal([application(1, change), application(2)])
async function filled(change: Cells = {}): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', first(change)), desk.put('r.csv', register([registerRow(1), registerRow(2)])), desk.put('m.csv', permits([permitRow(1), permitRow(2)])))
  return desk
}
const at = (desk: Desk, n = 1) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
const set = (desk: Desk, fact: string, value: FactScalar | { none: true }, reason = 'samtal') => correct(desk.context, { ...at(desk), fact, value, reason })
const fact = (view: ReturnType<typeof correct>, id: string) => view.facts.find(f => f.id === id)
const refusal = (work: () => unknown): Fault => {
  try {
    work()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('a correction', () => {
  it.each<[string, FactScalar, FactScalar]>([
    ['birth.date', '19900505', '1990-05-05'], ['birth.date', '05/05/1990', '1990-05-05'], ['birth.country', 'Turkiet', 'TR'], ['birth.country', 'turkey', 'TR'], ['decision.attached', false, false], ['decision.attached', 'nej', false],
    ['activity.workHours', 12, 12], ['activity.workHours', '37,5', 37.5], ['language.english', 'c1', 'C1'], ['education.field', '311X', '311x'], ['registration.category', 11, '11'], ['permit.kind', 'put', 'PUT'], ['permit.classCode', ' x1 ', 'X1'],
  ])('of %s to %j holds as %j', async (id, value, stored) => {
    const view = set(await filled(), id, value)
    expect(fact(view, id)).toMatchObject({ state: 'known', value: stored, source: 'caseworker' })
  })
  it.each<[string, FactScalar | { none: true }, RegExp]>([
    ['birth.date', '2023-02-30', /Skriv ett datum som 2023-01-05/], ['birth.date', 5, /datum/], ['birth.country', 'Narnia', /Välj ett land/], ['decision.attached', 'kanske', /Svara ja eller nej/], ['activity.workHours', 'många', /Skriv ett tal/],
    ['activity.workHours', -1, /tal/], ['activity.workHours', 1e21, /tal/], ['language.english', 'D1', /Välj ett av svaren/], ['education.field', '31', /hur koden ska skrivas/], ['education.level', '5467', /koden/],
    ['permit.kind', '', /Välj/], ['birth.country', { none: true }, /Välj ett land/], ['permit.validTo', { none: true }, /datum/], ['permit.kind', 'constructor', /Välj/],
  ])('of %s to %j is refused with what is expected, and nothing changes', async (id, value, expected) => {
    const desk = await filled()
    const before = [desk.counts(), desk.row(idOf(1))]
    const fault = refusal(() => set(desk, id, value))
    expect(fault.code).toBe('fact-value')
    expect(faultSentence(fault.info)).toMatch(expected)
    expect([desk.counts(), desk.row(idOf(1))]).toEqual(before)
  })
  it('needs a reason, a fact that exists and may be changed', async () => {
    const desk = await filled()
    expect(refusal(() => set(desk, 'birth.country', 'SY', '')).code).toBe('reason-missing')
    expect(refusal(() => set(desk, 'birth.planet', 'SY')).code).toBe('fact-unknown')
    for (const id of ['identity.number', 'application.id', 'evaluation.date', 'place.end', 'protection.marked']) expect(refusal(() => set(desk, id, '2023-01-01')).code).toBe('fact-not-editable')
    expect(refusal(() => withdrawFact(desk.context, { ...at(desk), fact: 'birth.country', reason: 'x' })).code).toBe('fact-unknown')
    expect(refusal(() => correct(desk.context, { id: 99, version: 1, fact: 'birth.country', value: 'SY', reason: 'x' })).code).toBe('case-missing')
  })
  it('moves the light at once, is shown with its reason beside what the sources say, and can be taken back', async () => {
    const desk = await filled()
    const view = set(desk, 'birth.country', 'SE', 'passet visar det')
    expect(view.proposed).toBe('red')
    expect(fact(view, 'birth.country')).toMatchObject({ differs: true, entries: [{ source: 'caseworker', holds: true, reason: 'passet visar det', display: 'Sverige' }, { source: 'application', holds: false, display: 'Syrien' }] })
    expect(eventsOf(desk.context, at(desk).id)[0]?.text).toMatch(/^Uppgiften ”födelseland” sattes till ”Sverige”\..* Skäl: passet visar det$/)
    const back = withdrawFact(desk.context, { ...at(desk), fact: 'birth.country', reason: 'fel person' })
    expect(back.proposed).toBe('green')
    expect(eventsOf(desk.context, at(desk).id)[0]?.text).toBe('Rättelsen av ”födelseland” togs tillbaka. Skäl: fel person')
  })
  it('stands when the register says otherwise later, and the difference is shown', async () => {
    const desk = await filled()
    set(desk, 'registration.status', 'Avaktualiserad')
    await desk.take(desk.put('r2.csv', register([registerRow(1, { inskrivningsdatum: '2023-01-15', arbetssokande_status: 'Registrerad' })])))
    expect(desk.row(idOf(1))['rules']).toBe('JO-03:rod')
  })
  it('made on an old view is refused', async () => {
    const desk = await filled()
    const old = at(desk)
    set(desk, 'birth.country', 'TR')
    for (const work of [() => correct(desk.context, { ...old, fact: 'birth.country', value: 'SE', reason: 'x' }), () => establishLight(desk.context, old), () => withdrawFact(desk.context, { ...old, fact: 'birth.country', reason: 'x' })]) expect(refusal(work).code).toBe('case-changed')
    const fresh = at(desk)
    await desk.take(desk.put('b.csv', first({ efternamn: 'Ny' })))
    expect(refusal(() => establishLight(desk.context, fresh)).code).toBe('case-changed')
  })
})

describe('an established light', () => {
  it('is marked when a fact that it rests on changes, by hand or by file, and unmarked when it changes back', async () => {
    const desk = await filled()
    establishLight(desk.context, at(desk))
    expect(set(desk, 'activity.workHours', 10)).toMatchObject({ changedSinceEstablished: true, established: { light: 'green', by: 'Test Testsson' }, proposed: 'orange' })
    expect(set(desk, 'activity.workHours', 0).changedSinceEstablished).toBe(false)
    await desk.take(desk.put('r2.csv', register([registerRow(1, { plan_fornyad: '2022-12-21' })])))
    expect(desk.row(idOf(1))).toMatchObject({ changed: 1, established: 0 })
    await desk.take(desk.put('r.csv', register([registerRow(1)])))
    expect(desk.row(idOf(1))['changed']).toBe(0)
    await desk.take(desk.put('b.csv', first({ fodelseland: 'IR' })))
    expect(desk.row(idOf(1))['changed']).toBe(1)
    expect(establishLight(desk.context, at(desk)).changedSinceEstablished).toBe(false)
  })
  it('stands when a fact that no rule reads changes', async () => {
    const desk = await filled()
    establishLight(desk.context, at(desk))
    await desk.take(desk.put('b.csv', first({ telefon: '070-1740699', efternamn: 'Ny', kommentar: 'hej' })))
    expect(desk.row(idOf(1))).toMatchObject({ changed: 0, family_name: 'Ny' })
  })
  it('is marked when a known fact becomes unknown', async () => {
    const desk = await filled()
    establishLight(desk.context, at(desk))
    await desk.take(desk.put('b.csv', first({ engelska: '' })))
    expect(desk.row(idOf(1))['changed']).toBe(1)
  })
})

describe('a decision', () => {
  const ready = async () => {
    const desk = await filled()
    establishLight(desk.context, at(desk))
    return desk
  }
  const codeOf = async (desk: Desk, more: Parameters<typeof decisionFor>[1] = {}, place = at(desk)) => decide(desk.context, decisionFor(place, more)).then(() => 'decided', (error: unknown) => (error instanceof Fault ? error.code : String(error)))
  it('needs each of its preconditions', async () => {
    const desk = await filled()
    const before = desk.counts()
    expect(await codeOf(desk)).toBe('case-not-established')
    set(desk, 'activity.workHours', 10)
    establishLight(desk.context, at(desk))
    expect(await codeOf(desk)).toBe('case-not-green')
    set(desk, 'activity.workHours', 0)
    expect(await codeOf(desk)).toBe('case-changed-since-established')
    establishLight(desk.context, at(desk))
    expect(await codeOf(desk, {}, { ...at(desk), version: 1 })).toBe('case-changed')
    expect(await codeOf(desk, {}, { id: 99, version: 1 })).toBe('case-missing')
    for (const organisationNumber of ['556016-0681', '5560160', 'abc']) expect(await codeOf(desk, { organisationNumber })).toBe('decision-field')
    expect(await codeOf(desk, { employerControl: { checkedOn: '2023-02-01', outcome: 'med-anmarkning' } })).toBe('decision-employer-control')
    expect(await codeOf(desk, { extentPercent: 50 })).toBe('decision-part-time-reason')
    expect(desk.counts()).toMatchObject({ decision: before['decision'] })
    expect(await codeOf(desk)).toBe('decided')
    expect(await codeOf(desk)).toBe('case-decided')
    expect(refusal(() => set(desk, 'activity.workHours', 10)).code).toBe('case-decided')
  })
  it('with dates that do not fit together is refused and nothing is stored', async () => {
    const desk = await ready()
    const before = desk.counts()
    for (const more of [{ decidedOn: '2023-01-25' }, { union: { organisation: 'F', askedOn: '2023-02-02', answer: 'tillstyrker', answeredOn: null } }, { union: { organisation: 'F', askedOn: '2023-02-12', answer: 'tillstyrker', answeredOn: '2023-02-10' } }] as const) {
      expect(['decision-field', 'form-failed']).toContain(await codeOf(desk, more))
    }
    expect(desk.counts()).toEqual(before)
  })
  it('asked for twice at once is made once', async () => {
    const desk = await ready()
    const input = decisionFor(at(desk))
    const both = await Promise.allSettled([decide(desk.context, input), decide(desk.context, input)])
    expect(both.map(b => b.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.flatMap(b => (b.status === 'rejected' && b.reason instanceof Fault ? [b.reason.code] : []))).toEqual(['case-decided'])
    expect(desk.counts()).toMatchObject({ decision: 1 })
  })
  it('whose facts change while the form is set is refused', async () => {
    const desk = await ready()
    const input = decisionFor(at(desk))
    const context = { ...desk.context, renderForm: () => {
      set(desk, 'activity.workHours', 40)
      return Promise.resolve(new Uint8Array([1]))
    } }
    await expect(decide(context, input)).rejects.toMatchObject({ code: 'case-changed' })
    expect(desk.counts()).toMatchObject({ decision: 0 })
  })
  it('whose form cannot be set leaves nothing', async () => {
    const desk = await ready()
    const before = desk.counts()
    await expect(decide({ ...desk.context, renderForm: () => Promise.reject(new Fault('form-failed')) }, decisionFor(at(desk)))).rejects.toMatchObject({ code: 'form-failed' })
    expect(desk.counts()).toEqual(before)
  })
  it('is previewed without a trace', async () => {
    const desk = await ready()
    const before = [desk.counts(), desk.row(idOf(1))]
    expect(Buffer.from(await previewDecision(desk.context, decisionFor(at(desk)))).subarray(0, 5).toString()).toBe('%PDF-')
    expect([desk.counts(), desk.row(idOf(1))]).toEqual(before)
  })
})
