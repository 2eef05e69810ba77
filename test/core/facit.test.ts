import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestStore } from './store-fixture.ts'
import { createIntake } from '../../electron/core/intake/intakes.ts'
import { takeIn } from '../../electron/core/intake/take-in.ts'

const fixtures = new URL('../fixtures/2023/', import.meta.url).pathname
const dates = { '2023-1': ['2023-01-20', '2023-03-06', '2023-07-05'], '2023-2': ['2023-08-21', '2023-10-02', '2024-02-01'] } as const

describe.each(['2023-1', '2023-2'] as const)('the answer key of intake %s', name => {
  it('has the same colour and the same rules for every application', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'facit-'))
    const context = openTestStore(folder)
    try {
      const [evaluationDate, placeStart, placeEnd] = dates[name]
      const intake = createIntake(context, { programme: 'jobbspranget', name, evaluationDate, placeStart, placeEnd })
      const applications = join(fixtures, `ansokningar-${name}.${name === '2023-1' ? 'csv' : 'xlsx'}`)
      const report = await takeIn(context, { intakeId: intake.id, files: [applications, join(fixtures, `af-register-${name}.csv`), join(fixtures, `mv-beslut-${name}.csv`)] }, true)
      expect(report.files.map(f => f.fault)).toEqual([null, null, null])
      const rows = context.store.read.all<{ application_id: string; proposed: number; rules: string; protected: number }>('SELECT application_id, proposed, rules, protected FROM application')
      const got = new Map(rows.map(r => [r.application_id, `${['gron', 'orange', 'rod'][r.proposed]};${r.rules}${r.protected ? ' skyddad' : ''}`]))
      const key = readFileSync(join(fixtures, `facit-${name}.csv`), 'utf8').replace('\ufeff', '').trim().split(/\r?\n/).slice(1).map(line => line.split(';'))
      const wrong = key.filter(([id = '', , colour = '', rules = '']) => colour !== 'avvisas' && colour !== 'dubblett' && got.get(id) !== `${colour};${rules}`)
      expect(wrong.slice(0, 10).map(([id = '', , ...rest]) => `${id} wanted ${rest.join(';')} got ${got.get(id)}`)).toEqual([])
      expect(report.files[0]?.counts.refused).toBe(key.filter(k => k[2] === 'avvisas').length)
      expect(report.files[0]?.counts.duplicates).toBe(key.filter(k => k[2] === 'dubblett').length)
      expect(got.size).toBe(new Set(key.filter(k => k[2] !== 'avvisas').map(k => k[0])).size)
    } finally {
      context.store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
