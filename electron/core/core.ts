import { type OperationName, type OperationOutput, type OperationParsed, operations } from '../../shared/contract/operations.ts'
import type { Changed } from '../../shared/contract/bridge.ts'
import type { StoreProfile } from '../../shared/domain.ts'
import { Fault, type Result } from '../../shared/fault.ts'
import type { Context, CoreConfig, RunContext } from './context.ts'
import { speaking } from './cases/spoken.ts'
import { decide, previewDecision } from './decision/decide.ts'
import { bulkAsks } from './screening/desk/ask.ts'
import { previewBulk, runBulk } from './screening/desk/bulk.ts'
import { chosenIds } from './screening/desk/bulk-plan.ts'
import { deskCounts } from './screening/desk/counts.ts'
import { removeFilter, savedFilters, saveFilter } from './screening/desk/filters.ts'
import { assignCases, markExpress } from './screening/desk/work.ts'
import { setAssetFolder } from './documents/assets.ts'
import { renderDecisionForm } from './documents/decision-form.ts'
import { renderReceiptSheet } from './documents/receipt-sheet.ts'
import { renderRecoverySheet } from './documents/recovery-sheet.ts'
import { proveFact, unproveFact } from './documents/received/proof.ts'
import { previewDocuments, receiveDocuments } from './documents/received/receive.ts'
import { documentsOfCase, markDocument, readDocument, removeDocument } from './documents/received/stored.ts'
import { readForm, saveForm } from './documents/stored-form.ts'
import { createIntake, listIntakes, suggestIntakes, updateIntake } from './intake/intakes.ts'
import { inspectFiles } from './intake/inspect.ts'
import { forgetSender, knownSenders, rememberMapping } from './intake/mapping.ts'
import { saveProblems, showProblems } from './intake/problems.ts'
import { saveReceipt } from './intake/receipt.ts'
import { takeIn } from './intake/take-in.ts'
import { undoFile } from './intake/undo.ts'
import { understandFile } from './intake/understand.ts'
import { programmeIds } from './programmes/programmes.ts'
import { listProgrammes, openBook, compareVersions } from './rulebook/book.ts'
import { adoptVersion } from './rulebook/adopt.ts'
import { exportProgramme, importProgramme } from './rulebook/exchange.ts'
import { tryRules } from './rulebook/try.ts'
import { saveWhatIf, whatIf, whatIfPage } from './rulebook/what-if.ts'
import { exportLights } from './report/lights.ts'
import { caseView } from './screening/case-view.ts'
import { listApplicants, listRowsOf, queueOf, rulesOfIntake } from './screening/list.ts'
import { figuresOf } from './screening/figures.ts'
import { confirmLight, overrideLight, returnLight } from './screening/lights.ts'
import { overridesOf } from './screening/overrides.ts'
import { undoLast } from './screening/undo-step.ts'
import { establishLight, openCase, setFact, withdrawFact } from './screening/work.ts'
import { addNote, amendNote, notesOfCase } from './screening/notes.ts'
import { readLetter, saveLetter } from './documents/requests/letters.ts'
import { lettersToMany } from './documents/requests/many.ts'
import { saveLetters } from './documents/requests/save-many.ts'
import { proposeRequest } from './documents/requests/propose.ts'
import { requestsOfCase } from './documents/requests/view.ts'
import { answerRequest, closeRequest, makeOneRequest, previewRequest, remindRequest } from './documents/requests/work.ts'
import { timelineOfCase } from './screening/timeline.ts'
import { openSession, type Session } from './session.ts'
import { exportLog, logBursts, logPage } from './log/log.ts'
import { checkAllowed } from './roles.ts'
import { addPerson, changePerson, endPerson, listPeople, setPassphrase } from './people/people.ts'
import { setIdleMinutes } from './people/settings.ts'
import { likelyPairs } from './persons/pairs.ts'
import { personOfCase } from './persons/view.ts'
import { joinPersons, partPersons, tellApart } from './persons/work.ts'
import { addIssuer, changeIssuer, describeKeys, importStatusList, listIssuers, readIssuerFile, withdrawIssuer } from './proof/issuers.ts'
import { recheck } from './proof/recheck.ts'
import { present, presentFile, proofOfCase, withdrawCredential } from './proof/work.ts'
import { consentOfCase, giveConsent, withdrawConsent } from './screening/consent-work.ts'
import { find } from './search/find.ts'
import { settleReads } from './store/store.ts'
import { keepersOf, type Keepers } from './upkeep-operations.ts'

