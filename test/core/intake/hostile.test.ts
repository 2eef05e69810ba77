import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { platform } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { saveProblems } from '../../../electron/core/intake/problems.ts'
import { importProgramme } from '../../../electron/core/rulebook/exchange.ts'
import { inspectBackup } from '../../../electron/core/upkeep/backup.ts'
import { exportLights } from '../../../electron/core/report/lights.ts'
import { csvLines } from '../../../electron/core/store/csv.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, type Cells, portal, PORTAL } from '../tables.ts'
import { type ZipPart, zip } from '../zip.ts'
import { sheetXml, workbookParts } from './sheets.ts'

const table = (rows: Cells[]) => [[...PORTAL], ...rows.map(row => PORTAL.map(c => row[c] ?? ''))]
const three = [application(1), application(2), application(3)]
const sheet = sheetXml(table(three))
const put = (desk: Desk, parts: readonly ZipPart[]) => desk.put('ansokningar.xlsx', zip(parts))
const withSheet = (content: string): ZipPart[] => workbookParts(content)
const replaced = (parts: ZipPart[], name: string, change: Partial<ZipPart>) => parts.map(part => (part.name === name ? { ...part, ...change } : part))
const SHEET = 'xl/worksheets/sheet1.xml'

/** Takes a file in; gives its fault's code, or the number of rows that were added. */
async function outcome(desk: Desk, path: string): Promise<string | number> {
  const before = desk.counts()
  const [file] = (await desk.take(path)).files
  if (!file?.fault) return file?.counts.added ?? -1
  expect(desk.counts()).toEqual(before)
  expect(faultSentence(file.fault)).toMatch(/^(Filen|I filen|Post) .*\. \p{Lu}?.*\.$/su)
  return file.fault.code
}

describe('a workbook that lies', () => {
  it('is taken when it does not: the same parts by hand', async () => {
    const desk = openDesk()
    expect(await outcome(desk, put(desk, withSheet(sheet)))).toBe(3)
  })
  it.each<[string, ZipPart[]]>([
    ['about the size of a part, in its directory', replaced(withSheet(sheet), SHEET, { claim: { unpacked: 100 } })],
    ['about the size of a part, in its local header', replaced(withSheet(sheet), SHEET, { local: { unpacked: 100 } })],
    ['about the name of a part', replaced(withSheet(sheet), SHEET, { local: { name: 'xl/worksheets/sheet2.xml' } })],
    ['by a part that the directory does not name', [{ name: SHEET, content: sheetXml(table([application(9)])), claim: { hidden: true } }, ...withSheet(sheet)]],
    ['by two parts of one name', [...withSheet(sheet), { name: SHEET, content: sheetXml(table([application(9)])) }]],
    ['by a path out of it', [...withSheet(sheet), { name: '../../utanfor.xml', content: '<a/>' }]],
    ['by an absolute path', [...withSheet(sheet), { name: '/etc/utanfor.xml', content: '<a/>' }]],
    ['by a path with a drive', [...withSheet(sheet), { name: 'C:\\utanfor.xml', content: '<a/>' }]],
  ])('%s', async (_what, parts) => {
    const desk = openDesk()
    expect(await outcome(desk, put(desk, parts))).toBe('file-xlsx-broken')
  })
  it('by saying a hundred bytes where a gigabyte unpacks, and nothing of it is kept in memory', async () => {
    const desk = openDesk()
    const path = put(desk, replaced(withSheet(' '.repeat(300_000_000)), SHEET, { claim: { unpacked: 100 } }))
    const before = process.memoryUsage().rss
    expect(await outcome(desk, path)).toBe('file-xlsx-broken')
    expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000)
  })
})

