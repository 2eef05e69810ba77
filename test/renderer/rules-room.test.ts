import { beforeEach, describe, expect, it } from 'vitest'
import { adoptable } from '../../renderer/rules/Adopt.tsx'
import { askOf } from '../../renderer/rules/ask.ts'
import { bySection, examplesOf, searchBook } from '../../renderer/rules/bookSearch.ts'
import { startPair } from '../../renderer/rules/Compare.tsx'
import { editCount, faultPlace, noEdits, placedConditions, toEdits, withEdit } from '../../renderer/rules/edits.ts'
import { change, editsOf, forgetRules, leaveBook, openBook, showAll, startPlace, toggleMove, useRoom } from '../../renderer/rules/place.ts'
import { choicesOf, draftOf, draftsOf, givenCount, leftOut, readFact, trialOf, typed } from '../../renderer/rules/trial.ts'
import { operations } from '../../shared/contract/operations.ts'
import type { RuleBookView } from '../../shared/contract/rules.ts'
import { fakeBridge } from './fake-bridge.ts'
import { fakeBook, fakeProgrammes } from './fake-rules.ts'

function book(version = '2026.1'): RuleBookView {
  const found = fakeBook(version)
  if (!found) throw new Error(`no version ${version}`)
  return found
}

describe('searching a book', () => {
  const ids = (search: string) => searchBook(book(), search).rules.map(r => r.id)
  it('finds rules by id, question, condition, parameter, definition, fact and source, in any order of words', () => {
    expect(ids('')).toEqual(['JO-14', 'JO-05'])
    for (const search of ['jo-14', 'BEGRÄNSAD arbetsliv', 'months > parameters', 'experienceLimit', 'gränsen för', 'återrapporten']) expect(ids(search), search).toEqual(['JO-14'])
    for (const search of ['person.outside', 'europe', 'födelseländer', '2000:634']) expect(ids(search), search).toEqual(['JO-05'])
    expect(ids('finns inte')).toEqual([])
  })
  it('finds parameters, definitions and facts by their own names and by the rules that use them', () => {
    expect(searchBook(book(), 'JO-05')).toMatchObject({ parameters: [{ name: 'europe' }], definitions: [{ name: 'person.outside' }], facts: [{ id: 'person.countries' }] })
  })
  it('puts sections in the book\'s order, unknown ones last and empty ones nowhere', () => {
    expect(bySection(book(), book().rules).map(s => [s.title, s.items.length])).toEqual([['Erfarenhet', 1], ['person', 1]])
  })
  it('shows examples that fail before those that hold', () => {
    expect(examplesOf('JO-14', book('2025.1').examples).map(e => e.problems.length)).toEqual([1, 0])
    expect(examplesOf('JO-05', book().examples)).toEqual([])
  })
})

