import fc from 'fast-check'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '../../electron/core/intake/reader/read-file.ts'
import { type ReadMessage, type ReadOrder, rowAt } from '../../electron/core/intake/reader/protocol.ts'
import { programmeOf } from '../../electron/core/programmes/programmes.ts'
import { Fault } from '../../shared/fault.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import { oddText } from './text.ts'

const programme = programmeOf('jobbspranget')
const layouts = Object.values(programme.layouts)
const set = programme.on('2023-01-20')
const order: Omit<ReadOrder, 'path'> = {
  layouts, facts: Object.fromEntries(set.factById), usedByRules: [...set.usedBy.keys()], evaluationDate: '2023-01-20', intakeName: '2023-1', intakeId: 1,
  layoutIds: { applications: 1, register: 2, permits: 3 },
}

const identities = ['19900101-2389', '900101-2389', '199001012389', '9001012389', '20000161-2382', '19900101-T123', '19900101-TF12', '900101+2389', '101012389', '19900132-0000', '']
const answers = ['ja', 'nej', 'JA', 'x', '', 'delvis', 'kanske', '2023-1', '2023-2', '2022-12-01', '20221201', '1/12/2022', '2023-02-30', 'SY', 'syrien', 'PUT', 'TUT-anknytning', '546', '521a', '13', '13,5', '1e9', '-1', '40 %', 'B2', 'Aktuell', '11', 'JS-2023-1-00001', 'JS-2023-1-00002']
const cell = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...answers) }, { weight: 2, arbitrary: fc.constantFrom(...identities) }, { weight: 2, arbitrary: oddText })

/** A table as somebody might export it: one kind's columns, mostly all of them and mostly right, over rows that mostly fit. */
export const anyTable: fc.Arbitrary<string[][]> = fc.constantFrom(...layouts).chain(layout => {
  const names = layout.columns.map(column => column.column)
  const header = fc.tuple(fc.shuffledSubarray(names, { minLength: Math.max(0, names.length - 3) }), fc.array(oddText, { maxLength: 2 }), fc.boolean(), fc.boolean()).map(([some, more, ordered, loud]) => [...(ordered ? names : some), ...more].map(name => (loud ? name.toUpperCase() : name)))
  return header.chain(columns => {
    const right = (column: string): fc.Arbitrary<string> => {
      switch (column.toLowerCase()) {
        case 'personnummer': return fc.constantFrom(...identities)
        case 'samtycke': return fc.constantFrom('ja', 'ja', 'delvis', 'nej')
        case 'intag': return fc.constantFrom('2023-1', '2023-1', '2023-2')
        case 'ansoknings_id': return fc.nat(9).map(n => `JS-2023-1-0000${n}`)
        default: return cell
      }
    }
    const row = fc.oneof({ weight: 8, arbitrary: fc.tuple(...columns.map(right)) }, { weight: 1, arbitrary: fc.array(cell, { maxLength: columns.length + 2 }) })
    return fc.array(row, { maxLength: 6 }).map(rows => [columns, ...rows])
  })
})

/** Looks at a file and reads it, as an intake does; what comes back must be whole. */
export async function takeTable(folder: string, name: string, bytes: Uint8Array, plan: ReadOrder['plan']): Promise<'taken' | 'refused'> {
  const path = join(folder, name)
  // A file that is emptied and written again is put on the disk at once by some file systems; a new one is not.
  rmSync(path, { force: true })
  writeFileSync(path, bytes)
  const looked = await told({ ...order, path, inspect: true, names: [] })
  const read = await told(plan === undefined ? { ...order, path, cells: true } : { ...order, path, plan })
  return looked === 'refused' && read === 'refused' ? 'refused' : read
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
    message.rows.bodies.forEach((_, i) => {
      const { body, identity, hash } = rowAt(message.rows, i)
      const row = JSON.parse(body) as { cells: unknown[] }
      if (!Array.isArray(row.cells) || identity === '' || hash.length !== 32) throw new Error('a row that is not whole')
    })
    if (message.problems.some(p => p.record < 1 || p.record > last.records)) throw new Error('a remark on a record that is not there')
  }
  return 'taken'
}
