import { expect, test, type Locator, type Page } from '@playwright/test'
import { ask } from './core.ts'
import { button, heading, toIntakes } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// Everything here is done with the keyboard alone.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.afterAll(() => run.close())

const field = (page: Page) => page.getByRole('combobox', { name: 'Sök i alla intag' })
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Träffar' }).getByRole('option')
/** Writes in the field and waits for the answer to just that. */
async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await expect(field(page)).toHaveValue(text)
}

test('Ctrl+K and / go to the field, which says what it searches when nothing is found', async () => {
  run = await launchApp()
  const { page } = run
  // Whoever is quicker than the view's heading keeps the focus.
  const kept = await page.evaluate(async name => {
    const frame = () => new Promise(resolve => { requestAnimationFrame(resolve) })
    const named = () => [...document.querySelectorAll('button')].find(each => each.textContent === name)
    await new Promise<void>(resolve => {
      const look = () => { if (named()) resolve() }
      new MutationObserver(look).observe(document, { childList: true, subtree: true })
      look()
    })
    setTimeout(() => named()?.focus())
    for (let n = 0; n < 4; n++) await frame()
    return document.activeElement?.textContent
  }, 'Prova med exempeldata')
  expect(kept).toBe('Prova med exempeldata')
  await page.keyboard.press('Enter')
  await toIntakes(page)
  await expect(page.getByRole('article')).toHaveCount(2)
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('070-1740605')
  await expect(page.getByText('Inga träffar på ”070-1740605”.').first()).toBeVisible()
  await expect(page.getByTestId('search-results')).toContainText('Sökningen gäller namn, identitetsnummer, ansöknings-id, ärendenummer, anordnare och intag.')
  await good(run, 'search without hits')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('')
  await expect(page.getByTestId('search-results')).toHaveCount(0)
})

test('an applicant is found by a misspelt name and opened with Enter', async () => {
  const { page } = run
  const intakeId = (await ask(page, 'intake.list', {}))[0]?.id ?? 0
  const one = (await ask(page, 'screening.list', { intakeId, limit: 300 })).rows.find(row => !row.protected && row.familyName.length >= 8)
  const hidden = await ask(page, 'screening.list', { intakeId, only: 'protected', limit: 1 })
  const names = { given: one?.givenName ?? '', family: one?.familyName ?? '', id: one?.applicationId ?? '', hidden: hidden.rows[0]?.applicationId ?? '' }
  await search(page, `${names.given} ${names.family.slice(0, 3)}${names.family.slice(4)}`)
  await expect(options(page).first()).toContainText('liknande stavning')
  const wanted = options(page).filter({ hasText: names.id })
  await expect(wanted).toHaveCount(1)
  await sound(page, 'search with hits')
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  for (let presses = 0; presses < 20 && (await wanted.getAttribute('aria-selected')) !== 'true'; presses++) await page.keyboard.press('ArrowDown')
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', await wanted.getAttribute('id') ?? '')
  await page.keyboard.press('Enter')
  await expect(heading(page, `${names.given} ${names.family}`)).toBeFocused()
  await expect(page.locator('.case-ids')).toContainText(names.id)
  await expect(page.getByTestId('search-results')).toHaveCount(0)

  // A protected person: not by name or number, only by the whole id, masked, and opened with a reason.
  await search(page, names.hidden.slice(0, -1))
  await expect(page.getByTestId('search-results')).toBeVisible()
  await expect(options(page).filter({ hasText: names.hidden })).toHaveCount(0)
  await search(page, names.hidden.toLowerCase())
  await expect(options(page)).toHaveCount(1)
  await expect(options(page)).toContainText('Skyddade personuppgifter')
  await good(run, 'search finds a protected person')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('an intake is found by its name, and Escape gives the focus back', async () => {
  const { page } = run
  await button(page, 'Intag').first().focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Intag')).toBeFocused()
  await search(page, '2023-2')
  const intake = options(page).filter({ hasText: /ansökningar/ }).last()
  await expect(intake).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await expect(intake).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(heading(page, /^Sökande i /)).toBeFocused()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(heading(page, /^Sökande i /)).toBeFocused()
})

test('the sheet of keys opens with ? and F1, but not while one writes', async () => {
  const { page } = run
  for (const key of ['?', 'F1']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name: 'Tangenter' })).toContainText('Ctrl+K')
    if (key === '?') await good(run, 'sheet of keys')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await search(page, 'a?/')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(field(page)).toHaveValue('a?/')
  await page.keyboard.press('Escape')
})
