import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import * as z from 'zod'
import { type FilePlan, filePlans } from '../../shared/contract/intake.ts'
import { Fault } from '../../shared/fault.ts'
import { UsageError } from './arguments.ts'

const planFile = z.union([filePlans, z.object({ plans: filePlans }).transform(o => o.plans)])

/**
 * Reads the plans that say how files are to be read: a list, or what `inspect` prints. Files are named as on the command line.
 * Throws Fault file-missing, or UsageError for what is no plan or a plan for a file that is not read.
 */
export function readPlans(path: string | undefined, files: readonly string[]): FilePlan[] {
  if (path === undefined) return []
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Fault('file-missing', { file: basename(path) })
  }
  const parsed = planFile.safeParse(json(text))
  if (!parsed.success) throw new UsageError(`${basename(path)} är ingen plan: en lista med objekt som har file och det som ska gälla för filen (kind, encoding, separator, sheet, headerRow, columns, allOfIntake).`)
  return parsed.data.map(plan => {
    const file = resolve(plan.file)
    if (!files.includes(file)) throw new UsageError(`Planen gäller filen ”${basename(plan.file)}”, som inte läses in.`)
    return { ...plan, file }
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}
