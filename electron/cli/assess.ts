import { resolve } from 'node:path'
import { isoDate } from '../../shared/contract/decision-input.ts'
import { assessFacts, readText } from '../core/batch-rules.ts'
import { readOptions, Refused, requireProgramme, UsageError } from './arguments.ts'

/** Judges facts from a JSON file and prints every light with its reason. */
export function assessCommand(args: readonly string[]): number {
  const { programme, on, facts } = readOptions(args, ['programme', 'on', 'facts'], [])
  requireProgramme(programme)
  if (!isoDate.safeParse(on).success) throw new UsageError('--on ska vara ett datum som 2023-01-20.')
  process.stdout.write(`${JSON.stringify(assessFacts(programme, on, factsIn(readText(resolve(facts)))), null, 2)}\n`)
  return 0
}

function factsIn(text: string): Record<string, unknown> {
  const read = parsed(text)
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Refused('Filen med uppgifter ska vara ett JSON-objekt: { "uppgiftens id": värde, … }. Skriv null för det som inte finns.')
  return Object.fromEntries(Object.entries(read))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    // The engine's own message may quote what stands in the file.
    const at = error instanceof Error ? /line (\d+)/.exec(error.message)?.[1] ?? lineAt(text, /position (\d+)/.exec(error.message)?.[1]) : undefined
    throw new Refused(`Filen med uppgifter är ingen giltig JSON${at === undefined ? '' : ` (felet är vid rad ${at})`}. Kontrollera citattecken, kommatecken och klamrar.`)
  }
}

const lineAt = (text: string, position: string | undefined) => (position === undefined ? undefined : String(text.slice(0, Number(position)).split('\n').length))