describe('facts set by hand', () => {
  const [months, countries] = book().facts
  if (!months || !countries) throw new Error('two facts')
  it('are read by kind, and told at the field when they do not fit', () => {
    expect(readFact(months, typed(' 1 200,5 '))).toEqual({ ok: true, given: 1200.5 })
    expect(readFact(months, typed('−3'))).toEqual({ ok: true, given: -3 })
    expect(readFact(months, typed('tolv')).ok).toBe(false)
    expect(readFact({ ...months, type: 'date' }, typed('2024-02-30')).ok).toBe(false)
    expect(readFact({ ...months, type: 'boolean' }, typed('false'))).toEqual({ ok: true, given: false })
    expect(readFact({ ...months, type: 'text' }, typed(' å "é" ễ '))).toEqual({ ok: true, given: 'å "é" ễ' })
    expect(readFact(countries, { choice: 'value', text: '', items: ['SY', 'SE'] })).toEqual({ ok: true, given: ['SY', 'SE'] })
    expect(readFact(countries, { choice: 'value', text: '', items: [] })).toEqual({ ok: true, given: [] })
    expect(readFact(countries, { choice: 'value', text: '', items: ['XX'] }).ok).toBe(false)
    expect(readFact(countries, { ...leftOut, choice: 'none' })).toEqual({ ok: true, given: null })
  })
  it('offer unknown and none only where that is something else than leaving them out', () => {
    expect(choicesOf(months)).toEqual(['usual', 'value'])
    expect(choicesOf(countries)).toEqual(['usual', 'none', 'value'])
    expect(choicesOf({ ...countries, usual: 'finns inte' })).toEqual(['usual', 'unknown', 'value'])
    expect(choicesOf({ ...months, usual: '0 timmar i veckan' })).toEqual(['usual', 'unknown', 'value'])
  })
  it('become a question that the contract takes, with what cannot be read left out and told', () => {
    const trial = trialOf(book().facts, { 'experience.months': typed('x'), 'person.countries': { ...leftOut, choice: 'unknown' }, 'gone.fact': typed('1') })
    expect(trial).toMatchObject({ facts: {}, unknown: ['person.countries'], errors: { 'experience.months': expect.any(String) as unknown } })
    expect(operations['rules.try'].input.safeParse({ programme: 'p', version: '1', facts: trial.facts, unknown: trial.unknown }).success).toBe(true)
    expect(givenCount(book().facts, { 'experience.months': typed(''), 'person.countries': typed('x') })).toBe(1)
  })
  it('begin as an example has them: the usual facts, its own over them, and those it calls unknown', () => {
    const [given, unknown] = book().examples
    expect(draftsOf(book().usual, given)).toEqual({ 'person.countries': { choice: 'value', text: '', items: ['SY'] }, 'experience.months': typed('12') })
    expect(draftsOf(book().usual, unknown)['experience.months']).toEqual({ ...leftOut, choice: 'unknown' })
    expect(draftOf(1.5).text).toBe('1,5')
    expect(draftOf(null).choice).toBe('none')
  })
})

describe('an edited copy', () => {
  it('holds what differs from the version and nothing else', () => {
    const once = withEdit(noEdits, 'parameters', 'experienceLimit', '6', '12')
    expect(editCount(once)).toBe(1)
    expect(withEdit(once, 'parameters', 'experienceLimit', '12', '12')).toEqual(noEdits)
  })
  it('counts the conditions of a light from one and sends them by their place', () => {
    const [rule] = book().rules
    if (!rule) throw new Error('a rule')
    const placed = placedConditions(rule)
    expect(placed.map(c => [c.light, c.index, c.number])).toEqual([['orange', 0, 1], ['orange', 1, 2], ['green', 0, null]])
    const drafts = withEdit(withEdit(noEdits, 'conditions', placed[1]?.key ?? '', 'false', ''), 'parameters', 'of another version', '1', '2')
    expect(toEdits(book(), drafts)).toEqual({ parameters: {}, conditions: [{ rule: 'JO-14', light: 'orange', index: 1, when: 'false' }] })
  })
  it('is told at the field that is wrong', () => {
    const message = 'parametern ”x” ska vara av samma slag som förut (12)'
    expect(faultPlace({ code: 'rules-broken', params: { message, parameter: 'x' } })).toEqual({ kind: 'parameters', key: 'x', message: 'Parametern ”x” ska vara av samma slag som förut (12).' })
    expect(faultPlace({ code: 'rules-broken', params: { message, rule: 'JO-14', light: 'orange', index: 1 } })?.key).toBe('JO-14 orange 1')
    expect(faultPlace({ code: 'rules-broken', params: { message } })).toBeNull()
    expect(faultPlace({ code: 'cancelled', params: {} })).toBeNull()
    expect(faultPlace(null)).toBeNull()
  })
})

