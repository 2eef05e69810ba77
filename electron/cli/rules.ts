import { basename, resolve } from 'node:path'
import type { DiffEntry } from '../../shared/contract/rules.ts'
import { checkRules, differences, exportRules, rulesNamed } from '../core/batch-rules.ts'
import { readOptions, requireProgramme, UsageError } from './arguments.ts'

/** Checks, compares or exports rules. */
export function rulesCommand(args: readonly string[]): number {
  const [what, ...rest] = args
  if (what === 'check') return check(rest)
  if (what === 'diff') return diff(rest)
  if (what === 'export') return exportOne(rest)
  throw new UsageError(what === undefined ? 'Efter ”rules” ska det stå check, diff eller export.' : `Kommandot ”rules ${what}” finns inte; det som finns är check, diff och export.`)
}

function check(args: readonly string[]): number {
  const option = args.find(a => a.startsWith('-'))
  if (option !== undefined) throw new UsageError(`Väljaren ${option.split('=')[0]} finns inte.`)
  const results = checkRules(args.map(a => resolve(a)))
  for (const { name, problems } of results) for (const problem of problems) process.stderr.write(`${basename(name)}: ${problem}\n`)
  for (const { name, problems, versions, rules, examples } of results) {
    process.stdout.write(`${basename(name)}: ${problems.length === 0 ? `inga fel (${counted(versions, 'version', 'versioner')}, ${counted(rules, 'regel', 'regler')}, ${counted(examples, 'exempel', 'exempel')})` : `${problems.length} fel`}\n`)
  }
  return results.some(r => r.problems.length > 0) ? 1 : 0
}

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

function exportOne(args: readonly string[]): number {
  const [programme, ...rest] = args
  if (programme === undefined || programme.startsWith('-')) throw new UsageError('Efter ”rules export” ska programmets id stå.')
  const { out } = readOptions(rest, ['out'], [])
  requireProgramme(programme)
  exportRules(programme, resolve(out))
  process.stdout.write(`Programmet ”${programme}” är sparat i ${basename(out)}.\n`)
  return 0
}

function diff(args: readonly string[]): number {
  const [before, after, ...more] = args
  if (before === undefined || after === undefined || more.length > 0) throw new UsageError('Efter ”rules diff” ska två namn stå: PROGRAM@VERSION eller en programfil.')
  const [left, right] = [rulesNamed(before), rulesNamed(after)]
  const entries = differences(left, right)
  const name = ({ data }: typeof left) => `${data.title} ${data.version}`
  process.stdout.write(`${name(left)} → ${name(right)}\n`)
  process.stdout.write(entries.length === 0 ? 'Reglerna är lika.\n' : entries.map(told).join(''))
  return 0
}

const kinds: Record<DiffEntry['kind'], string> = { rule: 'Regeln', parameter: 'Parametern', definition: 'Definitionen', fact: 'Uppgiften', section: 'Avsnittet' }
const changes = { changed: 'ändras', added: 'läggs till', removed: 'tas bort' } as const

function told({ kind, id, title, change, fields }: DiffEntry): string {
  const lines = fields.map(({ field, before, after }) => `    ${field}: ${change === 'added' ? (after ?? '') : change === 'removed' ? (before ?? '') : `${before ?? '(inget)'}\n      → ${after ?? '(inget)'}`}\n`)
  return `\n${kinds[kind]} ${id} ${changes[change]}: ${title}\n${lines.join('')}`
}
