import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../core/tables.ts'
import { ask } from './core.ts'
import { answerOpen, button, caseworker, field, heading, openCase, setUpIntake, setUpStore, summary, toIntakes } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'


// Four made-up applications: one clean, one with a part-time job, one not registered, one whose two questions by hand nobody has answered. Keys only; each test begins where the one before it ended.
test.describe.configure({ mode: 'serial' })

const SECOND = { name: 'Bo Granskare', passphrase: 'sju blå cyklar under ett tak' }
const REASON = 'Arbetet är tillfälligt och upphör innan praktiken börjar.'
const ids = [1, 2, 3, 4]
let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
  const { page, app, home } = run
  const rows = { 2: registerRow(2), 3: registerRow(3, { arbetssokande_status: 'Avaktualiserad' }), 4: registerRow(4, { behov_bedomt: '', plan_medger_praktik: '' }) }
  const files = {
    'ansokningar.csv': portal(ids.map(n => application(n, n === 2 ? { arbete_tim_vecka: '10' } : {}))), 'register.csv': register([registerRow(1), ...Object.values(rows)]), 'mv.csv': permits(ids.map(n => permitRow(n))),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text)
  await setUpStore(page)
  await setUpIntake(page)
  await answerOpen(app, Object.keys(files).map(name => join(home, name)))
  await button(page, 'Välj filer').click()
  await button(page, 'Läs in').click()
  await button(page, 'Visa de sökande').click()
  await expect(summary(page)).toHaveText('4 sökande')
})
test.afterAll(() => run.close())

const light = () => run.page.getByTestId('case-light')
const dialog = () => run.page.getByRole('dialog')
const enter = async (on: Locator) => { await on.focus(); await run.page.keyboard.press('Enter') }
const toList = () => enter(button(run.page.getByRole('navigation', { name: 'Här är du' }), '2023-1'))
const go = async (n: number) => { await toList(); await openCase(run.page, idOf(n)) }

/** Locks the store and opens it again as somebody else, as a colleague at the same desk would. */
async function sitDown(secret: string): Promise<void> {
  const { page } = run
  await ask(page, 'store.lock', {})
  await page.reload()
  await field(page, 'Lösenfras').fill(secret)
  await page.keyboard.press('Enter')
  await toIntakes(page)
  await enter(button(page.getByRole('article', { name: '2023-1' }), 'Visa sökande'))
  await expect(summary(page)).toContainText('sökande')
}

test('a clean green is established with Enter, with the usual assessment, and undone with Ctrl+Z', async () => {
  const { page } = run
  await openCase(page, idOf(1))
  await sound(page, 'a case with progress')
  await enter(button(light(), 'Fastställ'))
  await expect(button(dialog(), 'Fastställ')).toBeFocused()
  await sound(page, 'the establish dialog')
  await page.keyboard.press('Enter')
  await expect(light()).toContainText(`av ${caseworker.name}`)
  await expect(page.getByTestId('said')).toContainText('Bedömning: Sökanden uppfyller villkoren')
  await page.keyboard.press('Control+z')
  await expect(button(light(), 'Fastställ')).toBeVisible()
  await expect(heading(page, 'Åsa Öberg')).toBeVisible()
  await expect(page.getByTestId('said')).toHaveCount(0)
})

test('questions by hand are answered with a usual reason', async () => {
  const { page } = run
  await go(4)
  await expect(page.getByTestId('progress')).toContainText('Plan och program')
  const rule = page.getByTestId('rule-JO-16')
  await enter(button(rule, 'Svara: behov av ökad anställningsbarhet'))
  const form = rule.getByRole('form')
  await page.keyboard.press('Space')
  await field(form, 'Vanliga skäl').selectOption({ index: 1 })
  await expect(field(form, 'Skäl')).not.toBeEmpty()
  await sound(page, 'a question by hand')
  await enter(button(form, 'Spara svaret'))
  await expect(rule).toContainText('Grön')
  await expect(button(light(), 'Ångra')).toHaveAttribute('title', /behov av ökad anställningsbarhet/)
})

test('red from statute is not overridden, and the paragraph is told', async () => {
  const { page } = run
  await go(3)
  await enter(button(light(), 'Frångå ljuset'))
  const panel = page.getByTestId('override')
  await expect(panel.getByRole('heading')).toBeFocused()
  await expect(panel).toContainText('8 § (JO-03)')
  await good(run, 'an override that may not be')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('orange is overridden with a reason, waits for a second caseworker, and whoever asked cannot be the one', async () => {
  const { page } = run
  await go(2)
  await enter(button(light(), 'Frångå ljuset'))
  const panel = page.getByTestId('override')
  await expect(panel).toContainText('Du är den enda handläggaren')
  await expect(panel.getByRole('radio').first()).toBeFocused()
  await enter(button(panel, 'Begär en andra handläggare'))
  await expect(panel).toContainText('Välj vilket ljus det ska bli.')
  await panel.getByRole('radio', { name: 'Grön' }).focus()
  await page.keyboard.press('Space')
  await field(panel, 'Skäl').fill(REASON)
  await good(run, 'an override')
  await page.keyboard.press('Control+Enter')
  const pending = page.getByTestId('pending')
  await expect(pending).toContainText('Du begärde grönt ljus')
  await expect(button(pending, 'Godta')).toHaveCount(0)
  await expect(button(light(), 'Besluta')).toBeDisabled()
  await good(run, 'a light that waits')
})

test('the second caseworker reads, accepts, and the override is on its page with the figures', async () => {
  const { page } = run
  await ask(page, 'people.add', { ...SECOND, title: 'Arbetsförmedlare', roles: ['read', 'screen', 'decide'] })
  await sitDown(SECOND.passphrase)
  await openCase(page, idOf(2))
  const pending = page.getByTestId('pending')
  await expect(pending).toContainText(`${caseworker.name} har begärt grönt ljus`)
  await expect(pending).toContainText(REASON)
  await enter(button(pending, 'Skicka tillbaka'))
  await enter(button(pending, 'Skicka tillbaka'))
  await expect(pending).toContainText('Skriv varför det inte godtas.')
  await sound(page, 'sending back')
  await page.keyboard.press('Escape')
  await enter(button(pending, 'Godta'))
  await expect(page.getByTestId('said')).toContainText(`Avvikelse från föreslaget orange ljus. Skäl: ${REASON} Godtaget av ${SECOND.name}`)
  await toList()
  await enter(button(page, 'Avvikelser (1)'))
  await expect(heading(page, 'Avvikelser i 2023-1')).toBeFocused()
  await expect(page.getByTestId('override-counts')).toHaveText('1 avvikelse gäller · Orange till grön: 1')
  await expect(page.getByTestId('figures')).toContainText('visas inte')
  await good(run, 'the page of overrides')
  await enter(button(page, `Öppna ${idOf(2)}`))
  await expect(light()).toContainText('Grön')
})
