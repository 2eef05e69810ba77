import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { stricter } from '../core/rulebook/stricter.ts'
import { answerOpen, answerSave, button, field, heading, openSample } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// The room of rules over the made-up intakes. Each test begins where the one before it ended.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
})
test.afterAll(() => run.close())

const room = () => run.page.getByRole('navigation', { name: 'Rum' }).getByRole('link', { name: 'Regler' })
const tab = (name: string) => run.page.getByRole('tab', { name: new RegExp(`^${name}`) })
const panel = () => run.page.getByRole('tabpanel')
const counts = (intake: string) => run.page.getByRole('article', { name: intake }).locator('.count-line').innerText()
const toIntakes = async () => {
  await button(run.page, 'Intag').click()
  await expect(heading(run.page, 'Intag')).toBeVisible()
}
const toBook = async (version: string) => {
  await button(run.page.getByRole('article', { name: 'Jobbsprånget', exact: true }), `Öppna ${version}`).click()
  await expect(run.page.getByTestId('rule-JO-14')).toBeVisible()
}
const number = (text: string | null) => Number((text ?? '').replaceAll(/\D/g, ''))

test('the room is reached from every view and lists every programme with its versions', async () => {
  const { page } = run
  await openSample(page)
  await room().focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Regler')).toBeFocused()
  const jobbspranget = page.getByRole('article', { name: 'Jobbsprånget', exact: true })
  await expect(jobbspranget).toContainText('från 2024-01-01')
  await expect(jobbspranget).toContainText('Reglerna för intagen 2023')
  await expect(jobbspranget).toContainText('2023-1 (version 2023.1), 2023-2 (version 2023.1)')
  await good(run, 'programmes')
})

test('a rule is found by a parameter, with its conditions, what it builds on and its examples', async () => {
  const { page } = run
  await toBook('2024.1')
  await expect(heading(page, 'Jobbsprånget')).toBeFocused()
  await expect(panel()).toContainText(/Alla \d+ exempel stämmer/)
  await good(run, 'book')
  await page.getByRole('searchbox').fill('begränsad erfarenhet')
  await expect(page.getByTestId('hits')).toHaveText(/^1 av \d+$/)
  const rule = page.getByTestId('rule-JO-14')
  await expect(rule.locator('.condition').filter({ hasText: 'Grön' })).toContainText('experience.swedishMonths <= parameters.experienceLimit')
  await expect(rule.locator('.condition').first()).toContainText('Praxis')
  await rule.getByRole('button').first().click()
  await expect(rule).toContainText('12 månader')
  await expect(rule.locator('.example').first()).toBeVisible()
  await good(run, 'rule with examples')
  await page.getByRole('searchbox').fill('finns inte alls')
  await expect(page.getByTestId('empty')).toBeVisible()
  await sound(page, 'no rule found')
  await page.getByRole('searchbox').fill('')
  for (const name of ['Parametrar', 'Definitioner', 'Uppgifter']) {
    await tab(name).click()
    await expect(panel().getByRole('table').first()).toBeVisible()
    await good(run, name)
  }
  await field(page, 'Version').selectOption('2023.1')
  await button(panel(), 'Visa regeln JO-14').first().click()
  await expect(page.getByTestId('rule-JO-14')).toBeVisible()
  await expect(panel()).toBeFocused()
  await page.getByRole('searchbox').fill('')
})

test('two versions stand side by side', async () => {
  const { page } = run
  await tab('Jämför').click()
  await expect(field(page, 'Före')).toHaveValue('2023.1')
  await expect(field(page, 'Efter')).toHaveValue('2024.1')
  const changed = page.getByTestId('diff-JO-05')
  await expect(changed).toContainText('Ändrad')
  await expect(changed.getByRole('row').filter({ hasText: 'Rött' })).toContainText('birth.country in parameters.europe')
  await expect(changed.getByRole('row').filter({ hasText: 'Rött' })).toContainText('birth.excluded')
  await expect(page.getByTestId('diff-JO-06')).toContainText('Tillagd')
  await good(run, 'compare')
  await field(page, 'Efter').selectOption('2023.1')
  await expect(page.getByTestId('empty')).toHaveText('Välj två olika versioner.')
  await field(page, 'Efter').selectOption('2024.1')
})