export type { CoreConfig, RunContext } from './context.ts'
export type Core = {
  /** Runs an operation by name. A known fault comes back as a value; anything else is a defect and is thrown. */
  run<N extends OperationName>(name: N, input: unknown, context: RunContext): Promise<Result<OperationOutput<N>>>
  onChanged(listener: (change: Changed) => void): void
  session(): { profile: StoreProfile; key: Uint8Array; caseworkerId: number } | null
  attach(session: { profile: StoreProfile; key: Uint8Array; caseworkerId: number }): void
  /** A context over the open store, for callers in the same process (command line, tests). */
  context(run: RunContext): Context
  readonly keepers: Keepers
  /** Ids of the programmes that come with the program. */
  readonly programmes: readonly string[]
  close(): void
}
type Handlers = { [N in OperationName]: (core: { session: Session; keepers: Keepers; context(): Context }, input: OperationParsed<N>) => OperationOutput<N> | Promise<OperationOutput<N>> }

/** Every operation of the program and the one function behind it. */
const handlers: Handlers = {
  'store.status': ({ session }) => session.status(),
  'store.create': ({ session }, { passphrase, name, title }) => session.create('work', passphrase, { name, title }),
  'store.createSample': ({ keepers }) => keepers.createSample(),
  'store.unlock': ({ session }, { profile, passphrase }) => session.unlock(profile, passphrase),
  'store.recover': ({ session }, { recoveryCode, newPassphrase }) => session.recover(recoveryCode, newPassphrase),
  'store.lock': ({ session }) => { session.close(); return null },
  'store.changePassphrase': async ({ session }, { current, next }) => { await session.changePassphrase(current, next); return null },
  'store.renewRecoveryCode': ({ session }, { passphrase }) => session.renewRecovery(passphrase),
  'store.removeSample': ({ keepers }) => { keepers.removeSample(); return null },
  'backup.create': ({ keepers }, { path }) => keepers.backup(path),
  'backup.inspect': ({ keepers }, { path, secret }) => keepers.inspect(path, secret),
  'backup.restore': ({ keepers }, { path, secret }) => keepers.restore(path, secret),
  'journal.verify': ({ keepers }) => keepers.verify(),
  'intake.list': ({ context }) => listIntakes(context()),
  'intake.suggestions': ({ context }) => suggestIntakes(context()),
  'intake.create': ({ context }, input) => createIntake(context(), input),
  'intake.update': ({ context }, input) => updateIntake(context(), input),
  'intake.preview': ({ context }, input) => takeIn(context(), input, false),
  'intake.takeIn': ({ context }, { seen = null, ...input }) => takeIn(context(), { ...input, seen }, true),
  'intake.undoPreview': ({ context }, { fileId }) => undoFile(context(), { fileId, reason: '' }, false),
  'intake.undoFile': ({ context }, { seen = '', ...input }) => undoFile(context(), { ...input, seen }, true),
  'intake.inspect': ({ context }, input) => inspectFiles(context(), input),
  'intake.understand': ({ context }, input) => understandFile(context(), input),
  'intake.problems': ({ context }, input) => showProblems(context(), input),
  'intake.saveProblems': ({ context }, input) => saveProblems(context(), input),
  'intake.saveReceipt': ({ context }, input) => saveReceipt(context(), input),
  'intake.rememberMapping': ({ context }, input) => rememberMapping(context(), input),
  'intake.forgetSender': ({ context }, input) => forgetSender(context(), input),
  'intake.senders': ({ context }, input) => knownSenders(context(), input),
  'intake.exportLights': ({ context }, input) => exportLights(context(), input),
  'rules.programmes': ({ context }) => listProgrammes(context()),
  'rules.book': ({ context }, input) => openBook(context(), input),
  'rules.diff': ({ context }, input) => compareVersions(context(), input),
  'rules.try': ({ context }, input) => tryRules(context(), input),
  'rules.export': ({ context }, input) => exportProgramme(context(), input),
  'rules.import': ({ context }, input) => importProgramme(context(), input),
  'rules.whatIf': ({ context }, input) => whatIf(context(), input),
  'rules.whatIfPage': ({ context }, input) => whatIfPage(context(), input),
  'rules.whatIfSave': ({ context }, input) => saveWhatIf(context(), input),
  'rules.adopt': ({ context }, input) => adoptVersion(context(), input),
  'screening.list': ({ context }, input) => listApplicants(context(), input),
  'screening.queue': ({ context }, input) => queueOf(context(), input),
  'screening.rows': ({ context }, input) => listRowsOf(context(), input),
  'screening.rules': ({ context }, input) => rulesOfIntake(context(), input),
  'screening.open': ({ context }, input) => openCase(context(), input),
  'screening.setFact': ({ context }, input) => setFact(context(), input),
  'screening.withdrawFact': ({ context }, input) => withdrawFact(context(), input),
  'screening.establish': ({ context }, input) => establishLight(context(), input),
  'screening.override': ({ context }, input) => overrideLight(context(), input),
  'screening.confirm': ({ context }, input) => confirmLight(context(), input),
  'screening.return': ({ context }, input) => returnLight(context(), input),
  'screening.undoLast': ({ context }, input) => undoLast(context(), input),
  'screening.overrides': ({ context }, input) => overridesOf(context(), input),
  'screening.figures': ({ context }, input) => figuresOf(context(), input),
  'decision.preview': ({ context }, input) => previewDecision(context(), input),
  'decision.decide': ({ context }, input) => decide(context(), input),
  'documents.form': ({ context }, input) => readForm(context(), input),
  'documents.save': ({ context }, input) => saveForm(context(), input),
  'documents.receivePreview': ({ context }, input) => previewDocuments(context(), input),
  'documents.receive': ({ context }, input) => receiveDocuments(context(), input),
  'documents.ofCase': ({ context }, input) => documentsOfCase(context(), input),
  'documents.read': ({ context }, input) => readDocument(context(), input),
  'documents.mark': ({ context }, input) => markDocument(context(), input),
  'documents.remove': ({ context }, input) => caseView(context().store, removeDocument(context(), input)),
  'documents.prove': ({ context }, input) => { proveFact(context(), input); return caseView(context().store, input.id) },
  'documents.unprove': ({ context }, input) => { unproveFact(context(), input); return caseView(context().store, input.id) },
  'documents.receiptSheet': (_, input) => renderReceiptSheet(input),
  'documents.recoverySheet': (_, { recoveryCode }) => renderRecoverySheet(recoveryCode),
  'proof.issuers': ({ context }) => listIssuers(context()),
  'proof.readIssuer': ({ context }, input) => readIssuerFile(context(), input),
  'proof.readKeys': (_, input) => describeKeys(input),
  'proof.addIssuer': ({ context }, input) => addIssuer(context(), input),
  'proof.changeIssuer': ({ context }, input) => changeIssuer(context(), input),
  'proof.withdrawIssuer': ({ context }, input) => withdrawIssuer(context(), input),
  'proof.importStatusList': ({ context }, input) => importStatusList(context(), input),
  'proof.recheck': ({ context }) => recheck(context()),
  'proof.ofCase': ({ context }, input) => proofOfCase(context(), input),
  'proof.present': async ({ context }, input) => ({ report: await present(context(), input), case: caseView(context().store, input.id) }),
  'proof.presentFile': async ({ context }, input) => ({ report: await presentFile(context(), input), case: caseView(context().store, input.id) }),
  'proof.withdraw': ({ context }, input) => caseView(context().store, withdrawCredential(context(), input)),
  'consent.ofCase': ({ context }, input) => consentOfCase(context(), input),
  'consent.withdraw': ({ context }, input) => withdrawConsent(context(), input),
  'consent.give': ({ context }, input) => giveConsent(context(), input),
  'persons.ofCase': ({ context }, input) => personOfCase(context(), input),
  'persons.likely': ({ context }, input) => likelyPairs(context(), input),
  'persons.join': ({ context }, input) => joinPersons(context(), input),
  'persons.part': ({ context }, input) => partPersons(context(), input),
  'search.find': ({ context }, input) => find(context(), input),
  'persons.tellApart': ({ context }, input) => tellApart(context(), input),
  'desk.counts': ({ context }, input) => deskCounts(context(), input),
  'desk.assign': ({ context }, input) => assignCases(context(), input),
  'desk.express': ({ context }, input) => markExpress(context(), input),
  'desk.filters': ({ context }, input) => savedFilters(context(), input),
  'desk.saveFilter': ({ context }, input) => saveFilter(context(), input),
  'desk.removeFilter': ({ context }, input) => removeFilter(context(), input),
  'desk.bulkPreview': ({ context }, input) => previewBulk(context(), input, lettersToMany),
  'desk.bulk': ({ context }, input) => runBulk(context(), input, lettersToMany),
  'desk.bulkAsks': ({ context }, input) => bulkAsks(context(), input, lettersToMany),
  'desk.saveLetters': ({ context }, { path, ...input }) => saveLetters(context(), chosenIds(context().store, input), path),
  'log.page': ({ context }, input) => logPage(context(), input),
  'log.bursts': ({ context }, input) => logBursts(context(), input),
  'log.export': ({ context }, input) => exportLog(context(), input),
  'people.list': ({ context, session }) => listPeople(context(), session.keys),
  'people.add': ({ context, session }, input) => addPerson(context(), session.keys, input),
  'people.change': ({ context, session }, input) => changePerson(context(), session.keys, input),
  'people.end': ({ context, session }, input) => endPerson(context(), session.keys, input),
  'people.setPassphrase': ({ context, session }, input) => setPassphrase(context(), session.keys, input),
  'store.setIdleMinutes': ({ context }, { minutes }) => { setIdleMinutes(context(), minutes); return null },
  'requests.propose': ({ context }, input) => proposeRequest(context(), input),
  'requests.preview': ({ context }, input) => previewRequest(context(), input),
  'requests.make': async ({ context }, input) => caseView(context().store, await makeOneRequest(context(), input)),
  'requests.remind': async ({ context }, input) => caseView(context().store, await remindRequest(context(), input)),
  'requests.answer': ({ context }, input) => caseView(context().store, answerRequest(context(), input)),
  'requests.close': ({ context }, input) => caseView(context().store, closeRequest(context(), input)),
  'requests.ofCase': ({ context }, input) => requestsOfCase(context(), input),
  'requests.letter': ({ context }, input) => readLetter(context(), input),
  'requests.saveLetter': ({ context }, input) => saveLetter(context(), input),
  'notes.ofCase': ({ context }, input) => notesOfCase(context(), input),
  'notes.add': ({ context }, input) => addNote(context(), input),
  'notes.amend': ({ context }, input) => amendNote(context(), input),
  'timeline.ofCase': ({ context }, input) => timelineOfCase(context(), input),
}

