import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FaultInfo } from '../../../shared/fault.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { portalXlsx } from '../../../build/sample/workbook.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, type Cells, csv, idOf, portal, PORTAL, register, REGISTER, registerRow } from '../tables.ts'
import { directoryClaiming, ole } from './containers.ts'

const three = [application(1), application(2), application(3)]
const table = (rows: Cells[]) => [[...PORTAL], ...rows.map(row => PORTAL.map(c => row[c] ?? ''))]
const without = (column: string) => PORTAL.filter(c => c !== column)
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('ansoknings_id;personnummer;intag;samtycke\r\n')])

/** Takes a file that must be refused: nothing is stored, the sentence names the file, and the next good file works. */
async function refused(desk: Desk, path: string): Promise<{ fault: FaultInfo; sentence: string }> {
  const before = desk.counts()
  const report = await desk.take(path)
  const [file] = report.files
  if (!file?.fault) throw new Error('the file was taken')
  expect(desk.counts()).toEqual(before)
  expect(file.counts).toEqual({ records: 0, added: 0, changed: 0, duplicates: 0, refused: 0, unmatched: 0, warnings: 0 })
  expect(file.fault.params['file']).toBe(file.name)
  const sentence = faultSentence(file.fault)
  expect(sentence).toContain(`”${file.name}”`)
  expect(sentence).not.toMatch(/undefined|NaN|null|\{|\}/)
  expect(sentence).toMatch(/^(Filen|I filen|Post) .*\. \p{Lu}?.*\.$/su)
  const good = await desk.take(desk.put('nasta.csv', portal(three)))
  expect(good.files[0]).toMatchObject({ fault: null, counts: { added: 3 } })
  return { fault: file.fault, sentence }
}

