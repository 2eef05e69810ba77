import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { INTAKES } from '../../build/sample/intake.ts'
import type { Random } from '../../build/sample/random.ts'
import { sampleRows } from '../../build/sample/rows.ts'
import { readFile } from '../../electron/core/intake/reader/read-file.ts'
import { eachRow, type ReadMessage, type ReadOrder } from '../../electron/core/intake/reader/protocol.ts'
import { programmeOf } from '../../electron/core/programmes/programmes.ts'
import { textOf } from '../../electron/core/store/texts.ts'
import { Fault } from '../../shared/fault.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import { oddText, some } from './text.ts'

const programme = programmeOf('jobbspranget')
const set = programme.on('2023-01-20')
const order: Omit<ReadOrder, 'path'> = {
  layouts: Object.values(programme.layouts), facts: Object.fromEntries(set.factById), usedByRules: [...set.usedBy.keys()], evaluationDate: '2023-01-20', intakeName: '2023-1', intakeId: 1,
  layoutIds: { applications: 1, register: 2, permits: 3 },
}

const sample = sampleRows({ ...INTAKES['2023-1'], size: 40, seed: 1 })
/** Files of each kind as they come, header first; inputs are these with a few things wrong. */
const seeds: readonly (readonly string[])[][] = [[...sample.applications()], [...sample.register()], [...sample.permits()]]

const identities = ['19900101-2389', '900101-2389', '199001012389', '9001012389', '20000161-2382', '19900101-T123', '19900101-TF12', '900101+2389', '101012389', '19900132-0000', '']
const answers = ['ja', 'nej', 'JA', 'x', '', 'delvis', 'kanske', '2023-1', '2023-2', '2022-12-01', '20221201', '1/12/2022', '2023-02-30', 'SY', 'syrien', 'PUT', 'TUT-anknytning', '546', '521a', '13', '13,5', '1e9', '-1', '40 %', 'B2', 'Aktuell', '11', 'JS-2023-1-00001', 'JS-2023-1-00002']

/** What somebody might write in a cell. */
export const cellOf = (random: Random): string => random.pick([() => random.pick(answers), () => random.pick(identities), () => oddText(random)])()

const FEWEST_ROWS = 5
/** Where each list comes from and where it goes is told by these changes alone. */
const changes: readonly ((rows: string[][], random: Random) => void)[] = [
  (rows, random) => { const row = random.pick(rows); row[random.below(row.length)] = cellOf(random) },
  (rows, random) => { const row = random.pick(rows); row[random.below(row.length)] = cellOf(random) },
  (rows, random) => { const [a, b] = [random.pick(rows), random.pick(rows)]; const [i, j] = [random.below(a.length), random.below(b.length)]; [a[i], b[j]] = [b[j] ?? '', a[i] ?? ''] },
  (rows, random) => { const row = random.pick(rows); row.splice(random.below(row.length + 1), 0, random.chance(50) ? cellOf(random) : random.pick(row.length > 0 ? row : [''])) },
  (rows, random) => { const row = random.pick(rows); row.splice(random.below(row.length), 1 + random.below(3)) },
  (rows, random) => { const at = random.below(rows.length); rows.splice(at, 0, [...(rows[at] ?? [])]) },
  (rows, random) => { rows.splice(random.below(rows.length), 1); if (rows.length === 0) rows.push([]) },
  (rows, random) => { const [a, b] = [random.below(rows[0]?.length ?? 0), random.below(rows[0]?.length ?? 0)]; for (const row of rows) if (Math.max(a, b) < row.length) [row[a], row[b]] = [row[b] ?? '', row[a] ?? ''] },
  (rows, random) => { const at = random.below(rows[0]?.length ?? 0); for (const row of rows) row.splice(at, 1) },
  (rows, random) => { const header = rows[0]; if (header) header[random.below(header.length)] = random.chance(50) ? random.pick(header.length > 0 ? header : ['']) : oddText(random) },
  (rows, random) => { rows[0] = (rows[0] ?? []).map(name => (random.chance(50) ? name.toUpperCase() : ` ${name.replaceAll('_', ' ')}`)) },
  (rows, random) => void rows.push(some(random, 40, () => cellOf(random))),
]

/** A table as somebody might export it: five to forty rows that came so, with some changes. */
export function anyTable(random: Random): string[][] {
  const seed = random.pick(seeds)
  const size = FEWEST_ROWS + random.below(random.chance(80) ? 8 : Math.min(36, seed.length))
  const from = 1 + random.below(Math.max(1, seed.length - size))
  const rows = [seed[0] ?? [], ...seed.slice(from, from + size)].map(row => [...row])
  for (let left = random.below(5); left > 0; left--) random.pick(changes)(rows, random)
  // What was changed beyond the end of a row has left holes before it.
  return rows.map(row => Array.from(row, (cell: string | undefined) => cell ?? ''))
}

/** Looks at a file or reads it, as an intake does; what comes back must be whole. */
export async function takeTable(folder: string, name: string, bytes: Uint8Array, { plan, look }: { plan: ReadOrder['plan']; look: boolean }): Promise<'taken' | 'refused'> {
  const path = join(folder, name)
  // A file that is emptied and written again is put on the disk at once by some file systems; a new one is not.
  rmSync(path, { force: true })
  writeFileSync(path, bytes)
  if (look) return told({ ...order, path, inspect: true, names: [] })
  return told(plan === undefined ? { ...order, path, cells: true } : { ...order, path, plan })
}

async function told(asked: ReadOrder): Promise<'taken' | 'refused'> {
  const messages: ReadMessage[] = []
  try {
    await readFile(asked, message => void messages.push(message))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const sentence = faultSentence(error.info)
    if (/undefined|NaN|\[object/.test(sentence) || !/^(Filen|I filen|Post|Bladet) /.test(sentence)) throw new Error(`a fault that says nothing: ${sentence.slice(0, 200)}`, { cause: error })
    return 'refused'
  }
  const last = messages.at(-1)
  if (last?.type !== 'end') throw new Error('the reading has no end')
  for (const message of messages) {
    if (message.type !== 'batch') continue
    eachRow(message.rows, ({ body, identity, hash }) => {
      const row = JSON.parse(textOf(body)) as { cells: unknown[] }
      if (!Array.isArray(row.cells) || identity === '' || !/^[0-9a-f]{64}$/.test(hash)) throw new Error('a row that is not whole')
    })
    if (message.problems.some(p => p.record < 1 || p.record > last.records)) throw new Error('a remark on a record that is not there')
  }
  return 'taken'
}
