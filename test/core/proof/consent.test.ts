import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appliers } from '../../../electron/core/appliers.ts'
import { applicationById } from '../../../electron/core/cases/cases.ts'
import { sharingWith } from '../../../electron/core/cases/consent.ts'
import { createIntake } from '../../../electron/core/intake/intakes.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { exportLights, writeScreening } from '../../../electron/core/report/lights.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { consentOfCase, giveConsent, withdrawConsent } from '../../../electron/core/screening/consent-work.ts'
import { listApplicants } from '../../../electron/core/screening/list.ts'
import { establishLight, setFact, withdrawFact } from '../../../electron/core/screening/work.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { listQuery } from '../../../shared/contract/operations.ts'
import { INTAKES } from '../../../build/sample/intake.ts'
import { eventsOf } from '../events.ts'
import { openDesk, type Desk } from '../store-fixture.ts'
import { application, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const said = { on: '2023-01-18', how: 'telephone' as const, who: 'sökanden', note: '', also: [] as number[] }
const version = (desk: Desk, id: number) => applicationById(desk.context.store.read, id).version
const withdraw = (desk: Desk, id: number, more: Partial<typeof said> = {}) => withdrawConsent(desk.context, { id, version: version(desk, id), ...said, ...more })
const give = (desk: Desk, id: number, scope: 'ja' | 'delvis', recipients: string[] = [], more: Partial<typeof said> = {}) => giveConsent(desk.context, { id, version: version(desk, id), ...said, ...more, scope, recipients })

/** Applications 1 to 4, green but for what they say of consent. */
async function desk(): Promise<Desk> {
  const made = openDesk()
  await made.take(
    made.put('a.csv', portal([application(1), application(2), application(3, { samtycke: 'delvis' }), application(4, { samtycke: 'kanske' })])),
    made.put('r.csv', register([1, 2, 3, 4].map(n => registerRow(n)))), made.put('p.csv', permits([1, 2, 3, 4].map(n => permitRow(n)))),
  )
  return made
}
function lights(made: Desk): { ids: string[]; receipt: ReturnType<typeof exportLights> } {
  const path = join(made.folder, 'ljus.csv')
  const receipt = exportLights(made.context, { intakeId: made.intakeId, path })
  return { receipt, ids: readFileSync(path, 'utf8').split('\r\n').slice(1).flatMap(line => (line ? [line.split(';')[0] ?? ''] : [])) }
}

describe('without consent nothing of a row is kept', () => {
  it('neither in any table, nor in the journal, nor in any byte of the store', async () => {
    const made = openDesk()
    const mark = { fornamn: 'Qvintessa', efternamn: 'Unik-Namnsson', epost: 'unik.adress@example.com', telefon: '070-1740677', gatuadress: 'Hemliga stigen 99', kommentar: 'särskild anteckning' }
    await made.take(made.put('a.csv', portal([application(1), application(2, { ...mark, samtycke: 'nej' }), application(3, { ...mark, samtycke: '' })])), made.put('r.csv', register([registerRow(1), registerRow(2), registerRow(3)])))
    const { read } = made.context.store
    const secrets = [...Object.values(mark), numberOf(2), numberOf(3), idOf(2), idOf(3)]
    for (const { name } of read.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)) {
      const content = JSON.stringify(read.all(`SELECT * FROM ${name}`)).toLowerCase()
      for (const secret of secrets) expect(content, `${name}: ${secret}`).not.toContain(secret.toLowerCase())
    }
    for (const file of readdirSync(join(made.folder, 'arbete'))) {
      const bytes = readFileSync(join(made.folder, 'arbete', file)).toString('latin1')
      for (const secret of secrets) expect(bytes.includes(Buffer.from(secret).toString('latin1')), file).toBe(false)
    }
    expect(made.counts()['application']).toBe(1)
  })
})

describe('consent in part', () => {
  it('gives the portal its light and nobody else anything, and an answer nobody understood gives nobody anything', async () => {
    const made = await desk()
    expect(consentOfCase(made.context, { id: 3 })).toMatchObject({ scope: 'delvis', applicationDate: '2023-01-05', word: null, recipients: [{ id: 'portal', may: true }, { id: 'employer', may: false }, { id: 'union', may: false }] })
    expect(consentOfCase(made.context, { id: 4 }).recipients.filter(r => r.may)).toEqual([])
    expect(consentOfCase(made.context, { id: 1 }).recipients.filter(r => !r.may)).toEqual([])
    expect(lights(made)).toEqual({ ids: [idOf(1), idOf(2), idOf(3)], receipt: { name: 'ljus.csv', rows: 3, withdrawn: 0, notCovered: 1 } })
    const employer = sharingWith(made.context.store.read, made.intakeId, 'employer')
    const answers = [1, 2, 3, 4].map(id => employer(applicationById(made.context.store.read, id)))
    expect(answers).toEqual([null, null, 'not-covered', 'not-covered'])
    expect(sharingWith(made.context.store.read, made.intakeId, 'somebody')(applicationById(made.context.store.read, 1))).toBe('not-covered')
  })
  it('covers those that were recorded, and only them', async () => {
    const made = await desk()
    expect(give(made, 3, 'delvis', ['employer']).consent).toEqual({ scope: 'delvis', on: '2023-01-18' })
    expect(lights(made)).toMatchObject({ ids: [idOf(1), idOf(2)], receipt: { withdrawn: 0, notCovered: 2 } })
    expect(sharingWith(made.context.store.read, made.intakeId, 'employer')(applicationById(made.context.store.read, 3))).toBeNull()
    give(made, 4, 'ja')
    expect(lights(made).ids).toEqual([idOf(1), idOf(2), idOf(4)])
    expect(caseView(made.context.store, 4).proposed).toBe('green')
    expect(() => give(made, 3, 'delvis', ['grannen'])).toThrow('consent-recipients')
    // Consent in part covers nobody until somebody is named.
    give(made, 1, 'delvis', [])
    expect(lights(made).ids).toEqual([idOf(2), idOf(4)])
    await verifyJournal(made.context, appliers)
  })
})

