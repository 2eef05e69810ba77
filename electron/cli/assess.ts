import { resolve } from 'node:path'
import { isoDate } from '../../shared/contract/decision-input.ts'
import { assessFacts, readText } from '../core/batch-rules.ts'
import { readOptions, Refused, requireProgramme, UsageError } from './arguments.ts'
import { text } from './text.ts'

/** Judges facts from a JSON file and prints every light with its reason. */
export function assessCommand(args: readonly string[]): number {
  const { programme, on, facts } = readOptions(args, ['programme', 'on', 'facts'], [])
  requireProgramme(programme)
  if (!isoDate.safeParse(on).success) throw new UsageError(text().option.date('on'))
  process.stdout.write(`${JSON.stringify(assessFacts(programme, on, factsIn(readText(resolve(facts)))), null, 2)}\n`)
  return 0
}

function factsIn(written: string): Record<string, unknown> {
  const read = parsed(written)
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Refused(text().assess.object)
  return Object.fromEntries(Object.entries(read))
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\ufeff/, ''))
  } catch (error) {
    // The engine's own message may quote what stands in the file.
    const at = error instanceof Error ? /line (\d+)/.exec(error.message)?.[1] ?? lineAt(written, /position (\d+)/.exec(error.message)?.[1]) : undefined
    throw new Refused(text().assess.json(at))
  }
}

const lineAt = (written: string, position: string | undefined) => (position === undefined ? undefined : String(written.slice(0, Number(position)).split('\n').length))