describe('files that are refused as a whole', () => {
  const contents: [string, string, string | Uint8Array, string, RegExp][] = [
    ['an empty file', 'tom.csv', '', 'file-empty', /tom\. Be avsändaren/],
    ['a file of line breaks', 'rader.csv', '\r\n\r\n\r\n', 'file-no-known-column', /ingen kolumn som känns igen/],
    ['a header only', 'rubrik.csv', portal([]), 'file-no-rows', /rubrikrad men inga rader/],
    ['no known column', 'annat.csv', 'namn;ort\r\nAnna;Lund\r\n', 'file-no-known-column', /första raden är rubriker/],
    ['no header', 'utan.csv', portal(three).split('\r\n').slice(1).join('\r\n'), 'file-no-known-column', /rubriker/],
    ['a separator that is none of ours', 'stjarna.csv', portal(three).replaceAll(';', '*'), 'file-separator', /skiljer kolumnerna åt.*semikolon/],
    ['a picture named .csv', 'bild.csv', png, 'file-not-text', /varken en textfil \(CSV\) eller en Excelfil/],
    ['a PDF', 'beslut.csv', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj'), 'file-not-text', /varken en textfil/],
    ['a program', 'fil.csv', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'file-not-text', /varken/],
    ['binary without a mark', 'data.csv', Buffer.from(Array.from({ length: 4000 }, (_, i) => i % 7)), 'file-not-text', /varken/],
    ['a password-protected workbook', 'las.xlsx', ole('EncryptedPackage', 'EncryptionInfo'), 'file-xlsx-locked', /lösenordsskyddad\. Spara den utan lösenord/],
    ['a big password-protected workbook', 'storlas.xlsx', Buffer.concat([ole('Root Entry'), Buffer.alloc(2_200_000, 7), ole('EncryptedPackage')]), 'file-xlsx-locked', /lösenord/],
    ['an old workbook', 'gammal.xls', ole('Workbook'), 'file-not-text', /äldre Excelfil.*Spara den som \.xlsx/],
    ['an archive that is no workbook', 'arkiv.xlsx', directoryClaiming([{ name: 'brev.txt', unpacked: 100 }]), 'file-xlsx-broken', /ingen hel Excelfil/],
    ['a workbook that claims to be gigabytes', 'bomb.xlsx', directoryClaiming([{ name: 'xl/workbook.xml', unpacked: 900 }, { name: 'xl/worksheets/sheet1.xml', unpacked: 3_900_000_000 }]), 'file-xlsx-too-large', /packar upp till 3901 MB, mer än de 400 MB/],
    ['many parts that sum to gigabytes', 'delar.xlsx', directoryClaiming(Array.from({ length: 50 }, (_, i) => ({ name: `xl/worksheets/sheet${i}.xml`, unpacked: 60_000_000 }))), 'file-xlsx-too-large', /400 MB/],
    ['two columns of one name', 'dubbel.csv', portal(three, { header: PORTAL.map(c => (c === 'postort' ? 'Efternamn ' : c)) }), 'file-duplicate-header', /kolumnen ”Efternamn” två gånger/],
    ...['ansoknings_id', 'personnummer', 'intag', 'samtycke'].map((column): [string, string, string, string, RegExp] => [`no column ${column}`, 'kort.csv', csv(without(column), three), 'file-column-missing', new RegExp(`saknar kolumnen ”${column}”`)]),
    ['a quote that never ends', 'citat.csv', portal(three).replace(';Provgatan 1;', ';"Provgatan 1;'), 'file-unterminated-quote', /börjar i post 2\b.*Inget ur filen har lästs in/],
    ['a quote that never ends further down', 'citat2.csv', portal([application(1, { kommentar: 'rad\nbrytning' }), application(2), application(3, { ansoknings_id: 'XQ' })]).replace(';XQ;', ';').replace(/XQ/, '"XQ'), 'file-unterminated-quote', /börjar i post 4\b/],
  ]
  it.each(contents)('%s', async (_name, file, content, code, says) => {
    const desk = openDesk()
    const { fault, sentence } = await refused(desk, desk.put(file, content))
    expect(fault.code).toBe(code)
    expect(sentence).toMatch(says)
  })

  it('a missing file, also among good ones', async () => {
    const desk = openDesk()
    expect((await refused(desk, join(desk.folder, 'borta.csv'))).fault.code).toBe('file-missing')
    const report = await desk.take(join(desk.folder, 'borta.csv'), desk.put('ny.csv', portal([application(9)])))
    expect(report.files.map(f => f.fault?.code ?? f.counts.added)).toEqual([1, 'file-missing'])
  })
  it('a folder instead of a file', async () => {
    const desk = openDesk()
    mkdirSync(join(desk.folder, 'mapp.csv'))
    expect((await refused(desk, join(desk.folder, 'mapp.csv'))).fault.code).toBe('file-unreadable')
  })
  it('a workbook that was cut off, at every eighth of it', async () => {
    const whole = await portalXlsx(table(three))
    for (let i = 1; i < 8; i++) {
      const desk = openDesk()
      const path = desk.put('kapad.xlsx', whole)
      truncateSync(path, Math.floor((whole.length * i) / 8))
      expect((await refused(desk, path)).fault.code).toBe('file-xlsx-broken')
    }
  })
  it('a workbook whose sheet is damaged inside', async () => {
    const desk = openDesk()
    const bytes = Uint8Array.from(await portalXlsx(table(three)))
    bytes.fill(0x5a, 200, 700)
    expect((await refused(desk, desk.put('trasig.xlsx', bytes))).fault.code).toBe('file-xlsx-broken')
  })
  it('a workbook with a header only, and one with nothing', async () => {
    const desk = openDesk()
    expect((await refused(desk, desk.put('rubrik.xlsx', await portalXlsx(table([]))))).fault.code).toBe('file-no-rows')
    const other = openDesk()
    expect((await refused(other, other.put('tom.xlsx', await portalXlsx([[]])))).fault.code).toBe('file-empty')
  })
  it('a record larger than a record may be: a quote that swallowed the file', async () => {
    const desk = openDesk()
    const path = desk.put('stor.csv', portal([application(1), application(2)]).replace(`"`, ''))
    writeFileSync(path, `${portal([application(1)])}"${'x'.repeat(33_000_000)}`)
    const { fault, sentence } = await refused(desk, path)
    expect(fault).toMatchObject({ code: 'file-record-too-large', params: { record: 3 } })
    expect(sentence).toMatch(/^Post 3 i filen ”stor\.csv” är större/)
  })
  it('a file that grows while it is read', async () => {
    const desk = openDesk()
    const path = desk.put('vaxer.csv', portal(Array.from({ length: 2000 }, (_, i) => application(i))))
    const before = desk.counts()
    desk.context.progress = () => { writeFileSync(path, 'x', { flag: 'a' }) }
    const report = await desk.take(path)
    desk.context.progress = () => undefined
    expect(report.files[0]?.fault?.code).toBe('file-changed')
    expect(faultSentence(report.files[0]?.fault ?? { code: 'internal', params: {} })).toMatch(/ändrades medan den lästes. Inget ur den har lästs in/)
    expect(desk.counts()).toEqual(before)
  })
})

describe('extracts', () => {
  it('before any application are refused with the reason', async () => {
    const desk = openDesk()
    const { fault, sentence } = await refused(desk, desk.put('register.csv', register([registerRow(1)])))
    expect(fault.code).toBe('file-register-first')
    expect(sentence).toMatch(/är ett utdrag, men intaget har inga ansökningar än. Läs in portalens fil först/)
  })
  it('lacking what makes them one are refused', async () => {
    const desk = openDesk()
    const columns = REGISTER.filter(c => c !== 'arbetssokande_status')
    expect((await refused(desk, desk.put('r.csv', csv(columns, [registerRow(1)])))).fault).toMatchObject({ code: 'file-column-missing', params: { column: 'arbetssokande_status' } })
  })
  it('that are broken leave the good files beside them taken', async () => {
    const desk = openDesk()
    const report = await desk.take(desk.put('r.csv', register([registerRow(1), registerRow(2)]).replace(';Aktuell;', ';"Aktuell;')), desk.put('a.csv', portal(three)))
    expect(report.files.map(f => [f.kind, f.fault?.code ?? null])).toEqual([['applications', null], ['register', 'file-unterminated-quote']])
    expect(desk.counts()).toMatchObject({ application: 3, extract: 0, intake_file: 1 })
    expect(desk.row(idOf(1))['rules']).toContain('JO-03:orange')
  })
})

it('a preview stores nothing and says what would be', async () => {
  const { takeIn } = await import('../../../electron/core/intake/take-in.ts')
  const desk = openDesk()
  const before = desk.counts()
  const report = await takeIn(desk.context, { intakeId: desk.intakeId, files: [desk.put('a.csv', portal(three))] }, false)
  expect(report.files[0]?.counts.added).toBe(3)
  expect(report.after.total).toBe(3)
  expect(desk.counts()).toEqual(before)
  expect((await desk.take(desk.put('a.csv', portal(three)))).files[0]?.counts.added).toBe(3)
})
