import type { OperationName } from '../../shared/contract/operations.ts'
import type { Role } from '../../shared/domain.ts'
import { Fault } from '../../shared/fault.ts'
import { activeCaseworker } from './cases/people.ts'
import type { Store } from './store/store.ts'

/** `none`: before anybody is known. `any`: everybody who works in the store. */
type Need = 'none' | 'any' | Role

/** Which role each operation needs (2002:546 § 11, 2002:623 § 20 b). Every operation has its place here, and this is the only place. */
const NEEDS: Record<OperationName, Need> = {
  'store.status': 'none', 'store.create': 'none', 'store.createSample': 'none', 'store.unlock': 'none', 'store.recover': 'none', 'store.lock': 'none', 'store.removeSample': 'none',
  'store.changePassphrase': 'any', 'store.renewRecoveryCode': 'administer', 'store.setIdleMinutes': 'administer',
  'people.list': 'any', 'people.add': 'administer', 'people.change': 'administer', 'people.end': 'administer', 'people.setPassphrase': 'administer',
  'log.page': 'administer', 'log.bursts': 'administer', 'log.export': 'administer',
  'backup.create': 'administer', 'backup.inspect': 'administer', 'backup.restore': 'administer', 'journal.verify': 'administer',

  'intake.list': 'any', 'intake.suggestions': 'administer', 'intake.create': 'administer', 'intake.update': 'administer', 'intake.preview': 'administer', 'intake.takeIn': 'administer',
  'intake.inspect': 'administer', 'intake.understand': 'administer', 'intake.problems': 'administer', 'intake.saveProblems': 'administer', 'intake.saveReceipt': 'administer',
  'intake.rememberMapping': 'administer', 'intake.forgetSender': 'administer', 'intake.senders': 'administer', 'intake.undoPreview': 'administer', 'intake.undoFile': 'administer', 'intake.exportLights': 'screen',

  'rules.programmes': 'any', 'rules.book': 'any', 'rules.diff': 'any', 'rules.try': 'any', 'rules.export': 'any', 'rules.import': 'administer', 'rules.whatIf': 'any', 'rules.whatIfPage': 'any',
  'rules.whatIfSave': 'any', 'rules.adopt': 'administer',

  'search.find': 'any',
  'desk.counts': 'any', 'desk.assign': 'screen', 'desk.express': 'screen', 'desk.filters': 'any', 'desk.saveFilter': 'any', 'desk.removeFilter': 'any', 'desk.bulkPreview': 'screen', 'desk.bulk': 'screen', 'desk.bulkAsks': 'screen', 'desk.saveLetters': 'any',
  'screening.list': 'any', 'screening.rules': 'any', 'screening.open': 'any', 'screening.setFact': 'screen', 'screening.withdrawFact': 'screen', 'screening.establish': 'screen',
  'screening.override': 'screen', 'screening.confirm': 'screen', 'screening.return': 'screen', 'screening.undoLast': 'screen', 'screening.overrides': 'any', 'screening.figures': 'any',
  'screening.queue': 'any', 'screening.rows': 'any',
  'decision.preview': 'decide', 'decision.decide': 'decide',

  'documents.form': 'any', 'documents.save': 'any', 'documents.receiptSheet': 'any', 'documents.recoverySheet': 'none', 'documents.receivePreview': 'screen', 'documents.receive': 'screen',
  'documents.ofCase': 'any', 'documents.read': 'any', 'documents.mark': 'screen', 'documents.remove': 'screen', 'documents.prove': 'screen', 'documents.unprove': 'screen',

  'proof.issuers': 'any', 'proof.readIssuer': 'administer', 'proof.readKeys': 'administer', 'proof.addIssuer': 'administer', 'proof.changeIssuer': 'administer', 'proof.withdrawIssuer': 'administer',
  'proof.importStatusList': 'administer', 'proof.recheck': 'administer', 'proof.ofCase': 'any', 'proof.present': 'screen', 'proof.presentFile': 'screen', 'proof.withdraw': 'screen',
  'consent.ofCase': 'any', 'consent.withdraw': 'screen', 'consent.give': 'screen',
  'requests.propose': 'screen', 'requests.preview': 'screen', 'requests.make': 'screen', 'requests.remind': 'screen', 'requests.answer': 'screen', 'requests.close': 'screen',
  'requests.ofCase': 'any', 'requests.letter': 'any', 'requests.saveLetter': 'any', 'notes.ofCase': 'any', 'notes.add': 'screen', 'notes.amend': 'screen', 'timeline.ofCase': 'any',
  'persons.ofCase': 'any', 'persons.likely': 'any', 'persons.join': 'screen', 'persons.part': 'screen', 'persons.tellApart': 'screen',
}

/**
 * Refuses what the caseworker's roles do not allow. Roles are asked for each time, so a role that is taken away is gone at once. What a locked store does
 * not allow the operations refuse themselves. Throws Fault not-allowed with the role that is needed.
 */
export function checkAllowed(name: OperationName, store: Store | null): void {
  const need = NEEDS[name]
  if (need === 'none' || store === null) return
  const roles = activeCaseworker(store.read, store.caseworkerId)?.roles ?? []
  const allowed = need === 'any' ? roles.length > 0 : roles.includes(need)
  if (!allowed) throw new Fault('not-allowed', { role: need === 'any' ? 'read' : need })
}
