import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CaseView } from '../../shared/contract/views.ts'
import { Fault, type FaultInfo } from '../../shared/fault.ts'
import { type CaseOfApplication, casesOf, checkFile, type FileCheck } from '../core/batch-proof.ts'
import type { Core, RunContext } from '../core/core.ts'
import { Refused, UsageError } from './arguments.ts'
import type { Places } from './places.ts'
import { call, openCommandStore, progressLine } from './store.ts'
import { faultSentence, proofText, text } from './text.ts'

type Options = { files: string[]; store: string; application: string; intake: string | undefined; reason: string | undefined; keep: boolean; values: boolean }

/** Checks credentials against a case without asking anybody outside this computer. Exit code 1 when one of them is not accepted. */
export async function proofCommand(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const [what, ...rest] = args
  if (what !== 'check') throw new UsageError(what === undefined ? text().proof.nothing : text().proof.unknown(what))
  const options = optionsOf(rest)
  const folder = resolve(options.store)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Refused(text().store.absent)
  const run = progressLine(signal)
  const { core, close } = await openCommandStore(folder, places, run, () => Promise.reject(new Refused(text().store.absent)))
  try {
    const found = only(casesOf(core.context(run), options.application), options.intake)
    const opened = await call(core, 'screening.open', { id: found.id, ...(options.reason === undefined ? {} : { reason: options.reason }) }, run)
    const checks = options.keep ? await kept(core, opened, options.files, run) : await each(options.files, path => checkFile(core.context(run), found.id, path))
    const told = checks.map((check, i) => shown(check, options.files[i] ?? '', options))
    process.stdout.write(`${JSON.stringify({ application: options.application, intake: found.intake, kept: options.keep, checks: told }, null, 2)}\n`)
    // What a file is called may say whose it is: here they are told apart by their place.
    told.forEach(({ sentence }, i) => process.stderr.write(`${text().proof.line(i + 1, sentence)}\n`))
    return told.every(check => check.outcome === 'valid') ? 0 : 1
  } finally {
    close()
  }
}

/** The case that is meant. Throws Refused when there is none, or several and no intake was named. */
function only(cases: readonly CaseOfApplication[], intake: string | undefined): CaseOfApplication {
  const [first, ...more] = intake === undefined ? cases : cases.filter(each => each.intake.toLowerCase() === intake.toLowerCase())
  if (!first) throw new Refused(text().proof.missing)
  if (more.length > 0) throw new Refused(text().proof.several([first, ...more].map(each => each.intake).join(', ')))
  return first
}

async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const out: R[] = []
  for (const one of all) out.push(await work(one))
  return out
}

/** Puts each file into the case, one after another: each changes the case that the next is put into. */
async function kept(core: Core, opened: CaseView, files: readonly string[], run: RunContext): Promise<(FileCheck | FaultInfo)[]> {
  let { version } = opened
  return each(files, async path => {
    try {
      const { report, case: now } = await call(core, 'proof.presentFile', { id: opened.id, version, path: resolve(path) }, run)
      version = now.version
      const { title, issuer, issuedAt, validUntil, bound, facts } = report.credential
      return { outcome: report.outcome, title, issuer, issuedAt, validUntil, bound, facts }
    } catch (error) {
      if (error instanceof Fault && (error.info.code === 'file-unreadable' || error.info.code === 'credential-file')) return error.info
      throw error
    }
  })
}

function shown(check: FileCheck | FaultInfo, path: string, { keep, values }: Options) {
  const file = basename(path)
  if ('code' in check) return { file, outcome: null, sentence: text().proof.unreadable, fault: faultSentence(check) }
  const { outcome, facts, ...rest } = check
  const said = proofText()
  return {
    file, outcome, sentence: `${said.proofWord[outcome]}. ${outcome === 'valid' && !keep ? text().proof.valid : said.proofSentence[outcome]}`, ...rest,
    facts: facts.map(({ fact, label, display }) => (values ? { fact, label, display } : { fact, label })),
  }
}

function optionsOf(args: readonly string[]): Options {
  const words = text()
  let parsed: { values: { store?: string; application?: string; intake?: string; reason?: string; keep?: boolean; values?: boolean }; positionals: string[] }
  try {
    parsed = parseArgs({
      args: [...args], strict: true, allowPositionals: true,
      options: { store: { type: 'string' }, application: { type: 'string' }, intake: { type: 'string' }, reason: { type: 'string' }, keep: { type: 'boolean' }, values: { type: 'boolean' } },
    })
  } catch {
    throw new UsageError(words.proof.options)
  }
  const { values, positionals } = parsed
  const { store, application } = values
  if (!store) throw new UsageError(words.option.missing('store'))
  if (!application) throw new UsageError(words.option.missing('application'))
  if (positionals.length === 0) throw new UsageError(words.inspect.none)
  if (positionals.length > 20) throw new UsageError(words.inspect.many)
  return { files: positionals, store, application, intake: values.intake, reason: values.reason, keep: values.keep ?? false, values: values.values ?? false }
}
