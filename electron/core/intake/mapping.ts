import * as z from 'zod'
import { type KnownSender, mappingFields } from '../../../shared/contract/intake.ts'
import type { FileKind } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'
import { type Appliers, change } from '../store/store.ts'
import { headerKeys, type Remembered } from './guess-columns.ts'

const bodySchema = z.strictObject({ id: z.int(), programme: z.string(), ...mappingFields })
const forgottenSchema = z.strictObject({ programme: z.string(), sender: z.string() })
export type MappingInput = z.output<z.ZodObject<typeof mappingFields>> & { intakeId: number }

/** What the entry about a sender's columns does to the tables. A sender has one mapping per kind of file: the latest. */
export const mappingAppliers: Appliers = {
  'mapping.remembered': (db, e) => {
    const b = bodySchema.parse(JSON.parse(e.body))
    db.run(
      `INSERT INTO mapping (id, programme, sender, kind, headers, columns, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (programme, sender, kind) DO UPDATE SET sender = excluded.sender, headers = excluded.headers, columns = excluded.columns, at = excluded.at, by = excluded.by, seq = excluded.seq`,
      b.id, b.programme, b.sender, b.kind, JSON.stringify(b.headers), JSON.stringify(b.columns), e.at, e.by, e.seq,
    )
  },
  'mapping.forgotten': (db, e) => {
    const b = forgottenSchema.parse(JSON.parse(e.body))
    db.run('DELETE FROM mapping WHERE programme = ? AND sender = ?', b.programme, b.sender)
  },
}

type MappingRow = Row & { sender: string; kind: FileKind; headers: string; columns: string; at: string }
const textsSchema = z.array(z.string())
const columnsSchema = z.array(z.string().nullable())
const rowsOf = (db: Reader, programme: string) => db.all<MappingRow>('SELECT sender, kind, headers, columns, at FROM mapping WHERE programme = ? ORDER BY seq DESC', programme)

/** Every remembered mapping of a programme, the latest first. */
export function rememberedMappings(db: Reader, programme: string): Remembered[] {
  return rowsOf(db, programme).map(row => ({ sender: row.sender, kind: row.kind, headers: textsSchema.parse(JSON.parse(row.headers)), columns: columnsSchema.parse(JSON.parse(row.columns)) }))
}

/** The mapping whose used columns all stand in a header; of several, the one that knows most of it. */
export function mappingFor(mappings: readonly Remembered[], header: readonly string[]): Remembered | null {
  const keys = new Set(headerKeys(header))
  const known = mappings.map(m => ({ m, own: headerKeys(m.headers) })).filter(({ m, own }) => own.every((key, i) => (m.columns[i] ?? null) === null || keys.has(key)))
  const share = (own: string[]) => own.filter(key => keys.has(key)).length
  return known.sort((a, b) => share(b.own) - share(a.own))[0]?.m ?? null
}

/** Whether a mapping says of every column of a header what it is: then nothing needs to be asked. */
export function coversHeader(mapping: Remembered, header: readonly string[]): boolean {
  const own = new Set(headerKeys(mapping.headers))
  return headerKeys(header).every(key => own.has(key))
}

/** A cell that is a value rather than the name of a column: a number of a person, a date, an address. */
const valueLike = (cell: string) => /\d{6}|\d{2}[-/.]\d{2}|@/.test(cell.replace(/\s/g, '')) || cell.length > 120

/** Senders whose columns are remembered for an intake's programme. */
export function knownSenders({ store }: Context, { intakeId }: { intakeId: number }): KnownSender[] {
  return rowsOf(store.read, intakeById(store.read, intakeId).programme).map(viewOf)
}

/** Forgets a sender's columns, of every kind of file; gives the senders that are left. Throws Fault sender-gone when there is none of that name. */
export function forgetSender(context: Context, { intakeId, sender }: { intakeId: number; sender: string }): KnownSender[] {
  const { store } = context
  const { programme } = intakeById(store.read, intakeId)
  const known = store.read.value('SELECT sender FROM mapping WHERE programme = ? AND sender = ?', programme, sender)
  if (typeof known !== 'string') throw new Fault('sender-gone', { sender })
  change(store, () => store.record({ kind: 'mapping.forgotten', body: JSON.stringify({ programme, sender: known }) }))
  return knownSenders(context, { intakeId })
}

const viewOf = ({ sender, kind, columns, at }: MappingRow): KnownSender => ({ sender, kind, columns: columnsSchema.parse(JSON.parse(columns)).filter(c => c !== null).length, at })

/**
 * Remembers what a sender's columns are, by their headers; never a value of a file. Throws Fault mapping-header when the header
 * holds what look like values, fact-unknown or file-plan-twice.
 */
export function rememberMapping(context: Context, { intakeId, ...given }: MappingInput): KnownSender {
  const { store } = context
  const { programme } = intakeById(store.read, intakeId)
  const headers = given.headers.map(h => h.trim().slice(0, 200))
  const columns = headers.map((_, i) => given.columns[i] ?? null)
  if (headers.some(valueLike)) throw new Fault('mapping-header')
  const { layouts } = programmeIn(store.read, programme)
  const unknown = columns.find(fact => fact !== null && !layouts[given.kind].columns.some(c => c.fact === fact))
  if (unknown) throw new Fault('fact-unknown', { fact: unknown })
  columns.forEach((fact, i) => {
    const first = columns.indexOf(fact)
    if (fact !== null && first !== i) throw new Fault('file-plan-twice', { fact, first: headers[first] ?? '', second: headers[i] ?? '' })
  })
  change(store, () => {
    const known = store.write.value('SELECT id FROM mapping WHERE programme = ? AND sender = ? AND kind = ?', programme, given.sender, given.kind)
    const id = Number(known ?? store.write.value('SELECT coalesce(max(id), 0) + 1 FROM mapping'))
    store.record({ kind: 'mapping.remembered', body: JSON.stringify({ id, programme, sender: given.sender, kind: given.kind, headers, columns }) })
  })
  const row = rowsOf(store.read, programme).find(r => r.sender === given.sender && r.kind === given.kind)
  if (!row) throw new Error('the mapping was not written')
  return viewOf(row)
}