/** Starts a core over a folder of stores. Nothing is opened until an operation asks for it. */
export function createCore(config: CoreConfig): Core {
  if (config.assets) setAssetFolder(config.assets)
  const session = openSession(config.folder, config.temporary)
  const listeners: ((change: Changed) => void)[] = []
  const changed = (change: Changed) => { for (const listener of listeners) listener(change) }
  const contextOf = (run: RunContext): Context => {
    if (!session.store) throw new Fault('store-locked')
    return { store: session.store, assets: config.assets, renderForm: renderDecisionForm, progress: run.progress, signal: run.signal, changed }
  }
  const silent: RunContext = { progress: () => undefined, signal: new AbortController().signal }
  const settling = config.role === 'writer' ? setInterval(() => { if (session.store) settleQuietly(session) }, 2000) : null
  settling?.unref()

  return {
    run: async (name, input, run) => {
      try {
        const spec = operations[name]
        if (!spec) throw new Fault('operation-unknown')
        const parsed = spec.input.safeParse(input)
        if (!parsed.success) throw new Fault('input-invalid', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
        checkAllowed(name, session.store)
        const keepers = keepersOf(session, config, () => contextOf(run), run)
        const handler = handlers[name] as (core: { session: Session; keepers: Keepers; context(): Context }, input: unknown) => unknown
        const value = (await speaking(run.language ?? 'sv', () => handler({ session, keepers, context: () => contextOf(run) }, parsed.data))) as OperationOutput<typeof name>
        if (name.startsWith('store.') && name !== 'store.status') changed({ what: 'store' })
        return { ok: true, value }
      } catch (error) {
        if (error instanceof Fault) return { ok: false, fault: error.info }
        throw error
      }
    },
    onChanged: listener => void listeners.push(listener),
    session: () => (session.store && session.key ? { profile: session.store.profile, key: session.key, caseworkerId: session.store.caseworkerId } : null),
    attach: ({ profile, key, caseworkerId }) => void session.open(profile, key, { readonly: config.role === 'reader', caseworkerId }),
    context: contextOf,
    programmes: programmeIds,
    keepers: keepersOf(session, config, () => contextOf(silent), silent),
    close: () => {
      if (settling) clearInterval(settling)
      session.close()
    },
  }
}

function settleQuietly(session: Session): void {
  try {
    if (!session.store) return
    settleReads(session.store)
    session.store.write.settle()
  } catch (error) {
    // It is tried again; the reads wait safely in their own file.
    if (!(error instanceof Fault)) throw error
  }
}