describe('a sheet that would unfold without end', () => {
  const odd = (cell: string) => sheet.replace('</sheetData>', `${cell}</sheetData>`)
  it.each([
    ['a row far down', '<row r="900000000"><c r="A900000000"><v>1</v></c></row>', 'A900000000'],
    ['a cell far to the right', '<row r="5"><c r="ZZZZZ5"><v>1</v></c></row>', 'ZZZZZ5'],
  ])('%s is told with its place', async (_what, cell, place) => {
    const desk = openDesk()
    const report = await desk.take(put(desk, withSheet(odd(cell))))
    expect(report.files[0]?.fault).toMatchObject({ code: 'file-xlsx-cell', params: { cell: place } })
    expect(faultSentence(report.files[0]?.fault ?? { code: 'internal', params: {} })).toContain(`(${place})`)
  })
  it.each([['a place that is none', '<row r="5"><c r="5A"><v>1</v></c></row>'], ['a row number that is none', '<row r="1e9"><c r="A5"><v>1</v></c></row>'], ['rows that go backwards', '<row r="2"><c r="A2"><v>1</v></c></row>']])('%s is refused', async (_what, cell) => {
    const desk = openDesk()
    expect(await outcome(desk, put(desk, withSheet(odd(cell))))).toBe('file-xlsx-broken')
  })
})

describe('a sheet with something in its last corner', () => {
  it('is read: the corner is a row with too many cells, and nothing before it is unfolded', async () => {
    const desk = openDesk()
    const report = await desk.take(put(desk, withSheet(sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'))))
    expect(report.files[0]).toMatchObject({ fault: null, counts: { added: 3, refused: 1 }, problemCounts: [{ code: 'too-many-cells' }] })
  })
})

describe('a workbook with something in it that would act', () => {
  it('has no entity expanded: neither a billion laughs nor a file of the machine', async () => {
    const desk = openDesk()
    const secret = desk.put('hemligt.txt', 'HEMLIGHETEN')
    const laughs = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}<!ENTITY f SYSTEM "file://${secret}">]>`
    for (const entity of ['&l30;', '&f;']) {
      const content = sheetXml(table([application(1, { kommentar: 'XX' })]), laughs).replace('XX', entity)
      const found = await outcome(desk, desk.put('entitet.xlsx', zip(withSheet(content))))
      expect(['file-xlsx-broken', 1, 0]).toContain(found)
    }
    expect(JSON.stringify(desk.context.store.read.raw('SELECT body FROM journal'))).not.toContain('HEMLIGHETEN')
  })
  it('has its macros and links left alone: nothing is asked of any address', async () => {
    const asked: string[] = []
    const server = createServer((request, answer) => { asked.push(request.url ?? ''); answer.end('9') })
    await new Promise<void>(listening => void server.listen(0, '127.0.0.1', listening))
    onTestFinished(() => void server.close())
    const address = server.address()
    const url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : ''
    const desk = openDesk()
    const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const acting = sheet.replace('</sheetData>', `<row r="5"><c r="A5" t="str"><f>WEBSERVICE("${url}a")</f><v>x</v></c><c r="B5"><f>'[1]Blad'!A1</f><v>2</v></c></row></sheetData><hyperlinks><hyperlink ref="A1" r:id="rId1" xmlns:r="${R}"/></hyperlinks><oleObjects/>`)
    const parts = [
      ...withSheet(acting),
      { name: 'xl/vbaProject.bin', content: 'Attribute VB_Name = "Auto_Open"' },
      { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/hyperlink" Target="${url}b" TargetMode="External"/></Relationships>` },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' },
      { name: 'xl/externalLinks/_rels/externalLink1.xml.rels', content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/externalLinkPath" Target="${url}c" TargetMode="External"/></Relationships>` },
      { name: 'xl/connections.xml', content: `<connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><connection id="1" type="4" refreshOnLoad="1"><webPr url="${url}d"/></connection></connections>` },
    ]
    const report = await desk.take(put(desk, parts))
    expect(report.files[0]).toMatchObject({ fault: null, counts: { added: 3, refused: 1 } })
    expect(asked).toEqual([])
  })
})

