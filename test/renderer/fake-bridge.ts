import type { Bridge, Changed, Command } from '../../shared/contract/bridge.ts'
import type { OperationInput, OperationName, OperationOutput, Operations } from '../../shared/contract/operations.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { ListPage, ListRow, Progress, StoreStatus } from '../../shared/contract/views.ts'
import { ROLES } from '../../shared/domain.ts'
import type { FaultCode, Result } from '../../shared/fault.ts'
import { fakeFacts, fakeView, type FakeCase } from './fake-case.ts'
import { fakeConsent, fakeCredential, fakeDraft, fakeIssuers, fakeRecheck } from './fake-proof.ts'
import { fakeAsks, fakeBulk, fakeCounts, fakeFilters } from './fake-desk.ts'
import { fakeDocument, fakeDocumentsReport } from './fake-documents.ts'
import { fakeIntakes, fakeRows, fakeRules } from './fake-data.ts'
import { fakeInspection, fakeReport, fakeUndo, fakeUnderstanding } from './fake-report.ts'
import { fakePeople } from './fake-people.ts'
import { fakeNotes, fakeProposal, fakeRequests, fakeTimeline } from './fake-letters.ts'
import { fakeLikely, fakePerson } from './fake-persons.ts'
import { fakeProgrammes, fakeRulesCore } from './fake-rules.ts'

export type Scene = {
  stores?: StoreStatus['stores']
  rows?: number
  /** Milliseconds that every call takes. */
  delay?: number
  /** Faults by operation, given instead of an answer. */
  faults?: Partial<Record<OperationName, FaultCode>>
  pdf?: Uint8Array
  /** The next change of a case finds that someone else has changed it. */
  conflict?: boolean
}
export type FakeBridge = Bridge & { calls: { name: OperationName; input: unknown }[]; send: (command: Command) => void; change: (change: Changed) => void; printed: number }

const wait = (ms: number) => new Promise<void>(done => setTimeout(done, ms))

