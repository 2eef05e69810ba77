import { join } from 'node:path'
import { Fault } from '../../shared/fault.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import { demo } from './demo.ts'
import { documentsCommand } from './documents.ts'
import { inspectCommand } from './inspect.ts'
import { Refused, usage, UsageError } from './arguments.ts'
import { assessCommand } from './assess.ts'
import type { Places } from './places.ts'
import { rulesCommand } from './rules.ts'
import { screen } from './screen.ts'
import { whatIfCommand } from './what-if.ts'

/** Runs one command. Gives the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function main(args: readonly string[], places: Places): Promise<number> {
  const [command, ...rest] = args
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  try {
    if (command === 'screen') return await screen(rest, places, stop.signal)
    if (command === 'documents') return await documentsCommand(rest, places, stop.signal)
    if (command === 'inspect') return await inspectCommand(rest, places, stop.signal)
    if (command === 'assess') return assessCommand(rest)
    if (command === 'rules') return rulesCommand(rest)
    if (command === 'what-if') return await whatIfCommand(rest, places, stop.signal)
    if (command === 'demo') return await demo(rest, places, stop.signal)
    if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
      process.stdout.write(usage())
      return command === undefined ? 2 : 0
    }
    throw new UsageError(`Kommandot ”${command}” finns inte.`)
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage()}`)
      return 2
    }
    if (error instanceof Fault) {
      process.stderr.write(`${faultSentence(error.info)}\n`)
      return 1
    }
    if (error instanceof Refused) {
      process.stderr.write(`${error.message}\n`)
      return 1
    }
    // The kind of a defect is enough to report it; its message could hold a cell of a file.
    process.stderr.write(`${faultSentence({ code: 'internal', params: { incident: error instanceof Error ? error.name : 'okänt' } })}\n`)
    if (process.env['SPRANGBRADA_DEV'] === '1') process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : ''}\n`)
    return 1
  } finally {
    process.off('SIGINT', interrupt)
  }
}

const here = typeof __dirname === 'string' ? __dirname : process.cwd()
if (typeof __filename === 'string' && process.argv[1] !== undefined && process.argv[1].endsWith('cli.cjs')) {
  void main(process.argv.slice(2), { assets: here, readerScript: join(here, 'reader.cjs') }).then(code => { process.exitCode = code })
}
