import { join } from 'node:path'
import type { WhatIfSummary } from '../../shared/contract/rules.ts'
import { LIGHTS } from '../../shared/domain.ts'
import { Fault } from '../../shared/fault.ts'
import { programmeIn } from './cases/programmes-in-store.ts'
import type { Context } from './context.ts'
import { compareIntake, mayLeave, whatIfCells, whatIfHead } from './rulebook/what-if.ts'
import { csvLines } from './store/csv.ts'
import { makeFolder, writeFileAtomic } from './store/files.ts'

type IntakeAnswer = Omit<WhatIfSummary, 'intake' | 'after'> & { intake: string; seconds: number }
/** `matrix[before][after]` in the order green, orange, red. */
export type WhatIfAnswer = {
  programme: string; version: string; hash: string; lights: readonly string[]; total: number; changed: number; seconds: number
  matrix: number[][]; byRule: WhatIfSummary['byRule']; intakes: IntakeAnswer[]
}

const rounded = (since: number) => Math.round((performance.now() - since) / 10) / 100

/**
 * Who would change light if every intake of a programme were judged by a version, written as what-if.csv and what-if.json. The store is only read.
 * Throws Fault programme-missing, programme-no-version, intake-missing when there is none, or cancelled; nothing is written then.
 */
export async function whatIfToFolder(context: Context, programme: string, version: string, out: string): Promise<WhatIfAnswer> {
  const started = performance.now()
  const { read } = context.store
  const set = programmeIn(read, programme).version(version)
  const intakes = read.all<{ id: number; name: string }>('SELECT id, name FROM intake WHERE programme = ? ORDER BY name', programme)
  if (intakes.length === 0) throw new Fault('intake-missing')
  const lines: string[][] = []
  const answers: IntakeAnswer[] = []
  for (const { id, name } of intakes) {
    const began = performance.now()
    const { summary, changed } = await compareIntake(read, id, set, context)
    lines.push(...mayLeave(read, id, changed).map(c => [name, ...whatIfCells(read, c)]))
    const { before, total, changed: count, established, matrix, byRule } = summary
    answers.push({ intake: name, before, total, changed: count, established, matrix, byRule, seconds: rounded(began) })
  }
  const sum = (pick: (a: IntakeAnswer) => number) => answers.reduce((n, a) => n + pick(a), 0)
  const answer: WhatIfAnswer = {
    programme, version, hash: set.hash, lights: LIGHTS, total: sum(a => a.total), changed: sum(a => a.changed), seconds: 0,
    matrix: LIGHTS.map((_, b) => LIGHTS.map((__, a) => sum(answer => answer.matrix[b]?.[a] ?? 0))), byRule: together(answers), intakes: answers,
  }
  makeFolder(out)
  writeFileAtomic(join(out, 'what-if.csv'), csvLines([['intag', ...whatIfHead], ...lines]))
  const timed = { ...answer, seconds: rounded(started) }
  writeFileAtomic(join(out, 'what-if.json'), `${JSON.stringify(timed, null, 2)}\n`)
  return timed
}

function together(answers: readonly IntakeAnswer[]): WhatIfSummary['byRule'] {
  const rules = new Map<string, WhatIfSummary['byRule'][number]>()
  for (const { id, question, filterable, worse, better } of answers.flatMap(a => a.byRule)) {
    const known = rules.get(id)
    rules.set(id, { id, question, filterable, worse: worse + (known?.worse ?? 0), better: better + (known?.better ?? 0) })
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
