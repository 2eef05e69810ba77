import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { QueueId } from '../../shared/contract/list-query.ts'
import { ask } from './core.ts'
import { answerOpen, button, heading, openSample, summary, tabTo } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'


// The work of a day at the desk, by keyboard alone. Each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
  await openSample(run.page)
})
test.afterAll(() => run.close())

const line = (queue: QueueId) => run.page.locator(`[data-queue="${queue}"]`)
const amount = async (of: Locator) => Number((await of.locator('.desk-amount').innerText()).replace(/[^0-9]/g, ''))
const row = (n: number) => run.page.getByRole('grid').locator(`[aria-rowindex="${n + 1}"]`)

async function press(target: Locator): Promise<void> {
  await tabTo(target)
  await run.page.keyboard.press('Enter')
}
async function toDesk(): Promise<void> {
  await press(run.page.getByRole('link', { name: 'Mitt arbete' }))
  await expect(heading(run.page, 'Mitt arbete')).toBeFocused()
  await expect(line('not-screened').locator('.desk-amount')).not.toHaveText('')
}

const myId = async (page: Page) => (await ask(page, 'store.status', {})).open?.caseworker.id ?? 0
const springIntake = async (page: Page) => (await ask(page, 'intake.list', {})).find(intake => intake.name === '2023-1')?.id ?? 0

/** Counts the rows of an intake by what they say of themselves. */
async function recount(page: Page): Promise<Record<'not-screened' | 'orange' | 'mine' | 'unassigned' | 'changed', number>> {
  const me = await myId(page)
  const intakeId = await springIntake(page)
  const found = { 'not-screened': 0, orange: 0, mine: 0, unassigned: 0, changed: 0 }
  for (let offset = 0; ; offset += 500) {
    const { rows } = await ask(page, 'screening.list', { intakeId, offset, limit: 500 })
    if (rows.length === 0) return found
    for (const each of rows) {
      if (!each.established && !each.decided) found['not-screened']++
      if (!each.established && !each.decided && each.light === 'orange' && each.waitsUntil === null && !each.awaiting) found.orange++
      if (each.assignee?.id === me && !each.decided) found.mine++
      if (each.assignee === null && !each.decided) found.unassigned++
      if (each.changedSinceEstablished) found.changed++
    }
  }
}
async function expectTrue(): Promise<void> {
  const counted = await recount(run.page)
  for (const queue of ['not-screened', 'orange', 'mine', 'unassigned', 'changed'] as const) await expect.poll(() => amount(line(queue)), { message: queue }).toBe(counted[queue])
}

test('the desk has every list with a true count, and remembers the intake', async () => {
  const { page } = run
  await toDesk()
  await tabTo(page.getByRole('combobox', { name: 'Intag', exact: true }))
  await page.keyboard.press('Home')
  await expect(page.getByRole('combobox', { name: 'Intag', exact: true })).toHaveValue(/\d+/)
  await page.keyboard.type('2023-1')
  await expect(page.locator('option:checked')).toHaveText('2023-1')
  await expectTrue()
  await good(run, 'desk')
  await press(button(page, 'Lås'))
  await press(button(page, 'Öppna exempeldata'))
  await expect(heading(page, 'Mitt arbete')).toBeFocused({ timeout: 30_000 })
  await expect(page.locator('option:checked')).toHaveText('2023-1')
})

test('a work list is opened, shown as a chip, narrowed and saved under a name', async () => {
  const { page } = run
  const orange = await amount(line('orange'))
  await press(line('orange'))
  await expect(heading(page, 'Sökande i 2023-1')).toBeFocused()
  await expect(page.getByTestId('list-chip')).toHaveText(/^Arbetslista: Orange att kontrollera/)
  await expect(summary(page)).toContainText(`${new Intl.NumberFormat('sv-SE').format(orange)} av`)
  await good(run, 'work list')
  await press(button(page, 'Spara som lista'))
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Skriv ett namn på listan.')).toBeVisible()
  await sound(page, 'save list with error')
  await page.getByLabel('Listans namn').focus()
  await page.keyboard.type('Orange kvar')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button(page, 'Spara som lista')).toBeFocused()
  await toDesk()
  await expect(button(page, /^Orange kvar/)).toContainText(String(orange))
  await press(button(page, /^Orange kvar/))
  await expect(page.getByTestId('list-chip')).toBeVisible()
  await press(button(page, 'Rensa urvalet'))
  await expect(page.getByTestId('list-chip')).toHaveCount(0)
  await expect(summary(page)).toHaveText(/^2.556 sökande$/)
})

