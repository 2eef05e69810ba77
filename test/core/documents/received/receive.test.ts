import { mkdirSync, symlinkSync, writeFileSync, appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentRefusal, DocumentsReport } from '../../../../shared/contract/documents.ts'
import { previewDocuments, receiveDocuments } from '../../../../electron/core/documents/received/receive.ts'
import { readWhole } from '../../../../electron/core/documents/received/whole-file.ts'
import { documentsOfCase } from '../../../../electron/core/documents/received/stored.ts'
import { ole } from '../../intake/containers.ts'
import { type Desk, openDesk } from '../../store-fixture.ts'
import { application, idOf, portal } from '../../tables.ts'
import { zip, type ZipPart } from '../../zip.ts'
import { jpeg, pdf, png } from './samples.ts'

async function filled(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal([application(1), application(2), application(3)])))
  return desk
}
const rows = (desk: Desk) => ({ ...desk.counts(), ...Object.fromEntries(['document', 'document_bytes'].map(t => [t, Number(desk.context.store.read.value(`SELECT count(*) FROM ${t}`))])) })
const preview = (desk: Desk, ...files: string[]) => previewDocuments(desk.context, { intakeId: desk.intakeId, files })
const receive = (desk: Desk, ...files: string[]) => receiveDocuments(desk.context, { intakeId: desk.intakeId, files })
const packed = (desk: Desk, ...entries: ZipPart[]) => desk.put('handlingar.zip', zip(entries))
const told = (report: DocumentsReport) => report.files.map(f => `${f.name}: ${f.refusal ?? f.outcome}`)
const own = (n: number, rest: string) => `${idOf(n)}${rest}`

describe('what is received', () => {
  it('is told first and stored then, byte for byte, with what it is and whose', async () => {
    const desk = await filled()
    const before = rows(desk)
    const file = packed(desk, { name: own(1, '_uppehållstillstånd.pdf'), content: pdf(['ett', 'två']) }, { name: `mapp/${own(1, '-examensbevis.png')}`, content: png(), method: 0 }, { name: own(2, '.jpg'), content: jpeg() }, { name: '__MACOSX/._x', content: png() })
    const seen = await preview(desk, file)
    expect(rows(desk)).toEqual(before)
    expect(seen).toMatchObject({ counts: { new: 3, already: 0, refused: 0, ignored: 1 }, cases: 2, faults: [] })
    expect(seen.files).toMatchObject([
      { applicationId: idOf(1), kind: 'permit-card', type: 'pdf', pages: 2 }, { applicationId: idOf(1), kind: 'degree-certificate', type: 'png', pages: 1 }, { applicationId: idOf(2), kind: 'other', type: 'jpeg', pages: 1 },
    ])
    const done = await receiveDocuments(desk.context, { intakeId: desk.intakeId, files: [file], digest: seen.digest })
    expect(done.files).toEqual(seen.files)
    expect(rows(desk)).toMatchObject({ document: 3, document_bytes: 3 })
    expect(documentsOfCase(desk.context, { id: Number(desk.row(idOf(1))['id']) })).toMatchObject([
      { kind: 'degree-certificate', name: own(1, '-examensbevis.png'), from: 'handlingar.zip', receivedBy: 'Test Testsson', proves: [] }, { kind: 'permit-card', pages: 2 },
    ])
  })
  it('a second time changes nothing', async () => {
    const desk = await filled()
    const file = packed(desk, { name: own(1, '.pdf'), content: pdf(['x']) }, { name: own(1, ' kopia.pdf'), content: pdf(['x']) })
    expect((await receive(desk, file)).counts).toMatchObject({ new: 1, already: 1 })
    const before = rows(desk)
    expect((await receive(desk, file)).counts).toMatchObject({ new: 0, already: 2 })
    expect(rows(desk)).toEqual(before)
  })
  it('in a second case is taken, and told', async () => {
    const desk = await filled()
    const report = await receive(desk, packed(desk, { name: own(1, '.pdf'), content: pdf(['x']) }, { name: own(2, '.pdf'), content: pdf(['x']) }))
    expect(report.files.map(f => f.remarks)).toEqual([[], ['elsewhere']])
  })
  it('larger than a part is put together again', async () => {
    const desk = await filled()
    const large = Buffer.concat([pdf(['x']).subarray(0, -6), Buffer.alloc(2_500_000, 'x'), Buffer.from('\nstartxref\n9\n%%EOF\n')])
    await receive(desk, desk.put(own(1, '.pdf'), large))
    expect(rows(desk)).toMatchObject({ document: 1, document_bytes: 3 })
  })
  it('must be what was seen', async () => {
    const desk = await filled()
    const file = desk.put(own(1, '.pdf'), pdf(['x']))
    const { digest } = await preview(desk, file)
    desk.put(own(1, '.pdf'), pdf(['y']))
    const before = rows(desk)
    await expect(receiveDocuments(desk.context, { intakeId: desk.intakeId, files: [file], digest })).rejects.toMatchObject({ code: 'documents-changed' })
    expect(rows(desk)).toEqual(before)
  })
  it('cancelled at any file leaves nothing', async () => {
    const desk = await filled()
    const file = packed(desk, ...Array.from({ length: 6 }, (_, i) => ({ name: own(1, ` ${i}.pdf`), content: pdf([String(i)]) })))
    const before = rows(desk)
    for (const at of [0, 3, 5, 6]) {
      const stop = new AbortController()
      const context = { ...desk.context, signal: stop.signal, progress: (_: string, done: number) => { if (done >= at) stop.abort() } }
      await expect(receiveDocuments(context, { intakeId: desk.intakeId, files: [file] })).rejects.toMatchObject({ code: 'cancelled' })
      expect(rows(desk)).toEqual(before)
    }
    expect((await receive(desk, file)).counts.new).toBe(6)
  })
})

