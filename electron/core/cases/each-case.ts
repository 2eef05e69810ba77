import { setImmediate } from 'node:timers/promises'
import { Fault } from '../../../shared/fault.ts'
import type { RunContext } from '../context.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { FactValue } from '../rules/values.ts'
import type { Reader } from '../store/database.ts'
import { correctionsOf, EXTRACT_SEQ, type ExtractKind } from './cases.ts'
import { assembler, type CaseSources, type StoredCell, type StoredRow } from './facts.ts'
import { statedLayers } from './stated.ts'
import { intakeById, intakeFacts, layoutFacts } from './programme-of-intake.ts'

/** A case as it is stored: what its rules said, and whether a person has established or decided it. */
export type StoredCase = { id: number; proposed: number; rules: string; established: boolean; decided: boolean }
type SourceRow = CaseSources['application']

/** Cases whose extracts are held at a time: of each only the cells that rules read, so that a block stays far below what an intake weighs. */
const BLOCK = 100_000
const PAGE = 400
// The plus keeps an index on the intake out of it: pages follow the rows themselves, with nothing to sort.
const CASES = `
  SELECT a.id, a.proposed, a.rules, a.established IS NOT NULL, a.decided, EXISTS (SELECT 1 FROM correction c WHERE c.application = a.id), EXISTS (SELECT 1 FROM stated s WHERE s.application = a.id), j.body
  FROM application a JOIN journal j ON j.seq = a.application_seq
  WHERE a.id > ? AND +a.intake = ? ORDER BY a.id LIMIT ${PAGE}`
const IDS = `SELECT a.id FROM application a WHERE a.id > ? AND +a.intake = ? ORDER BY a.id LIMIT ${BLOCK}`
const extracts = (kind: ExtractKind) => `SELECT a.id, a.${EXTRACT_SEQ[kind]} FROM application a WHERE a.id BETWEEN ? AND ? AND +a.intake = ? AND a.${EXTRACT_SEQ[kind]} IS NOT NULL`
const RANGE = 'SELECT seq, body FROM journal WHERE seq BETWEEN ? AND ?'
const SINGLE = 'SELECT seq, body FROM journal WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq'
const EXTRACT_PAGE = 2000

/**
 * Gives every case of an intake with its facts as a rule set sees them, in order of id; others get their turn between pages. Facts that no rule reads
 * are left unknown. Throws Fault cancelled.
 */
export async function eachCase(db: Reader, intakeId: number, set: RuleSet, run: RunContext, take: (stored: StoredCase, facts: FactValue[]) => void): Promise<number> {
  const given = intakeFacts(intakeById(db, intakeId))
  const assemble = assembler(set)
  const source = usedCellsReader(db, set)
  const asked = extractsAsked(db, set)
  const pause = async () => {
    await setImmediate()
    if (run.signal.aborted) throw new Fault('cancelled')
  }
  const total = Number(db.value('SELECT count(*) FROM application WHERE intake = ?', intakeId) ?? 0)
  let last = 0
  let done = 0
  for (;;) {
    const ids = db.raw(IDS, last, intakeId)
    if (ids.length === 0) return done
    const end = Number(ids.at(-1)?.[0])
    const block = [intakeId, last + 1, end] as const
    const register = asked.register ? await extractsOf(db, 'register', block, source, pause) : none
    const permits = asked.permits ? await extractsOf(db, 'permits', block, source, pause) : none
    while (last < end) {
      const page = db.raw(CASES, last, intakeId)
      if (page.length === 0) break
      for (const [id, proposed, rules, established, decided, corrected, stated, application] of page) {
        const at = Number(id)
        if (at > end) break
        last = at
        done++
        take(
          { id: at, proposed: Number(proposed), rules: String(rules), established: established === 1, decided: decided === 1 },
          assemble(given, { application: source(application) ?? { facts: [], cells: [] }, register: register.get(at) ?? null, permit: permits.get(at) ?? null, stated: stated === 1 ? statedLayers(db, at) : null, corrections: corrected === 1 ? correctionsOf(db, at) : null }),
        )
      }
      run.progress('bedömning', done, total)
      if (done < total) await pause()
    }
  }
}

/**
 * The extract rows that count for a block of cases, by case. They are read in the order of the journal, not of the cases: an extract has its people in an
 * order of its own, and looking each up would decrypt the same pages again and again.
 */
async function extractsOf(db: Reader, kind: ExtractKind, [intakeId, first, end]: readonly [number, number, number], source: (body: unknown) => SourceRow | null, pause: () => Promise<void>): Promise<Map<number, SourceRow>> {
  const found = new Map<number, SourceRow>()
  const bySeq = db.raw(extracts(kind), first, end, intakeId).map(([application, seq]) => [Number(application), Number(seq)] as const).sort((a, b) => a[1] - b[1])
  for (let from = 0; from < bySeq.length; from += EXTRACT_PAGE) {
    if (from > 0) await pause()
    const page = bySeq.slice(from, from + EXTRACT_PAGE)
    const [low, high] = [page[0]?.[1] ?? 0, page.at(-1)?.[1] ?? 0]
    // Rows that were read from one file lie together.
    const rows = high - low < 2 * page.length ? db.raw(RANGE, low, high) : db.raw(SINGLE, JSON.stringify(page.map(([, seq]) => seq)))
    let at = 0
    for (const [application, seq] of page) {
      while (at < rows.length && Number(rows[at]?.[0]) < seq) at++
      const row = Number(rows[at]?.[0]) === seq ? source(rows[at]?.[1]) : null
      if (row) found.set(application, row)
    }
  }
  return found
}

const none: ReadonlyMap<number, SourceRow> = new Map()

/** Which extracts the rules ask: those that could hold one of their facts, or whose absence makes one unknown. */
function extractsAsked(db: Reader, set: RuleSet): { register: boolean; permits: boolean } {
  const used = set.data.facts.filter(fact => set.usedBy.has(fact.id))
  const layouts = db.raw('SELECT facts FROM layout').map(([facts]) => JSON.parse(String(facts)) as string[])
  // An application's row has an id of its own and ends with what was derived from its number; all other rows come from extracts.
  const spoken = new Set(layouts.filter(facts => !(facts.includes('application.id') && facts.at(-1) === 'identity.kind')).flat())
  const told = used.some(fact => spoken.has(fact.id))
  return { register: told || used.some(fact => fact.emptyNeeds === 'register'), permits: told || used.some(fact => fact.emptyNeeds === 'migration-agency') }
}

/** Reads a stored row down to the cells that rules ask for. */
function usedCellsReader(db: Reader, set: RuleSet): (body: unknown) => SourceRow | null {
  const layouts = new Map<number, { facts: readonly string[]; at: readonly number[] }>()
  return body => {
    if (typeof body !== 'string') return null
    const row = JSON.parse(body) as StoredRow
    let layout = layouts.get(row.layout)
    if (!layout) {
      const all = layoutFacts(db, row.layout)
      const at = all.flatMap((id, i) => (set.usedBy.has(id) ? [i] : []))
      layouts.set(row.layout, (layout = { facts: at.map(i => all[i] ?? ''), at }))
    }
    const { facts, at } = layout
    const cells: StoredCell[] = []
    for (const i of at) cells.push(row.cells[i] ?? null)
    return { facts, cells }
  }
}
