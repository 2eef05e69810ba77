import { parseArgs } from 'node:util'
import { programmes } from '../core/batch-rules.ts'
import { text } from './text.ts'

/** The command line was used in a way it does not know: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What was asked for could not be done, told in a sentence of the command line's own: exit code 1. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Refuses a programme that does not come with the program. Throws UsageError naming those that do. */
export function requireProgramme(id: string): void {
  if (!programmes.includes(id)) throw new UsageError(text().programmeUnknown(id, programmes.join(', ')))
}

/** Reads options that all take a value. Throws UsageError naming the option that is missing or unknown. */
export function readOptions<R extends string, O extends string>(args: readonly string[], required: readonly R[], optional: readonly O[]): Record<R, string> & Partial<Record<O, string>> {
  const names: string[] = [...required, ...optional]
  let values: Record<string, string | boolean | (string | boolean)[] | undefined>
  try {
    ;({ values } = parseArgs({ args: [...args], options: Object.fromEntries(names.map(n => [n, { type: 'string' as const }])), strict: true, allowPositionals: false }))
  } catch {
    const unknown = args.find(a => a.startsWith('--') && !names.includes(a.slice(2).split('=')[0] ?? ''))
    throw new UsageError(unknown ? text().option.unknown(unknown.split('=')[0] ?? '') : text().option.unreadable)
  }
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) if (typeof value === 'string') out[name] = value
  for (const name of required) if (!out[name]) throw new UsageError(text().option.missing(name))
  return out as Record<R, string> & Partial<Record<O, string>>
}
