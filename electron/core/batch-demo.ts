import { join } from 'node:path'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/contract/operations.ts'
import type { LightCounts } from '../../shared/contract/views.ts'
import { Fault } from '../../shared/fault.ts'
import { applicationById } from './cases/cases.ts'
import type { Core, RunContext } from './core.ts'
import { type AcceptedOffer, acceptedOffers } from './placement/sample-placement.ts'
import { writeScreening } from './report/lights.ts'
import { sexByApplication } from './report/sex.ts'
import { makeFolder, writeFileAtomic } from './store/files.ts'
import { type SampleFiles, writeSampleFiles } from './upkeep/sample.ts'

export type IntakeResult = { intake: string; counts: LightCounts; refused: number; duplicates: number; places: number; offered: number; decisions: number; bySex: Record<'K' | 'M', Figures> }
export type Figures = { applicants: number; green: number; offered: number; decisions: number }

export type DemoResult = { intakes: IntakeResult[]; seconds: number }

/** An operation by name; a fault that comes back is thrown. */
async function call<N extends OperationName>(core: Core, name: N, input: OperationInput<N>, run: RunContext): Promise<OperationOutput<N>> {
  const result = await core.run(name, input, run)
  if (!result.ok) throw new Fault(result.fault.code, result.fault.params)
  return result.value
}

/** Runs the whole journey on the made-up intakes of 2023 in an empty sample store: files, lights, decisions and a form for each accepted offer. */
export async function runDemo(core: Core, out: string, run: RunContext): Promise<DemoResult> {
  const forms = join(out, 'blanketter')
  makeFolder(forms)
  const started = performance.now()
  const sample = await writeSampleFiles()
  try {
    await core.keepers.createEmptySample()
    const intakes: IntakeResult[] = []
    for (const intake of sample.intakes) intakes.push(await runIntake(core, intake, out, forms, run))
    const result = { intakes, seconds: Math.round((performance.now() - started) / 10) / 100 }
    writeFileAtomic(join(out, 'summary.json'), `${JSON.stringify(result, null, 2)}\n`)
    return result
  } finally {
    sample.remove()
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
  const sexOf = sexByApplication(core.context(run), id)
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
  const counts = report.files[0]?.counts
  return { intake: name, counts: report.after, refused: counts?.refused ?? 0, duplicates: counts?.duplicates ?? 0, places: placesIn(files.places), offered: files.offers.length - 1, decisions: accepted.length, bySex }
}

const figures = (): Figures => ({ applicants: 0, green: 0, offered: 0, decisions: 0 })
const placesIn = (table: readonly string[][]) => {
  const at = table[0]?.indexOf('antal') ?? -1
  return table.slice(1).reduce((sum, row) => sum + Number(row[at] ?? 1), 0)
}

async function decideOffer(core: Core, caseId: number, offer: AcceptedOffer, forms: string, run: RunContext): Promise<void> {
  const { version } = await call(core, 'screening.establish', { id: caseId, version: applicationById(core.context(run).store.read, caseId).version }, run)
  const { id: decisionId } = await call(core, 'decision.decide', { caseId, version, ...offer.details }, run)
  await call(core, 'documents.save', { decisionId, path: join(forms, `beslut-${offer.applicationId}.pdf`) }, run)
}