describe('consent taken back', () => {
  it('ends sharing, is told wherever the person is, marks an established light, and can be given again', async () => {
    const made = await desk()
    establishLight(made.context, { id: 1, version: version(made, 1) })
    const view = withdraw(made, 1, { note: 'Ringde 14.30.' })
    expect(view).toMatchObject({ consent: { scope: 'withdrawn', on: '2023-01-18' }, proposed: 'red', changedSinceEstablished: true })
    expect(eventsOf(made.context, 1)[0]?.text ?? '').toMatch(/samtycke/i)
    expect(eventsOf(made.context, 1).map(entry => entry.text)).toContain('Samtycket till att uppgifter delas återkallades 2023-01-18 (telefon), enligt sökanden. Ringde 14.30.')
    expect(lights(made)).toMatchObject({ ids: [idOf(2), idOf(3)], receipt: { rows: 2, withdrawn: 1, notCovered: 1 } })
    expect(listApplicants(made.context, listQuery.parse({ intakeId: made.intakeId })).rows.filter(row => row.consentWithdrawn).map(row => row.id)).toEqual([1])
    expect(consentOfCase(made.context, { id: 1 })).toMatchObject({ scope: 'withdrawn', word: { state: 'withdrawn', how: 'telephone', who: 'sökanden', by: 'Test Testsson' }, recipients: [{ may: false }, { may: false }, { may: false }] })
    const screening = join(made.folder, 'screening.csv')
    writeScreening(made.context, made.intakeId, screening)
    expect(readFileSync(screening, 'utf8')).not.toContain(idOf(1))
    await verifyJournal(made.context, appliers)
    expect(give(made, 1, 'ja')).toMatchObject({ consent: { scope: 'ja' }, proposed: 'green' })
    expect(lights(made).ids).toContain(idOf(1))
    await verifyJournal(made.context, appliers)
  })
  it('holds for the person’s other applications that are named, and for nobody else’s', async () => {
    const made = await desk()
    const { evaluationDate, placeStart, placeEnd } = INTAKES['2023-2']
    const autumn = createIntake(made.context, { programme: 'jobbspranget', name: '2023-2', evaluationDate, placeStart, placeEnd }).id
    await takeIn(made.context, { intakeId: autumn, files: [made.put('b.csv', portal([application(1, { intag: '2023-2', ansoknings_id: 'JS-2023-2-7' })]))] }, true)
    expect(consentOfCase(made.context, { id: 1 }).others).toEqual([{ id: 5, applicationId: 'JS-2023-2-7', intakeName: '2023-2', scope: 'ja', open: true }])
    expect(() => withdraw(made, 1, { also: [2] })).toThrow('case-missing')
    expect(made.context.store.read.value('SELECT count(*) FROM consent')).toBe(0)
    withdraw(made, 1, { also: [5, 1] })
    expect(consentOfCase(made.context, { id: 5 })).toMatchObject({ scope: 'withdrawn', others: [{ id: 1, scope: 'withdrawn' }] })
    expect(exportLights(made.context, { intakeId: autumn, path: join(made.folder, 'b-ljus.csv') })).toMatchObject({ rows: 0, withdrawn: 1 })
    await verifyJournal(made.context, appliers)
  })
  it('is refused for a case that changed meanwhile, for a day to come, and cannot be undone as a correction', async () => {
    const made = await desk()
    expect(() => withdrawConsent(made.context, { id: 1, version: 1, ...said })).toThrow('case-changed')
    expect(() => withdraw(made, 1, { on: '2999-01-01' })).toThrow('decision-field')
    withdraw(made, 1)
    expect(() => withdrawFact(made.context, { id: 1, version: version(made, 1), fact: 'consent.withdrawn', reason: 'fel' })).toThrow('fact-not-editable')
    expect(() => setFact(made.context, { id: 1, version: version(made, 1), fact: 'consent.withdrawn', value: false, reason: 'fel' })).toThrow('fact-not-editable')
  })
  it('is shown of a protected person for a reason only', async () => {
    const made = openDesk()
    await made.take(made.put('a.csv', portal([application(1)])), made.put('r.csv', register([registerRow(1, { skyddade_uppgifter: 'ja' })])))
    expect(() => consentOfCase(made.context, { id: 1 })).toThrow('case-protected')
    expect(consentOfCase(made.context, { id: 1, reason: 'handläggning' }).scope).toBe('ja')
  })
})
