import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { application, csv, idOf, numberOf } from '../core/tables.ts'
import { answerOpen, answerSave, button, caseworker, field, heading, setUpIntake, setUpStore, tabTo } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// A sender's own headers, from the file to the receipt, by keyboard alone; the next file from there needs nothing but a look.
test.describe.configure({ mode: 'serial' })

const HEADERS = {
  ansoknings_id: 'Application No', intag: 'Round', personnummer: 'Personal identity number', fornamn: 'First name', efternamn: 'Last name', inkom_datum: 'Kom', samtycke: 'Consent given',
  fodelseland: 'Country of birth', uppehallstillstand: 'Permit type', giltigt_till: 'Valid until', arbetsratt: 'Right to work',
}
const columns = Object.keys(HEADERS)
const foreign = (rows: Parameters<typeof csv>[1]) => `Export from the portal\r\n\r\n${csv([...columns, 'x'], rows, { header: [...Object.values(HEADERS), 'Company'] })}`
const rows = [application(1), application(2, { giltigt_till: 'snart' }), application(3, { samtycke: 'nej', fornamn: '=1+1' }), application(4, { personnummer: '19900101-0000' })]

let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
  await setUpStore(run.page)
  await setUpIntake(run.page)
})
test.afterAll(() => run.close())

async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target)
  await run.page.keyboard.press(key)
}
const put = async (name: string, content: string | Uint8Array) => {
  const path = join(run.home, name)
  await writeFile(path, content)
  return path
}
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const factOf = (page: Page, header: string) => field(page, `Uppgift för kolumnen ${header}`)
const saved = (name: string) => readFile(join(run.home, name), 'utf8')

test('a file with other headers stops at its columns, with guesses and examples', async () => {
  const { page, app } = run
  await answerOpen(app, [await put('uttag.csv', foreign(rows))])
  await press(button(page, 'Välj filer'))
  await expect(step(page, 'Så läses filerna')).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: 'Kolumner' })).toHaveAttribute('aria-current', 'step')
  await expect(field(page, 'Slag av fil')).toHaveValue('applications')
  await expect(field(page, 'Skiljetecken')).toHaveValue(';')
  await expect(field(page, 'Rubrikrad')).toHaveValue('2')
  await expect(page.getByRole('region', { name: /^Filens första rader/ }).getByRole('row').nth(1)).toContainText('Rad 2, rubriker')
  await expect(factOf(page, 'Valid until')).toHaveValue('permit.validTo')
  await expect(factOf(page, 'Kom')).toHaveValue('')
  await expect(page.getByRole('row', { name: /^Country of birth/ })).toContainText('Syrien')
  await good(run, 'columns')
})