test('columns are put away, and stay so', async () => {
  const { page } = run
  await press(button(page, 'Kolumner'))
  await page.getByRole('menuitemcheckbox', { name: 'Inkom' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Inkom' })).toHaveCount(0)
  await expect(page.getByRole('columnheader', { name: 'Handläggare' })).toHaveCount(1)
  await toDesk()
  await press(line('unassigned'))
  await expect(page.getByRole('columnheader', { name: 'Handläggare' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Inkom' })).toHaveCount(0)
})

test('three are chosen and given to oneself, and the list is where it was when one comes back', async () => {
  const { page } = run
  await tabTo(page.getByRole('grid'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByTestId('bulk')).toContainText('3 valda')
  for (const n of [1, 2, 3]) await expect(row(n)).toHaveAttribute('aria-selected', 'true')
  await expect(row(4)).toHaveAttribute('aria-selected', 'false')
  await good(run, 'three chosen')
  await tabTo(page.getByRole('grid'))
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case-light')).toBeVisible()
  await button(page, '2023-1').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeFocused()
  await expect(page.getByTestId('bulk')).toContainText('3 valda')
  await expect(page.getByTestId('list-chip')).toContainText('Utan handläggare')
  await page.keyboard.press('Shift+Tab')
  await tabTo(button(page, 'Tilldela'), { most: 20, key: 'Shift+Tab' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toContainText('(mig)')
  await page.getByRole('menuitem').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('bulk-summary')).toContainText('3 ärenden får ny handläggare.')
  await good(run, 'assign')
  await press(button(page.getByRole('dialog'), 'Tilldela 3'))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByTestId('bulk')).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()
  await toDesk()
  await expect.poll(() => amount(line('mine'))).toBe(3)
  await expectTrue()
})

test('a screen of rows is chosen at once, and all from one row to another; whose cases are shown stands by name', async () => {
  const { page } = run
  await press(line('unassigned'))
  await tabTo(page.getByRole('grid'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+PageDown')
  const bulk = page.getByTestId('bulk')
  const screen = Number(/^(\d+) valda/.exec(await bulk.innerText())?.[1])
  expect(screen).toBeGreaterThan(5)
  for (const n of [1, screen]) await expect(row(n)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Shift+PageDown')
  const chosen = async () => Number(/^(\d+) valda/.exec(await bulk.innerText())?.[1])
  await expect.poll(chosen).toBeGreaterThan(screen + 5)
  const two = await chosen()
  for (const n of [screen + 1, two]) await expect(row(n)).toHaveAttribute('aria-selected', 'true')
  await expect(row(two + 1)).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('Shift+PageUp')
  await expect(bulk).toContainText(`${two} valda`)
  await page.keyboard.press('Escape')
  await expect(bulk).toHaveCount(0)
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await row(5).click({ modifiers: ['Shift'] })
  await expect(bulk).toContainText('5 valda')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  // Rows that have never been on the screen are chosen with the others.
  await page.getByRole('grid').evaluate(grid => { grid.scrollTop = grid.scrollHeight * 0.7 })
  await expect(row(1)).toBeVisible()
  const far = page.getByRole('grid').locator('[aria-rowindex]').nth(12)
  const placeOf = async () => Number(await far.getAttribute('aria-rowindex')) - 1
  await expect.poll(placeOf).toBeGreaterThan(1000)
  const place = await placeOf()
  await expect(far).not.toHaveAttribute('aria-busy', 'true')
  await far.click({ modifiers: ['Shift'] })
  await expect.poll(async () => Number(/^([\d\s]+) valda/.exec(await bulk.innerText())?.[1]?.replace(/\s/g, ''))).toBe(place)
  await page.keyboard.press('Escape')
  await expect(page.locator('.chips:not([title=""])').first()).toHaveAttribute('title', /JO-\d\d \w+: .+\?|Frågor om tillstånd/)
  await ask(page, 'desk.saveFilter', { intakeId: await springIntake(page), name: 'Mina röda', choice: { lights: ['red'], assignee: await myId(page) } })
  await toDesk()
  await press(button(page, /^Mina röda/))
  await expect(page.getByTestId('list-chip')).toHaveText(/^Handläggare: \p{L}+ \p{L}+/u)
  await toDesk()
  await press(button(page, 'Ta bort listan Mina röda'))
})

test('the applicants of a few are asked for the same, and their letters saved together', async () => {
  const { page, app, home } = run
  await press(line('orange'))
  await expect(heading(page, 'Sökande i 2023-1')).toBeFocused()
  await tabTo(page.getByRole('grid'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  for (let more = 0; more < 5; more++) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByTestId('bulk')).toContainText('6 valda')
  await tabTo(button(page, 'Begär komplettering'), { most: 20, key: 'Shift+Tab' })
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/av 6 valda ärenden kan få ett brev/)
  await good(run, 'asking many')
  if ((await dialog.getByRole('checkbox').count()) > 1) {
    await press(button(dialog, 'Gå vidare'))
    await expect(dialog).toContainText('Välj minst en punkt.')
    await expect(dialog.getByRole('checkbox').first()).toBeFocused()
    await sound(page, 'asking many, nothing chosen')
  }
  for (const box of await dialog.getByRole('checkbox').all()) {
    await tabTo(box)
    if (!(await box.isChecked())) await page.keyboard.press('Space')
  }
  await tabTo(dialog.getByRole('radio', { name: 'Svenska' }))
  await page.keyboard.press('ArrowDown')
  await press(button(dialog, 'Gå vidare'))
  await expect(page.getByTestId('bulk-summary')).toContainText(/brev görs och sparas i ärende/)
  await expect(dialog).toContainText('Brevens språk: engelska.')
  await good(run, 'what asking many will do')
  await press(button(dialog, /^Gör \d+ brev$/))
  await expect(dialog).toContainText(/brev är (gjort|gjorda) och spara/, { timeout: 60_000 })
  const made = Number(/(\d+) brev är/.exec(await dialog.innerText())?.[1])
  await answerOpen(app, [home])
  await press(button(dialog, 'Spara breven i en mapp'))
  await expect(dialog).toContainText(/i mappen ”Brev om komplettering \d{4}-\d\d-\d\d”/)
  await good(run, 'letters of many saved')
  const folder = (await readdir(home)).find(name => name.startsWith('Brev om komplettering')) ?? ''
  const files = await readdir(join(home, folder))
  expect(files).toHaveLength(made)
  expect(files.every(name => /^komplettering JS-2023-1-\d+\.pdf$/.test(name))).toBe(true)
  expect((await readFile(join(home, folder, files[0] ?? ''))).subarray(0, 5).toString()).toBe('%PDF-')
  await press(button(dialog.locator('form'), 'Stäng'))
  await expect(page.getByRole('grid')).toBeFocused()
  await toDesk()
  await expect.poll(() => amount(line('waiting'))).toBe(made)
  await expectTrue()
})

test('all of a list are established as green, but no protected person’s and no orange one', async () => {
  const { page } = run
  await press(button(page, /^Alla sökande/))
  await expect(heading(page, 'Sökande i 2023-1')).toBeFocused()
  await tabTo(page.getByRole('grid'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+a')
  await expect(page.getByTestId('bulk')).toContainText(/2.556 valda/)
  await page.keyboard.press('Space')
  await expect(page.getByTestId('bulk')).toContainText(/2.555 valda/)
  await tabTo(button(page, 'Fastställ gröna'), { most: 20, key: 'Shift+Tab' })
  await page.keyboard.press('Enter')
  const told = page.getByTestId('bulk-summary')
  await expect(told).toContainText('skyddade personuppgifter, tas alltid ett i taget')
  await expect(told).toContainText('inte föreslagna gröna')
  const will = Number((await told.getByText(/fastställs som gröna/).innerText()).split(/ä/)[0]?.replace(/[^0-9]/g, ''))
  await good(run, 'establish many')
  await press(button(page.getByRole('dialog'), /^Fastställ /))
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 })
  const intake = (await ask(page, 'intake.list', {})).find(each => each.name === '2023-1')
  expect(intake?.established).toBe(will)
  const hidden = await ask(page, 'screening.list', { intakeId: intake?.id ?? 0, only: 'protected', limit: 500 })
  expect(hidden.rows.length).toBeGreaterThan(0)
  expect(hidden.rows.filter(each => each.established)).toEqual([])
  expect((await ask(page, 'screening.list', { intakeId: intake?.id ?? 0, only: 'established', lights: ['orange', 'red'] })).total).toBe(0)
  await toDesk()
  await expectTrue()
})

test('a saved list is removed again', async () => {
  const { page } = run
  await press(button(page, 'Ta bort listan Orange kvar'))
  await expect(page.getByText(/^Inga sparade listor/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Sparade listor' })).toBeFocused()
})
