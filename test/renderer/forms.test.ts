import { describe, expect, it } from 'vitest'
import { checkDecision, extentOf, inputOf, startForm, type DecisionForm } from '../../renderer/decision/decisionForm.ts'
import { fileNamePart } from '../../renderer/components/fileName.ts'
import { checkIntake } from '../../renderer/intake/intakeForm.ts'
import { draftOf, readDraft } from '../../renderer/components/factValue.ts'
import { whyNotDecide } from '../../renderer/screening/CaseHeader.tsx'
import { groupsOf, sameGroup, strengthOf } from '../../renderer/components/strength.ts'
import { readDay, toDate } from '../../renderer/components/dates.ts'
import { documents } from '../../renderer/text/documents.sv.ts'
import { moment } from '../../renderer/text/format.ts'
import { decisionInput } from '../../shared/contract/decision-input.ts'

const filled: DecisionForm = {
  ...startForm('2026-11-21'), organiser: 'Påhittade Vatten AB', organisationNumber: '556036-0793', workplace: 'Exempelgatan 3', supervisor: 'Åke Öst', tasks: 'Beräkning',
  controlCheckedOn: '2026-11-01', controlOutcome: 'utan-anmarkning', unionOrganisation: 'Facket', unionAskedOn: '2026-11-02', unionAnswer: 'tillstyrker', unionAnsweredOn: '2026-11-10', assessment: 'Lämplig',
}

describe('a decision\'s form', () => {
  it('gives the core what the contract takes', () => {
    expect(checkDecision(filled)).toEqual({})
    const input = decisionInput.parse(inputOf(filled, 7, 3))
    expect(input).toMatchObject({ caseId: 7, version: 3, extentPercent: 100, union: { answer: 'tillstyrker', answeredOn: '2026-11-10' } })
  })
  it('names every field that is missing', () => {
    const errors = checkDecision(startForm('2026-11-21'))
    expect(Object.keys(errors).sort()).toEqual(['assessment', 'controlCheckedOn', 'controlOutcome', 'organisationNumber', 'organiser', 'supervisor', 'tasks', 'unionAnswer', 'unionAskedOn', 'unionOrganisation', 'workplace'])
  })
  it('asks for reasons below full time only, and does not send them at full time', () => {
    expect(checkDecision({ ...filled, extentPercent: '75' })).toHaveProperty('partTimeReason')
    expect(checkDecision({ ...filled, extentPercent: '75 %', partTimeReason: 'Studier' })).toEqual({})
    expect(inputOf({ ...filled, partTimeReason: 'Kvar sedan förut' }, 1, 1)?.partTimeReason).toBe('')
  })
  it.each(['0', '101', '50,5', 'hel', '-1', ''])('refuses the extent %j', text => {
    expect(extentOf(text)).toBeNull()
    expect(checkDecision({ ...filled, extentPercent: text })).toHaveProperty('extentPercent')
  })
  it.each(['556036-0794', '123', 'abc', '556036-07933'])('refuses the organisation number %j', organisationNumber => {
    expect(checkDecision({ ...filled, organisationNumber })).toHaveProperty('organisationNumber')
  })
  it('needs no day of answer when none came, and drops one that was typed before', () => {
    const silent = { ...filled, unionAnswer: 'inget-svar' as const, unionAnsweredOn: 'skräp' }
    expect(checkDecision(silent)).toEqual({})
    expect(inputOf(silent, 1, 1)?.union.answeredOn).toBeNull()
    expect(checkDecision({ ...filled, unionAnsweredOn: '' })).toHaveProperty('unionAnsweredOn')
  })
  it('refuses days in the wrong order and an employer control with remarks', () => {
    expect(checkDecision({ ...filled, unionAnsweredOn: '2026-11-01' })).toHaveProperty('unionAnsweredOn')
    expect(checkDecision({ ...filled, unionAskedOn: '2026-11-22' })).toHaveProperty('unionAskedOn')
    expect(checkDecision({ ...filled, controlCheckedOn: '2026-11-22' })).toHaveProperty('controlCheckedOn')
    expect(checkDecision({ ...filled, controlOutcome: 'med-anmarkning' })).toHaveProperty('controlOutcome')
    expect(checkDecision({ ...filled, decidedOn: '2026-02-30' })).toHaveProperty('decidedOn')
  })
  it('suggests a file name of the application only', () => {
    expect(documents.fileName('JS-2026/00 1:å')).toBe('beslut-JS-2026-00-1--.pdf')
  })
})

