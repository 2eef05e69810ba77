import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appliers } from '../../../../electron/core/appliers.ts'
import { decide } from '../../../../electron/core/decision/decide.ts'
import { proveFact, unproveFact } from '../../../../electron/core/documents/received/proof.ts'
import { previewDocuments, receiveDocuments } from '../../../../electron/core/documents/received/receive.ts'
import { documentsOfCase, markDocument, readDocument, removeDocument } from '../../../../electron/core/documents/received/stored.ts'
import { undoFile } from '../../../../electron/core/intake/undo.ts'
import { caseView } from '../../../../electron/core/screening/case-view.ts'
import { establishLight } from '../../../../electron/core/screening/work.ts'
import { openSpool } from '../../../../electron/core/store/spool.ts'
import { openDatabase } from '../../../../electron/core/store/database.ts'
import { openStore, settleReads } from '../../../../electron/core/store/store.ts'
import { createBackup, prepareRestore } from '../../../../electron/core/upkeep/backup.ts'
import { createKeys, fingerprint, withPassphrase } from '../../../../electron/core/store/keys.ts'
import { verifyJournal } from '../../../../electron/core/upkeep/verify.ts'
import { Fault } from '../../../../shared/fault.ts'
import { eventsOf } from '../../events.ts'
import { decisionFor } from '../../decision-input.ts'
import { type Desk, openDesk, testFolder } from '../../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../../tables.ts'
import { correct } from '../../correct.ts'
import { pdf, png } from './samples.ts'

const at = (desk: Desk, n = 1) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Fault ? error.code : String(error)
  }
}

/** Two cases, the first without a word on its permit's end in any extract, each with a document. */
async function filled(change: Record<string, string> = {}, registered: Record<string, string> = {}) {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal([application(1, { giltigt_till: '2023-02-01', ...change }), application(2)])), desk.put('r.csv', register([registerRow(1, registered), registerRow(2)])))
  await receiveDocuments(desk.context, { intakeId: desk.intakeId, files: [desk.put(`${idOf(1)} kort.pdf`, pdf(['framsida', 'baksida'])), desk.put(`${idOf(2)}.png`, png())] })
  const documents = (n: number, reason?: string) => documentsOfCase(desk.context, { id: at(desk, n).id, reason })
  return { desk, documents, first: Number(desk.context.store.read.value('SELECT min(id) FROM document')), second: Number(desk.context.store.read.value('SELECT max(id) FROM document')) }
}
const verify = (desk: Desk) => verifyJournal(desk.context, appliers)
const validTo = (desk: Desk) => caseView(desk.context.store, at(desk).id).facts.find(f => f.id === 'permit.validTo')

