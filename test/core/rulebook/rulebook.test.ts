import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../shared/fault.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { createIntake } from '../../../electron/core/intake/intakes.ts'
import { adoptVersion } from '../../../electron/core/rulebook/adopt.ts'
import { compareVersions, listProgrammes, openBook } from '../../../electron/core/rulebook/book.ts'
import { exportProgramme, importProgramme } from '../../../electron/core/rulebook/exchange.ts'
import { tryRules } from '../../../electron/core/rulebook/try.ts'
import { saveWhatIf, whatIf, whatIfPage } from '../../../electron/core/rulebook/what-if.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { establishLight } from '../../../electron/core/screening/work.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { eventsOf } from '../events.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'
import { stricter } from './stricter.ts'

const none = { parameters: {}, conditions: [] }
const MONTHS = [0, 6, 12, 13, 24, 36, 37, 60]

async function filled(): Promise<Desk> {
  const desk = openDesk()
  const rows = MONTHS.map((months, n) => application(n, { arbetslivserfarenhet_sverige_man: String(months), fodelseland: 'SY', uppehallstillstand: 'TUT-anknytning' }))
  await desk.take(desk.put('a.csv', portal(rows)), desk.put('r.csv', register(MONTHS.map((_, n) => registerRow(n, { arbetssokande_status: 'Aktuell', planeringssamtal: 'ja', skyddade_uppgifter: n === 1 ? 'ja' : 'nej' })))), desk.put('m.csv', permits(MONTHS.map((_, n) => permitRow(n)))))
  return desk
}
const faultOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof Fault) return faultSentence(error.info)
    throw error
  }
  throw new Error('nothing was refused')
}
const adopt = (desk: Desk, version: string) => adoptVersion(desk.context, { intakeId: desk.intakeId, version })

describe('what if', () => {
  it('shows who would change light and by which rule, and changes nothing', async () => {
    const desk = await filled()
    const before = desk.counts()
    const summary = await whatIf(desk.context, { intakeId: desk.intakeId, version: '2023.1', edits: { parameters: { experienceLimit: '6' }, conditions: [] } })
    // Twelve months were green and are now above the limit.
    expect(summary).toMatchObject({ total: 8, changed: 1, established: 0, matrix: [[2, 1, 0], [0, 3, 0], [0, 0, 2]], byRule: [{ id: 'JO-14', filterable: true, worse: 1, better: 0 }], after: { edited: true } })
    const page = whatIfPage(desk.context, { intakeId: desk.intakeId, offset: 0, limit: 10 })
    expect(page).toMatchObject({ total: 1, rows: [{ applicationId: idOf(2), before: 'green', after: 'orange', rules: [{ id: 'JO-14', before: 'green', after: 'orange' }], pooled: false }] })
    expect(whatIfPage(desk.context, { intakeId: desk.intakeId, from: 'red', offset: 0, limit: 10 }).total).toBe(0)
    expect(whatIfPage(desk.context, { intakeId: desk.intakeId, rule: 'JO-14', from: 'green', to: 'orange', offset: 0, limit: 10 }).total).toBe(1)
    expect(desk.counts()).toEqual(before)
  })
  it('tells nobody\'s country of birth or kind of permit by its rules', async () => {
    const desk = await filled()
    const summary = await whatIf(desk.context, { intakeId: desk.intakeId, version: '2023.1', edits: { parameters: { europe: '[SE, SY]' }, conditions: [] } })
    expect(summary.byRule).toMatchObject([{ id: 'JO-05', filterable: false, worse: 6 }])
    const { rows, total } = whatIfPage(desk.context, { intakeId: desk.intakeId, offset: 0, limit: 10 })
    expect(total).toBe(summary.changed)
    expect(rows.every(r => r.pooled && r.rules.length === 0)).toBe(true)
    expect(whatIfPage(desk.context, { intakeId: desk.intakeId, rule: 'JO-05', offset: 0, limit: 10 }).total).toBe(0)
  })
  it('names no protected person, and saves application ids only', async () => {
    const desk = await filled()
    await whatIf(desk.context, { intakeId: desk.intakeId, version: '2023.1', edits: { parameters: {}, conditions: [{ rule: 'JO-14', light: 'green', index: 0, when: 'experience.swedishMonths <= 3' }, { rule: 'JO-14', light: 'orange', index: 0, when: 'experience.swedishMonths > 3 and experience.swedishMonths <= 36' }] } })
    const row = whatIfPage(desk.context, { intakeId: desk.intakeId, offset: 0, limit: 10 }).rows.find(r => r.protected)
    expect(row).toMatchObject({ applicationId: idOf(1), name: '' })
    const path = join(desk.folder, 'svar.csv')
    expect(saveWhatIf(desk.context, { intakeId: desk.intakeId, path })).toEqual({ name: 'svar.csv', rows: 2 })
    expect(readFileSync(path, 'utf8').split('\r\n')).toEqual(['\ufeffansoknings_id;farg_fore;farg_efter;faststalld;regler', `${idOf(1)};gron;orange;nej;JO-14:gron>orange`, `${idOf(2)};gron;orange;nej;JO-14:gron>orange`, ''])
  })
  it('is refused with the mistake when the edited copy is wrong', async () => {
    const desk = await filled()
    const ask = (edits: Parameters<typeof whatIf>[1]['edits']) => faultOf(() => whatIf(desk.context, { intakeId: desk.intakeId, version: '2023.1', edits }))
    expect(await ask({ parameters: { experienceLimit: 'tolv' }, conditions: [] })).toMatch(/”experienceLimit” ska vara av samma slag som förut \(12\)/)
    expect(await ask({ parameters: { hittepa: '1' }, conditions: [] })).toMatch(/”hittepa” finns inte/)
    expect(await ask({ parameters: { europe: '[SE, 12' }, conditions: [] })).toMatch(/av samma slag/)
    expect(await ask({ parameters: {}, conditions: [{ rule: 'JO-14', light: 'green', index: 0, when: 'experience.swedishMonths < "3"' }] })).toMatch(/regeln JO-14, green: ett tal kan inte jämföras med en text/)
    expect(await faultOf(() => whatIfPage(desk.context, { intakeId: desk.intakeId, offset: 0, limit: 10 }))).toMatch(/ställas igen/)
  })
  it('names the field of the edited copy that is wrong', async () => {
    const desk = await filled()
    const where = async (edits: Parameters<typeof whatIf>[1]['edits']) => whatIf(desk.context, { intakeId: desk.intakeId, version: '2023.1', edits }).then(() => ({}), (error: unknown) => (error instanceof Fault ? error.params : {}))
    expect(await where({ parameters: { experienceLimit: 'tolv' }, conditions: [] })).toMatchObject({ parameter: 'experienceLimit' })
    expect(await where({ parameters: {}, conditions: [{ rule: 'JO-14', light: 'green', index: 0, when: 'and' }] })).toMatchObject({ rule: 'JO-14', light: 'green', index: 0 })
    expect(await where({ parameters: {}, conditions: [{ rule: 'JO-14', light: 'green', index: 7, when: 'true' }] })).toMatchObject({ rule: 'JO-14', light: 'green', index: 7 })
  })
  it('can be stopped', async () => {
    const desk = await filled()
    const stop = new AbortController()
    stop.abort()
    const many = { ...desk.context, signal: stop.signal }
    // Fewer cases than one page are done before anybody could stop them.
    await expect(whatIf(many, { intakeId: desk.intakeId, version: '2023.1', edits: none })).resolves.toMatchObject({ changed: 0 })
  })
})

