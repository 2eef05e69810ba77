import type { PersonView } from '../../../shared/contract/persons.ts'
import type { FileKind } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById } from '../cases/cases.ts'
import { joinedNumbers, personOf } from '../cases/person-of.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'
import { personApplication, verdictsOf } from './applications.ts'
import { likelyIn, openPairs } from './open-pairs.ts'

/** Where else the person of a case has applied, and what has been said of it. Throws Fault case-protected without the reason a protected case was opened for. */
export async function personOfCase(context: Context, { id, reason }: { id: number; reason?: string | undefined }): Promise<PersonView> {
  const db = context.store.read
  if (applicationById(db, id).protected === 1 && !reason?.trim()) throw new Fault('case-protected')
  const found = await likelyIn(context)
  // Read after the comparing: others had their turn meanwhile.
  const { intake, identity } = applicationById(db, id)
  const person = joinedNumbers(db).of(identity)
  const ids = personOf(db, id)
  const verdicts = verdictsOf(db, ids)
  const joined = verdicts.filter(each => each.verdict === 'same')
  return {
    self: personApplication(db, id),
    others: ids.filter(other => other !== id).map(other => {
      const row = applicationById(db, other)
      return { ...personApplication(db, other), sameIntake: row.intake === intake, byNumber: row.identity === identity }
    }),
    joined, apart: verdicts.filter(each => each.verdict === 'other'),
    likely: openPairs(db, found).filter(pair => pair.persons.includes(person)).length,
    readAgain: readAgain(db, ids, joined.map(each => each.at)),
  }
}

type Extract = Exclude<FileKind, 'applications'>
type FileRow = Row & { kind: Extract; at: string }

/** Which extracts were last read before a person's numbers were put together: they matched one of the numbers only. */
function readAgain(db: Reader, ids: readonly number[], joinedAt: readonly string[]): PersonView['readAgain'] {
  const latest = joinedAt.reduce((last, at) => (at > last ? at : last), '')
  const rows = ids.map(id => applicationById(db, id))
  if (latest === '' || new Set(rows.map(row => row.identity)).size < 2) return []
  return [...new Set(rows.map(row => row.intake))].flatMap(intake => {
    const files = db.all<FileRow>(`SELECT kind, max(at) AS at FROM intake_file WHERE intake = ? AND kind <> 'applications' AND counts IS NOT NULL AND undone_seq IS NULL GROUP BY kind ORDER BY kind DESC`, intake)
    const kinds = files.filter(file => file.at < latest).map(file => file.kind)
    return kinds.length === 0 ? [] : [{ intakeName: intakeById(db, intake).name, kinds }]
  })
}
