import { describe, expect, it } from 'vitest'
import { folders } from '../../../electron/core/programmes/folders.ts'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { loadProgramme } from '../../../electron/core/rules/load.ts'
import { mutationReport } from '../../../electron/core/rules/mutate.ts'

const files = folders['fk-overklagande'] ?? {}
/** The programme on appeals with some of its examples, or with other rules. */
const changed = (name: string, change: (text: string) => string) => mutationReport(loadProgramme({ ...files, [name]: change(files[name] ?? '') }, programmeOf), programmeOf)

describe('mistakes made on purpose', () => {
  it('are noticed by examples on both sides of each limit, and those left can be told from the rules', () => {
    const report = changed('examples.yaml', text => text)
    expect(report.total).toBeGreaterThan(30)
    expect(report.killed / report.total).toBeGreaterThanOrEqual(0.95)
    expect(report.killed + report.survivors.length).toBe(report.total)
  })
  it('are not noticed where the examples are gone', () => {
    const report = changed('examples.yaml', () => 'examples: []\n')
    expect(report.killed).toBe(0)
    expect(report.survivors.filter(m => m.where === 'FO-01 rött').map(m => m.what)).toEqual(['= blir !=', '”avbrutet” blir ”anstallning”'])
  })
  it('count as equal only where no facts give another light', () => {
    // Red is decided first, so whatever this condition says of it changes nothing; that it says so of the other kind does.
    const report = changed('rules.yaml', text => text.replace('red: decision.kind = "avbrutet"', 'red: decision.kind = "avbrutet"\n    orange: decision.kind = "avbrutet" and appeal.wronglyInstructed'))
    const of = (mutants: typeof report.equivalent) => mutants.filter(m => m.where === 'FO-01 orange').map(m => m.what)
    expect(of(report.equivalent)).toEqual(['villkoret vänds'])
    expect(of(report.survivors)).not.toContain('villkoret vänds')
  })
})
