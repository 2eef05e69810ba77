import { expect, test } from '@playwright/test'
import { button, field, heading, openSample, summary } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good } from './sound.ts'

// One case after the other by single keys alone, without going back to the list.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.beforeAll(async () => { run = await launchApp() })
test.afterAll(() => run.close())

const queue = () => run.page.getByRole('region', { name: 'Kö' })
const light = () => run.page.getByTestId('case-light')
const applicationId = async () => (await run.page.locator('.case-ids').innerText()).match(/JS-\d{4}-\d-\d+/)?.[0] ?? ''
const press = (key: string) => run.page.keyboard.press(key)

async function openFirst(chip: RegExp): Promise<void> {
  const { page } = run
  await button(page, chip).click()
  await expect(summary(page)).toContainText(' av ')
  await page.getByRole('grid', { name: 'Sökande' }).focus()
  await press('ArrowDown')
  await press('Enter')
  await expect(queue()).toBeVisible()
}

test('the queue is the list as it was chosen, with the keys that work on the screen', async () => {
  const { page } = run
  await openSample(page)
  await button(page.getByRole('article').first(), 'Visa sökande').click()
  await openFirst(/^Grön/)
  await expect(queue()).toContainText('1 av 1')
  for (const hint of ['J Nästa', 'G Fastställ', 'N Anteckningar', 'B Komplettering', 'H Tidslinje', 'T Ta ärendet']) await expect(page.getByRole('note', { name: 'Tangenter här' })).toContainText(hint)
  // In the window as it first opens.
  const sticksOut = await page.evaluate(() => [...document.querySelectorAll('.fact')].filter(fact => [...fact.querySelectorAll('.fact-line > *, button')].some(part => part.getBoundingClientRect().right > fact.getBoundingClientRect().right)).length)
  expect(sticksOut).toBe(0)
  const [help, lock] = await Promise.all([button(page, 'Hjälp').boundingBox(), button(page, 'Lås').boundingBox()])
  expect(lock?.y).toBe(help?.y)
  for (const tab of await page.getByRole('tab').all()) await expect(tab).toBeInViewport({ ratio: 1 })
  await good(run, 'review')
})

test('a clean green case takes three keys, and its row in the queue tells at once', async () => {
  const first = await applicationId()
  await press('g')
  await press('Enter')
  await expect(light()).toContainText('Fastställt')
  await press('j')
  await expect(queue()).toContainText('2 av 1')
  await expect.poll(applicationId).not.toBe(first)
  await expect(queue().getByRole('row').nth(1)).toContainText('Fastställt')
  // Held by the queue: the case that is established keeps its place, and nobody is passed over.
  await press('k')
  await expect.poll(applicationId).toBe(first)
})

test('the last step is undone by its key', async () => {
  await press('z')
  await expect(light()).toContainText('Föreslaget')
  await expect(light()).not.toContainText('Fastställt')
})

test('a case is taken, marked for an express check, noted and given up again', async () => {
  const { page } = run
  await press('t')
  await expect(page.locator('.work-row')).toContainText('Lämna ärendet')
  await press('e')
  await expect(field(page, 'Vilken arbetsgivare ber om besked?')).toBeFocused()
  await page.keyboard.type('Bryggeriet Ångström AB')
  await press('Enter')
  await expect(page.locator('.work-row')).toContainText('klar senast')
  await press('n')
  await expect(page.getByRole('tab', { name: /^Anteckningar/ })).toHaveAttribute('aria-selected', 'true')
  await press('t')
  await expect(page.locator('.work-row')).toContainText('ingen än')
})

test('a letter typed in a field is a letter', async () => {
  const { page } = run
  const before = await applicationId()
  await press('e')
  await expect(field(page, 'Varför behövs den inte längre?')).toBeFocused()
  await page.keyboard.type('jgkt')
  expect(await applicationId()).toBe(before)
  await expect(field(page, 'Varför behövs den inte längre?')).toHaveValue('jgkt')
  await press('Escape')
  await expect(button(page, 'Ta bort snabbkontrollen')).toBeFocused()
})

test('what was begun on one case is not there on the next', async () => {
  const { page } = run
  await press('f')
  await page.locator('.fact').getByRole('button', { name: /^Rätta:/ }).first().click()
  await page.locator('.fact-form textarea:not([aria-hidden])').fill('Hör till förra ärendet.')
  const rule = page.locator('.rule-head').first()
  const unfolded = await rule.getAttribute('aria-expanded')
  await rule.click()
  await expect(rule).not.toHaveAttribute('aria-expanded', unfolded ?? '')
  const was = await applicationId()
  await press('Alt+ArrowRight')
  await expect.poll(applicationId).not.toBe(was)
  await expect(page.locator('.fact-form')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  // Back on the first one, nothing of it is kept either: a half-written reason belongs to the moment it was written in.
  await press('k')
  await expect.poll(applicationId).toBe(was)
  await expect(page.locator('.fact-form')).toHaveCount(0)
  await expect(rule).toHaveAttribute('aria-expanded', unfolded ?? '')
})

test('sixty cases are gone through and the page does not grow', async () => {
  const { page } = run
  const size = () => page.evaluate(() => document.querySelectorAll('*').length)
  await press('j')
  await expect.poll(applicationId).not.toBe('')
  const before = await size()
  for (let n = 0; n < 60; n++) {
    const was = await applicationId()
    await press('j')
    await expect.poll(applicationId).not.toBe(was)
  }
  expect(await size()).toBeLessThan(before * 1.5)
  await expect(heading(page, /./)).toBeVisible()
})
