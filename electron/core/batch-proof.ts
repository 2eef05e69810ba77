import { resolve } from 'node:path'
import { LONGEST_CREDENTIAL } from '../../shared/contract/proof-operations.ts'
import type { ProofOutcome, ProvenFact } from '../../shared/contract/proof.ts'
import { Fault, type FaultInfo } from '../../shared/fault.ts'
import { worded } from './cases/spoken.ts'
import type { Context } from './context.ts'
import { checkCredential } from './proof/check.ts'
import { questionOf } from './proof/credential-rows.ts'
import { textOf } from './proof/work.ts'
import { displayValue } from './rules/sentences.ts'

export type CaseOfApplication = { id: number; intake: string }
export type FileCheck = { outcome: ProofOutcome; title: string | null; issuer: string | null; issuedAt: string | null; validUntil: string | null; bound: boolean; facts: ProvenFact[] }

/** The cases of an application by its id: one, unless it has been made to several intakes. */
export function casesOf({ store }: Context, applicationId: string): CaseOfApplication[] {
  return store.read.all<CaseOfApplication>('SELECT a.id, i.name AS intake FROM application a JOIN intake i ON i.id = a.intake WHERE a.application_id = ? ORDER BY i.name', applicationId)
}

/** Checks the credential in a file against a case, by the same check as when one is put into it. Stores nothing. Gives the fault of a file that cannot be read. */
export async function checkFile({ store }: Context, id: number, path: string): Promise<FileCheck | FaultInfo> {
  try {
    const question = questionOf(store.read, id, store.now())
    const { outcome, type, issuer, issuedAt, validUntil, bound, facts } = await checkCredential(textOf(resolve(path), LONGEST_CREDENTIAL, 'credential-file'), question)
    const set = worded(store.read, question.set)
    return {
      outcome, title: type?.title ?? null, issuer: issuer?.name ?? null, issuedAt, validUntil, bound,
      facts: facts.map(({ fact, value }) => {
        const def = set.factById.get(fact)
        return { fact, value, label: def?.label ?? fact, display: def ? displayValue(def, value, set.language) : String(value) }
      }),
    }
  } catch (error) {
    if (error instanceof Fault) return error.info
    throw error
  }
}
