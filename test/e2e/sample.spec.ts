import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerSave, button, establish, field, fillDecision, heading, openCase, openList, openSample, summary } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'

// The made-up intakes, opened once. Each test begins where the one before it ended.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
})
test.afterAll(() => run.close())
// Every screen of the sample store says what it is.
test.afterEach(() => expect(run.page.getByRole('region', { name: 'Exempeldata – påhittade personer' })).toBeVisible())

const number = (text: string | null) => Number((text ?? '').replaceAll(/\D/g, ''))

test('both intakes of 2023 come with the figures of the report', async () => {
  const { page } = run
  await openSample(page)
  const sums = { 'light-green': 0, 'light-orange': 0, 'light-red': 0 }
  for (const name of ['2023-1', '2023-2']) {
    for (const light of ['light-green', 'light-orange', 'light-red'] as const) {
      sums[light] += number(await page.getByRole('article', { name }).locator(`.${light} .light-amount`).textContent())
    }
  }
  expect(sums).toEqual({ 'light-green': 3140, 'light-orange': 510, 'light-red': 1430 })
})

test('the lights are saved as a file for the portal', async () => {
  const { page, app } = run
  const target = join(run.home, 'ljus.csv')
  await answerSave(app, target)
  await button(page.getByRole('article', { name: '2023-1' }), 'Spara ljusen som fil').click()
  await expect(page.getByText('Filen ljus.csv är sparad med 2 556 rader.')).toBeVisible()
  const text = await readFile(target, 'utf8')
  expect(text.startsWith('\ufeffansoknings_id;farg;faststalld\r\n')).toBe(true)
  const rows = text.trim().split('\r\n').slice(1).map(line => line.split(';'))
  expect(['gron', 'orange', 'rod'].map(colour => rows.filter(row => row[1] === colour).length)).toEqual([1580, 256, 720])
  expect(rows.every(row => row.length === 3 && /^JS-2023-1-\d{5}$/.test(row[0] ?? '') && row[2] === 'nej')).toBe(true)
})

test('names, numbers and application ids are found however they are typed', async () => {
  const { page } = run
  await openList(page, '2023-1')
  const search = page.getByRole('searchbox')
  const hits = async (text: string) => {
    await search.fill(text)
    await search.press('Enter')
    await expect(summary(page)).toHaveText(/ av /)
    await expect(page.getByRole('grid').getByRole('row').nth(1)).not.toHaveAttribute('aria-busy', 'true')
    return page.getByRole('grid').getByRole('row').nth(1)
  }
  await expect(await hits('åkerström')).toContainText('Åkerström')
  const asTyped = await summary(page).textContent()
  await hits('AKERSTROM')
  await expect(summary(page)).toHaveText(asTyped ?? '')
  await expect(await hits('jose adeyemi')).toContainText('José')
  const row = page.getByRole('grid').getByRole('row').nth(1)
  const identity = (await row.getByRole('gridcell').nth(4).innerText()).trim()
  const id = (await row.getByRole('gridcell').nth(5).innerText()).trim()
  for (const typed of [identity, identity.replace('-', ''), identity.slice(2), id.toLowerCase()]) {
    await expect(await hits(typed)).toContainText(id)
    await expect(summary(page)).toHaveText('1 av 2 556 sökande')
  }
  // A country is no search term.
  await search.fill('Syrien')
  await expect(page.getByTestId('empty')).toContainText('Ingen sökande stämmer med urvalet.')
  await button(page.getByTestId('empty'), 'Rensa urvalet').click()
  await expect(summary(page)).toHaveText('2 556 sökande')
})

test('rules are chosen from a menu without those that would reveal origin or kind of permit', async () => {
  const { page } = run
  await button(page, 'Regler').click()
  const items = page.getByRole('menuitemcheckbox')
  await expect(items.filter({ hasText: 'JO-07' })).toBeVisible()
  await expect(items.filter({ hasText: /JO-(05|10)/ })).toHaveCount(0)
  await items.filter({ hasText: 'JO-07' }).click()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Regler (1)')).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Tillstånd/person')
  await expect(page.getByRole('grid')).not.toContainText(/JO-(05|10)/)
  await button(page, 'Rensa urvalet').click()
})