describe('when a decision may be made', () => {
  const established = { light: 'green' as const, at: '', by: '', ruleSetHash: '', assessment: null, override: null, confirmedBy: null }
  it('needs an established green that stands', () => {
    expect(whyNotDecide({ proposed: 'green', established, changedSinceEstablished: false })).toBeNull()
    expect(whyNotDecide({ proposed: 'green', established, changedSinceEstablished: true })).toContain('igen')
    expect(whyNotDecide({ proposed: 'green', established: null, changedSinceEstablished: false })).toContain('Fastställ ljuset')
    expect(whyNotDecide({ proposed: 'green', established: { ...established, light: 'orange' }, changedSinceEstablished: false })).toContain('grönt')
  })
})

describe('an intake\'s form', () => {
  const good = { programme: 'p', name: 'Hösten 2026', evaluationDate: '2026-08-17', placeStart: '2026-09-28', placeEnd: '2027-01-29' }
  it('takes a whole form and refuses days that do not go together', () => {
    expect(checkIntake(good)).toEqual({})
    expect(checkIntake({ ...good, placeStart: '2026-08-16' })).toHaveProperty('placeStart')
    expect(checkIntake({ ...good, placeEnd: '2026-09-28' })).toHaveProperty('placeEnd')
    expect(checkIntake({ ...good, evaluationDate: '2026-02-29' })).toHaveProperty('evaluationDate')
    expect(checkIntake({ ...good, name: '  ' })).toHaveProperty('name')
    expect(checkIntake({ ...good, name: 'å'.repeat(61) })).toHaveProperty('name')
  })
  it('makes a file name of plain letters', () => {
    expect(fileNamePart('Hösten 2026 (pilot)')).toBe('hosten-2026-pilot')
    expect(fileNamePart('???')).toBe('intag')
    expect(fileNamePart('../../x')).toBe('x')
  })
})

describe('a corrected fact', () => {
  const of = (type: 'date' | 'number' | 'boolean' | 'word' | 'text', options: { value: string; label: string }[] | null = null) => ({ type, options })
  it('reads values of the fact\'s type', () => {
    expect(readDraft(of('number'), { text: ' 1 200,5 ', none: false })).toEqual({ ok: true, value: 1200.5 })
    expect(readDraft(of('number'), { text: '−3', none: false })).toEqual({ ok: true, value: -3 })
    expect(readDraft(of('boolean'), { text: 'false', none: false })).toEqual({ ok: true, value: false })
    expect(readDraft(of('date'), { text: '2024-02-29', none: false })).toEqual({ ok: true, value: '2024-02-29' })
    expect(readDraft(of('text'), { text: ' å ', none: false })).toEqual({ ok: true, value: 'å' })
    expect(readDraft(of('word'), { text: 'x', none: true })).toEqual({ ok: true, value: { none: true } })
  })
  it('refuses what does not fit', () => {
    for (const [type, text] of [['number', '1e3'], ['number', '12 st'], ['date', '2023-02-29'], ['boolean', 'ja'], ['text', '  ']] as const) expect(readDraft(of(type), { text, none: false }).ok).toBe(false)
    expect(readDraft(of('word', [{ value: 'B2', label: 'B2' }]), { text: 'C9', none: false }).ok).toBe(false)
  })
  it('begins with the value that holds', () => {
    expect(draftOf({ state: 'known', value: 1.5 })).toEqual({ text: '1,5', none: false })
    expect(draftOf({ state: 'known', value: false })).toEqual({ text: 'false', none: false })
    expect(draftOf({ state: 'unknown', value: null })).toEqual({ text: '', none: false })
  })
})

describe('passphrases, codes and days', () => {
  it('judges a passphrase calmly', () => {
    expect(strengthOf('åäö')).toEqual({ level: 'short', left: 9 })
    expect(strengthOf('aaaaaaaaaaaaaa').level).toBe('weak')
    expect(strengthOf('123456789012').level).toBe('weak')
    expect(strengthOf('katten katten katten').level).toBe('weak')
    expect(strengthOf('Vintergatan7!').level).toBe('fair')
    expect(strengthOf('rätt häst batteri klammer').level).toBe('strong')
  })
  it('shows a code in groups and knows its last group however it is typed', () => {
    expect(groupsOf('K7QF-29MX-T4HW')).toEqual(['K7QF', '29MX', 'T4HW'])
    expect(groupsOf('K7QF29MXT4')).toEqual(['K7QF', '29MX', 'T4'])
    expect(sameGroup(' t4hw', 'T4HW')).toBe(true)
    expect(sameGroup('', 'T4HW')).toBe(false)
    expect(sameGroup('T4H', 'T4HW')).toBe(false)
  })
  it('reads days as people type them', () => {
    expect(readDay('20260301')).toBe('2026-03-01')
    expect(readDay(' 2026.3.1 ')).toBe('2026-03-01')
    expect(readDay('2026-02-30')).toBe('2026-02-30')
    expect(toDate('2026-02-30')).toBeNull()
    expect(moment('2026-03-01')).toBe('2026-03-01')
    expect(moment('skräp')).toBe('skräp')
  })
})
