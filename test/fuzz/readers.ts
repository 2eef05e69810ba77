import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIdentity } from '../../electron/core/intake/reader/identity.ts'
import { folders } from '../../electron/core/programmes/folders.ts'
import { programmeOf } from '../../electron/core/programmes/programmes.ts'
import { isIsoDate } from '../../electron/core/rules/dates.ts'
import { loadProgramme } from '../../electron/core/rules/load.ts'
import { packProgramme, unpackFiles } from '../../electron/core/rules/programme-file.ts'
import { readDate } from '../../electron/core/rules/read-value.ts'
import { inspectBackup } from '../../electron/core/upkeep/backup.ts'
import { Fault } from '../../shared/fault.ts'
import { archive, sheetXml, workbookParts } from '../core/intake/archive.ts'
import { type AnyReader, anyReader, type FuzzReader } from './reader.ts'
import { anyTable, takeTable } from './tables.ts'
import { byteChanges, ending, oddText, slip, slipped, spoiled } from './text.ts'

const outcomeOf = async (work: () => unknown): Promise<'taken' | 'refused'> => {
  try {
    await work()
    return 'taken'
  } catch (error) {
    if (error instanceof Fault) return 'refused'
    throw error
  }
}

const encodings = ['utf-8', 'utf-8-bom', 'latin1', 'utf-16', 'utf-16be'] as const
function encoded(text: string, encoding: (typeof encodings)[number]): Buffer {
  switch (encoding) {
    case 'latin1': return Buffer.from(text, 'latin1')
    case 'utf-16': return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be': return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    default: return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8')
  }
}

const csvText = fc.record({ rows: anyTable, separator: fc.constantFrom(';', ';', ',', '\t', '|', '*'), end: fc.constantFrom('\r\n', '\r\n', '\n', '\r'), quotes: fc.constantFrom('needed', 'all', 'none'), before: fc.constantFrom('', '', '', 'Utdrag 2023-01-20\r\n', '\r\n\r\n', 'sep=;\r\n') })
  .map(({ rows, separator, end, quotes, before }) => {
    const write = (cell: string) => (quotes === 'all' || (quotes === 'needed' && (cell.includes(separator) || /["\r\n]/.test(cell))) ? `"${cell.replaceAll('"', '""')}"` : cell)
    return before + rows.map(row => row.map(write).join(separator)).join(end) + end
  })
const csvPlan = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.record({ encoding: fc.constantFrom('windows-1252', 'utf-8', 'utf-16', 'utf-16be'), separator: fc.constantFrom(';', ',', '\t', '|'), headerRow: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: [] }) })

const csv: FuzzReader<{ bytes: Uint8Array; plan: Parameters<typeof takeTable>[3] }> = {
  name: 'csv', cost: 1,
  inputs: fc.record({ text: csvText, slips: fc.array(slip, { maxLength: 3 }), encoding: fc.constantFrom(...encodings), bytes: byteChanges, end: ending, whole: fc.boolean(), plan: csvPlan })
    .map(({ text, slips, encoding, bytes, end, whole, plan }) => ({ bytes: whole ? encoded(text, encoding) : spoiled(encoded(slipped(text, slips), encoding), bytes, end), plan })),
  read: ({ bytes, plan }, folder) => takeTable(folder, 'indata.csv', bytes, plan),
}

const places = fc.constantFrom('A1', 'XFD1', 'A1048576', 'ZZZZ9', 'A0', 'A99999999999', '', '1', 'a1', 'A-1', 'B2:C3')
const kinds = fc.constantFrom('t="s"', 't="n"', 't="d"', 't="e"', 't="b"', 't="str"', 't="inlineStr"', 't="okänt"', 's="1"', 's="-1"', 's="9999"', '')
const oddCell = fc.tuple(places, kinds, fc.constantFrom('0', '44927', '1e308', 'NaN', '-5', '2958466', '0.1', 'text', '#REF!', '&#x1F600;', '&#0;', '&okänd;', '')).map(([place, kind, value]) => `<c r="${place}" ${kind}><v>${value}</v></c>`)
const xlsxParts = fc.record({ rows: anyTable, odd: fc.array(fc.tuple(fc.nat(9999), oddCell), { maxLength: 3 }), slips: fc.array(fc.tuple(fc.nat(4), slip), { maxLength: 3 }), doctype: fc.constantFrom('', '', '', '<!DOCTYPE a [<!ENTITY b "c">]>') })
  .map(({ rows, odd, slips, doctype }) => {
    const sheet = odd.reduce((xml, [at, cell]) => slipped(xml, [{ at, cut: 0, put: cell, copy: 0 }]), sheetXml(rows.map(row => row.map(text => text.replace(/[^\x20-\ud7ff]/gu, ' '))), doctype))
    return workbookParts(sheet).map((part, i) => ({ ...part, content: slipped(String(part.content), slips.filter(([which]) => which === i).map(([, s]) => s)) }))
  })
const xlsxPlan = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.record({ sheet: fc.constantFrom('Blad1', 'Blad2', ''), headerRow: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: [] }) })

