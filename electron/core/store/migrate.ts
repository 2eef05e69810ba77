import { Fault } from '../../../shared/fault.ts'
import type { Db } from './database.ts'
import { first } from './migrations/0010-first.ts'
import { stated } from './migrations/0020-stated.ts'
import { documents } from './migrations/0030-documents.ts'
import { proof } from './migrations/0040-proof.ts'
import { mapping } from './migrations/0050-mapping.ts'
import { persons } from './migrations/0080-persons.ts'
import { desk } from './migrations/0100-desk.ts'
import { people } from './migrations/0110-people.ts'
import { judging } from './migrations/0120-judging.ts'
import { letters } from './migrations/0130-letters.ts'
import { workIndex } from './migrations/0140-work-index.ts'
import { extractColumns } from './migrations/0150-extract-columns.ts'
import { logIndexes } from './migrations/0160-log-indexes.ts'
import { rowHashes } from './migrations/0170-row-hashes.ts'

/** Steps rise in tens, so that a mend fits between. A step is never changed once it has been released. */
export const MIGRATIONS: readonly { version: number; sql: string }[] = [
  { version: 10, sql: first },
  { version: 20, sql: stated },
  { version: 30, sql: documents },
  { version: 40, sql: proof },
  { version: 50, sql: mapping },
  { version: 80, sql: persons },
  { version: 100, sql: desk },
  { version: 110, sql: people },
  { version: 120, sql: judging },
  { version: 130, sql: letters },
  { version: 140, sql: workIndex },
  { version: 150, sql: extractColumns },
  { version: 160, sql: logIndexes },
  { version: 170, sql: rowHashes },
]
export const STORE_VERSION = MIGRATIONS.at(-1)?.version ?? 0

/** Brings a store up to this program's version in one transaction. Throws Fault store-newer without touching a file from a newer program. */
export function migrate(db: Db, migrations = MIGRATIONS): void {
  const known = migrations.at(-1)?.version ?? 0
  const found = storeVersion(db)
  if (found > known) throw new Fault('store-newer', { found, known })
  if (found === known) return
  db.transaction(() => {
    for (const step of migrations) if (step.version > found) db.exec(step.sql)
    db.exec(`PRAGMA user_version = ${known}`)
  })
}

/** The version a store was last brought up to; 0 for an empty one. */
export function storeVersion(db: Db): number {
  return Number(db.value('PRAGMA user_version') ?? 0)
}
