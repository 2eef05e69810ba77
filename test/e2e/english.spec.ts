import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { tabTo } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// The whole way in English: chosen by the keyboard, told in English in every view, kept over a restart, and taken back.
test.describe.configure({ mode: 'serial' })

let home = ''
let run: Launched
test.beforeAll(async () => { home = await mkdtemp(join(tmpdir(), 'sprangbrada-prov-')) })
test.afterAll(async () => {
  await run.close()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const press = async (page: Page, target: ReturnType<Page['locator']>) => {
  await tabTo(target, { most: 240 })
  await page.keyboard.press('Enter')
}

/** Nothing that is seen, or read out as a name, is Swedish, but for what is marked as such and names of people, places and things. */
async function inEnglish(page: Page, view: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const found = await page.evaluate(() => {
    const names = /Språngbräda|Jobbsprånget|Försäkringskassan|Åland\b|Färöarna|BÄR\b|Arbetsförmedling\w*|återrapporten|Arbetsförmedlare/gi
    const words = /\b(och|att|inte|för|är|som|till|uppgift|uppgifter|ansökan|sökande|ärende|ärenden|ljus|fastställ\w*|beslut|intag|lager|skriv|välj|läs|visa|spara|stäng|avbryt|nej|grön|röd|okänt|handläggare)\b/i
    const wrong: string[] = []
    const check = (text: string, letters: boolean) => {
      const left = text.replace(names, '').trim()
      if (words.test(left) || (letters && /[åäöÅÄÖ]/.test(left))) wrong.push(text.trim().slice(0, 120))
    }
    const swedish = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') === 'sv'
    // Names of people and what they have written stand in rows of lists, in the head of a case and among its facts.
    const ofPeople = (element: Element | null) => element?.closest('[role="row"], .frame-user, .case-head, .entries, .work-row, .queue-pane, h1, dd, .fact-value, input, textarea, option, .facts') !== null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || !parent.checkVisibility() || swedish(parent)) continue
      check(node.textContent ?? '', !ofPeople(parent))
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!element.checkVisibility() || swedish(element)) continue
      for (const name of ['aria-label', 'title', 'placeholder']) check(element.getAttribute(name) ?? '', !ofPeople(element))
    }
    return [...new Set(wrong)]
  })
  expect(found, view).toEqual([])
}
/** The other programmes that come with the program, each with a question of its own. */
const programmes = [
  ['Jobbsprånget, pilot with a widened target group', '2024.1', 'Does the applicant have a completed upper secondary education?'], ['Employer check', '2022.1', 'Is there an agreement with the organiser?'],
  ['Conditions for a decision', '2025.1', 'Is the decision in BÄR?'], ['Priority right at Försäkringskassan', '2025.1', 'Is the time of employment long enough?'],
  ['IT trainee at Försäkringskassan', '2024.1', 'Is the intake open?'], ['Appeal of an employment decision', '2022.1', 'Did the appeal come in on time?'],
] as const
const whole = async (view: string) => {
  await inEnglish(run.page, view)
  await good(run, view)
}

test('the start screen turns English by the keyboard and leads into the sample store', async () => {
  run = await launchApp({ home })
  const { page } = run
  await expect(heading(page, 'Välkommen till Språngbräda')).toBeVisible()
  await press(page, button(page, 'English'))
  await expect(heading(page, 'Welcome to Språngbräda')).toBeVisible()
  await whole('first run')
  expect(await run.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(item => item.label))).toEqual(['File', 'Edit', 'View', 'Case', 'Help'])
  await press(page, button(page, 'Try with sample data'))
  await expect(heading(page, 'My work')).toBeVisible({ timeout: 60_000 })
  await whole('desk')
  await press(page, page.getByRole('link', { name: 'Intakes', exact: true }))
  await expect(page.getByRole('article')).toHaveCount(2)
  await whole('intakes')
})

test('a list and a case are told in English', async () => {
  const { page } = run
  await press(page, page.getByRole('article').first().getByRole('button', { name: 'Show applicants' }))
  await expect(heading(page, /^Applicants in /)).toBeVisible()
  await expect(page.getByTestId('summary')).toContainText('applicants')
  await whole('list')
  await tabTo(page.getByRole('grid'), { most: 240 })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case-light')).toBeVisible()
  await whole('case')
  await expect(page.getByTestId('rule-JO-07')).toContainText('Is the residence permit valid for the whole placement?')
})