describe('another version', () => {
  it('is adopted with one entry per changed case, keeps what a person has established, and the journal proves it', async () => {
    const desk = await filled()
    const file = join(desk.folder, 'program.yaml')
    exportProgramme(desk.context, { programme: 'jobbspranget', path: file })
    writeFileSync(file, stricter(readFileSync(file, 'utf8'), 11))
    expect(importProgramme(desk.context, { path: file })).toMatchObject({ programme: 'jobbspranget', newVersions: ['2024.2'] })
    const established = Number(desk.row(idOf(2))['id'])
    establishLight(desk.context, { id: established, version: caseView(desk.context.store, established).version })
    const report = await adopt(desk, '2024.2')
    expect(report).toEqual({ changed: 1, total: 8, version: '2024.2' })
    expect(desk.context.store.read.value(`SELECT count(*) FROM journal WHERE kind = 'case.rejudged'`)).toBe(1)
    const view = caseView(desk.context.store, established)
    expect(view).toMatchObject({ proposed: 'orange', established: { light: 'green' }, changedSinceEstablished: true, ruleSet: { version: '2024.2' } })
    expect(eventsOf(desk.context, established).map(h => h.text)).toContain('Reglerna byttes till version 2024.2: ljuset gick från grönt till orange.')
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 8 })
  })
  it('that gives every case the light it has leaves the established ones as they are', async () => {
    const desk = await filled()
    const id = Number(desk.row(idOf(0))['id'])
    establishLight(desk.context, { id, version: caseView(desk.context.store, id).version })
    await adopt(desk, '2024.1')
    expect(caseView(desk.context.store, id)).toMatchObject({ changedSinceEstablished: false, ruleSet: { version: '2024.1' } })
  })
})