test('a protected person is masked in the list and opened only with a reason, which stays in the history', async () => {
  const { page } = run
  await field(page, 'Läge').selectOption('Skyddade personuppgifter')
  await expect(summary(page)).toHaveText('12 av 2 556 sökande')
  const row = page.getByRole('grid').getByRole('row').nth(1)
  const id = (await row.getByRole('gridcell').nth(5).innerText()).trim()
  await expect(row.getByRole('gridcell').nth(3)).toHaveText('Skyddade personuppgifter')
  await expect(row).not.toContainText(/\d{8}-\d{4}/)
  await row.click()
  const asked = page.getByRole('dialog', { name: 'Skyddade personuppgifter' })
  await button(asked, 'Öppna ärendet').click()
  await expect(asked.getByText('Skriv varför du behöver öppna ärendet.', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(heading(page, 'Sökande i 2023-1')).toBeVisible()
  const open = async (reason: string) => {
    await page.getByRole('row').filter({ hasText: id }).click()
    await field(asked, 'Skäl för att öppna ärendet').fill(reason)
    await button(asked, 'Öppna ärendet').click()
    await expect(page.getByText('Pröva sekretessen innan du lämnar ut något ur ärendet.')).toBeVisible()
    await page.getByRole('tab', { name: 'Tidslinje' }).click()
  }
  await open('Bedömning inför ”anvisning” å ä ö')
  await expect(page.getByRole('tabpanel')).toContainText('Ärendet öppnades. Skäl: Bedömning inför ”anvisning” å ä ö')
  await button(page, '2023-1').click()
  await open('Kompletterar bedömningen')
  for (const reason of ['Bedömning inför ”anvisning” å ä ö', 'Kompletterar bedömningen']) await expect(page.getByRole('tabpanel')).toContainText(`Ärendet öppnades. Skäl: ${reason}`)
})

test('a form made in the sample store is marked as an example on every page', async () => {
  const { page } = run
  await button(page, 'Intag').click()
  await openList(page, '2023-2')
  await button(page, /^Grön/).click()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case-light')).toContainText('Grön')
  await establish(page)
  await button(page, 'Besluta').click()
  await fillDecision(page)
  await button(page, 'Förhandsgranska').click()
  await expect(page.getByRole('document', { name: 'Sida 1' })).toContainText('EXEMPEL och UTKAST – inte ett beslut', { timeout: 30_000 })
  await button(page, 'Besluta').click()
  await button(page.getByRole('dialog'), 'Besluta').click()
  await expect(heading(page, 'Beslutet är fattat')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('document', { name: 'Sida 1' })).toContainText('EXEMPEL – inte ett beslut')
  await button(page, 'Nästa sida').click()
  await expect(page.getByRole('document', { name: 'Sida 2' })).toContainText('EXEMPEL – inte ett beslut')
})

test('going between cases follows the list as it was left, by button and by key', async () => {
  const { page } = run
  await button(page, 'Till ärendet').click()
  const place = page.getByRole('navigation', { name: 'Sökande' })
  await expect(place.getByText(/^1 av 1\s560$/)).toBeVisible()
  const first = await page.getByRole('heading', { level: 1 }).innerText()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(place.getByText(/^2 av 1\s560$/)).toBeVisible()
  await button(page, 'Föregående').click()
  await expect(heading(page, first)).toBeVisible()
  await button(page, '2023-2').click()
  await expect(page.getByRole('grid')).toBeFocused()
  await expect(page.getByRole('grid').locator('.grid-active')).toContainText('Beslutat')
  await button(page, 'Rensa urvalet').click()
  await openCase(page, 'JS-2023-2-20918')
})
