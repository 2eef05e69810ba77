import { basename, resolve } from 'node:path'
import type { DiffEntry } from '../../shared/contract/rules.ts'
import { checkRules, differences, exportRules, rulesNamed } from '../core/batch-rules.ts'
import { readOptions, requireProgramme, UsageError } from './arguments.ts'
import { text } from './text.ts'

/** Checks, compares or exports rules. */
export function rulesCommand(args: readonly string[]): number {
  const [what, ...rest] = args
  if (what === 'check') return check(rest)
  if (what === 'diff') return diff(rest)
  if (what === 'export') return exportOne(rest)
  throw new UsageError(what === undefined ? text().rules.nothing : text().rules.unknown(what))
}

function check(args: readonly string[]): number {
  const option = args.find(a => a.startsWith('-'))
  if (option !== undefined) throw new UsageError(text().option.unknown(option.split('=')[0] ?? ''))
  const results = checkRules(args.map(a => resolve(a)))
  for (const { name, problems } of results) for (const problem of problems) process.stderr.write(`${basename(name)}: ${problem}\n`)
  for (const { name, problems, versions, rules, examples } of results) {
    process.stdout.write(`${basename(name)}: ${problems.length === 0 ? text().rules.good(versions, rules, examples) : text().rules.bad(problems.length)}\n`)
  }
  return results.some(r => r.problems.length > 0) ? 1 : 0
}

function exportOne(args: readonly string[]): number {
  const [programme, ...rest] = args
  if (programme === undefined || programme.startsWith('-')) throw new UsageError(text().rules.exportWhat)
  const { out } = readOptions(rest, ['out'], [])
  requireProgramme(programme)
  exportRules(programme, resolve(out))
  process.stdout.write(`${text().rules.exported(programme, basename(out))}\n`)
  return 0
}

function diff(args: readonly string[]): number {
  const [before, after, ...more] = args
  if (before === undefined || after === undefined || more.length > 0) throw new UsageError(text().rules.diffWhat)
  const [left, right] = [rulesNamed(before), rulesNamed(after)]
  const entries = differences(left, right)
  const name = ({ data }: typeof left) => `${data.title} ${data.version}`
  process.stdout.write(`${name(left)} → ${name(right)}\n`)
  process.stdout.write(entries.length === 0 ? `${text().rules.same}\n` : entries.map(told).join(''))
  return 0
}

function told({ kind, id, title, change, fields }: DiffEntry): string {
  const { kinds, changes, nothingThere } = text().rules
  const lines = fields.map(({ field, before, after }) => `    ${field}: ${change === 'added' ? (after ?? '') : change === 'removed' ? (before ?? '') : `${before ?? nothingThere}\n      → ${after ?? nothingThere}`}\n`)
  return `\n${kinds[kind]} ${id} ${changes[change]}: ${title}\n${lines.join('')}`
}
