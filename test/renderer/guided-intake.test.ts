import { describe, expect, it } from 'vitest'
import { filePlan, type InspectedFile } from '../../shared/contract/intake.ts'
import { type Arranged, columnsOf, filesOfReports, isReady, mustArrange, planOf, plansOf, troubleOf } from '../../renderer/intake/arranged.ts'
import { receiptLines } from '../../renderer/intake/receiptText.ts'
import { fakeIntakes } from './fake-data.ts'
import { fakeInspection, fakeReport } from './fake-report.ts'

const inspection = fakeInspection([{ file: 'a' }])
const seen = inspection.files[0] as InspectedFile
const arranged = (change: Partial<InspectedFile> = {}, columns: Arranged['columns'] = null): Arranged => ({ file: { token: 'a', name: seen.name }, seen: { ...seen, ...change }, shape: {}, columns, open: false })

describe('the plan of a file', () => {
  it('is only the file when it is read as it is, or not at all', () => {
    for (const state of ['known', 'broken'] as const) expect(planOf(arranged({ state }))).toEqual({ file: 'a' })
    expect(plansOf([arranged({ state: 'known' }), arranged()])).toHaveLength(1)
  })
  it('says all that is shown, as the contract has it', () => {
    const plan = planOf(arranged({ state: 'known' }, ['application.id', null]))
    expect(filePlan.parse(plan)).toEqual({ file: 'a', kind: 'applications', headerRow: 1, signature: '0'.repeat(32), encoding: 'utf-8', separator: ';', columns: { 0: 'application.id', 1: null } })
    expect(planOf(arranged({ encoding: 'xlsx', separator: null, sheet: 'Blad' }))).toMatchObject({ sheet: 'Blad' })
    expect(planOf(arranged({ encoding: 'xlsx', separator: null, sheet: 'Blad' }))).not.toHaveProperty('encoding')
  })
})

describe('what stands in the way', () => {
  it('is a missing kind, a needed fact without a column, or two columns on one fact', () => {
    expect(isReady(arranged(), inspection.choices)).toBe(true)
    expect(troubleOf(arranged({ kind: null }), inspection.choices)).toMatchObject({ kind: true, missing: [] })
    expect(troubleOf(arranged({}, ['application.id', null]), inspection.choices).missing.map(c => c.column)).toEqual(['personnummer'])
    expect([...troubleOf(arranged({}, ['application.id', 'application.id']), inspection.choices).twice]).toEqual([[0, 1], [1, 0]])
    expect(isReady(arranged({ state: 'broken', kind: null }), inspection.choices)).toBe(true)
    expect(columnsOf(arranged())).toEqual(['application.id', 'identity.number'])
  })
  it('stops at the columns when something is guessed, or when the only file lacks something', () => {
    const of = (...states: InspectedFile['state'][]) => mustArrange(states.map(state => ({ ...seen, state })))
    expect([of('known'), of('remembered', 'broken'), of('known', 'incomplete'), of('broken')]).toEqual([false, false, false, false])
    expect([of('guessed'), of('known', 'guessed'), of('incomplete'), of('incomplete', 'broken')]).toEqual([true, true, true, true])
  })
})

it('finds the file behind each report, also when two have one name', () => {
  const report = fakeReport()
  const [first, second] = report.files
  if (!first || !second) throw new Error('no files')
  const one = { ...arranged(), file: { token: '1', name: first.name } }
  const two = { ...arranged(), file: { token: '2', name: first.name } }
  expect(filesOfReports([first, second, { ...first }], [one, two]).map(f => f?.file.token ?? null)).toEqual(['1', null, '2'])
})

it('tells on a receipt what was taken in, what was not, and the lights, and no person', () => {
  const report = fakeReport()
  const [intake] = fakeIntakes(10)
  const lines = receiptLines(report, intake)
  expect(lines[0]).toBe(`Intag: ${intake?.name} (${intake?.programmeTitle})`)
  expect(lines).toContain('Fil: ansokningar.csv')
  expect(lines).toContain('Ingenting ur filen är inläst.')
  expect(lines.join('\n').replace(/\u00a0/g, ' ')).toMatch(/Grön: före 0, efter 10 200/)
  for (const problem of report.files.flatMap(f => f.problems)) expect(lines.join('\n')).not.toContain(problem.applicationId ?? '-')
})