describe('what a path may be', () => {
  it('a folder is refused', async () => {
    const desk = openDesk()
    mkdirSync(join(desk.folder, 'mapp.xlsx'))
    expect(await outcome(desk, join(desk.folder, 'mapp.xlsx'))).toBe('file-unreadable')
  })
  it('a pipe and a device are refused at once, and a link is read as the file it leads to', async () => {
    const desk = openDesk()
    const put = (name: string) => join(desk.folder, name)
    const refused = platform() === 'win32' ? [] : ['/dev/zero', put('ror.csv'), put('lank.csv')]
    if (refused.length > 0) {
      execFileSync('mkfifo', [put('ror.csv')])
      symlinkSync(put('ror.csv'), put('lank.csv'))
    }
    for (const path of refused) {
      expect(await outcome(desk, path), path).toBe('file-unreadable')
      expect(() => importProgramme(desk.context, { path }), path).toThrow('programme-file-broken')
      await expect(inspectBackup(desk.folder, path, 'en lösenfras'), path).rejects.toMatchObject({ code: 'file-unreadable' })
    }
    const links = platform() === 'win32' ? [] : [[put('rundgang.csv'), put('rundgang.csv'), 'file-missing'], [desk.put('malet.csv', portal(three)), put('bra.csv'), 3]] as const
    for (const [target, link, expected] of links) {
      symlinkSync(target, link)
      expect(await outcome(desk, link), link).toBe(expected)
    }
  })
  it('a name with line breaks or marks that turn the writing shows what it is', () => {
    for (const name of ['a\nInget fel.csv', 'b\u202evsc.exe', 'c\u0007\u001b[31m.csv', 'd\u2028e\u200f.csv']) {
      const sentence = faultSentence({ code: 'file-empty', params: { file: name } })
      expect(sentence, JSON.stringify(name)).not.toMatch(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
      expect(sentence).toContain(`”${name[0] ?? ''}\\u{`)
    }
  })
})

describe('what the program writes can run in no spreadsheet', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1', '=cmd|\' /C calc\'!A0', '"=1"', ';=1', 'a;=1']
  it('no cell of any row begins as a formula, and each is still the one cell it was', () => {
    const text = [...csvLines([cells])].join('').slice(1)
    const found = [...text.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g)].map(m => (m[1] ?? m[2] ?? '').replaceAll('""', '"'))
    expect(found).toHaveLength(cells.length)
    found.forEach((cell, i) => {
      expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      expect(cell.endsWith(cells[i] ?? '')).toBe(true)
    })
  })
  it('an application id that is a formula leaves the program as text in the lights', async () => {
    const desk = openDesk()
    const ids = ['=HYPERLINK("http://a")', '+46', '-2', '@a', '＝1']
    await desk.take(desk.put('a.csv', portal(ids.map((id, n) => application(n, { ansoknings_id: id })))))
    const path = join(desk.folder, 'ljus.csv')
    exportLights(desk.context, { intakeId: desk.intakeId, path })
    const lines = readFileSync(path, 'utf8').trim().split('\r\n').slice(1)
    expect(lines).toHaveLength(ids.length)
    for (const line of lines) expect(line).toMatch(/^"?'[=+\-@＝]/)
  })
})

it('a refused row with a formula in a cell and in a header leaves the program as text in the list of problems', async () => {
  const desk = openDesk()
  const path = desk.put('a.csv', portal([application(1, { kommentar: '=1+1', samtycke: '' }), application(2, { kommentar: '\u0000@SUM(A1)' })], { header: PORTAL.map(c => (c === 'kommentar' ? '=kommentar' : c)) }))
  const out = join(desk.folder, 'problem.csv')
  expect(await saveProblems(desk.context, { intakeId: desk.intakeId, plan: { file: path }, path: out, only: 'all' })).toMatchObject({ rows: 2 })
  const text = readFileSync(out, 'utf8')
  for (const cell of ["'=kommentar", "'=1+1", "'@SUM(A1)"]) expect(text).toContain(cell)
  expect(text).not.toMatch(/(?:^|;|\r\n)"?[=+\-@]/)
})

it('a file that is exchanged for another while it is read is told', async () => {
  const desk = openDesk()
  const path = desk.put('byts.csv', portal(Array.from({ length: 3000 }, (_, i) => application(i))))
  let changed = false
  desk.context.progress = () => { if (!changed) writeFileSync(path, portal(three)); changed = true }
  expect(await outcome(desk, path)).toBe('file-changed')
})
