import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { type Figures, type IntakeResult, runDemo } from '../core/batch-demo.ts'
import { createCore } from '../core/core.ts'
import { readOptions } from './arguments.ts'
import type { Places } from './places.ts'
import { progressLine } from './store.ts'
import { text } from './text.ts'

/** Runs the whole journey on the made-up intakes of 2023 and says where the results are. */
export async function demo(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const { out: folder } = readOptions(args, ['out'], [])
  const out = resolve(folder)
  const root = mkdtempSync(join(tmpdir(), 'sprangbrada-demo-'))
  const remove = () => rmSync(root, { recursive: true, force: true })
  process.once('exit', remove)
  process.stderr.write(`${text().demo.begins}\n`)
  const core = createCore({ role: 'single', folder: root, ...places })
  try {
    const { intakes, seconds } = await runDemo(core, out, progressLine(signal))
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    process.stdout.write(table(intakes))
    process.stdout.write(`\n${text().demo.done(seconds, relative(process.cwd(), out) || '.')}\n`)
    return 0
  } finally {
    core.close()
    remove()
  }
}

function table(results: IntakeResult[]): string {
  const sum = (pick: (f: Figures) => number, sex: 'K' | 'M') => results.reduce((n, r) => n + pick(r.bySex[sex]), 0)
  const words = text().demo
  const picks: ((f: Figures) => number)[] = [f => f.applicants, f => f.green, f => f.offered, f => f.decisions]
  const row = (label: string, values: readonly (string | number)[]) => `${label.padEnd(10)}${values.map(v => String(v).padStart(12)).join('')}\n`
  const line = (label: string, sexes: ('K' | 'M')[]) => row(label, picks.map(pick => sexes.reduce((n, s) => n + sum(pick, s), 0)))
  const total = (pick: (r: IntakeResult) => number) => results.reduce((n, r) => n + pick(r), 0)
  return `\n${row('', words.heads)}${line(words.women, ['K'])}${line(words.men, ['M'])}${line(words.total, ['K', 'M'])}\n${words.sums(total(r => r.counts.orange), total(r => r.counts.red), total(r => r.refused), total(r => r.duplicates), total(r => r.places))}\n`
}
