import { programmeIds, programmeOf } from '../programmes/programmes.ts'
import { type Programme, type ProgrammeFiles, trustedProgramme } from '../rules/load.ts'
import type { Reader, Row } from '../store/database.ts'

type Imported = Row & { id: string; hash: string }
const loaded = new Map<string, Programme>()

/** A programme as this store has it: what was imported last, else what came with the program. Throws Fault programme-missing. */
export function programmeIn(db: Reader, id: string): Programme {
  const row = db.get<Imported>('SELECT id, hash FROM programme WHERE id = ?', id)
  if (!row) return programmeOf(id)
  const known = loaded.get(row.hash)
  if (known) return known
  const files = JSON.parse(String(db.value('SELECT files FROM programme WHERE id = ?', id) ?? '{}')) as ProgrammeFiles
  const programme = trustedProgramme(files, other => programmeIn(db, other))
  // What it builds on may be imported anew under the same files of its own.
  if (!files['programme.yaml']?.includes('\nlike:')) loaded.set(row.hash, programme)
  return programme
}

/** Every programme that this store knows, those of the program first. */
export function programmesIn(db: Reader): { programme: Programme; imported: boolean }[] {
  const imported = new Set(db.all<Imported>('SELECT id, hash FROM programme ORDER BY id').map(row => row.id))
  return [...new Set([...programmeIds, ...imported])].map(id => ({ programme: programmeIn(db, id), imported: imported.has(id) }))
}