describe('a programme file', () => {
  const exported = (desk: Desk) => {
    const path = join(desk.folder, 'program.yaml')
    exportProgramme(desk.context, { programme: 'jobbspranget', path })
    return { path, text: readFileSync(path, 'utf8') }
  }
  const taken = (desk: Desk, path: string, text: string) => { writeFileSync(path, text); return importProgramme(desk.context, { path }) }
  it('comes back as it went, also with the line ends of another system', () => {
    const desk = openDesk()
    const { path, text } = exported(desk)
    expect(taken(desk, path, text).newVersions).toEqual([])
    expect(taken(desk, path, text.replaceAll('\n', '\r\n')).newVersions).toEqual([])
    expect(exported(desk).text).toBe(text)
  })
  it('is refused when it is changed without a word, broken, or no programme', async () => {
    const desk = openDesk()
    const { path, text } = exported(desk)
    const before = desk.counts()
    const refused = (content: string) => faultOf(() => taken(desk, path, content))
    expect(await refused(text.replace('value: 36 }', 'value: 37 }'))).toMatch(/ändrad sedan den exporterades/)
    expect(await refused(text.replace('value: 36 }', 'value: 37 }').replace(/^hash: .*\n/m, ''))).toMatch(/Version 2023\.1 av ”Jobbsprånget” finns redan med ett annat innehåll/)
    expect(await refused(text.replace(/^hash: .*\n/m, '').replace('value: 36 }', 'value: "36" }'))).toMatch(/regeln JO-14, red: ett tal kan inte jämföras med en text/)
    expect(await refused('hej')).toMatch(/ingen programfil/)
    expect(await refused('')).toMatch(/ingen programfil/)
    expect(await refused('a: [')).toMatch(/rad 1 går inte att läsa/)
    expect(await refused('a: &a [1]\nb: *a\n')).toMatch(/ingen programfil|oväntat|Reglerna/)
    expect(desk.counts()).toEqual(before)
  })
  it('brings the version that new intakes of its days are judged by', () => {
    const desk = openDesk()
    const { path, text } = exported(desk)
    taken(desk, path, stricter(text, 11))
    const intake = createIntake(desk.context, { programme: 'jobbspranget', name: '2024-2', evaluationDate: '2024-08-20', placeStart: '2024-10-01', placeEnd: '2025-01-31' })
    expect(desk.context.store.read.value('SELECT version FROM rule_set WHERE id = (SELECT rule_set FROM intake WHERE id = ?)', intake.id)).toBe('2024.2')
    expect(listProgrammes(desk.context).find(p => p.id === 'jobbspranget')).toMatchObject({ origin: 'imported', versions: [{ version: '2023.1' }, { version: '2024.1' }, { version: '2024.2' }] })
  })
})

describe('the book of rules', () => {
  it('holds every rule with what it builds on, and every example comes out', () => {
    const desk = openDesk()
    for (const { id, versions } of listProgrammes(desk.context)) for (const { version } of versions) {
      const book = openBook(desk.context, { programme: id, version })
      expect(book.rules.length, id).toBeGreaterThan(0)
      expect(book.rules.every(r => r.sources.length > 0 && r.conditions.length > 0)).toBe(true)
      expect(book.examples.flatMap(e => e.problems)).toEqual([])
    }
    const book = openBook(desk.context, { programme: 'jobbspranget', version: '2023.1' })
    expect(book.parameters.find(p => p.name === 'experienceLimit')).toMatchObject({ display: '12 månader', written: '12', usedBy: ['JO-14'] })
    expect(book.rules.find(r => r.id === 'JO-07')?.definitions).toContain('permit.endless')
  })
  it('shows what differs between two versions', () => {
    const { entries } = compareVersions(openDesk().context, { programme: 'jobbspranget', before: '2023.1', after: '2024.1' })
    expect(entries.find(e => e.id === 'JO-06')).toMatchObject({ kind: 'rule', change: 'added' })
    expect(compareVersions(openDesk().context, { programme: 'jobbspranget', before: '2023.1', after: '2023.1' }).entries).toEqual([])
  })
  it('judges facts set by hand', () => {
    const desk = openDesk()
    const ask = (facts: Record<string, string | number | null>, edits = none) => tryRules(desk.context, { programme: 'jobbspranget', version: '2023.1', facts, unknown: [], edits }).rules.find(r => r.id === 'JO-14')
    expect(ask({ 'experience.swedishMonths': 12 })).toMatchObject({ light: 'green', checks: { met: 'yes' } })
    expect(ask({})).toMatchObject({ light: 'orange', missing: [{ fact: 'experience.swedishMonths' }] })
    expect(ask({ 'experience.swedishMonths': 12 }, { parameters: { experienceLimit: '11' }, conditions: [] })).toMatchObject({ light: 'orange' })
    expect(() => ask({ 'experience.swedishMonths': 'tolv' })).toThrow(expect.objectContaining({ code: 'fact-invalid' }))
    expect(() => ask({ hittepa: 1 })).toThrow(expect.objectContaining({ code: 'fact-unknown' }))
  })
})
