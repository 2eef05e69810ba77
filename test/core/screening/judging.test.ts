import { describe, expect, it } from 'vitest'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { decide } from '../../../electron/core/decision/decide.ts'
import { undoFile } from '../../../electron/core/intake/undo.ts'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { adoptVersion } from '../../../electron/core/rulebook/adopt.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { overridesOf } from '../../../electron/core/screening/overrides.ts'
import { setFact } from '../../../electron/core/screening/work.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { decisionFor } from '../decision-input.ts'
import { eventsOf } from '../events.ts'
import type { Desk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'
import { at, confirm, establish, judgingDesk, overridden, override, REASON, refusal, sendBack, set, sit, undo, unset } from './judging-desk.ts'

const ORANGE = { arbete_tim_vecka: '10' }
const verified = (desk: Desk) => verifyJournal(desk.context, appliers)
const kinds = (desk: Desk) => desk.context.store.read.raw('SELECT kind FROM journal ORDER BY seq').map(([kind]) => String(kind))

describe('a light that is established', () => {
  it('keeps what was written with it, in the case and in its history', async () => {
    const desk = await judgingDesk()
    const view = establish(desk, 1, 'Sökanden uppfyller villkoren.')
    expect(view.established).toMatchObject({ light: 'green', by: 'Test Testsson', assessment: 'Sökanden uppfyller villkoren.', override: null, confirmedBy: null })
    expect(eventsOf(desk.context, view.id)[0]?.text).toBe('Ljuset fastställdes som grönt. Bedömning: Sökanden uppfyller villkoren.')
    expect(view.assessments.green.length).toBeGreaterThan(0)
    await verified(desk)
  })
  it('replays after the rules were exchanged', async () => {
    const desk = await judgingDesk()
    await adoptVersion(desk.context, { intakeId: desk.intakeId, version: '2024.1' })
    establish(desk)
    await verified(desk)
  })
})

describe('going away from the proposed light', () => {
  it('is refused for green, with what to do instead, and for the same light', async () => {
    const desk = await judgingDesk()
    expect(faultSentence(refusal(() => override(desk, 'red')).info)).toContain('besvara frågan')
    expect(caseView(desk.context.store, at(desk).id).override).toMatchObject({ to: [], fault: { code: 'override-green' } })
    set(desk, 'activity.workHours', 10)
    expect(refusal(() => override(desk, 'orange')).code).toBe('override-same')
    for (const reason of ['', 'kort']) expect(refusal(() => override(desk, 'green', 1, reason)).code).toBe('override-reason')
    expect(kinds(desk).some(kind => kind.startsWith('light.'))).toBe(false)
  })
  it('is refused where red comes from statute, naming rule and paragraph', async () => {
    const desk = await judgingDesk()
    set(desk, 'registration.status', 'Avaktualiserad')
    const fault = refusal(() => override(desk, 'green'))
    expect(fault.code).toBe('override-statute')
    expect(faultSentence(fault.info)).toMatch(/\(2000:634\).*8 §.*\(JO-03\)/)
  })
  it('is refused where a rule of policy is red besides one of statute', async () => {
    const desk = await judgingDesk()
    set(desk, 'need.assessed', false)
    expect(override(desk, 'orange').pending).toMatchObject({ light: 'orange', from: 'red' })
    undo(desk)
    set(desk, 'registration.status', 'Avaktualiserad')
    expect(refusal(() => override(desk, 'orange')).info.params).toMatchObject({ rules: 'JO-03' })
  })
  it('looks at the condition that holds, not at the rule: under the least age is statute, 18 to 24 without an exception is policy', async () => {
    const desk = await judgingDesk()
    set(desk, 'birth.date', '2003-01-01')
    expect(set(desk, 'age.exceptionClaimed', false).override).toMatchObject({ to: ['green', 'orange'], fault: null })
    expect(set(desk, 'birth.date', '2006-01-01').override.fault).toMatchObject({ code: 'override-statute', params: { rules: 'JO-18' } })
  })
  it('waits for another caseworker, who confirms it', async () => {
    const desk = await judgingDesk(ORANGE)
    const waits = override(desk, 'green')
    expect(waits).toMatchObject({ established: null, pending: { light: 'green', from: 'orange', override: true, reason: REASON, by: 'Test Testsson', own: true }, secondReader: { override: true, others: 2 } })
    expect(desk.row(idOf(1))).toMatchObject({ established: null })
    sit(desk, 2)
    expect(caseView(desk.context.store, at(desk).id).pending?.own).toBe(false)
    const view = confirm(desk)
    expect(view).toMatchObject({ pending: null, established: { light: 'green', by: 'Test Testsson', confirmedBy: 'Kollega 2', override: { from: 'orange', reason: REASON } } })
    expect(overridesOf(desk.context, { intakeId: desk.intakeId })).toMatchObject({ total: 1, awaiting: 0, moves: [{ from: 'orange', to: 'green', count: 1 }], rows: [{ reason: REASON, by: 'Test Testsson', confirmedBy: 'Kollega 2', awaiting: false }] })
    await expect(decide(desk.context, decisionFor(at(desk)))).resolves.toMatchObject({ decidedBy: 'Kollega 2' })
    await verified(desk)
  })
  it('is neither confirmed nor sent back by whoever asked for it', async () => {
    const desk = await judgingDesk(ORANGE)
    override(desk, 'red')
    const before = desk.counts()
    expect([refusal(() => confirm(desk)).code, refusal(() => sendBack(desk)).code]).toEqual(['second-reader-same', 'second-reader-same'])
    expect(desk.counts()).toEqual(before)
  })
  it('is sent back with a reason, and the case is as before', async () => {
    const desk = await judgingDesk(ORANGE)
    override(desk, 'red')
    sit(desk, 2)
    expect(refusal(() => sendBack(desk, 1, '')).code).toBe('reason-missing')
    const view = sendBack(desk)
    expect(view).toMatchObject({ pending: null, established: null })
    expect(eventsOf(desk.context, view.id)[0]?.text).toBe('Ljuset godtogs inte av den andra handläggaren. Skäl: Underlaget räcker inte.')
    expect(refusal(() => confirm(desk)).code).toBe('case-not-awaiting')
    await verified(desk)
  })
  it('keeps the case from being established, overridden and decided while it waits', async () => {
    const desk = await judgingDesk()
    establish(desk)
    set(desk, 'activity.workHours', 10)
    override(desk, 'green')
    expect([refusal(() => establish(desk)).code, refusal(() => override(desk, 'red')).code]).toEqual(['case-awaiting', 'case-awaiting'])
    await expect(decide(desk.context, decisionFor(at(desk)))).rejects.toMatchObject({ code: 'case-awaiting' })
  })
  it('is gone when the light is established again', async () => {
    const desk = await judgingDesk(ORANGE)
    overridden(desk, 'green')
    expect(establish(desk).established).toMatchObject({ light: 'orange', override: null })
    expect(overridesOf(desk.context, { intakeId: desk.intakeId })).toMatchObject({ total: 0, rows: [] })
    await verified(desk)
  })
  it('marks the case as changed when a fact changes afterwards, not when nothing does', async () => {
    const desk = await judgingDesk(ORANGE)
    overridden(desk, 'green')
    expect(set(desk, 'activity.workHours', 12).changedSinceEstablished).toBe(true)
    expect(set(desk, 'activity.workHours', 10).changedSinceEstablished).toBe(false)
    await adoptVersion(desk.context, { intakeId: desk.intakeId, version: '2024.1' })
    expect(desk.row(idOf(1))['changed']).toBe(0)
    await verified(desk)
  })
  it('tells of a protected person only the application', async () => {
    const desk = await judgingDesk(ORANGE, 2, { skyddade_uppgifter: 'ja' })
    overridden(desk, 'green')
    expect(overridesOf(desk.context, { intakeId: desk.intakeId }).rows).toMatchObject([{ protected: true, familyName: '', givenName: '', reason: '', rules: [], applicationId: idOf(1) }])
  })
})

describe('a light that waits lapses in the same change', () => {
  const last = (desk: Desk) => kinds(desk).at(-1)
  const lapsed = (desk: Desk) => {
    sit(desk, 2)
    expect(refusal(() => confirm(desk)).code).toBe('case-not-awaiting')
    expect(desk.context.store.read.get('SELECT awaiting, awaiting_by FROM application WHERE application_id = ?', idOf(1))).toEqual({ awaiting: 0, awaiting_by: null })
    return verified(desk)
  }
  it('as a fact is answered', async () => {
    const desk = await judgingDesk(ORANGE)
    override(desk, 'green')
    expect(set(desk, 'activity.workHours', 12).pending).toBeNull()
    expect(last(desk)).toBe('light.lapsed')
    await lapsed(desk)
  })
  it('as a file says otherwise, and comes back to life by no other', async () => {
    const desk = await judgingDesk(ORANGE)
    override(desk, 'green')
    await desk.take(desk.put('r2.csv', register([registerRow(1, { plan_fornyad: '2022-12-21' }), registerRow(2)])))
    expect(last(desk)).toBe('light.lapsed')
    const file = Number(desk.context.store.read.value('SELECT max(id) FROM intake_file'))
    await undoFile(desk.context, { fileId: file, reason: 'fel fil' }, true)
    await lapsed(desk)
  })
  it('as a file is undone, and as the rules are exchanged', async () => {
    const desk = await judgingDesk(ORANGE)
    await desk.take(desk.put('r2.csv', register([registerRow(1, { plan_fornyad: '2022-12-21' }), registerRow(2)])))
    override(desk, 'green')
    await undoFile(desk.context, { fileId: Number(desk.context.store.read.value('SELECT max(id) FROM intake_file')), reason: 'fel fil' }, true)
    expect(last(desk)).toBe('light.lapsed')
    override(desk, 'green')
    await adoptVersion(desk.context, { intakeId: desk.intakeId, version: '2024.1' })
    expect(last(desk)).toBe('light.lapsed')
    await lapsed(desk)
  })
  it('but stands when nothing that a rule reads changes', async () => {
    const desk = await judgingDesk(ORANGE)
    override(desk, 'green')
    await desk.take(desk.put('b.csv', portal([application(1, { ...ORANGE, telefon: '070-1740699' }), application(2)])), desk.put('m2.csv', permits([permitRow(1), permitRow(2)])))
    sit(desk, 2)
    expect(confirm(desk).established?.light).toBe('green')
    await verified(desk)
  })
  it('goes with a case whose file is undone', async () => {
    const desk = await judgingDesk(ORANGE)
    override(desk, 'green')
    await undoFile(desk.context, { fileId: Number(desk.context.store.read.value(`SELECT min(id) FROM intake_file WHERE kind = 'applications'`)), reason: 'fel fil' }, true)
    expect(desk.context.store.read.value('SELECT count(*) FROM pending')).toBe(0)
    await verified(desk)
  })
})

describe('the latest own step', () => {
  it('is taken back one after the other, down to what others and files have said', async () => {
    const desk = await judgingDesk(ORANGE)
    expect(refusal(() => undo(desk)).code).toBe('undo-nothing')
    set(desk, 'language.english', 'C1')
    set(desk, 'language.english', 'A1')
    unset(desk, 'language.english')
    establish(desk)
    override(desk, 'green')
    const texts: (string | undefined)[] = []
    for (let view = caseView(desk.context.store, at(desk).id); view.undoable; view = undo(desk)) texts.push(view.undoable.text.split(/[.,:]/)[0])
    expect(texts).toEqual(['En andra handläggare ombads godta att det föreslagna ljuset', 'Ljuset fastställdes som orange', 'Rättelsen av ”engelska” togs tillbaka', 'Uppgiften ”engelska” sattes till ”A1”', 'Uppgiften ”engelska” sattes till ”C1”'])
    const view = caseView(desk.context.store, at(desk).id)
    expect(view).toMatchObject({ established: null, pending: null, proposed: 'orange', undoable: null })
    expect(view.facts.find(f => f.id === 'language.english')).toMatchObject({ source: 'application' })
    expect(eventsOf(desk.context, view.id)[0]?.text).toBe('Ångrat: svaret på ”engelska”.')
    await verified(desk)
  })
  it('gives back the earlier answer with its reason and day', async () => {
    const desk = await judgingDesk()
    const first = set(desk, 'activity.workHours', 10).facts.find(f => f.id === 'activity.workHours')
    set(desk, 'activity.workHours', 20)
    expect(undo(desk).facts.find(f => f.id === 'activity.workHours')).toEqual(first)
    await verified(desk)
  })
  it('is never what somebody else did, nor what lies before it', async () => {
    const desk = await judgingDesk()
    set(desk, 'activity.workHours', 10)
    sit(desk, 2)
    expect(refusal(() => undo(desk)).code).toBe('undo-nothing')
    establish(desk)
    sit(desk, 1)
    expect(refusal(() => undo(desk)).code).toBe('undo-nothing')
    sit(desk, 2)
    expect(undo(desk).established).toBeNull()
    sit(desk, 1)
    expect(undo(desk).proposed).toBe('green')
    await verified(desk)
  })
  it('is not undone past a file, a confirmed override or a decision', async () => {
    const desk = await judgingDesk(ORANGE)
    overridden(desk, 'green')
    expect(caseView(desk.context.store, at(desk).id).undoable).toBeNull()
    sit(desk, 2)
    expect(caseView(desk.context.store, at(desk).id).undoable).toBeNull()
    establish(desk, 2)
    await desk.take(desk.put('r2.csv', register([registerRow(2, { plan_fornyad: '2022-12-21' })])))
    expect(caseView(desk.context.store, at(desk, 2).id).undoable).toBeNull()
    establish(desk, 2)
    await decide(desk.context, decisionFor(at(desk, 2)))
    expect(caseView(desk.context.store, at(desk, 2).id).undoable).toBeNull()
    expect(refusal(() => undo(desk, 2)).code).toBe('case-decided')
    await verified(desk)
  })
  it('gives back an earlier override when a later light is undone', async () => {
    const desk = await judgingDesk(ORANGE)
    const before = overridden(desk, 'green').established
    establish(desk)
    expect(undo(desk).established).toEqual(before)
    expect(overridesOf(desk.context, { intakeId: desk.intakeId }).total).toBe(1)
    await verified(desk)
  })
})

describe('questions that are judged by hand', () => {
  it('have the programme\'s usual reasons, and a reason that is short', async () => {
    const desk = await judgingDesk({}, 1, { behov_bedomt: '', plan_medger_praktik: '' })
    const view = caseView(desk.context.store, at(desk).id)
    expect(view.facts.filter(f => f.manual).map(f => f.id)).toEqual(['plan.allowsPlacement', 'need.assessed'])
    expect(view.progress.find(p => p.section === 'plan-programme')).toMatchObject({ manual: { asked: 2, answered: 0 }, byHand: [], unknown: [{ fact: 'need.assessed' }, { fact: 'plan.allowsPlacement' }] })
    const answer = (reason: string) => setFact(desk.context, { ...at(desk), fact: 'need.assessed', value: true, origin: 'assessment', reason })
    expect(refusal(() => answer('x'.repeat(501))).code).toBe('reason-long')
    const after = answer(view.facts.find(f => f.id === 'need.assessed')?.manual?.yes[0] ?? '')
    expect(after.progress.find(p => p.section === 'plan-programme')).toMatchObject({ manual: { asked: 2, answered: 1 }, byHand: [{ fact: 'need.assessed', by: 'Test Testsson' }] })
  })
  it('are no part of the rules that outcomes are explained with', () => {
    const jobbspranget = programmeOf('jobbspranget')
    expect(JSON.stringify(jobbspranget.version('2023.1').data)).not.toContain('reasons')
    expect(Object.keys(programmeOf('jobbspranget-pilot').judging.manual)).toEqual(Object.keys(jobbspranget.judging.manual))
    expect(programmeOf('jobbspranget-pilot').judging.secondReader).toEqual({ override: true, red: false })
  })
})
