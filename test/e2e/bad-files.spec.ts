import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerOpen, button, fixtures, heading, setUpIntake, setUpStore, springFiles } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'

// Files as they really come when something has gone wrong. Each is refused with its sentence, nothing is stored, and the program goes on.
test.describe.configure({ mode: 'serial' })

let run: Launched
let header: string
let row: string
test.beforeAll(async () => {
  run = await launchApp()
  await setUpStore(run.page)
  await setUpIntake(run.page)
  const lines = (await readFile(springFiles[0] ?? '', 'latin1')).split(/\r?\n/)
  header = lines[0] ?? ''
  row = lines[2] ?? ''
})
test.afterAll(() => run.close())

async function choose(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(run.home, name)
  await writeFile(path, content, 'latin1')
  await answerOpen(run.app, [path])
  await button(run.page, /^Välj (andra )?filer$/).click()
}

const compound = () => {
  const bytes = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1024)
  return bytes
}
const picture = () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), Buffer.alloc(400, 7)])
const book = () => readFile(join(fixtures, 'ansokningar-2023-2.xlsx'))

const cases: [string, string, () => string | Uint8Array | Promise<Uint8Array>, RegExp][] = [
  ['a picture by another name', 'bild.csv', picture, /Filen ”bild\.csv” är varken en textfil \(CSV\) eller en Excelfil/],
  ['an empty file', 'tom.csv', () => '', /Filen ”tom\.csv” är tom/],
  ['columns that nobody knows', 'fel.csv', () => 'kulör;storlek\r\nblå;4\r\n', /Filen ”fel\.csv” har ingen kolumn som känns igen/],
  ['a quotation mark that never ends', 'citat.csv', () => `${header}\r\n${row}\r\n${row.replace('JS-', '"JS-')}\r\n${row}\r\n`, /Filen ”citat\.csv” har ett citattecken som aldrig avslutas/],
  ['a workbook cut short', 'kort.xlsx', async () => (await book()).subarray(0, 200_000), /Filen ”kort\.xlsx” är ingen hel Excelfil/],
  ['a workbook with a password', 'hemlig.xlsx', compound, /Filen ”hemlig\.xlsx” är lösenordsskyddad/],
  ['a column twice', 'dubbel.csv', () => `${header};fornamn\r\n${row};Åsa\r\n`, /Filen ”dubbel\.csv” har kolumnen ”[Ff]örnamn” två gånger|Filen ”dubbel\.csv” har kolumnen ”fornamn” två gånger/],
]

for (const [what, name, content, sentence] of cases) {
  test(`${what} is refused with its sentence`, async () => {
    const { page } = run
    await choose(name, await content())
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(button(page, 'Läs in')).toHaveCount(0)
  })
}

test('a bad file beside a good one does not stop the good one', async () => {
  const { page, app } = run
  const bad = join(run.home, 'tom.csv')
  await answerOpen(app, [springFiles[0] ?? '', bad])
  await button(page, 'Välj andra filer').click()
  await expect(page.getByText(/Filen ”tom\.csv” är tom/)).toBeVisible({ timeout: 60_000 })
  await expect(button(page, 'Läs in')).toBeVisible()
  await button(page, 'Intag').click()
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('Inga filer inlästa')
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('0 sökande')
  await button(page.getByRole('article', { name: '2023-1' }), 'Läs in filer').click()
  await expect(heading(page, 'Läs in filer till 2023-1')).toBeVisible()
})

test('closing the dialog without a choice changes nothing', async () => {
  const { page, app } = run
  await answerOpen(app, [])
  await button(page, 'Välj filer').click()
  await expect(button(page, 'Välj filer')).toBeEnabled()
  await expect(page.getByTestId('drop')).toBeVisible()
})