describe('whose it is', () => {
  it('is said by the name, a folder or a list, and two answers are none', async () => {
    const desk = await filled()
    const list = `fil;ansöknings-id;slag\r\nbild.png;${idOf(2)};beslut\r\nokänd.png;JS-9;\r\nborta.pdf;${idOf(1)};\r\n${own(1, ' b.png')};${idOf(2)};\r\n`
    const report = await preview(desk, packed(desk,
      { name: `${idOf(3)}/pass.png`, content: png(1, 1) }, { name: 'bild.png', content: png(2, 1) }, { name: 'okänd.png', content: png(3, 1) }, { name: own(1, ' b.png'), content: png(4, 1) },
      { name: `${idOf(1)}/${own(2, '.png')}`, content: png(5, 1) }, { name: `${idOf(1)}7.png`, content: png(6, 1) }, { name: 'pass.png', content: png(7, 1) }, { name: own(1, '').toLowerCase(), content: png(8, 1) },
      { name: 'Lista.CSV', content: Buffer.from(list, 'utf8') },
    ))
    expect(told(report)).toEqual([
      `${idOf(3)}/pass.png: new`, 'bild.png: new', 'okänd.png: listed-unknown', `${own(1, ' b.png')}: ambiguous`, `${idOf(1)}/${own(2, '.png')}: ambiguous`, `${idOf(1)}7.png: no-application`,
      'pass.png: no-application', `${own(1, '').toLowerCase()}: new`, 'borta.pdf: listed-missing',
    ])
    expect(report.files[1]).toMatchObject({ applicationId: idOf(2), kind: 'decision' })
    expect(report.lists).toEqual([{ name: 'Lista.CSV', rows: 4 }])
  })
  it('is not said by a list that names no folder where two files have the name', async () => {
    const desk = await filled()
    const report = await preview(desk, packed(desk, { name: 'a/x.png', content: png(1, 1) }, { name: 'b/x.png', content: png(2, 1) }, { name: 'lista.csv', content: Buffer.from(`file,application id\nx.png,${idOf(1)}\n`) }))
    expect(told(report)).toEqual(['a/x.png: ambiguous', 'b/x.png: ambiguous'])
  })
})

