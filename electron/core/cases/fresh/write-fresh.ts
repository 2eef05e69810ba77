import type { Context } from '../../context.ts'
import type { Reader } from '../../store/database.ts'
import { giveWay } from '../../store/give-way.ts'
import { entryBody } from '../../store/journal.ts'
import { type ByteText, textPack } from '../../store/texts.ts'
import { insertApplication } from '../appliers.ts'
import { intakeById, intakeFacts, layoutFacts, ruleSetById } from '../programme-of-intake.ts'
import type { FreshLines, FreshTexts } from './evaluate-fresh.ts'
import { openLane } from './lane.ts'

/** A row that was just read: its journal entry, and its text where memory had room for it. */
export type FreshRow = { seq: number; body: ByteText | null }
/** A case that stands in no table yet. */
export type FreshCase = { id: number; application: FreshRow; register: FreshRow | null; permits: FreshRow | null }

/** Cases that are evaluated together, and how many such batches are ahead of the one that is being written. */
const BATCH = 500
const AHEAD = 3

/**
 * Writes cases that are new in an intake into the tables, each once and with its light: as their journal entries followed by `screenCases` would leave them.
 * Takes them from the end of the list, which holds the newest first, so that their texts leave the memory as the tables grow. While some are written, the
 * next are evaluated beside it.
 */
export async function writeFreshCases({ store, assets }: Pick<Context, 'store' | 'assets'>, intakeId: number, cases: FreshCase[], pause: (done: number) => Promise<void>): Promise<void> {
  if (cases.length === 0) return
  const db = store.write
  const intake = intakeById(db, intakeId)
  const layouts = db.raw('SELECT id FROM layout').map(([id]): [number, readonly string[]] => [Number(id), layoutFacts(db, Number(id))])
  const lane = openLane(ruleSetById(db, intake.rule_set), { given: intakeFacts(intake), layouts }, cases.length, assets)
  const given: FreshCase[][] = []
  const give = () => {
    const batch = cases.splice(-BATCH).reverse()
    if (batch.length === 0) return
    lane.give(textsOf(db, batch))
    given.push(batch)
  }
  try {
    let done = 0
    for (let i = 0; i < AHEAD; i++) give()
    for (let batch = given.shift(); batch; batch = given.shift()) {
      const lines = await lane.take()
      // A light must never stand at another case than its own.
      if (lines.proposed.length !== batch.length) throw new Error('the evaluating thread has answered something else')
      give()
      for (const [i, fresh] of batch.entries()) {
        giveWay()
        write(i, fresh, lines)
      }
      await pause((done += batch.length))
    }
  } finally {
    await lane.close()
  }

  function write(i: number, { id, application: { seq }, register, permits }: FreshCase, lines: FreshLines): void {
    insertApplication(db, {
      id, intake: intakeId, seq, register: register?.seq ?? null, permits: permits?.seq ?? null, ruleSet: intake.rule_set, version: Math.max(seq, register?.seq ?? 0, permits?.seq ?? 0),
      applicationId: lines.applicationId[i] ?? '', identity: lines.identity[i] ?? '', family: lines.family[i] ?? '', given: lines.given[i] ?? '',
      received: lines.received[i] ?? null, sex: lines.sex[i] ?? null, proposed: lines.proposed[i] ?? 1, rules: lines.rules[i] ?? '', protected: lines.protected[i] ?? 0,
    })
  }
}

function textsOf(db: Reader, cases: readonly FreshCase[]): FreshTexts {
  const texts = textPack()
  const ends: number[] = []
  const add = (row: FreshRow | null) => {
    if (row?.body) texts.copy(row.body)
    else if (row) texts.add(entryBody(db, row.seq) ?? '')
    ends.push(texts.length)
  }
  for (const { application, register, permits } of cases) {
    add(application)
    add(register)
    add(permits)
  }
  return { bytes: texts.take(), ends: Uint32Array.from(ends) }
}
