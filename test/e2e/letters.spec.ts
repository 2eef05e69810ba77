import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { textOf } from '../core/documents/pdf-tools.ts'
import { application, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../core/tables.ts'
import { answerOpen, answerSave, button, field, openCase, setUpIntake, setUpStore, summary } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// A person with two papers missing who has applied twice, and a protected one. Each test begins where the one before it ended; nothing is clicked but the way to the case.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
  const { page, app, home } = run
  const missing = { beslut_bifogat: 'nej', giltigt_till: '2023-05-01' }
  const files = {
    'ansokningar.csv': portal([application(1, { ...missing, fornamn: 'Ễva “Ö”', efternamn: 'Håkånsson-Nguyễn' }), application(2, { personnummer: numberOf(1) }), application(3, missing)]),
    'register.csv': register([registerRow(1), registerRow(3, { skyddade_uppgifter: 'ja' })]), 'mv.csv': permits([permitRow(1, { giltigt_till: '2023-05-01' }), permitRow(3, { giltigt_till: '2023-05-01' })]),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text)
  await setUpStore(page)
  await setUpIntake(page)
  await answerOpen(app, Object.keys(files).map(name => join(home, name)))
  await button(page, 'Välj filer').click()
  await button(page, 'Läs in').click()
  await button(page, 'Visa de sökande').click()
  await expect(summary(page)).toHaveText('3 sökande')
})
test.afterAll(() => run.close())

const tab = (name: string) => run.page.getByRole('tab', { name, exact: true })
const requests = () => run.page.getByTestId('requests')
const enter = (target: Locator) => target.press('Enter')
/** Goes to a tab of the case with the arrow keys, as the tabs want it. */
async function toTab(name: string): Promise<void> {
  await tab(name).focus()
  await run.page.keyboard.press('Enter')
  await expect(tab(name)).toHaveAttribute('aria-selected', 'true')
}