test('facts set by hand give lights with reasons at once, and a wrong one is told at its field', async () => {
  const { page } = run
  await tab('Pröva').click()
  const months = page.getByTestId('fact-experience.swedishMonths').getByRole('textbox')
  const rule = page.getByTestId('tried-JO-14')
  await expect(rule).toContainText('Orange')
  await rule.getByRole('button').first().click()
  await button(rule, 'Ange arbetslivserfarenhet i Sverige').click()
  await expect(months).toBeFocused()
  await page.keyboard.type('13')
  await expect(rule).toContainText('Arbetslivserfarenheten i Sverige är 13 månader, mer än gränsen för begränsad erfarenhet (12 månader)')
  await expect(rule).toContainText('Arbetslivserfarenheten i Sverige behöver vara högst 12 månader.')
  await expect(rule.locator('.met-no')).toBeVisible()
  await good(run, 'try')
  await months.fill('12')
  await expect(rule.locator('.rule-head')).toContainText('Grön')
  await months.fill('tolv')
  await expect(page.getByText('Skriv ett tal med siffror.')).toBeVisible()
  await expect(months).toHaveAttribute('aria-invalid', 'true')
  await sound(page, 'fact with error')
  await button(page, 'Fyll i vanliga uppgifter').click()
  await expect(page.getByTestId('try-light')).toContainText('Grön')
  await button(page, 'Töm alla uppgifter').click()
  await expect(page.getByText('Inget är angivet')).toBeVisible()
})

test('an example is tried with its own facts', async () => {
  const { page } = run
  await tab('Regler').click()
  await field(page, 'Version').selectOption('2024.1')
  const rule = page.getByTestId('rule-JO-14')
  await rule.getByRole('button').first().click()
  const example = rule.locator('.example').first()
  const light = await example.locator('.example-light').innerText()
  await example.getByRole('button').click()
  await expect(panel()).toBeFocused()
  await expect(page.getByTestId('tried-JO-14').locator('.rule-head')).toContainText(light)
  await field(page, 'Version').selectOption('2023.1')
})

test('what an edited copy would mean is shown by lights, rules and persons, and stores nothing', async () => {
  const { page } = run
  await toIntakes()
  const before = await counts('2023-1')
  await room().click()
  await tab('Tänk om').click()
  await good(run, 'what if')
  await page.getByRole('radio', { name: /ändrad kopia av 2023\.1/ }).click()
  await button(page, 'Räkna ut').click()
  await expect(page.getByText('Ändra minst en parameter eller ett villkor i den ändrade kopian.')).toBeVisible()
  await page.getByRole('searchbox').fill('experienceLimit')
  const limit = page.getByTestId('edit-experienceLimit').getByRole('textbox')
  await limit.fill('sex')
  await button(page, 'Räkna ut').click()
  await expect(page.getByTestId('edit-experienceLimit')).toContainText('ska vara av samma slag som förut (12)')
  await expect(limit).toHaveAttribute('aria-invalid', 'true')
  await good(run, 'what if with error')
  await limit.fill('6')
  await button(page, 'Räkna ut').click()
  const answer = page.getByTestId('answer')
  await expect(answer).toContainText(/av 2\s556 sökande skulle byta ljus/, { timeout: 60_000 })
  const cell = page.getByTestId('matrix').getByRole('button').first()
  const moved = number(await cell.textContent())
  expect(moved).toBeGreaterThan(0)
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(cell).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('grid', { name: 'Sökande som skulle byta ljus' })).toHaveAttribute('aria-rowcount', String(moved + 1))
  await expect(button(page, /^Inför version/)).toHaveCount(0)
  await good(run, 'answer')
  await saveAnswer(moved)
  await openFirst(page.getByRole('grid', { name: 'Sökande som skulle byta ljus' }))
  await toIntakes()
  expect(await counts('2023-1')).toBe(before)
})

async function saveAnswer(changed: number): Promise<void> {
  const target = join(run.home, 'tank-om.csv')
  await answerSave(run.app, target)
  await button(run.page, 'Spara som fil…').click()
  await expect(run.page.getByText(/^Filen tank-om\.csv är sparad/)).toBeVisible()
  const rows = (await readFile(target, 'utf8')).trim().split('\r\n')
  expect(rows).toHaveLength(changed + 1)
  expect(rows[1]).toMatch(/^JS-2023-1-\d{5};gron;orange;nej;JO-14:gron>orange$/)
}