/** A core of made-up data behind the real contract, for looking at the views and for testing them. */
export function fakeBridge(scene: Scene = {}): FakeBridge {
  const rows = fakeRows(scene.rows ?? 100_000)
  const intakes = fakeIntakes(rows.length)
  const cases = new Map<number, FakeCase>()
  const cancelled = new Set<string>()
  const progress = new Set<(p: Progress) => void>()
  const commands = new Set<(c: Command) => void>()
  const changes = new Set<(c: Changed) => void>()
  const settings: Settings = { theme: 'system', language: 'sv', zoom: 100, tour: 'done', tourStep: 0, desks: {} }
  const looks = new Set<(s: Settings) => void>()
  const stores = scene.stores ?? [{ profile: 'work', condition: 'locked', folder: 'arbetslager' }, { profile: 'sample', condition: 'none', folder: 'exempellager' }]
  const status: StoreStatus = { open: null, stores }
  let conflict = scene.conflict ?? false
  const pdf = scene.pdf ?? new Uint8Array()
  const rules = fakeRulesCore()

  const caseOf = (id: number): FakeCase => {
    const known = cases.get(id)
    if (known) return known
    const row = rows[id - 1] as ListRow
    const made: FakeCase = { row, facts: fakeFacts(), version: 1, established: null, changed: false, decision: null }
    cases.set(id, made)
    return made
  }
  let last: { key: string; page: ListPage } | null = null
  const list = (q: OperationInput<'screening.list'>): ListPage => {
    const { offset = 0, limit = 100, ...rest } = q
    const key = JSON.stringify(rest)
    if (last?.key !== key) last = { key, page: select(q) }
    return { ...last.page, rows: last.page.rows.slice(offset, offset + limit) }
  }
  const select = (q: OperationInput<'screening.list'>): ListPage => {
    const text = (q.text ?? '').toLowerCase()
    const found = rows.filter(r =>
      (!q.rules?.length || q.rules.some(id => r.rules.some(x => x.id === id)))
      && (!text || `${r.givenName} ${r.familyName} ${r.identityNumber} ${r.applicationId}`.toLowerCase().includes(text))
      && (!q.only || q.only === 'all' || (q.only === 'protected' && r.protected) || (q.only === 'established' && r.established) || (q.only === 'not-established' && !r.established) || (q.only === 'changed' && r.changedSinceEstablished) || (q.only === 'decided' && r.decided)))
    const counts = { green: 0, orange: 0, red: 0, total: found.length }
    for (const r of found) counts[r.light]++
    const shown = q.lights?.length ? found.filter(r => q.lights?.includes(r.light)) : found
    const by = (r: ListRow) => (q.sort === 'applicationId' ? r.applicationId : q.sort === 'identityNumber' ? r.identityNumber : q.sort === 'light' ? r.light : q.sort === 'received' ? r.receivedOn ?? '' : `${r.familyName} ${r.givenName}`)
    const sorted = [...shown].sort((a, b) => (by(a) < by(b) ? -1 : 1) * (q.direction === 'desc' ? -1 : 1))
    return { total: shown.length, counts, rows: sorted }
  }
  const long = async <T>(callId: string | undefined, step: string, value: T): Promise<Result<T>> => {
    for (let done = 0; done <= 20; done++) {
      if (callId && cancelled.has(callId)) return { ok: false, fault: { code: 'cancelled', params: {} } }
      for (const tell of progress) tell({ callId: callId ?? '', step, done: done * 1000, total: 20_000 })
      await wait((scene.delay ?? 0) * 2)
    }
    return { ok: true, value }
  }
  const ok = async <T>(value: T): Promise<Result<T>> => ({ ok: true, value })
  const open = (profile: 'work' | 'sample') => {
    const caseworker = { id: 1, name: 'Siv Åkesson', title: 'Arbetsförmedlare', roles: [...ROLES] }
    status.open = { profile, caseworker, idleMinutes: 15 }
    return caseworker
  }
  const changeFact = (id: number, version: number, run: (c: FakeCase) => void): Result<OperationOutput<'screening.open'>> => {
    const c = caseOf(id)
    if (conflict || c.version !== version) {
      conflict = false
      c.version++
      return { ok: false, fault: { code: 'case-changed', params: {} } }
    }
    run(c)
    c.version++
    return { ok: true, value: fakeView(c) }
  }

  // OperationOutput loses the null of operations that give nothing back.
  type Answer<N extends OperationName> = Exclude<Operations[N]['output'], undefined>
  type Handlers = { [N in OperationName]: (input: OperationInput<N>, callId?: string) => Promise<Result<Answer<N>>> }
  const handlers: Handlers = {
    'store.status': () => ok(structuredClone(status)),
    'store.create': () => { open('work'); return ok({ recoveryCode: 'K7QF-29MX-T4HW-8ZRB-3NDC-P6VJ' }) },
    'store.createSample': (_, callId) => long(callId, 'Läser in exempel', open('sample')),
    'store.unlock': async input => input.profile === 'work' && input.passphrase !== 'rätt häst batteri klammer' ? { ok: false, fault: { code: 'passphrase-wrong', params: {} } } : ok(open(input.profile)),
    'store.recover': async input => input.recoveryCode.startsWith('K7QF') ? ok(open('work')) : { ok: false, fault: { code: 'recovery-code-wrong', params: {} } },
    'store.lock': () => { status.open = null; return ok(null) },
    'store.changePassphrase': async input => input.current === 'rätt häst batteri klammer' ? ok(null) : { ok: false, fault: { code: 'passphrase-wrong', params: {} } },
    'store.renewRecoveryCode': () => ok({ recoveryCode: 'A1B2-C3D4-E5F6-G7H8' }),
    'store.removeSample': () => ok(null),
    'store.setIdleMinutes': () => ok(null),
    'log.page': () => ok({ total: 0, more: false, rows: [] }),
    'log.bursts': () => ok([]),
    'log.export': () => ok({ name: 'logg.csv', rows: 0 }),
    'people.list': () => ok(fakePeople()),
    'people.add': () => ok(fakePeople()),
    'people.change': () => ok(fakePeople()),
    'people.end': () => ok(fakePeople()),
    'people.setPassphrase': () => ok(fakePeople()),
    'backup.create': (_, callId) => long(callId, 'Kopierar', { name: 'sakerhetskopia.sprangbrada', cases: rows.length, bytes: 48_300_000 }),
    'backup.inspect': async input => input.secret === 'fel' ? { ok: false, fault: { code: 'backup-unreadable', params: {} } } : ok({ madeAt: '2026-11-20T16:00:00.000Z', cases: 1013, intakes: 2 }),
    'backup.restore': (_, callId) => long(callId, 'Lägger in', { cases: 1013, previousKeptAs: 'lager-2026-11-21' }),
    'journal.verify': (_, callId) => long(callId, 'Räknar kedjan', { entries: 31_877, cases: rows.length }),
    'intake.list': () => ok(intakes),
    'intake.suggestions': () => ok([
      { programme: 'jobbspranget', name: 'Våren 2026', evaluationDate: '2026-01-17', placeStart: '2026-03-02', placeEnd: '2026-07-03' },
      { programme: 'jobbspranget', name: 'Hösten 2026', evaluationDate: '2026-08-17', placeStart: '2026-09-28', placeEnd: '2027-01-29' },
      { programme: 'jobbspranget-pilot', name: 'Pilot våren 2027', evaluationDate: '2027-01-17', placeStart: '2027-03-01', placeEnd: '2027-07-02' },
    ]),
    'intake.create': async input => intakes.some(i => i.name === input.name) ? { ok: false, fault: { code: 'intake-name-taken', params: { name: input.name } } } : ok(Object.assign(structuredClone(intakes[2] as (typeof intakes)[number]), input)),
    'intake.update': input => ok(Object.assign(structuredClone(intakes[0] as (typeof intakes)[number]), input)),
    'intake.preview': (_, callId) => long(callId, 'Läser ansokningar.csv', fakeReport()),
    'intake.undoPreview': (_, callId) => long(callId, 'Ångrar', fakeUndo()),
    'intake.undoFile': (_, callId) => long(callId, 'Ångrar', fakeUndo()),
    'intake.takeIn': (_, callId) => long(callId, 'Läser in', fakeReport()),
    'intake.inspect': input => ok(fakeInspection(input.plans)),
    'intake.understand': () => ok(fakeUnderstanding()),
    'intake.problems': () => ok([]),
    'intake.saveProblems': () => ok({ name: 'problem.csv', rows: 3, leftOut: 1 }),
    'intake.saveReceipt': () => ok({ name: 'kvitto.txt' }),
    'intake.rememberMapping': input => ok({ sender: input.sender, kind: input.kind, columns: input.columns.length, at: '2026-11-21T10:00:00.000Z' }),
    'intake.forgetSender': () => ok([]),
    'intake.senders': () => ok([]),
    'intake.exportLights': () => ok({ name: 'ljus-hosten-2026.csv', rows: rows.length - 12, withdrawn: 1, notCovered: 0 }),
    'screening.list': input => ok(list(input)),
    'screening.queue': input => ok(new Uint8Array(Int32Array.from(list({ ...input, offset: 0, limit: 500 }).rows, row => row.id).buffer)),
    'screening.rows': input => ok(rows.filter(row => input.ids.includes(row.id))),
    'screening.rules': () => ok(fakeRules),
    'screening.open': async input => {
      const c = caseOf(input.id)
      return c.row.protected && !input.reason ? { ok: false, fault: { code: 'case-protected', params: {} } } : ok(fakeView(c))
    },
    'screening.setFact': async input => changeFact(input.id, input.version, c => {
      const { value } = input
      const known = typeof value === 'object' ? null : value
      c.facts = c.facts.map(f => (f.id !== input.fact ? f : {
        ...f, state: known === null ? 'none' : 'known', value: known, display: known === null ? 'Finns inte' : String(known), source: 'caseworker',
        entries: [{ ...(known === null ? { state: 'none' as const } : { state: 'known' as const, value: known }), source: 'caseworker', display: String(known ?? 'Finns inte'), at: '2026-11-21T12:00:00.000Z', by: 'Siv Åkesson', reason: input.reason, origin: input.origin ?? 'assessment', ref: null, holds: true }, ...f.entries.filter(e => e.source !== 'caseworker').map(e => ({ ...e, holds: false }))],
      }))
      c.changed = c.established !== null
    }),
    'screening.withdrawFact': async input => changeFact(input.id, input.version, c => {
      const first = fakeFacts()
      c.facts = c.facts.map(f => (f.id === input.fact ? { ...(first.find(x => x.id === f.id) ?? f), entries: f.entries.filter(e => e.source !== 'caseworker') } : f))
    }),
    'screening.establish': async input => changeFact(input.id, input.version, c => {
      c.established = { light: fakeView(c).proposed, at: '2026-11-21T12:10:00.000Z', by: 'Siv Åkesson', ruleSetHash: 'abc', assessment: input.assessment ?? null, override: null, confirmedBy: null }
      c.changed = false
    }),
    'screening.override': async input => changeFact(input.id, input.version, () => undefined),
    'screening.confirm': async input => changeFact(input.id, input.version, () => undefined),
    'screening.return': async input => changeFact(input.id, input.version, () => undefined),
    'screening.undoLast': async input => changeFact(input.id, input.version, () => undefined),
    'screening.overrides': () => ok({ rows: [], total: 0, awaiting: 0, moves: [] }),
    'screening.figures': () => ok({ total: 0, least: 5, lights: [], overrides: { total: 0, bySex: { K: 0, M: 0, unknown: 0 } } }),
    'decision.preview': () => ok(pdf),
    'decision.decide': async input => {
      const { caseId, version: _, decidedOn, partTimeReason = '', rapporteur = '', participants = '', caseNumber = '', barReference = '', union, ...rest } = input
      const details = { ...rest, partTimeReason, rapporteur, participants, caseNumber, barReference, union: { ...union, answeredOn: union.answeredOn ?? null } }
      const c = caseOf(caseId)
      c.decision = {
        id: caseId, decidedOn, decidedBy: 'Siv Åkesson', title: 'Arbetsförmedlare', periodStart: '2026-09-28', periodEnd: '2027-01-29',
        details,
      }
      return ok(c.decision)
    },
    'proof.issuers': () => ok(fakeIssuers()),
    'proof.readIssuer': () => ok(fakeDraft()),
    'proof.readKeys': () => ok({ keys: fakeDraft().keys }),
    'proof.addIssuer': () => ok(fakeIssuers()),
    'proof.changeIssuer': (_, callId) => long(callId, 'intyg', fakeRecheck()),
    'proof.withdrawIssuer': (_, callId) => long(callId, 'intyg', fakeRecheck()),
    'proof.importStatusList': (_, callId) => long(callId, 'intyg', { issuer: 'Provmyndigheten', uri: 'https://utfardare.example/status/1', issuedAt: '2026-11-20T00:00:00.000Z', staleAt: '2026-12-20T00:00:00.000Z', known: false, recheck: fakeRecheck() }),
    'proof.recheck': (_, callId) => long(callId, 'intyg', fakeRecheck()),
    'proof.ofCase': () => ok([fakeCredential()]),
    'proof.present': input => ok({ report: { outcome: 'valid', credential: fakeCredential(), again: false }, case: fakeView(caseOf(input.id)) }),
    'proof.presentFile': input => ok({ report: { outcome: 'valid', credential: fakeCredential(), again: false }, case: fakeView(caseOf(input.id)) }),
    'proof.withdraw': () => ok(fakeView(caseOf(1))),
    'consent.ofCase': () => ok(fakeConsent()),
    'consent.withdraw': input => ok(fakeView(caseOf(input.id))),
    'consent.give': input => ok(fakeView(caseOf(input.id))),
    'persons.ofCase': input => ok(fakePerson(input.id)),
    'persons.likely': () => ok(fakeLikely()),
    'persons.join': () => ok({ takenBack: 0 }),
    'persons.part': () => ok({ takenBack: 0 }),
    'persons.tellApart': () => ok({ takenBack: 0 }),
    'desk.counts': () => ok(fakeCounts(rows.length)),
    'desk.assign': input => ok({ assigned: input.ids.length }),
    'desk.express': input => ok(fakeView(caseOf(input.id))),
    'desk.filters': () => ok(fakeFilters()),
    'desk.saveFilter': () => ok(fakeFilters()),
    'desk.removeFilter': () => ok(null),
    'desk.bulkAsks': () => ok(fakeAsks()),
    'desk.saveLetters': (_, callId) => long(callId, 'brev', { folder: 'Brev om komplettering 2026-11-23', saved: 3, without: 0, protected: 0 }),
    'desk.bulkPreview': () => ok(fakeBulk()),
    'desk.bulk': (_, callId) => long(callId, 'ärenden', fakeBulk()),
    'requests.propose': () => ok(fakeProposal()),
    'requests.preview': () => ok({ pdf: new Uint8Array(), text: '' }),
    'requests.make': async input => changeFact(input.id, input.version, () => undefined),
    'requests.remind': () => ok(fakeView(caseOf(1))),
    'requests.answer': () => ok(fakeView(caseOf(1))),
    'requests.close': () => ok(fakeView(caseOf(1))),
    'requests.ofCase': () => ok(fakeRequests()),
    'requests.letter': () => ok(new Uint8Array()),
    'requests.saveLetter': () => ok({ name: 'brev.pdf' }),
    'notes.ofCase': () => ok(fakeNotes()),
    'notes.add': () => ok({ id: 2 }),
    'notes.amend': () => ok({ id: 3 }),
    'timeline.ofCase': input => ok(fakeTimeline(input.id)),
    'documents.form': () => ok(pdf),
    'documents.save': () => ok({ name: 'beslut-JS-2026-000001.pdf' }),
    'documents.receiptSheet': () => ok(pdf),
    'documents.recoverySheet': () => ok(pdf),
    'documents.receivePreview': (_, callId) => long(callId, 'handlingar', fakeDocumentsReport()),
    'documents.receive': (_, callId) => long(callId, 'handlingar', fakeDocumentsReport()),
    'documents.ofCase': input => ok([fakeDocument(input.id)]),
    'documents.read': () => ok(pdf),
    'documents.mark': input => ok({ ...fakeDocument(1), kind: input.kind, note: input.note }),
    'documents.remove': () => ok(fakeView(caseOf(1))),
    'documents.prove': async input => changeFact(input.id, input.version, () => undefined),
    'documents.unprove': async input => changeFact(input.id, input.version, () => undefined),
    'rules.programmes': () => ok(fakeProgrammes()),
    'rules.book': async input => rules.book(input),
    'rules.diff': async input => rules.diff(input),
    'rules.try': async input => rules.tried(input),
    'search.find': () => ok({ groups: [], intakes: [], complete: true }),
    'rules.export': () => ok({ name: 'jobbspranget.yaml' }),
    'rules.import': () => ok({ programme: 'jobbspranget', title: 'Jobbsprånget', newVersions: [], versions: 2, examples: 2 }),
    'rules.whatIf': async (input, callId) => {
      const answer = rules.whatIf(input)
      return answer.ok ? long(callId, 'bedömning', answer.value) : answer
    },
    'rules.whatIfPage': async input => rules.page(input),
    'rules.whatIfSave': async () => rules.saved(),
    'rules.adopt': (input, callId) => long(callId, 'omprövning', rules.adopt(input)),
  }
  const fake: FakeBridge = {
    calls: [], printed: 0,
    call: async (name, input, callId) => {
      fake.calls.push({ name, input })
      if (scene.delay) await wait(scene.delay)
      const code = scene.faults?.[name]
      const fault = code && { ok: false as const, fault: { code, params: { file: 'ansokningar.csv', incident: 'A-17', found: 9, known: 3, seq: 12 } } }
      const answer = handlers[name] as (input: unknown, callId?: string) => Promise<Result<OperationOutput<typeof name>>>
      return fault ?? answer(input, callId)
    },
    cancel: async callId => { cancelled.add(callId) },
    onProgress: l => { progress.add(l); return () => progress.delete(l) },
    onChanged: l => { changes.add(l); return () => changes.delete(l) },
    onCommand: l => { commands.add(l); return () => commands.delete(l) },
    chooseFiles: async purpose => ok(purpose === 'programme' ? [{ token: 'p', name: 'jobbspranget.yaml' }] : purpose === 'backup' ? [{ token: 'b', name: 'sakerhetskopia-2026-11-20.sprangbrada' }] : [{ token: 'a', name: 'ansokningar.csv' }, { token: 'r', name: 'registerutdrag.xlsx' }]),
    chooseTarget: async (_, name) => ok({ token: 't', name }),
    dropFiles: async files => ok(files.map((f, i) => ({ token: `d${i}`, name: f.name }))),
    settings: {
      get: () => ok(settings),
      set: async change => { Object.assign(settings, change); for (const l of looks) l({ ...settings }); return ok({ ...settings }) },
      onChange: l => { looks.add(l); return () => looks.delete(l) },
    },
    print: async () => { fake.printed++; return ok(null) },
    send: command => { for (const l of commands) l(command) },
    change: change => { for (const l of changes) l(change) },
  }
  return fake
}
