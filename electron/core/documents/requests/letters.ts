import { basename } from 'node:path'
import { Fault } from '../../../../shared/fault.ts'
import { loadCase } from '../../cases/cases.ts'
import { caseworkerOf } from '../../cases/people.ts'
import type { Context } from '../../context.ts'
import type { RequestLetter } from '../request-letter.ts'
import type { Row } from '../../store/database.ts'
import { writeFileAtomic } from '../../store/files.ts'
import type { Store } from '../../store/store.ts'

/** A letter to the person of a case, from whoever works. Nothing of where a protected person lives is even looked up. */
export function letterTo(store: Store, id: number, what: Pick<RequestLetter, 'language' | 'items' | 'date' | 'dueOn' | 'replyTo' | 'remindsOf'>): RequestLetter {
  const { row, intake, rules, facts } = loadCase(store.read, id)
  const masked = row.protected === 1
  const said = (fact: string) => { const value = masked ? null : facts[rules.set.factIndex.get(fact) ?? -1]; return typeof value === 'string' ? value.trim() : '' }
  const { name, title } = caseworkerOf(store.read, store.caseworkerId)
  return {
    ...what, programme: rules.set.data.title, intakeName: intake.name, applicationId: row.application_id,
    person: { name: `${row.given_name} ${row.family_name}`.trim() || row.application_id, street: said('contact.street'), postal: `${said('contact.postalCode')} ${said('contact.city')}`.trim(), protected: masked },
    caseworker: { name, title }, sample: store.profile === 'sample',
  }
}

const LEAST_TOLD = 4
/** What a caseworker writes is the one way by which a protected person's whereabouts could still reach a paper. Throws Fault request-tells. */
export function requireNothingTold(store: Store, id: number, texts: readonly string[]): void {
  const { row, rules, facts } = loadCase(store.read, id)
  if (row.protected !== 1) return
  const plain = (text: string) => text.toLocaleLowerCase('sv').replace(/[\s\-()+]/g, '')
  const telling = ['contact.street', 'contact.city', 'contact.postalCode', 'contact.email', 'contact.phone'].flatMap(fact => {
    const value = facts[rules.set.factIndex.get(fact) ?? -1]
    return typeof value === 'string' && plain(value).length >= LEAST_TOLD ? [plain(value)] : []
  })
  if (texts.some(text => telling.some(word => plain(text).includes(word)))) throw new Fault('request-tells')
}

type LetterRow = Row & { pdf: Uint8Array; application: number; protected: number }

/** A letter byte for byte as it was made; that it was read is logged first. Throws Fault letter-missing, or case-protected without the reason a protected case was opened for. */
export function readLetter({ store }: Context, { letterId, reason }: { letterId: number; reason?: string | undefined }): Uint8Array {
  const row = store.read.get<LetterRow>('SELECT p.pdf, r.application, a.protected FROM letter l JOIN letter_pdf p ON p.letter = l.id JOIN request r ON r.id = l.request JOIN application a ON a.id = r.application WHERE l.id = ?', letterId)
  if (!row) throw new Fault('letter-missing')
  const why = reason?.trim() || null
  if (row.protected === 1 && why === null) throw new Fault('case-protected')
  store.spool?.add({ at: store.now(), by: store.caseworkerId, application: row.application, kind: 'letter.read', reason: why, document: letterId })
  return new Uint8Array(row.pdf)
}

/** Saves a letter as a file, whole or not at all. */
export function saveLetter(context: Context, { path, ...asked }: { letterId: number; reason?: string | undefined; path: string }): { name: string } {
  writeFileAtomic(path, readLetter(context, asked))
  return { name: basename(path) }
}