describe('a document that proves a fact', () => {
  it('lays its word over the application and changes the light; taking it back changes it again', async () => {
    const { desk, documents, first } = await filled()
    expect(desk.row(idOf(1))['rules']).toBe('JO-07:orange')
    proveFact(desk.context, { ...at(desk), documentId: first, page: 2, fact: 'permit.validTo', value: '20250101' })
    expect(desk.row(idOf(1))['rules']).toBe('')
    expect(validTo(desk)).toMatchObject({ value: '2025-01-01', source: 'document', differs: true, entries: [{ source: 'document', holds: true, by: 'Test Testsson', ref: { document: first, page: 2 } }, { source: 'application' }] })
    expect(documents(1)[0]?.proves).toMatchObject([{ fact: 'permit.validTo', page: 2, display: expect.stringContaining('2025') as string }])
    expect(eventsOf(desk.context, at(desk).id)[0]?.text).toMatch(/styrktes som .*2025.* av en handling, sida 2\.$/)
    await verify(desk)
    unproveFact(desk.context, { ...at(desk), fact: 'permit.validTo' })
    expect(desk.row(idOf(1))['rules']).toBe('JO-07:orange')
    expect(documents(1)[0]?.proves).toEqual([])
    expect(codeOf(() => unproveFact(desk.context, { ...at(desk), fact: 'permit.validTo' }))).toBe('fact-unknown')
    await verify(desk)
  })
  it('gives way to the authority and to the caseworker', async () => {
    const { desk, first } = await filled()
    proveFact(desk.context, { ...at(desk), documentId: first, page: 1, fact: 'permit.validTo', value: '2025-01-01' })
    await desk.take(desk.put('m.csv', permits([permitRow(1, { giltigt_till: '2023-03-10' })])))
    expect(validTo(desk)).toMatchObject({ value: '2023-03-10', source: 'migration-agency', differs: true })
    correct(desk.context, { ...at(desk), fact: 'permit.validTo', value: '2024-12-31', reason: 'samtal med Migrationsverket' })
    expect(validTo(desk)).toMatchObject({ value: '2024-12-31', source: 'caseworker', entries: [{}, {}, { source: 'document' }, {}] })
    await verify(desk)
  })
  it('marks an established light, and its removal marks it too', async () => {
    const { desk, first } = await filled({ giltigt_till: '2025-01-01' })
    establishLight(desk.context, at(desk))
    proveFact(desk.context, { ...at(desk), documentId: first, page: 1, fact: 'permit.validTo', value: '2023-02-01' })
    expect(desk.row(idOf(1))).toMatchObject({ changed: 1, proposed: 1 })
    expect(codeOf(() => removeDocument(desk.context, { documentId: first, reason: '' }))).toBe('reason-missing')
    expect(caseView(desk.context.store, at(desk).id).documents).toBe(1)
    removeDocument(desk.context, { documentId: first, reason: 'fel person' })
    expect(caseView(desk.context.store, at(desk).id).documents).toBe(0)
    expect(desk.row(idOf(1))).toMatchObject({ changed: 0, proposed: 0 })
    expect(validTo(desk)?.entries.map(e => e.source)).toEqual(['application'])
    await verify(desk)
  })
  it('must be the case\'s own, on a fact that can be changed, with a value that fits, on the case as it is', async () => {
    const { desk, first, second } = await filled()
    const prove = (more: object) => codeOf(() => proveFact(desk.context, { ...at(desk), documentId: first, page: 1, fact: 'permit.validTo', value: '2025-01-01', ...more }))
    const before = desk.counts()
    expect(prove({ documentId: second })).toBe('document-missing')
    expect(prove({ documentId: 999 })).toBe('document-missing')
    expect(prove({ fact: 'identity.number' })).toBe('fact-not-editable')
    expect(prove({ fact: 'birth.planet' })).toBe('fact-unknown')
    expect(prove({ value: '2025-02-30' })).toBe('fact-value')
    expect(prove({ value: { none: true } })).toBe('fact-value')
    expect(prove({ version: 1 })).toBe('case-changed')
    expect(desk.counts()).toEqual(before)
  })
  it('cannot be changed once the case is decided, but one that proves nothing can go', async () => {
    const { desk, first, second } = await filled()
    await desk.take(desk.put('m.csv', permits([permitRow(1), permitRow(2)])))
    proveFact(desk.context, { ...at(desk), documentId: first, page: 1, fact: 'permit.validTo', value: '2025-01-01' })
    establishLight(desk.context, at(desk))
    await decide(desk.context, decisionFor(at(desk)))
    expect(codeOf(() => proveFact(desk.context, { ...at(desk), documentId: first, page: 1, fact: 'permit.kind', value: 'PUT' }))).toBe('case-decided')
    expect(codeOf(() => unproveFact(desk.context, { ...at(desk), fact: 'permit.validTo' }))).toBe('case-decided')
    expect(codeOf(() => removeDocument(desk.context, { documentId: first, reason: 'x' }))).toBe('case-decided')
    expect(codeOf(() => removeDocument(desk.context, { documentId: second, reason: 'x' }))).toBe('done')
    await verify(desk)
  })
})