describe('the room as it was left', () => {
  beforeEach(forgetRules)
  const place = () => useRoom.getState().places['p']
  it('keeps what was typed in a programme when one goes away and opens it again, also in another version', () => {
    openBook('p', '1')
    change('p', { tab: 'try', search: 'å', drafts: { a: typed('1') }, edits: { 1: withEdit(noEdits, 'parameters', 'a', '1', '2') } })
    leaveBook()
    openBook('p', '2')
    expect(place()).toMatchObject({ version: '2', tab: 'rules', search: '', drafts: { a: typed('1') } })
    expect(editsOf(place() ?? startPlace('2'))).toBe(noEdits)
    change('p', { version: '1' })
    expect(editCount(editsOf(place() ?? startPlace('1')))).toBe(1)
  })
  it('changes no book that has not been opened, and forgets all when the store is locked', () => {
    change('q', { tab: 'try' })
    expect(useRoom.getState().places['q']).toBeUndefined()
    openBook('p', '1')
    forgetRules()
    expect(useRoom.getState()).toEqual({ programme: null, places: {} })
  })
  it('chooses a move of lights and lets it go, beside a chosen rule', () => {
    const chosen = toggleMove({ ...showAll, rule: 'JO-14' }, 'green', 'orange')
    expect(chosen).toEqual({ from: 'green', to: 'orange', rule: 'JO-14' })
    expect(toggleMove(chosen, 'green', 'orange')).toEqual({ ...showAll, rule: 'JO-14' })
    expect(toggleMove(chosen, 'green', 'red')).toMatchObject({ to: 'red' })
  })
})

describe('asking what if', () => {
  it('begins with an intake that has cases and the newest version that it is not judged by', () => {
    const [programme] = fakeProgrammes()
    if (!programme) throw new Error('a programme')
    const none = startPlace('2026.1').ask
    expect(askOf(programme, none)).toEqual({ intakeId: 1, by: 'version', version: '2025.1' })
    expect(askOf(programme, { ...none, intakeId: 3, version: '2026.1' })).toMatchObject({ intakeId: 3, version: '2026.1' })
    expect(askOf(programme, { ...none, intakeId: 99, version: 'gone' })).toMatchObject({ intakeId: 1, version: '2025.1' })
    expect(askOf({ intakes: [], versions: [] }, none)).toMatchObject({ intakeId: null, version: null })
  })
  it('lets only another version as it is written be adopted', () => {
    const of = (version: string, edited: boolean) => ({ before: { version: '1', hash: '' }, after: { version, hash: '', edited } })
    expect([of('2', false), of('2 (ändrad)', true), of('1', false)].map(adoptable)).toEqual([true, false, false])
  })
  it('compares a version with the one before it, and the first with the next', () => {
    const versions = ['1', '2', '3'].map(version => ({ version }))
    expect(startPair(versions, '3')).toEqual({ before: '2', after: '3' })
    expect(startPair(versions, '1')).toEqual({ before: '1', after: '2' })
    expect(startPair(versions.slice(0, 1), '1')).toBeNull()
  })
  it('is answered by the fake core as by the real one: pages after a question, none before or after adopting', async () => {
    const bridge = fakeBridge({ rows: 1 })
    expect(await bridge.call('rules.whatIfPage', { intakeId: 1 })).toEqual({ ok: false, fault: { code: 'what-if-missing', params: {} } })
    const asked = await bridge.call('rules.whatIf', { intakeId: 1, version: '2026.1', edits: { parameters: { experienceLimit: '6' } } })
    expect(asked).toMatchObject({ ok: true, value: { changed: 3, matrix: [[3, 3, 0], [0, 2, 0], [0, 0, 0]], after: { edited: true } } })
    expect(await bridge.call('rules.whatIfPage', { intakeId: 1, from: 'green', to: 'orange', limit: 2 })).toMatchObject({ ok: true, value: { total: 3, rows: [{ id: 4, protected: true, name: '' }, { id: 5 }] } })
    expect(await bridge.call('rules.adopt', { intakeId: 1, version: '2025.1' })).toMatchObject({ ok: true, value: { changed: 3 } })
    expect((await bridge.call('rules.whatIfSave', { intakeId: 1, path: 't' })).ok).toBe(false)
  })
})
