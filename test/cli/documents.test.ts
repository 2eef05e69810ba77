import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { DocumentsReport } from '../../shared/contract/documents.ts'
import { testFolder } from '../core/store-fixture.ts'
import { pdf, png } from '../core/documents/received/samples.ts'
import { zip } from '../core/zip.ts'
import { application, idOf, portal } from '../core/tables.ts'
import { run } from './run.ts'

const passphrase = 'fyra ord räcker länge'

it('documents are received into a store from a terminal, and each file is told as JSON', async () => {
  const folder = testFolder()
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const store = join(folder, 'lager')
  const from = put('handlingar.zip', zip([{ name: `${idOf(1)} beslut.pdf`, content: pdf(['x']) }, { name: 'vems.png', content: png() }]))
  const documents = (more: Record<string, string> = {}) => run(['documents', ...Object.entries({ store, intake: '2023-1', from, ...more }).flatMap(([k, v]) => [`--${k}`, v])], passphrase)

  expect(await documents()).toMatchObject({ code: 1, out: '', err: expect.stringContaining('inget lager') as string })
  expect((await run(['screen', '--programme', 'jobbspranget', '--intake', '2023-1', '--applications', put('a.csv', portal([application(1)])), '--out', join(folder, 'ut'), '--store', store], passphrase)).code).toBe(0)
  const ran = await documents()
  expect(ran).toMatchObject({ code: 0, err: '', left: [] })
  const report = JSON.parse(ran.out) as DocumentsReport
  expect(report).toMatchObject({ counts: { new: 1, refused: 1 }, files: [{ applicationId: idOf(1), kind: 'decision', pages: 1 }, { refusal: 'no-application' }] })
  expect(JSON.parse((await documents()).out)).toMatchObject({ counts: { new: 0, already: 1 } })
  expect(await documents({ intake: 'finns inte' })).toMatchObject({ code: 1, err: expect.stringContaining('finns inte i lagret') as string })
  expect(await documents({ from: join(folder, 'borta.zip') })).toMatchObject({ code: 1, err: expect.stringContaining('finns inte längre') as string })
  expect((await run(['documents', '--store', store])).code).toBe(2)
})