test('what is stored in Swedish by law is marked as Swedish', async () => {
  const { page } = run
  await press(page, button(page.getByTestId('case-light'), 'Establish'))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Preliminary assessment' })).toHaveAttribute('lang', 'sv')
  await expect(dialog.getByText('Language Act 2009:600, section 10')).toBeVisible()
  const options = await dialog.locator('option').evaluateAll(all => all.map(option => [option.textContent, option.getAttribute('lang')]))
  expect(options.length).toBeGreaterThan(1)
  expect(options.filter(([text, lang]) => text !== 'Own text' && lang !== 'sv')).toEqual([])
  await inEnglish(page, 'establish')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('help on a word opens by the keyboard, says what it means and where, and closes with Escape', async () => {
  const { page } = run
  const word = button(page, 'What does establish mean?')
  await press(page, word)
  await expect(word).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByTestId('case-light').getByText(/Administrative Procedure Act \(2017:900\) sections\s23 and 28/)).toBeVisible()
  await whole('help on a word')
  await page.keyboard.press('Escape')
  await expect(word).toHaveAttribute('aria-expanded', 'false')
  await expect(word).toBeFocused()
  const named = await page.locator('main .term-button').evaluateAll(all => all.map(each => each.getAttribute('aria-label')))
  expect(named.length).toBeGreaterThan(5)
  expect(new Set(named).size).toBe(named.length)
})

test('a change of language stays where one is, with the store open', async () => {
  const { page } = run
  await press(page, button(page, /^Store/))
  await page.getByRole('menuitem', { name: 'Svenska' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  await expect(page.getByTestId('rule-JO-07')).toContainText('Gäller uppehållstillståndet hela praktiken?')
  await press(page, button(page, /^Lager/))
  await page.getByRole('menuitem', { name: 'English' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('rule-JO-07')).toContainText('Is the residence permit valid for the whole placement?')
})

test('a change of language asks first where something is written and not saved', async () => {
  const { page } = run
  const other = async () => {
    await press(page, button(page, /^Store/))
    await page.getByRole('menuitem', { name: 'Svenska' }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('tab', { name: 'Notes', exact: true }).focus()
  await page.keyboard.press('Enter')
  const note = page.getByTestId('notes').getByRole('textbox')
  await note.focus()
  await page.keyboard.type('Rang the applicant.')
  await other()
  await expect(page.getByRole('dialog')).toContainText('not saved will be lost')
  await sound(page, 'asking before the language changes')
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Go on writing' }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(note).toHaveValue('Rang the applicant.')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // The same by the system's menu, whose mark stays where it is true.
  const marks = () => run.app.evaluate(({ Menu }) => ['Svenska', 'English'].map(name => Menu.getApplicationMenu()?.items.flatMap(top => top.submenu?.items ?? []).flatMap(item => item.submenu?.items ?? []).find(item => item.label === name)?.checked))
  await run.app.evaluate(({ Menu }) => { Menu.getApplicationMenu()?.items.flatMap(top => top.submenu?.items ?? []).flatMap(item => item.submenu?.items ?? []).find(item => item.label === 'Svenska')?.click() })
  await expect(page.getByRole('dialog')).toContainText('not saved will be lost')
  expect(await marks()).toEqual([false, true])
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Change language' }))
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  expect(await marks()).toEqual([true, false])
  await press(page, button(page, /^Lager/))
  await page.getByRole('menuitem', { name: 'English' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the rules and the pages of the store are told in English', async () => {
  const { page } = run
  await press(page, page.getByRole('link', { name: 'Rules' }))
  await expect(heading(page, 'Rules')).toBeVisible()
  await whole('rules')
  await press(page, button(page, 'Open 2024.1').first())
  await expect(page.getByText('Does the applicant have an academic degree?').first()).toBeVisible()
  await whole('rule book')
  await press(page, button(page, /^JO-03: /))
  await whole('a rule with what it builds on')
  for (const tab of ['Parameters', 'Definitions', 'Facts']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tabpanel').getByRole('table').first()).toBeVisible()
    await inEnglish(page, tab)
  }
  for (const [title, version, question] of programmes) {
    await press(page, button(page, 'All programmes'))
    await press(page, button(page.getByRole('article', { name: title }), `Open ${version}`))
    await expect(page.getByText(question).first()).toBeVisible()
    await inEnglish(page, title)
  }
  await press(page, button(page, /^Store/))
  await page.getByRole('menuitem', { name: 'Check the journal' }).focus()
  await page.keyboard.press('Enter')
  await press(page, button(page, 'Check now'))
  await expect(page.getByText(/^The journal holds together/)).toBeVisible({ timeout: 60_000 })
  await inEnglish(page, 'journal')
  await sound(page, 'journal')
})

test('the language is kept over a restart, and the way back is as short', async () => {
  await run.close()
  run = await launchApp({ home })
  const { page } = run
  await expect(heading(page, 'Welcome to Språngbräda')).toBeVisible()
  await inEnglish(page, 'start after a restart')
  await press(page, button(page, 'Svenska'))
  await expect(heading(page, 'Välkommen till Språngbräda')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
})