const xlsx: FuzzReader<{ bytes: Uint8Array; plan: Parameters<typeof takeTable>[3] }> = {
  name: 'xlsx', cost: 6,
  inputs: fc.record({ parts: xlsxParts, bytes: byteChanges, end: ending, whole: fc.boolean(), plan: xlsxPlan })
    .map(({ parts, bytes, end, whole, plan }) => ({ bytes: whole ? archive(parts) : spoiled(archive(parts), bytes, end), plan })),
  read: ({ bytes, plan }, folder) => takeTable(folder, 'indata.xlsx', bytes, plan),
}

const digits = fc.tuple(fc.constantFrom('19', '20', '18', '', '99'), fc.nat(99), fc.integer({ min: 0, max: 13 }), fc.nat(99), fc.constantFrom('-', '+', '', ' ', '–', '--'), fc.oneof(fc.nat(9999).map(n => String(n).padStart(4, '0')), fc.constantFrom('T123', 'TF12', 'T1', 'TF1A')))
  .map(([century, year, month, day, sign, end]) => `${century}${[year, month, day].map(n => String(n).padStart(2, '0')).join('')}${sign}${end}`)
const identity: FuzzReader<{ text: string; on: string }> = {
  name: 'identitetsnummer', cost: 0.05,
  inputs: fc.record({ text: fc.oneof({ weight: 3, arbitrary: digits }, { weight: 2, arbitrary: fc.tuple(digits, fc.array(slip, { maxLength: 2 })).map(([text, slips]) => slipped(text, slips)) }, { weight: 1, arbitrary: oddText }), on: fc.constantFrom('2023-01-20', '1999-12-31', '2000-01-01', '2024-02-29', '2100-01-01') }),
  read: ({ text, on }) => {
    const found = readIdentity(text, on)
    if (typeof found === 'string') return 'refused'
    if (!/^\d{8}-(\d{4}|T\d{3}|TF\d{2})$/.test(found.number) || !isIsoDate(found.birthDate)) throw new Error('a number that is none')
    const again = readIdentity(found.number, on)
    if (typeof again === 'string' || again.number !== found.number || again.birthDate !== found.birthDate || again.kind !== found.kind) throw new Error('a number that is another when it is read again')
    return 'taken'
  },
}

