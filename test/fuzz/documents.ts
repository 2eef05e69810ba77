import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../../build/sample/random.ts'
import { contentOf } from '../../electron/core/documents/received/content.ts'
import { type ListRow, mayBeList, readList } from '../../electron/core/documents/received/list-file.ts'
import { matcher, missingOf } from '../../electron/core/documents/received/matching.ts'
import { openSource } from '../../electron/core/documents/received/pieces.ts'
import { openMemory } from '../../electron/core/store/database.ts'
import { faxPdf, jpeg, pdf, png } from '../core/documents/received/samples.ts'
import { zip, type ZipPart } from '../core/zip.ts'
import type { FuzzReader } from './reader.ts'
import { oddText, outcomeOf, slipped, some, spoiled } from './text.ts'

const ids = ['JS-2023-1-00001', 'JS-2023-1-00002', 'JS-2023-1-00003']
const db = openMemory()
db.exec('CREATE TABLE application (id INTEGER PRIMARY KEY, intake INTEGER, application_id TEXT, protected INTEGER)')
ids.forEach((id, i) => db.run('INSERT INTO application VALUES (?, 1, ?, ?)', i + 1, id, i === 2 ? 1 : 0))

const contents = [pdf(['ett']), pdf(['ett', 'två', 'tre'], '/OpenAction << /S /JavaScript /JS (x) >>'), faxPdf(), png(), png(2, 2, [40_000, 40_000]), jpeg(), zip([{ name: 'a.txt', content: 'a' }]), Buffer.from('hej'), Buffer.alloc(0)]
const list = (random: Random) => `fil;ansökans id;slag\r\n${some(random, 4, () => `${random.pick(['beslut.pdf', 'mapp/bild.png', oddText(random)])};${random.pick(ids)};${random.pick(['beslut', 'betyg', ''])}`).join('\r\n')}`

function nameOf(random: Random): string | Buffer {
  const name = `${random.chance(20) ? random.pick(['mapp/', '../', '/', 'C:\\', '__MACOSX/', `${random.pick(ids)}/`]) : ''}${random.chance(70) ? random.pick(ids) : ''}${random.pick([' beslut.pdf', '.png', '_examensbevis.jpg', 'lista.csv', ''])}`
  const text = random.chance(20) ? slipped(random, name, 2) : name
  return random.chance(10) ? spoiled(random, Buffer.from(text, 'latin1')) as Buffer : text
}

function partOf(random: Random): ZipPart {
  const content = random.chance(15) ? slipped(random, list(random)) : spoiled(random, random.pick(contents))
  const lies = random.chance(8)
  const number = () => random.pick([0, 1, 7, 100, 5000, 65_535, 3_000_000_000, 0xffff_ffff])
  return {
    name: nameOf(random), content, method: random.chance(90) ? random.pick([0, 8]) : random.pick([1, 9, 12, 99]), encrypted: random.chance(3), ...(random.chance(3) ? { unixKind: random.pick([0xa, 0x8, 0x4, 0x2]) } : {}),
    ...(lies ? { claim: random.pick([{ unpacked: number() }, { packed: number() }, { crc: number() }, { at: number() }, { hidden: true }, { name: 'annat.pdf' }]) } : {}), ...(random.chance(2) ? { local: random.pick([{ unpacked: number() }, { name: 'annat.pdf' }]) } : {}),
  }
}

/** A ZIP of documents: what is in it, whose each file is and what it is, as before anything of it is stored. */
export const documents: FuzzReader<Uint8Array> = {
  name: 'handlingar', cost: 2,
  make: random => { const bytes = zip(some(random, 5, () => partOf(random))); return random.chance(70) ? bytes : spoiled(random, bytes) },
  read: (bytes, folder) => {
    const path = join(folder, 'handlingar.zip')
    rmSync(path, { force: true })
    writeFileSync(path, bytes)
    return outcomeOf(() => lookThrough(path))
  },
}

async function lookThrough(path: string): Promise<void> {
  const { pieces, close } = await openSource(path)
  try {
    const lists = new Map<string, ListRow[]>()
    const found: Buffer[] = []
    for (const piece of pieces) {
      const read = piece.refusal ?? (await piece.read())
      if (typeof read === 'string') continue
      found.push(read)
      const rows = mayBeList(piece.segments) ? readList(read) : null
      if (rows) lists.set(piece.from, [...(lists.get(piece.from) ?? []), ...rows])
    }
    const match = matcher(db, 1, pieces, lists)
    for (const piece of pieces) match(piece)
    missingOf(pieces, lists)
    for (const each of found) {
      const content = contentOf(each)
      if (typeof content !== 'string' && content.pages !== null && !(Number.isSafeInteger(content.pages) && content.pages >= 0)) throw new Error('a number of pages that is none')
    }
  } finally {
    close()
  }
}
