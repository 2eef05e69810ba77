import type { PersonApplication, PersonVerdict } from '../../../shared/contract/persons.ts'
import { lightOf } from '../cases/cases.ts'
import type { Reader, Row } from '../store/database.ts'

type ApplicationRow = Row & {
  id: number; application_id: string; intake: number; intake_name: string; received: string | null; counted: number; established: number | null; decided_on: string | null
  protected: number; family_name: string; given_name: string; identity: string
}

/** An application as it is shown beside others: without name and number where the person is protected. */
export function personApplication(db: Reader, id: number): PersonApplication {
  const row = db.get<ApplicationRow>(
    `SELECT a.id, a.application_id, a.intake, i.name AS intake_name, a.received, a.counted, a.established, (SELECT d.decided_on FROM decision d WHERE d.application = a.id) AS decided_on,
       a.protected, a.family_name, a.given_name, a.identity FROM application a JOIN intake i ON i.id = a.intake WHERE a.id = ?`, id,
  )
  if (!row) throw new Error(`no application ${id}`)
  const masked = row.protected === 1
  return {
    id: row.id, applicationId: row.application_id, intakeId: row.intake, intakeName: row.intake_name, receivedOn: row.received, light: lightOf(row.counted), established: row.established !== null,
    decidedOn: row.decided_on, protected: masked, familyName: masked ? '' : row.family_name, givenName: masked ? '' : row.given_name, identityNumber: masked ? '' : row.identity,
  }
}

/** An application with nothing in it that tells whose it is. */
export const anonymous = (application: PersonApplication): PersonApplication => ({ ...application, familyName: '', givenName: '', identityNumber: '' })

type VerdictRow = Row & { a: number; b: number; verdict: 'same' | 'other'; reason: string; at: string; name: string | null }

/** What has been said of these applications, oldest first. */
export function verdictsOf(db: Reader, ids: readonly number[]): PersonVerdict[] {
  const list = JSON.stringify(ids)
  return db.all<VerdictRow>(
    `SELECT s.a, s.b, s.verdict, s.reason, s.at, c.name FROM same_person s LEFT JOIN caseworker c ON c.id = s.by
     WHERE s.a IN (SELECT value FROM json_each(?)) OR s.b IN (SELECT value FROM json_each(?)) ORDER BY s.seq`, list, list,
  ).map(({ a, b, verdict, reason, at, name }) => ({ a: personApplication(db, a), b: personApplication(db, b), verdict, reason, at, by: name ?? '' }))
}
