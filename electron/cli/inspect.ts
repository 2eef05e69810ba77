import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { InspectedFile } from '../../shared/contract/intake.ts'
import { inspectByProgramme, planFor } from '../core/batch-inspect.ts'
import { requireProgramme, UsageError } from './arguments.ts'
import type { Places } from './places.ts'
import { openCommandStore, progressLine } from './store.ts'
import { faultSentence, text } from './text.ts'

/**
 * Looks at files and prints what they are, how their columns are taken and the plan by which `screen --plan` would read them, as JSON.
 * Nothing of the rows is printed without --values.
 */
export async function inspectCommand(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const { files, programme, store, values } = optionsOf(args)
  requireProgramme(programme)
  const run = progressLine(signal)
  const { core, close } = await openCommandStore(store, places, run)
  try {
    const paths = files.map(f => resolve(f))
    const found = await inspectByProgramme(core.context(run), programme, paths.map(file => ({ file })))
    const plans = found.map((file, i) => planFor(files[i] ?? '', file)).filter(plan => plan !== null)
    process.stdout.write(`${JSON.stringify({ files: found.map((file, i) => shown(file, files[i] ?? '', values)), plans }, null, 2)}\n`)
    return found.some(f => f.state === 'broken') ? 1 : 0
  } finally {
    close()
  }
}

function shown({ name: _name, fault, rows, columns, ...file }: InspectedFile, path: string, values: boolean): object {
  return {
    file: path, ...file, fault: fault ? faultSentence(fault) : null,
    columns: columns.map(({ examples, ...column }) => (values ? { ...column, examples } : column)), ...(values ? { rows } : {}),
  }
}

function optionsOf(args: readonly string[]): { files: string[]; programme: string; store: string | undefined; values: boolean } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], strict: true, allowPositionals: true, options: { programme: { type: 'string' }, store: { type: 'string' }, values: { type: 'boolean' } } })
    if (positionals.length === 0) throw new UsageError(text().inspect.none)
    if (positionals.length > 20) throw new UsageError(text().inspect.many)
    return { files: positionals, programme: values.programme ?? 'jobbspranget', store: values.store, values: values.values ?? false }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(text().inspect.options)
  }
}