describe('a hostile or broken file is told and the others are taken', () => {
  const large = Buffer.alloc(26_000_000, 'abcdefghijklmnopqrstuvwxyz')
  const good = { name: own(1, ' god.pdf'), content: pdf(['god']) }
  it.each<[string, ZipPart, DocumentRefusal, string?]>([
    ['leading out', { name: '../../etc/passwd', content: png() }, 'unsafe-name', '../../etc/passwd'], ['from the root', { name: `/${own(1, '.png')}`, content: png() }, 'unsafe-name', own(1, '.png')],
    ['to a drive', { name: `C:\\${own(1, '.png')}`, content: png() }, 'unsafe-name', `C:/${own(1, '.png')}`], ['upwards on Windows', { name: `..\\${own(1, '.png')}`, content: png() }, 'unsafe-name', `../${own(1, '.png')}`],
    ['that packs beyond reason', { name: own(1, '.pdf'), content: Buffer.alloc(20_000_000) }, 'bomb'], ['that claims to be smaller', { name: own(1, '.pdf'), content: Buffer.alloc(900_000, 1), claim: { unpacked: 100 } }, 'bomb'],
    ['that claims to be larger', { name: own(1, '.pdf'), content: pdf(['x']), claim: { unpacked: 100_000 } }, 'broken'], ['with another checksum', { name: own(1, '.pdf'), content: pdf(['x']), claim: { crc: 1 } }, 'broken'],
    ['that lies elsewhere', { name: own(1, '.pdf'), content: pdf(['x']), claim: { at: 7 } }, 'broken'],
    ['that is encrypted', { name: own(1, '.pdf'), content: pdf(['x']), encrypted: true }, 'locked'], ['packed in an unknown way', { name: own(1, '.pdf'), content: pdf(['x']), method: 99 }, 'method'],
    ['that is a link', { name: own(1, '.pdf'), content: Buffer.from('/etc/passwd'), unixKind: 0xa }, 'link'], ['without bytes', { name: own(1, '.pdf'), content: Buffer.alloc(0) }, 'empty'],
    ['that is too large', { name: own(1, '.pdf'), content: large, method: 0 }, 'too-large'], ['that is a ZIP', { name: own(1, '.pdf'), content: zip([good]) }, 'type-archive'],
    ['that is text', { name: own(1, '.pdf'), content: Buffer.from('hej') }, 'type-text'], ['that is a page of the web', { name: own(1, '.pdf'), content: Buffer.from('<script>alert(1)</script>') }, 'type-text'],
    ['from Word', { name: own(1, '.pdf'), content: zip([{ name: '[Content_Types].xml', content: Buffer.from('<x/>') }]) }, 'type-office'], ['from old Word', { name: own(1, '.pdf'), content: ole('WordDocument') }, 'type-office'],
    ['HEIC', { name: own(1, '.jpg'), content: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1') }, 'type-heic'], ['TIFF', { name: own(1, '.png'), content: Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0]) }, 'type-tiff'],
    ['a program', { name: own(1, '.pdf'), content: Buffer.from('MZ\x90\0\x03', 'latin1') }, 'type-other'],
    ['a PDF cut off', { name: own(1, '.pdf'), content: pdf(['x']).subarray(0, -40) }, 'broken'], ['a PNG cut off', { name: own(1, '.png'), content: png().subarray(0, -14) }, 'broken'], ['a JPEG cut off', { name: own(1, '.jpg'), content: jpeg().subarray(0, -2) }, 'broken'],
    ['a picture of a billion points', { name: own(1, '.png'), content: png(2, 2, [40_000, 40_000]) }, 'picture-too-large'],
  ])('%s', async (_, entry, refusal, name) => {
    const desk = await filled()
    const report = await receive(desk, packed(desk, entry, good))
    expect(report.counts).toMatchObject({ new: 1, refused: 1 })
    expect(report.files.find(f => f.outcome === 'refused')).toMatchObject({ refusal, ...(name ? { name } : {}) })
    expect(readdirSync(desk.folder).sort()).toEqual(['a.csv', 'arbete', 'handlingar.zip'])
  })
  it('writes out signs in a name that would hide or turn it', async () => {
    const desk = await filled()
    const report = await receive(desk, packed(desk, { name: own(1, ' a\u202Efdp.exe\n\u0007.pdf'), content: pdf(['x']) }))
    expect(report.files[0]?.name).toBe(own(1, ' a\\u{202E}fdp.exe\\u{A}\\u{7}.pdf'))
    expect(desk.context.store.read.value('SELECT name FROM document')).toBe(report.files[0]?.name)
  })
  it('reads old names of ZIP files', async () => {
    const desk = await filled()
    const report = await preview(desk, packed(desk, { name: Buffer.concat([Buffer.from(own(1, ' p')), Buffer.from([0x86]), Buffer.from('.pdf')]), content: pdf(['x']) }))
    expect(told(report)).toEqual([`${own(1, ' på.pdf')}: new`])
  })
  it.each<[string, Buffer, string]>([
    ['cut off', zip([good]).subarray(0, -30), 'documents-archive-broken'], ['whose files lie in the same bytes', zip([{ ...good, method: 0 }, { ...good, method: 0, name: own(1, '2.pdf'), claim: { at: 0, packed: 3000 } }]), 'documents-archive-broken'],
    ['that claims three gigabytes', zip([{ ...good, claim: { unpacked: 3_000_000_000 } }]), 'documents-too-large'], ['of nothing but its head', Buffer.from('PK\x03\x04', 'latin1'), 'documents-archive-broken'],
  ])('a ZIP %s is refused whole, and other files are taken', async (_, bytes, code) => {
    const desk = await filled()
    const report = await receive(desk, desk.put('x.zip', bytes), desk.put(own(1, '.pdf'), pdf(['x'])))
    expect(report).toMatchObject({ counts: { new: 1 }, faults: [{ name: 'x.zip', fault: { code } }] })
  })
  it('more files than are taken at once are refused before any is read', async () => {
    const desk = await filled()
    await expect(preview(desk, packed(desk, ...Array.from({ length: 20_001 }, (_, i) => ({ name: `${i}`, method: 0 }))))).rejects.toMatchObject({ code: 'documents-too-many' })
  })
})

describe('a folder', () => {
  it('is read with the folders in it; links are told and never followed', async () => {
    const desk = await filled()
    const folder = join(desk.folder, 'handlingar')
    mkdirSync(join(folder, idOf(2)), { recursive: true })
    writeFileSync(join(folder, own(1, '.pdf')), pdf(['x']))
    writeFileSync(join(folder, idOf(2), 'betyg.pdf'), pdf(['y']))
    writeFileSync(join(folder, 'Thumbs.db'), 'x')
    symlinkSync(desk.put('hemligt.pdf', pdf(['hemligt'])), join(folder, own(3, '.pdf')))
    symlinkSync('/', join(folder, 'rot'))
    const report = await receive(desk, folder)
    expect(told(report)).toEqual([`${idOf(1)}.pdf: new`, `${idOf(2)}/betyg.pdf: new`, `${idOf(3)}.pdf: link`, 'rot: link'])
    expect(report).toMatchObject({ counts: { ignored: 1 }, faults: [] })
    expect(await readWhole(join(folder, own(3, '.pdf')), false)).toBe('link')
  })
  it('and a file that are not there are told', async () => {
    const desk = await filled()
    expect((await preview(desk, join(desk.folder, 'borta'))).faults).toMatchObject([{ name: 'borta', fault: { code: 'file-missing' } }])
    expect((await preview(desk, desk.put('tom.zip', ''))).faults).toMatchObject([{ fault: { code: 'file-empty' } }])
  })
  it('a file that grows while it is read is refused', async () => {
    const desk = await filled()
    const file = desk.put(own(1, '.pdf'), Buffer.alloc(20_000_000, 'x'))
    const reading = readWhole(file)
    const growing = setInterval(() => appendFileSync(file, 'y'), 0)
    expect(await reading.finally(() => clearInterval(growing))).toBe('changed')
  })
})
