import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import * as z from 'zod'
import { type FilePlan, filePlans } from '../../shared/contract/intake.ts'
import { Fault } from '../../shared/fault.ts'
import { UsageError } from './arguments.ts'
import { text } from './text.ts'

const planFile = z.union([filePlans, z.object({ plans: filePlans }).transform(o => o.plans)])

/**
 * Reads the plans that say how files are to be read: a list, or what `inspect` prints. Files are named as on the command line.
 * Throws Fault file-missing, or UsageError for what is no plan or a plan for a file that is not read.
 */
export function readPlans(path: string | undefined, files: readonly string[]): FilePlan[] {
  if (path === undefined) return []
  let written: string
  try {
    written = readFileSync(path, 'utf8')
  } catch {
    throw new Fault('file-missing', { file: basename(path) })
  }
  const parsed = planFile.safeParse(json(written))
  if (!parsed.success) throw new UsageError(text().plan.broken(basename(path)))
  return parsed.data.map(plan => {
    const file = resolve(plan.file)
    if (!files.includes(file)) throw new UsageError(text().plan.other(basename(plan.file)))
    return { ...plan, file }
  })
}

function json(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}