/** Opens a case from the list of an answer and comes back to the same answer and the same marked row. */
async function openFirst(grid: Locator): Promise<void> {
  const { page } = run
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case-light')).toBeVisible()
  await room().click()
  await expect(grid).toBeFocused()
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(1)
}

test('a programme file goes out and comes back; a tampered one is refused, one with a new version is taken in', async () => {
  const { page, app } = run
  await room().click()
  await button(page, 'Alla program').click()
  await expect(heading(page, 'Regler')).toBeFocused()
  const path = join(run.home, 'jobbspranget.yaml')
  await answerSave(app, path)
  await button(page.getByRole('article', { name: 'Jobbsprånget', exact: true }), 'Exportera…').click()
  await expect(page.getByText(/^Programmet Jobbsprånget är sparat som jobbspranget\.yaml/)).toBeVisible()
  const text = await readFile(path, 'utf8')
  const take = async (content: string) => {
    await writeFile(path, content)
    await answerOpen(app, [path])
    await button(page, 'Läs in programfil…').click()
  }
  await take(text)
  await expect(page.getByText(/^Inget nytt: Jobbsprånget fanns redan/)).toBeVisible()
  await sound(page, 'nothing new')
  await take(text.replace('value: 36 }', 'value: 37 }'))
  await expect(page.getByRole('alert')).toContainText('Filen är ändrad sedan den exporterades')
  await good(run, 'refused file')
  await take('hej')
  await expect(page.getByRole('alert')).toContainText('Filen är ingen programfil')
  await take(stricter(text, 6))
  await expect(page.getByText(/^Jobbsprånget är inläst\. Ny version: 2024\.2\./)).toBeVisible()
  await expect(page.getByRole('article', { name: 'Jobbsprånget', exact: true })).toContainText('Inläst från fil')
})

test('a version is adopted for an intake after a question, and every changed case says so in its history', async () => {
  const { page } = run
  await toBook('2024.2')
  await tab('Tänk om').click()
  await page.getByRole('radio', { name: 'En annan version' }).click()
  await field(page, 'Intag').selectOption({ label: await page.getByRole('option', { name: /^2023-2 – / }).innerText() })
  await field(panel(), 'Version').selectOption('2024.2')
  await button(page, 'Räkna ut').click()
  const answer = page.getByTestId('answer')
  await expect(answer).toContainText('2023-2: 2023.1 jämfört med 2024.2', { timeout: 60_000 })
  const changed = number(/^[^]*?([\d\s]+) av/.exec(await answer.locator('strong').first().innerText())?.[1] ?? '')
  expect(changed).toBeGreaterThan(0)
  const first = await answer.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(4).innerText()
  await button(page, 'Inför version 2024.2 för 2023-2…').click()
  const dialog = page.getByRole('dialog', { name: 'Införa version 2024.2 för 2023-2?' })
  await expect(dialog).toContainText('byter föreslaget ljus')
  await expect(dialog).toContainText('får en egen post i sin historik')
  await good(run, 'adopt')
  await button(dialog, 'Inför versionen').click()
  await expect(page.getByText(/^2023-2 bedöms nu efter version 2024\.2\./)).toBeVisible({ timeout: 120_000 })
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('option', { name: /^2023-2 – bedöms nu efter 2024\.2/ })).toHaveCount(1)
  await sound(page, 'adopted')
  await toIntakes()
  await button(page.getByRole('article', { name: '2023-2' }), 'Visa sökande').click()
  await page.getByRole('searchbox').fill(first)
  await page.getByRole('row').filter({ hasText: first }).click()
  await page.getByRole('tab', { name: 'Tidslinje' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Reglerna byttes till version 2024.2: ljuset gick från grönt till orange.')
})

test('locking forgets what was asked and typed', async () => {
  const { page } = run
  await button(page, 'Lås').click()
  await openSample(page)
  await room().click()
  await expect(heading(page, 'Regler')).toBeVisible()
  await toBook('2023.1')
  await tab('Pröva').click()
  await expect(page.getByText('Inget är angivet')).toBeVisible()
})
