import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { LONGEST_CREDENTIAL } from '../../../shared/contract/proof-operations.ts'
import type { CredentialView, PresentReport } from '../../../shared/contract/proof.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById } from '../cases/cases.ts'
import { screenCase } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import type { Reader } from '../store/database.ts'
import { change } from '../store/store.ts'
import type { AcceptedBody, RefusedBody } from './appliers.ts'
import { checkCredential, type Checked } from './check.ts'
import { credentialsOf, questionOf, restate } from './credential-rows.ts'

/** The credentials that have been shown in a case. Throws Fault case-protected for a protected person without the reason the case was opened for. */
export function proofOfCase({ store }: Context, { id, reason }: { id: number; reason?: string | undefined }): CredentialView[] {
  if (applicationById(store.read, id).protected === 1 && !reason?.trim()) throw new Fault('case-protected')
  return credentialsOf(store.read, id)
}

/**
 * Checks a credential that a person has handed over. A valid one is kept and its facts hold from now on; of any other, the journal keeps
 * the outcome and a hash, nothing it says: it proves nothing, and there is no ground to hold it.
 */
export async function present(context: Context, { id, version, text }: { id: number; version: number; text: string }): Promise<PresentReport> {
  const { store } = context
  for (;;) {
    requireOpen(context, id, version)
    const mark = trustMark(store.read)
    const checked = await checkCredential(text, questionOf(store.read, id, store.now()))
    const done = change(store, () => {
      // What the check rests on may have changed while it was made.
      if (trustMark(store.read) !== mark) return null
      requireOpen(context, id, version)
      return keep(context, id, checked, text)
    })
    if (!done) continue
    const { intake } = applicationById(store.read, id)
    context.changed({ what: 'cases', intakeId: intake, caseId: id })
    const credential = credentialsOf(store.read, id).find(each => each.id === done.credential)
    if (!credential) throw new Fault('credential-missing')
    return { outcome: checked.outcome, credential, again: done.again }
  }
}

/** The same with a file. Throws Fault file-unreadable or credential-file. */
export function presentFile(context: Context, { path, ...input }: { id: number; version: number; path: string }): Promise<PresentReport> {
  return present(context, { ...input, text: textOf(path, LONGEST_CREDENTIAL, 'credential-file') })
}

/** A file's whole text. Throws Fault file-unreadable, or `wrong` when it is too large or no text. */
export function textOf(path: string, most: number, wrong: 'credential-file' | 'issuer-file' | 'status-list-broken'): string {
  let bytes: Buffer
  try {
    const found = statSync(path)
    if (!found.isFile() || found.size > most) throw new Fault(wrong, { file: basename(path) })
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('file-unreadable', { file: basename(path) })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Fault(wrong, { file: basename(path) })
  }
}

function requireOpen({ store }: Context, id: number, version: number): void {
  const row = applicationById(store.read, id)
  if (row.version !== version) throw new Fault('case-changed')
  if (row.decided === 1) throw new Fault('case-decided')
}

/** Rises whenever an issuer, a list or a credential changes. */
function trustMark(db: Reader): string {
  return ['issuer', 'status_list', 'credential'].map(table => String(db.value(`SELECT coalesce(max(seq), 0) FROM ${table}`))).join()
}

function keep({ store }: Context, application: number, checked: Checked, text: string): { credential: number; again: boolean } {
  const known = store.read.value('SELECT id FROM credential WHERE application = ? AND hash = ? AND text IS NOT NULL AND withdrawn_at IS NULL', application, checked.hash)
  const fresh = Number(store.read.value('SELECT coalesce(max(id), 0) + 1 FROM credential'))
  const { outcome, issuer, type } = checked
  if (outcome !== 'valid' || !issuer || !type) {
    // What is no credential at all may be anything, and a hash of something short could be guessed from.
    const body: RefusedBody = { id: fresh, hash: outcome === 'malformed' ? '' : checked.hash, outcome }
    store.record({ kind: 'proof.refused', application, body: JSON.stringify(body) })
    return { credential: fresh, again: false }
  }
  const id = known === undefined ? fresh : Number(known)
  const body: AcceptedBody = { id, hash: checked.hash, issuer: issuer.id, type: type.id, text: text.replace(/[\s\ufeff]+/g, ''), facts: checked.facts, issuedAt: checked.issuedAt, validUntil: checked.validUntil, bound: checked.bound }
  store.record({ kind: 'proof.accepted', application, body: JSON.stringify(body) })
  settle(store, application)
  return { credential: id, again: known !== undefined }
}

function settle(store: Context['store'], application: number): void {
  restate(store, application)
  screenCase(store, applicationById(store.read, application).intake, application)
}

/** Takes a credential back as the caseworker, with a reason; what the other sources say holds again. Gives its case. */
export function withdrawCredential(context: Context, { credentialId, version, reason }: { credentialId: number; version: number; reason: string }): number {
  const { store } = context
  if (reason === '') throw new Fault('reason-missing')
  const application = Number(store.read.value('SELECT application FROM credential WHERE id = ? AND text IS NOT NULL AND withdrawn_at IS NULL', credentialId) ?? 0)
  if (application === 0) throw new Fault('credential-missing')
  change(store, () => {
    requireOpen(context, application, version)
    store.record({ kind: 'proof.withdrawn', application, body: JSON.stringify({ id: credentialId, reason }) })
    settle(store, application)
  })
  context.changed({ what: 'cases', intakeId: applicationById(store.read, application).intake, caseId: application })
  return application
}
