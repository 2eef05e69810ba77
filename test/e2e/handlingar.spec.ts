import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { faxPdf, jpeg, pdf, png } from '../core/documents/received/samples.ts'
import { zip } from '../core/zip.ts'
import { ask } from './core.ts'
import { answerOpen, button, dropOn, field, heading, openCase, openList, openSample } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// A person's documents over the made-up intakes. Each test begins where the one before it ended.
test.describe.configure({ mode: 'serial' })

// Orange or red for want of a language, and for nothing else.
let owner = ''
const folder = mkdtempSync(join(tmpdir(), 'handlingar-'))
const archive = join(folder, 'handlingar.zip')
let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
})
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await run.close()
})

/** The application id of somebody whose only question is the language. */
async function withoutLanguage(page: Page): Promise<string> {
  const intake = (await ask(page, 'intake.list', {})).find(i => i.name === '2023-1')
  const list = await ask(page, 'screening.list', { intakeId: intake?.id ?? 0, rules: ['JO-15'], only: 'not-established', limit: 500 })
  const row = list.rows.find(r => r.rules.length === 1 && !r.pooled && !r.protected && !r.decided)
  if (!row) throw new Error('nobody')
  return row.applicationId
}

function writeArchive(): void {
  writeFileSync(archive, zip([
    { name: `${owner} uppehållstillstånd.pdf`, content: pdf(['Framsida: typ av tillstand', 'Baksida: Engelska B2', 'Tredje sidan'], '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>') },
    { name: `${owner} examensbevis.png`, content: png(900, 600) }, { name: `${owner} trasig.jpg`, content: jpeg() }, { name: `${owner} fax.pdf`, content: faxPdf() }, { name: 'vems.png', content: png(4, 4) }, { name: '../ut.pdf', content: pdf(['x']) },
    { name: `${owner} mobil.heic`, content: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1') },
  ]))
}

const tab = (name: string | RegExp) => run.page.getByRole('tab', { name, exact: true })
const row = (name: string) => run.page.getByRole('row').filter({ hasText: name })
const canvas = () => run.page.locator('.pdf-page canvas')
const scroller = () => run.page.locator('.document .pdf-scroll')
const percent = async () => Number((await run.page.locator('.document .pdf-bar .digits').innerText()).replace(/\D/g, ''))
const shape = async () => {
  const box = await run.page.locator('.document .pdf-scroll canvas').boundingBox()
  return box === null ? 0 : box.width / box.height
}

test('a ZIP is told file by file, then taken in', async () => {
  const { app, page } = run
  await openSample(page)
  owner = await withoutLanguage(page)
  writeArchive()
  await button(page.getByRole('article', { name: '2023-1' }), 'Läs in handlingar').click()
  await expect(heading(page, 'Läs in handlingar till 2023-1')).toBeFocused()
  await good(run, 'receive')
  await answerOpen(app, [archive])
  await button(page, 'Välj filer').click()
  await expect(page.getByText('4 handlingar till 1 sökande kan läsas in. Inget är sparat än.').first()).toBeVisible()
  await expect(row('../ut.pdf')).toContainText('leder ut')
  await expect(row('mobil.heic')).toContainText('HEIC')
  await expect(row('vems.png')).toContainText('ansöknings-id')
  await expect(row('uppehållstillstånd.pdf')).toContainText('Tillståndskort')
  await expect(row('uppehållstillstånd.pdf')).toContainText('Inget sådant körs')
  await expect(row('examensbevis.png')).toContainText('Examensbevis')
  await good(run, 'preview of documents')
  await button(page, 'Läs in').click()
  await expect(page.getByText('4 handlingar till 1 sökande är inlästa.').first()).toBeVisible()
  await good(run, 'receipt of documents')
})

test('a folder dropped on the page is read as one that is chosen', async () => {
  const { page } = run
  const inner = mkdtempSync(join(folder, 'slappt-'))
  writeFileSync(join(inner, `${owner} examensbevis.png`), png(300, 200))
  await dropOn(page.locator('main .wide'), [inner])
  await expect(page.getByText('1 handling till 1 sökande kan läsas in. Inget är sparat än.').first()).toBeVisible()
  await expect(row('examensbevis.png')).toContainText('Examensbevis')
})

test('a folder with nothing new says so', async () => {
  const { app, page } = run
  const inner = mkdtempSync(join(folder, 'mapp-'))
  writeFileSync(join(inner, `${owner}.png`), png(900, 600))
  await answerOpen(app, [inner])
  await button(page, 'Välj mapp').click()
  await expect(page.getByText('Ingen av filerna är en ny handling.').first()).toBeVisible()
  await expect(button(page, 'Läs in')).toHaveCount(0)
  await sound(page, 'nothing new')
  await button(page, 'Intag').click()
})

test('a case without documents says how they come there', async () => {
  const { page } = run
  await openList(page, '2023-1')
  await openCase(page, 'JS-2023-1-00005')
  await tab('Handlingar').click()
  await expect(page.getByTestId('no-documents')).toContainText('Inga handlingar är inlästa')
  await good(run, 'no documents')
  await button(page, '2023-1').click()
})

test('a PDF is seen beside the checklist, by page, size and direction from the keyboard', async () => {
  const { page } = run
  await openCase(page, owner)
  await tab(/^Handlingar \(\d\)$/).click()
  await button(page, /uppehållstillstånd\.pdf$/).click()
  await expect(tab(`Handlingar (${await page.locator('.document-list tbody tr').count()})`)).toBeVisible()
  await expect(page.getByText('Sida 1 av 3')).toBeVisible()
  await expect(canvas()).toBeVisible()
  await expect(page.locator('.pdf-text')).toContainText('Framsida')
  await scroller().focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Sida 2 av 3')).toBeVisible()
  await expect(page.locator('.pdf-text')).toContainText('Baksida')
  await expect.poll(shape).toBeLessThan(0.8)
  await page.keyboard.press('r')
  await expect.poll(shape).toBeGreaterThan(1.2)
  await page.keyboard.press('Shift+R')
  await expect.poll(shape).toBeLessThan(0.8)
  const before = await percent()
  await page.keyboard.press('+')
  await expect.poll(percent).toBeGreaterThan(before)
  await page.keyboard.press('0')
  await expect.poll(percent).toBe(before)
  await good(run, 'a PDF in a case')
})

test('a fact is proven on the page that is shown, and its source opens there', async () => {
  const { page } = run
  await button(page, 'Styrker uppgift…').click()
  await expect(field(page, 'Uppgift')).toBeFocused()
  await button(page.locator('.document form'), 'Spara').click()
  await expect(page.getByText('Välj vilken uppgift som styrks.')).toBeVisible()
  await field(page, 'Uppgift').selectOption({ label: 'Engelska' })
  await expect(field(page, 'Sida')).toHaveValue('2')
  await field(page, 'Engelska').selectOption('B2')
  await good(run, 'proving')
  await button(page.locator('.document form'), 'Spara').click()
  await expect(page.getByTestId('proves')).toContainText('Engelska: B2')
  await expect(page.getByTestId('case-light')).toContainText('Grön')
  await good(run, 'proven')
  await tab('Uppgifter').click()
  const fact = page.getByTestId('fact-language.english')
  await expect(fact.locator('.fact-source')).toHaveText('Handling')
  await button(fact, 'Visa handling, sida 2').click()
  await expect(tab(/^Handlingar \(\d\)$/)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Sida 2 av 3')).toBeVisible()
  await tab('Tidslinje').click()
  await expect(page.getByRole('tabpanel')).toContainText('av en handling, sida 2.')
  await expect(page.getByRole('tabpanel')).toContainText('En handling öppnades.')
})

test('a picture is seen and turned; one that cannot be decoded is told', async () => {
  const { page } = run
  await tab(/^Handlingar \(\d\)$/).click()
  await button(page, /examensbevis\.png$/).click()
  await expect(page.getByRole('img', { name: `Examensbevis: ${owner} examensbevis.png` })).toBeVisible()
  await expect.poll(shape).toBeGreaterThan(1.2)
  await scroller().focus()
  await page.keyboard.press('r')
  await expect.poll(shape).toBeLessThan(0.8)
  await sound(page, 'a picture')
  await button(page, /trasig\.jpg$/).click()
  await expect(page.getByText('Handlingen kunde inte visas')).toBeVisible()
  await sound(page, 'a broken picture')
  await button(page, /fax\.pdf$/).click()
  await expect(canvas()).toBeVisible()
  expect(await canvas().evaluate((sheet: HTMLCanvasElement) => [...(sheet.getContext('2d')?.getImageData(sheet.width / 2, sheet.height / 2, 1, 1).data ?? [])])).toEqual([0, 0, 0, 255])
})

test('a document is marked, and removed with a reason and what it proved', async () => {
  const { page } = run
  await button(page, /trasig\.jpg$/).click()
  await button(page, 'Ändra slag').click()
  await field(page, 'Slag').selectOption('Beslut')
  await field(page, 'Anteckning (valfritt)').fill('otydlig kopia')
  await sound(page, 'marking')
  await button(page.getByRole('dialog'), 'Spara').click()
  await expect(row('trasig.jpg')).toContainText('Beslut')
  await expect(page.getByText('otydlig kopia')).toBeVisible()
  await button(page, /uppehållstillstånd\.pdf$/).click()
  await button(page, 'Ta bort').click()
  await button(page.getByRole('dialog'), 'Ta bort handlingen').click()
  await expect(page.getByText('Skriv varför handlingen tas bort.')).toBeVisible()
  await field(page, 'Skäl').fill('hör till någon annan')
  await sound(page, 'removing')
  await button(page.getByRole('dialog'), 'Ta bort handlingen').click()
  await expect(button(page, /uppehållstillstånd\.pdf$/)).toHaveCount(0)
  await tab('Uppgifter').click()
  await expect(page.getByTestId('fact-language.english').locator('.fact-source')).toHaveText('Ansökan')
  await expect(page.getByTestId('case-light')).not.toContainText('Grön')
})