test('a needed column that is not used is told, and two columns on one fact stop the way on', async () => {
  const { page } = run
  await tabTo(factOf(page, 'Consent given'))
  await page.keyboard.press('Home')
  await expect(page.getByTestId('missing')).toContainText('Samtycke')
  await tabTo(factOf(page, 'Company'))
  await page.keyboard.type('Förnamn')
  await expect(page.getByText('Uppgiften är redan vald för kolumnen ”First name”.')).toBeVisible()
  await sound(page, 'columns with errors')
  await page.keyboard.press('Shift+Tab')
  await step(page, 'Så läses filerna').focus()
  await press(button(page, 'Förhandsgranska'))
  await expect(factOf(page, 'First name')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('Rätta det som är markerat')
  await tabTo(factOf(page, 'Company'))
  await page.keyboard.press('Home')
  await step(page, 'Så läses filerna').focus()
  await tabTo(factOf(page, 'Consent given'))
  await page.keyboard.type('Samtycke till')
  await expect(page.getByTestId('missing')).toHaveCount(0)
})

test('the first rows are shown as they will be understood, and the sender’s columns remembered', async () => {
  const { page } = run
  await tabTo(factOf(page, 'Kom'))
  for (const key of ['Home', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  await expect(factOf(page, 'Kom')).toHaveValue('application.received')
  const first = page.getByRole('region', { name: /^Så förstås de första raderna/ })
  await expect(first).toContainText('Kan inte läsas: snart')
  await expect(first).toContainText('Avvisas: inget samtycke')
  await press(button(page, 'Kom ihåg kolumnerna'))
  await expect(page.getByText('Skriv avsändarens namn.')).toBeVisible()
  await expect(field(page, 'Avsändare')).toBeFocused()
  await page.keyboard.type('Portalen i Väst')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kolumnerna är sparade för Portalen i Väst.')).toBeVisible()
  await good(run, 'columns with first rows')
})

test('the preview shows each problem with its cell, and the problem list is saved in the file’s own columns', async () => {
  const { page, app } = run
  await step(page, 'Så läses filerna').focus()
  await press(button(page, 'Förhandsgranska'))
  await expect(page.getByText('Inget är sparat än.')).toBeVisible()
  await expect(step(page, 'Förhandsgranska')).toBeFocused()
  await expect(page.getByText('Kolumner som inte används: Company')).toBeVisible()
  await press(button(page, /^Visa posterna: värdet kunde inte läsas.*Valid until$/))
  await expect(page.getByRole('region', { name: /^Värdet kunde inte läsas/ })).toContainText('snart')
  await good(run, 'preview with a problem shown')
  await answerSave(app, join(run.home, 'problem.csv'))
  await press(button(page, 'Spara problemlistan'))
  await expect(page.getByText('problem.csv är sparad med 3 rader.')).toBeVisible()
  const text = await saved('problem.csv')
  expect(text.startsWith(`\ufeff${Object.values(HEADERS).join(';')};Company;orsak\r\n`)).toBe(true)
  expect(text).toContain(`;'=1+1;`)
  expect(text).toMatch(/"post 4; avvisad: Consent given: inget samtycke"/)
})

test('what was taken in is told on a receipt that can be saved', async () => {
  const { page, app } = run
  await step(page, 'Förhandsgranska').focus()
  await press(button(page, 'Läs in'))
  await expect(step(page, 'Kvitto')).toBeFocused({ timeout: 60_000 })
  await expect(page.getByTestId('receipt')).toContainText(`Av: ${caseworker.name}`)
  await expect(button(page, 'Spara problemlistan')).toHaveCount(0)
  await good(run, 'receipt')
  await answerSave(app, join(run.home, 'kvitto.txt'))
  await press(button(page, 'Spara kvittot'))
  await expect(page.getByText('Kvittot är sparat som kvitto.txt.')).toBeVisible()
  const text = await saved('kvitto.txt')
  for (const line of ['Intag: 2023-1 (Jobbsprånget)', `Av: ${caseworker.name}`, 'Fil: uttag.csv', 'Poster: 4', 'Nya: 2', 'Avvisade: 2', 'Anmärkningar: 1']) expect(text).toContain(`${line}\r\n`)
  for (const person of [numberOf(1), idOf(1), 'Öberg;']) expect(text).not.toContain(person)
})

test('the next file from the same sender goes straight to the preview, and can still be changed', async () => {
  const { page, app } = run
  await answerOpen(app, [await put('nasta.csv', foreign([application(5), application(1)]))])
  await press(button(page, 'Välj andra filer'))
  await expect(step(page, 'Förhandsgranska')).toBeFocused()
  const sums = page.getByRole('region', { name: 'nasta.csv' }).locator('.sum')
  await expect(sums.filter({ hasText: 'Nya' }).locator('dd')).toHaveText('1')
  await expect(sums.filter({ hasText: 'Dubbletter' }).locator('dd')).toHaveText('1')
  await press(button(page, /^Ändra hur filen läses/))
  await expect(page.getByText(/Läses som förra gången från Portalen i Väst\./)).toBeVisible()
  await expect(factOf(page, 'Kom')).toHaveValue('application.received')
  await tabTo(field(page, 'Rubrikrad'))
  await page.keyboard.press('ArrowDown')
  await expect(factOf(page, idOf(5))).toBeVisible()
  await tabTo(field(page, 'Rubrikrad'))
  await page.keyboard.press('ArrowUp')
  await expect(factOf(page, 'Kom')).toHaveValue('application.received')
  await step(page, 'Så läses filerna').focus()
  await press(button(page, 'Förhandsgranska'))
  await expect(button(page, 'Läs in')).toBeVisible()
})

test('a workbook is looked at sheet by sheet, and what is no table is told beside it', async () => {
  const { page, app } = run
  const sheet = (lines: readonly (readonly string[])[]) => lines.map(line => line.map(value => ({ value, type: String })))
  const table = [Object.values(HEADERS), ...[application(6), application(7)].map(row => columns.map(c => row[c] ?? ''))]
  const book = await writeXlsxFile([{ sheet: 'Läs mig', data: sheet([['Så används filen']]) }, { sheet: 'Svar & mer', data: sheet(table) }]).toBuffer()
  await answerOpen(app, [await put('bok.xlsx', book), await put('tom.csv', '')])
  await press(button(page, 'Välj andra filer'))
  await expect(step(page, 'Så läses filerna')).toBeFocused()
  await expect(page.getByText(/^Filen ”tom\.csv” är tom/)).toBeVisible()
  await press(button(page, 'Förhandsgranska'))
  await expect(page.getByText('Välj vilket slag av fil det är.')).toBeVisible()
  await tabTo(field(page, 'Blad'))
  await page.keyboard.press('ArrowDown')
  await expect(factOf(page, 'First name')).toHaveValue('person.givenName')
  await good(run, 'a workbook with sheets')
  await press(button(page, 'Ta bort filen tom.csv'))
  await step(page, 'Så läses filerna').focus()
  await press(button(page, 'Förhandsgranska'))
  await expect(page.getByRole('region', { name: 'bok.xlsx' }).locator('.sum').filter({ hasText: 'Nya' }).locator('dd')).toHaveText('2')
  await expect(page.getByRole('region', { name: 'bok.xlsx' })).toContainText('Blad: Svar & mer')
})

test('a file dropped on the page takes the same way as one that is chosen', async () => {
  const { page } = run
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['a;b'], 'dropped.csv'))
    document.querySelector('main .wide')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
  // A file that was made by a page lies nowhere: it is refused like one that has gone.
  await expect(page.getByText('Filen finns inte längre. Välj den igen.')).toBeVisible()
  await page.getByRole('button', { name: 'Intag', exact: true }).click()
  await expect(heading(page, 'Intag')).toBeVisible()
})