describe('a stored document', () => {
  it('keeps the file that its case came with from being undone', async () => {
    const { desk, first, second } = await filled()
    const file = Number(desk.context.store.read.value("SELECT id FROM intake_file WHERE kind = 'applications'"))
    const undo = () => undoFile(desk.context, { fileId: file, reason: 'fel fil' }, false)
    await expect(undo()).rejects.toMatchObject({ code: 'undo-kept', params: { count: 2 } })
    for (const documentId of [first, second]) removeDocument(desk.context, { documentId, reason: 'fel fil' })
    expect((await undo()).removed).toBe(2)
  })
  it('is read as it came, and each reading is journalled with which one', async () => {
    const { desk, first } = await filled()
    expect(Buffer.from(readDocument(desk.context, { documentId: first })).equals(pdf(['framsida', 'baksida']))).toBe(true)
    settleReads(desk.context.store)
    expect(desk.context.store.read.get("SELECT application, body FROM journal WHERE kind = 'document.read'")).toMatchObject({ application: at(desk).id, body: expect.stringContaining(`"document":${first}`) as string })
    expect(eventsOf(desk.context, at(desk).id)[0]?.text).toBe('En handling öppnades.')
    expect(codeOf(() => readDocument(desk.context, { documentId: 999 }))).toBe('document-missing')
  })
  it('of a protected person needs the reason the case was opened with', async () => {
    const { desk, documents, first } = await filled({}, { skyddade_uppgifter: 'ja' })
    expect(codeOf(() => documents(1))).toBe('case-protected')
    expect(codeOf(() => documents(1, ' '))).toBe('case-protected')
    expect(codeOf(() => readDocument(desk.context, { documentId: first }))).toBe('case-protected')
    expect(documents(1, 'granskning')).toMatchObject([{ name: `${idOf(1)} kort.pdf` }])
    const { files } = await previewDocuments(desk.context, { intakeId: desk.intakeId, files: [desk.put(`${idOf(1)} Åsa Öberg.pdf`, pdf(['nytt']))] })
    expect(files).toMatchObject([{ name: idOf(1), outcome: 'new', applicationId: idOf(1) }])
    readDocument(desk.context, { documentId: first, reason: 'granskning' })
    settleReads(desk.context.store)
    expect(String(desk.context.store.read.value("SELECT body FROM journal WHERE kind = 'document.read'"))).toContain('granskning')
  })
  it('is marked, and goes with its bytes while the journal keeps its hash', async () => {
    const { desk, documents, first } = await filled()
    expect(markDocument(desk.context, { documentId: first, kind: 'decision', note: 'kopia' })).toMatchObject({ kind: 'decision', note: 'kopia' })
    const entries = desk.counts()['journal']
    markDocument(desk.context, { documentId: first, kind: 'decision', note: 'kopia' })
    expect(desk.counts()['journal']).toBe(entries)
    const hash = desk.context.store.read.value('SELECT hash FROM document WHERE id = ?', first)
    removeDocument(desk.context, { documentId: first, reason: 'inkom av misstag' })
    expect(documents(1)).toEqual([])
    expect(desk.context.store.read.value('SELECT count(*) FROM document_bytes WHERE document = ?', first)).toBe(0)
    expect(String(desk.context.store.read.value("SELECT body FROM journal WHERE kind = 'document.removed'"))).toContain(String(hash))
    await verify(desk)
    // The same file may come again and is then a new document.
    expect((await receiveDocuments(desk.context, { intakeId: desk.intakeId, files: [join(desk.folder, `${idOf(1)} kort.pdf`)] })).counts.new).toBe(1)
    expect(documents(1)[0]?.id).toBeGreaterThan(first)
    await verify(desk)
  })
  it.each<[string, string]>([
    ['a byte', "UPDATE document_bytes SET bytes = X'00' WHERE document = (SELECT min(id) FROM document)"], ['a part', 'DELETE FROM document_bytes WHERE document = (SELECT min(id) FROM document)'],
    ['an owner', 'UPDATE document SET application = application + 1'], ['bytes of no document', "INSERT INTO document_bytes (document, part, bytes) VALUES (9999, 0, X'00')"], ['a row', 'DELETE FROM document'],
  ])('that was altered is noticed by the check of the journal: %s', async (_, sql) => {
    const { desk } = await filled()
    await verify(desk)
    desk.context.store.write.run(sql)
    await expect(verify(desk)).rejects.toMatchObject({ code: 'journal-broken' })
  })
  it('comes back with a backup, and stands in no file in the clear', async () => {
    const { desk, first } = await filled()
    const folder = testFolder()
    const { file } = await createKeys('en lång lösenfras')
    const keyFile = { ...(await withPassphrase(file, desk.key, 1, 'en lång lösenfras')), fingerprint: fingerprint(desk.key) }
    createBackup(desk.context.store.write, desk.key, keyFile, join(folder, 'kopia.sprangbrada'))
    const prepared = await prepareRestore(folder, join(folder, 'kopia.sprangbrada'), 'en lång lösenfras')
    prepared.adopt('nu')
    const written = [...readdirSync(join(desk.folder, 'arbete')).map(name => join(desk.folder, 'arbete', name)), join(folder, 'kopia.sprangbrada')].map(path => readFileSync(path))
    expect(written.length).toBeGreaterThan(2)
    for (const bytes of written) expect(bytes.includes('%PDF-') || bytes.includes('framsida') || bytes.includes(`${idOf(1)} kort`)).toBe(false)
    const store = openStore(folder, 'work', prepared.key, { caseworkerId: 1, appliers })
    try {
      expect(Buffer.from(readDocument({ ...desk.context, store }, { documentId: first })).equals(pdf(['framsida', 'baksida']))).toBe(true)
      await verifyJournal({ ...desk.context, store }, appliers)
    } finally {
      store.close()
    }
  })
})

it('a reading that was logged by an older program is moved to the journal as before', () => {
  const folder = testFolder()
  const key = Buffer.alloc(32, 7)
  const old = openDatabase(join(folder, 'lasningar.db'), key)
  old.exec('CREATE TABLE waiting (id TEXT PRIMARY KEY, at TEXT NOT NULL, by INTEGER NOT NULL, application INTEGER NOT NULL, kind TEXT NOT NULL, reason TEXT) STRICT')
  old.run("INSERT INTO waiting VALUES ('a', '2026-01-01T00:00:00.000Z', 1, 5, 'case.read', NULL)")
  old.close()
  const spool = openSpool(join(folder, 'lasningar.db'), key)
  spool.add({ at: '2026-01-02T00:00:00.000Z', by: 1, application: 5, kind: 'document.read', reason: null, document: 12 })
  expect(spool.waiting()).toMatchObject([{ kind: 'case.read', document: null }, { kind: 'document.read', document: 12 }])
  spool.close()
})