const dateText = fc.tuple(fc.nat(9999), fc.nat(14), fc.nat(33), fc.constantFrom('-', '', '/', '.', ' ')).map(([y, m, d, sign]) => [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join(sign))
const dates: FuzzReader<string> = {
  name: 'datum', cost: 0.02,
  inputs: fc.oneof({ weight: 3, arbitrary: dateText }, { weight: 1, arbitrary: fc.tuple(fc.nat(33), fc.nat(14), fc.nat(9999)).map(parts => parts.join('/')) }, { weight: 1, arbitrary: fc.tuple(dateText, fc.array(slip, { maxLength: 2 })).map(([text, slips]) => slipped(text, slips)) }, { weight: 1, arbitrary: oddText }),
  read: text => {
    const found = readDate(text)
    if (found === undefined) return 'refused'
    if (!isIsoDate(found) || readDate(found) !== found) throw new Error('a date that is none')
    return 'taken'
  },
}

const bombs = ['a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n', `${'['.repeat(2000)}`, `${'{a: '.repeat(500)}`, '? [a]\n: b\n', '<<: {id: x}\n', '!!js/function "x"\n', '__proto__: {}\nconstructor: {}\n', '%YAML 1.1\n---\n']
const yamlSlips = fc.array(fc.oneof({ weight: 6, arbitrary: slip }, { weight: 1, arbitrary: fc.tuple(fc.nat(9999), fc.constantFrom(...bombs)).map(([at, put]) => ({ at, cut: 0, put, copy: 0 })) }), { minLength: 1, maxLength: 3 })
const programmes = Object.keys(folders)
const files = (id: string) => folders[id] ?? {}

const rules: FuzzReader<{ id: string; file: number; slips: Parameters<typeof slipped>[1] }> = {
  name: 'regler', cost: 20,
  inputs: fc.record({ id: fc.constantFrom(...programmes), file: fc.nat(9), slips: yamlSlips }),
  read: ({ id, file, slips }) => {
    const names = Object.keys(files(id)).sort()
    const name = names[file % names.length] ?? ''
    return outcomeOf(() => loadProgramme({ ...files(id), [name]: slipped(files(id)[name] ?? '', slips) }, programmeOf))
  },
}

const packed = new Map(programmes.map(id => [id, packProgramme(files(id))]))
const exchange: FuzzReader<{ id: string; slips: Parameters<typeof slipped>[1]; end: number; hashed: boolean }> = {
  name: 'programfil', cost: 12,
  inputs: fc.record({ id: fc.constantFrom(...programmes), slips: yamlSlips, end: ending, hashed: fc.boolean() }),
  read: ({ id, slips, end, hashed }) => {
    // With its hash every changed file is refused before it is looked into.
    const text = (packed.get(id) ?? '').replace(/^hash: .*\n/m, line => (hashed ? line : ''))
    return outcomeOf(() => unpackFiles(slipped(text, slips).slice(0, Math.ceil((end / 10_000) * text.length))))
  },
}

const MAGIC = Buffer.from('SPRANGBRADA-KOPIA-1\n', 'latin1')
const base64 = (bytes: number) => createHash('sha512').update(String(bytes)).digest().subarray(0, bytes).toString('base64')
const lock = (kdf: object) => ({ salt: base64(16), nonce: base64(12), sealed: base64(48), kdf })
const kdfs = fc.record({ algorithm: fc.constantFrom('argon2id', 'argon2i', 'none'), memoryKiB: fc.constantFrom(0, -1, 7, 1 << 21, 2 ** 31, 1.5), passes: fc.constantFrom(0, 1, 100, -1), lanes: fc.constantFrom(0, 1, 16, 255) })
const keyFile = fc.tuple(kdfs, fc.array(slip, { maxLength: 2 })).map(([kdf, slips]) => slipped(JSON.stringify({ format: 'sprangbrada-nyckel', version: 1, fingerprint: base64(12), passphrase: lock(kdf), recovery: lock(kdf) }), slips))
const backup: FuzzReader<Uint8Array> = {
  name: 'sakerhetskopia', cost: 2,
  inputs: fc.record({ key: keyFile, body: fc.uint8Array({ maxLength: 600 }), length: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(0, 1, 0xffff_ffff, 64_000, 1 << 30) }), magic: fc.oneof({ weight: 5, arbitrary: fc.constant(MAGIC) }, { weight: 1, arbitrary: fc.uint8Array({ minLength: 0, maxLength: 30 }) }), bytes: byteChanges, end: ending })
    .map(({ key, body, length, magic, bytes, end }) => {
      const trailer = Buffer.from(key)
      const size = Buffer.alloc(4)
      size.writeUInt32BE(length ?? trailer.length)
      return spoiled(Buffer.concat([body, trailer, size, magic]), bytes, end)
    }),
  read: (bytes, folder) => {
    const path = join(folder, 'indata.sprangbrada')
    writeFileSync(path, bytes)
    return outcomeOf(() => inspectBackup(folder, path, 'en lösenfras som ingen har'))
  },
}

/** Every reader of what comes from outside. */
export const readers: readonly AnyReader[] = [anyReader(csv), anyReader(xlsx), anyReader(identity), anyReader(dates), anyReader(rules), anyReader(exchange), anyReader(backup)]
