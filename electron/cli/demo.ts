import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Fault } from '../../shared/fault.ts'
import type { LightCounts } from '../../shared/contract/views.ts'
import type { Core, RunContext } from '../core/core.ts'
import { type AcceptedOffer, acceptedOffers } from '../core/placement/sample-placement.ts'
import { writeScreening } from '../core/report/lights.ts'
import { fileFault, writeFileAtomic } from '../core/store/files.ts'
import { type SampleFiles, writeSampleFiles } from '../core/upkeep/sample.ts'
import { SAMPLE_PASSPHRASE, sampleCaseworker } from '../core/upkeep/sample-store.ts'
import { createCore } from '../core/core.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { readOptions } from './arguments.ts'
import type { Places } from './main.ts'
import { call, progressLine } from './store.ts'

type IntakeResult = { intake: string; counts: LightCounts; refused: number; duplicates: number; places: number; offered: number; decisions: number; bySex: Record<'K' | 'M', Figures> }
type Figures = { applicants: number; green: number; offered: number; decisions: number }

/** Runs the whole journey on the made-up intakes of 2023: files, lights, decisions and a form for each accepted offer. */
export async function demo(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const { out: folder } = readOptions(args, ['out'], [])
  const out = resolve(folder)
  const forms = join(out, 'blanketter')
  try {
    mkdirSync(forms, { recursive: true })
  } catch (error) {
    throw fileFault(error, out)
  }
  const run = progressLine(signal)
  const started = performance.now()
  const root = mkdtempSync(join(tmpdir(), 'sprangbrada-demo-'))
  const remove = () => rmSync(root, { recursive: true, force: true })
  process.once('exit', remove)
  process.stderr.write('Gör exempelintagen 2023 …\n')
  const sample = await writeSampleFiles()
  const core = createCore({ role: 'single', folder: root, ...places })
  try {
    await core.keepers.createEmptySample(SAMPLE_PASSPHRASE, sampleCaseworker)
    const results: IntakeResult[] = []
    for (const intake of sample.intakes) results.push(await runIntake(core, intake, out, forms, run))
    const seconds = Math.round((performance.now() - started) / 10) / 100
    writeFileAtomic(join(out, 'summary.json'), `${JSON.stringify({ intakes: results, seconds }, null, 2)}\n`)
    process.stdout.write(table(results))
    process.stdout.write(`\nKlart på ${String(seconds).replace('.', ',')} s. Resultaten ligger i ${relative(process.cwd(), out) || '.'}:\n  screening-*.csv  färg och regler per ansökan\n  blanketter       ett beslut om arbetspraktik per antaget erbjudande (PDF)\n  summary.json     siffrorna ovan\n`)
    return 0
  } finally {
    sample.remove()
    core.close()
    remove()
  }
}

async function runIntake(core: Core, files: SampleFiles, out: string, forms: string, run: RunContext): Promise<IntakeResult> {
  const { name, evaluationDate, placeStart, placeEnd } = files
  const { id } = await call(core, 'intake.create', { programme: 'jobbspranget', name, evaluationDate, placeStart, placeEnd }, run)
  const report = await call(core, 'intake.takeIn', { intakeId: id, files: [files.applications, files.register, files.permits] }, run)
  const fault = report.files.find(f => f.fault)?.fault
  if (fault) throw new Fault(fault.code, fault.params)
  writeScreening(core.context(run), id, join(out, `screening-${name}.csv`))
  const { read } = core.context(run).store
  const sexOf = core.keepers.sexByApplication(id)
  const bySex: IntakeResult['bySex'] = { K: figures(), M: figures() }
  const ids = new Map(read.all<{ id: number; application_id: string; proposed: number }>('SELECT id, application_id, proposed FROM application WHERE intake = ?', id).map(r => [r.application_id, r]))
  for (const [applicationId, { proposed }] of ids) {
    const sex = bySex[sexOf.get(applicationId) ?? 'K']
    sex.applicants++
    if (proposed === 0) sex.green++
  }
  for (const [applicationId] of files.offers.slice(1)) bySex[sexOf.get(applicationId ?? '') ?? 'K'].offered++
  const accepted = acceptedOffers(files.places, files.offers, files.controls)
  let done = 0
  for (const offer of accepted) {
    await decideOffer(core, ids.get(offer.applicationId)?.id ?? 0, offer, forms, run)
    bySex[sexOf.get(offer.applicationId) ?? 'K'].decisions++
    run.progress(`beslut ${name}`, ++done, accepted.length)
    if (run.signal.aborted) throw new Fault('cancelled')
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  process.stderr.write(`Intag ${name}: ${report.after.total} sökande, ${accepted.length} beslut.\n`)
  const counts = report.files[0]?.counts
  return { intake: name, counts: report.after, refused: counts?.refused ?? 0, duplicates: counts?.duplicates ?? 0, places: placesIn(files.places), offered: files.offers.length - 1, decisions: accepted.length, bySex }
}

const figures = (): Figures => ({ applicants: 0, green: 0, offered: 0, decisions: 0 })
const placesIn = (table: readonly string[][]) => {
  const at = table[0]?.indexOf('antal') ?? -1
  return table.slice(1).reduce((sum, row) => sum + Number(row[at] ?? 1), 0)
}

async function decideOffer(core: Core, caseId: number, offer: AcceptedOffer, forms: string, run: RunContext): Promise<void> {
  const { version } = await call(core, 'screening.establish', { id: caseId, version: core.keepers.versionOf(caseId) }, run)
  const { id: decisionId } = await call(core, 'decision.decide', { caseId, version, ...offer.details }, run)
  await call(core, 'documents.save', { decisionId, path: join(forms, `beslut-${offer.applicationId}.pdf`) }, run)
}

function table(results: IntakeResult[]): string {
  const sum = (pick: (f: Figures) => number, sex: 'K' | 'M') => results.reduce((n, r) => n + pick(r.bySex[sex]), 0)
  const picks: [string, (f: Figures) => number][] = [['sökande', f => f.applicants], ['gröna', f => f.green], ['erbjudna', f => f.offered], ['beslut', f => f.decisions]]
  const row = (label: string, values: (string | number)[]) => `${label.padEnd(10)}${values.map(v => String(v).padStart(10)).join('')}\n`
  const line = (label: string, sexes: ('K' | 'M')[]) => row(label, picks.map(([, pick]) => sexes.reduce((n, s) => n + sum(pick, s), 0)))
  const total = (pick: (r: IntakeResult) => number) => results.reduce((n, r) => n + pick(r), 0)
  return `\n${row('', picks.map(([name]) => name))}${line('Kvinnor', ['K'])}${line('Män', ['M'])}${line('Totalt', ['K', 'M'])}\nOrange ${total(r => r.counts.orange)}, röda ${total(r => r.counts.red)}, avvisade rader ${total(r => r.refused)}, dubbletter ${total(r => r.duplicates)}, platser ${total(r => r.places)}.\n`
}