test('a letter in English asks for two things, is shown as it will be, and is made', async () => {
  const { page, app, home } = run
  await openCase(page, idOf(1))
  await toTab('Komplettering')
  await expect(requests()).toContainText('Ingen komplettering är begärd i ärendet.')
  await enter(button(requests(), 'Ny begäran om komplettering'))
  await expect(requests().getByRole('heading', { name: 'Vad behöver den sökande skicka?' })).toBeFocused()
  await expect(page.getByTestId('letter-item')).toHaveCount(2)
  await sound(page, 'a letter in the making')
  await requests().getByRole('radio', { name: 'Svenska' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(field(requests(), 'Punkt 1: vad som ska skickas')).toHaveValue(/new residence permit card/)
  await field(requests(), 'Punkt 2: vad som ska skickas').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' “Å ä ö” too.')
  await enter(button(requests(), 'Visa brevet'))
  await expect(page.getByTestId('letter-preview')).toBeFocused()
  await expect(page.getByTestId('letter-preview').locator('canvas')).toBeVisible()
  await good(run, 'a letter shown before it is made')
  await enter(button(requests(), 'Gör brevet'))
  const made = page.getByTestId('request-open')
  await expect(made).toContainText('Brevet ber om 2 saker')
  await enter(button(made, 'Visa brevet'))
  await expect(page.getByTestId('letter').locator('canvas')).toBeVisible()
  const target = join(home, 'brev.pdf')
  await answerSave(app, target)
  await enter(button(made, 'Spara som PDF'))
  await expect(made).toContainText('Brevet är sparat som ”brev.pdf”.')
  const text = textOf(await readFile(target))
  for (const part of ['Dear Ễva “Ö” Håkånsson-Nguyễn,', 'This is what we need: 2 things', 'new residence permit card', '“Å ä ö” too.', 'If you do not answer', idOf(1)]) expect(text).toContain(part)
  await enter(button(made, 'Kopiera texten'))
  await expect(made).toContainText('Texten är kopierad.')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('We need your answer by')
  await good(run, 'a request with its letter')
})

test('it is reminded of, answered and closed', async () => {
  const { page } = run
  await enter(button(page.getByTestId('request-open'), 'Påminn'))
  await page.keyboard.press('Escape')
  await expect(button(requests(), 'Gör påminnelsen')).toHaveCount(0)
  await enter(button(page.getByTestId('request-open'), 'Påminn'))
  await expect(field(requests(), 'Svar senast')).toBeFocused()
  await page.keyboard.press('Enter')
  const reminded = page.getByTestId('request-reminded')
  await expect(reminded).toContainText('Påminnelse gjord, svar senast')
  await enter(button(reminded, 'Svar har kommit'))
  await page.keyboard.press('Enter')
  await expect(reminded).toContainText('Skriv vad som kom.')
  await expect(field(reminded, 'Vad som kom')).toBeFocused()
  await sound(page, 'an answer that is not whole')
  await page.keyboard.type('kopia av kortet')
  await page.keyboard.press('Enter')
  const answered = page.getByTestId('request-answered')
  await expect(answered).toContainText('kopia av kortet')
  await enter(button(answered, 'Avsluta'))
  await enter(button(answered, 'Avsluta begäran'))
  await expect(page.getByTestId('request-closed')).toContainText('Allt som begärdes har kommit.')
  await expect(button(requests(), 'Ny begäran om komplettering')).toBeVisible()
})

test('a note is written and added to', async () => {
  const { page } = run
  await toTab('Anteckningar')
  const notes = page.getByTestId('notes')
  await expect(notes).toContainText('Inga anteckningar i ärendet.')
  await enter(button(notes, 'Spara anteckningen'))
  await expect(notes).toContainText('Skriv vad som ska antecknas.')
  await field(notes, 'Ny anteckning').focus()
  await page.keyboard.type('Sökanden ringde om ”kortet”.')
  await page.keyboard.press('Control+Enter')
  const note = page.getByTestId('note')
  await expect(note).toContainText('Sökanden ringde om ”kortet”.')
  await enter(note.getByRole('button', { name: /^Lägg till under anteckningen/ }))
  await page.keyboard.type('Ringde igen.')
  await page.keyboard.press('Control+Enter')
  await expect(note).toContainText('Ringde igen.')
  await good(run, 'notes')
})

test('the timeline shows all of it, also in the other application, and opens the letter', async () => {
  const { page } = run
  await toTab('Tidslinje')
  const timeline = page.getByTestId('timeline')
  await expect(timeline).toContainText('Personen har 2 ansökningar.')
  for (const part of ['Ett brev med begäran om komplettering gjordes (2 saker).', 'En påminnelse', 'Svar på begäran om komplettering kom in', 'avslutades', 'Anteckning: Sökanden ringde', 'Tillägg till en anteckning', `Ansökan ${idOf(2)}, 2023-1`]) await expect(timeline).toContainText(part)
  await good(run, 'the timeline')
  await button(timeline, /^Brev 4/).press('Space')
  await expect(timeline.getByRole('listitem')).toHaveCount(4)
  await timeline.getByRole('combobox').focus()
  await page.keyboard.press('ArrowDown')
  await expect(timeline.getByRole('listitem').first()).toContainText('Ett brev med begäran om komplettering gjordes')
  await enter(button(timeline, 'Visa brevet').first())
  await expect(tab('Komplettering')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByTestId('letter').locator('canvas')).toBeVisible()
})

test('a protected person’s letter asks before it leaves the program', async () => {
  const { page, app, home } = run
  await button(page, '2023-1').click()
  await page.getByRole('searchbox').fill(idOf(3))
  await expect(summary(page)).toHaveText(/^1 av /)
  await page.getByRole('row').filter({ hasText: idOf(3) }).click()
  await field(page, 'Skäl för att öppna ärendet').fill('Begära in beslutet')
  await enter(button(page.getByRole('dialog'), 'Öppna ärendet'))
  await toTab('Komplettering')
  await enter(button(requests(), 'Ny begäran om komplettering'))
  await enter(button(requests(), 'Gör brevet'))
  await enter(button(page.getByTestId('request-open'), 'Visa brevet'))
  await answerSave(app, join(home, 'skyddat.pdf'))
  await enter(button(requests(), 'Spara som PDF'))
  await expect(page.getByRole('dialog')).toContainText('Personen har skyddade personuppgifter')
  await sound(page, 'asking before a protected letter is saved')
  await enter(button(page.getByRole('dialog'), 'Spara brevet'))
  await expect(requests()).toContainText('Brevet är sparat som ”skyddat.pdf”.')
  expect(textOf(await readFile(join(home, 'skyddat.pdf')))).not.toContain('Provgatan')
})
