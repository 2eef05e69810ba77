import type { Language } from '../../shared/domain.ts'
import { Fault } from '../../shared/fault.ts'
import { speaking } from '../core/batch-language.ts'
import { demo } from './demo.ts'
import { documentsCommand } from './documents.ts'
import { inspectCommand } from './inspect.ts'
import { Refused, UsageError } from './arguments.ts'
import { assessCommand } from './assess.ts'
import type { Places } from './places.ts'
import { proofCommand } from './proof.ts'
import { rulesCommand } from './rules.ts'
import { screen } from './screen.ts'
import { faultSentence, text } from './text.ts'
import { whatIfCommand } from './what-if.ts'

/** Runs one command in the language it asks for. Gives the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function main(args: readonly string[], places: Places): Promise<number> {
  const { language, rest } = languageOf(args)
  return speaking(language ?? 'sv', () => (language === null ? Promise.resolve(misused(text().languageWrong)) : run(rest, places)))
}

/** The language, which may stand anywhere among the options, and what is left; null for one that there is not. */
function languageOf(args: readonly string[]): { language: Language | null; rest: string[] } {
  const at = args.findIndex(each => each === '--language' || each.startsWith('--language='))
  if (at < 0) return { language: 'sv', rest: [...args] }
  const joined = args[at]?.split('=')[1]
  const given = joined ?? args[at + 1]
  return { language: given === 'sv' || given === 'en' ? given : null, rest: [...args.slice(0, at), ...args.slice(at + (joined === undefined ? 2 : 1))] }
}

function misused(message: string): number {
  process.stderr.write(`${message}\n\n${text().usage}`)
  return 2
}

async function run([command, ...rest]: readonly string[], places: Places): Promise<number> {
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  try {
    if (command === 'screen') return await screen(rest, places, stop.signal)
    if (command === 'documents') return await documentsCommand(rest, places, stop.signal)
    if (command === 'inspect') return await inspectCommand(rest, places, stop.signal)
    if (command === 'assess') return assessCommand(rest)
    if (command === 'rules') return rulesCommand(rest)
    if (command === 'proof') return await proofCommand(rest, places, stop.signal)
    if (command === 'what-if') return await whatIfCommand(rest, places, stop.signal)
    if (command === 'demo') return await demo(rest, places, stop.signal)
    if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
      process.stdout.write(text().usage)
      return command === undefined ? 2 : 0
    }
    throw new UsageError(text().commandUnknown(command))
  } catch (error) {
    if (error instanceof UsageError) return misused(error.message)
    if (error instanceof Fault) {
      process.stderr.write(`${faultSentence(error.info)}\n`)
      return 1
    }
    if (error instanceof Refused) {
      process.stderr.write(`${error.message}\n`)
      return 1
    }
    // The kind of a defect is enough to report it; its message could hold a cell of a file.
    process.stderr.write(`${faultSentence({ code: 'internal', params: { incident: error instanceof Error ? error.name : text().unknown } })}\n`)
    if (process.env['SPRANGBRADA_DEV'] === '1') process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : ''}\n`)
    return 1
  } finally {
    process.off('SIGINT', interrupt)
  }
}

const here = typeof __dirname === 'string' ? __dirname : process.cwd()
if (typeof __filename === 'string' && process.argv[1] !== undefined && process.argv[1].endsWith('cli.cjs')) {
  void main(process.argv.slice(2), { assets: here }).then(code => { process.exitCode = code })
}
