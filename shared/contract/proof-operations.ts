import * as z from 'zod'
import { isoDate } from './decision-input.ts'
import type { ImportedList, IssuerDraft, IssuersView, CredentialView, PresentReport, RecheckReport } from './proof.ts'
import { spec } from './spec.ts'
import type { CaseView } from './views.ts'

const id = z.int().positive()
const path = z.string().min(1).max(4096)
const reason = z.string().trim().max(2000)
/** A credential is some thousand characters; a file or a text beyond this is something else. */
export const LONGEST_CREDENTIAL = 200_000
const issuerFields = z.strictObject({
  name: z.string().trim().min(1).max(200), issuer: z.string().trim().min(1).max(500), keyText: z.string().min(2).max(100_000),
  types: z.array(z.string().max(80)).min(1).max(40), validFrom: isoDate, validTo: isoDate.nullable(), note: z.string().trim().max(2000),
})

/** Proof of origin: trusted issuers and their status lists, and the credentials of a case. */
export const proofOperations = {
  'proof.issuers': spec<IssuersView>()('read', z.strictObject({})),
  'proof.readIssuer': spec<IssuerDraft>()('read', z.strictObject({ path }), ['path']),
  'proof.readKeys': spec<Pick<IssuerDraft, 'keys'>>()('read', z.strictObject({ keyText: z.string().max(100_000) })),
  'proof.addIssuer': spec<IssuersView>()('write', issuerFields),
  'proof.changeIssuer': spec<RecheckReport>()('long', issuerFields.extend({ id })),
  'proof.withdrawIssuer': spec<RecheckReport>()('long', z.strictObject({ id, reason })),
  'proof.importStatusList': spec<ImportedList>()('long', z.strictObject({ path }), ['path']),
  'proof.recheck': spec<RecheckReport>()('long', z.strictObject({})),
  'proof.ofCase': spec<CredentialView[]>()('read', z.strictObject({ id, reason: reason.optional() })),
  'proof.present': spec<{ report: PresentReport; case: CaseView }>()('write', z.strictObject({ id, version: z.int(), text: z.string().max(LONGEST_CREDENTIAL) })),
  'proof.presentFile': spec<{ report: PresentReport; case: CaseView }>()('write', z.strictObject({ id, version: z.int(), path }), ['path']),
  'proof.withdraw': spec<CaseView>()('write', z.strictObject({ credentialId: id, version: z.int(), reason })),
}
