import { execFileSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerOpen, answerSave, button, decision, establish, field, fillDecision, formBytes, heading, openCase, openList, setUpIntake, setUpStore, springFiles, summary } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'

// The whole way from an empty computer to a saved form. Each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' })

let run: Launched
let saved: string
test.beforeAll(async () => {
  run = await launchApp()
  saved = join(run.home, 'blankett-prov.pdf')
})
test.afterAll(() => run.close())

// Lacks a known category of applicant, and nothing else stands in the way.
const orangeCase = 'JS-2023-1-00564'
const count = (name: string, label: string) => run.page.getByRole('region', { name }).locator('.sum').filter({ hasText: label }).locator('dd')

test('a first run sets up a store and asks back for the recovery code', async () => {
  const { page } = run
  await expect(heading(page, 'Välkommen till Språngbräda')).toBeVisible()
  await button(page, 'Börja arbeta').click()
  await field(page, 'Lösenfras').fill('för kort')
  await button(page, 'Lägg upp lagret').click()
  await expect(field(page, 'Ditt namn')).toBeFocused()
  await expect(page.getByText('Skriv ditt namn.')).toBeVisible()
  await expect(page.getByText('4 tecken till.')).toBeVisible()
  await button(page, 'Tillbaka').click()
  await setUpStore(page)
  await expect(page.getByText('Det finns inga intag än.')).toBeVisible()
})

test('the files of an intake are shown for what they are before anything is stored, and then taken in', async () => {
  const { page, app } = run
  await setUpIntake(page)
  await answerOpen(app, springFiles)
  await button(page, 'Välj filer').click()
  await expect(page.getByText('Inget är sparat än.')).toBeVisible({ timeout: 60_000 })
  await expect(count('ansokningar-2023-1.csv', 'Nya')).toHaveText('2 556')
  await expect(count('ansokningar-2023-1.csv', 'Avvisade')).toHaveText('34')
  await expect(count('ansokningar-2023-1.csv', 'Dubbletter')).toHaveText('14')
  await button(page, 'Läs in').click()
  await expect(button(page, 'Visa de sökande')).toBeVisible({ timeout: 60_000 })
  const lights = page.getByRole('region', { name: 'Ljus före och efter' }).getByRole('row', { name: /^Efter/ })
  await expect(lights.getByRole('cell')).toHaveText(['1 580', '256', '720', '2 556'])
  await button(page, 'Visa de sökande').click()
  await expect(summary(page)).toHaveText('2 556 sökande')
})

test('the list counts and filters the lights', async () => {
  const { page } = run
  await expect(button(page, /^Grön/)).toHaveText(/1\s580/)
  await expect(button(page, /^Orange/)).toHaveText(/256/)
  await button(page, /^Röd/).click()
  await expect(summary(page)).toHaveText('720 av 2 556 sökande')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Röd')
  await button(page, 'Rensa urvalet').click()
  await expect(summary(page)).toHaveText('2 556 sökande')
})

test('a missing fact is answered with a reason, and the light changes at once', async () => {
  const { page } = run
  await openCase(page, orangeCase)
  await expect(page.getByTestId('case-light')).toContainText('Orange')
  await button(page.getByTestId('rule-JO-04'), /^Svara: sökandekategori$/i).click()
  const form = page.getByRole('form', { name: /sökandekategori/i })
  await form.getByRole('textbox').first().fill('11')
  await button(form, 'Spara rättelsen').click()
  await expect(page.getByText('Skriv hur du vet det och varför uppgiften ändras.')).toBeVisible()
  await field(form, 'Skäl').fill('Samtal med den sökande, ”öppet arbetslös”')
  await button(form, 'Spara rättelsen').click()
  await expect(page.getByTestId('case-light')).toContainText('Grön')
  await expect(page.getByTestId('rule-JO-04')).toContainText('Grön')
  await page.getByRole('tab', { name: 'Tidslinje' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Samtal med den sökande, ”öppet arbetslös”')
  await expect(button(page, 'Besluta')).toBeDisabled()
})

test('an established green light is decided: preview, decision, and the saved file is the stored form', async () => {
  const { page, app } = run
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await establish(page)
  await button(page, 'Besluta').click()
  await button(page, 'Besluta').click()
  await expect(page.getByRole('link', { name: 'Fyll i ”Anordnarens namn”.' })).toBeVisible()
  await fillDecision(page)
  await button(page, 'Förhandsgranska').click()
  const paper = page.getByRole('document', { name: 'Sida 1' })
  await expect(paper).toContainText('UTKAST', { timeout: 30_000 })
  await expect(paper).toContainText(decision.organiser)
  // What stops a preview is seen without scrolling, and is gone when the field is mended.
  await field(page, 'Handledare').fill('李小龙')
  await button(page, 'Förhandsgranska').click()
  const stopped = page.getByText(/Fältet ”Handledare” innehåller tecken som inte kan skrivas på blanketten/)
  await expect(stopped).toBeInViewport({ ratio: 1 })
  await field(page, 'Handledare').fill(decision.supervisor)
  await expect(stopped).toHaveCount(0)
  await button(page, 'Besluta').click()
  const asked = page.getByRole('dialog', { name: 'Fatta beslutet?' })
  await expect(asked).toContainText('från 2023-03-06 till 2023-07-05')
  await button(asked, 'Besluta').click()
  await expect(heading(page, 'Beslutet är fattat')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('document', { name: 'Sida 1' })).not.toContainText('UTKAST')
  await answerSave(app, saved)
  await button(page, 'Spara').click()
  await expect(page.getByText('Blanketten är sparad som blankett-prov.pdf.')).toBeVisible()

  const text = execFileSync('pdftotext', ['-layout', saved, '-'], { encoding: 'utf8' }).replaceAll(/[\s\u00a0\u200b\u2060]+/g, ' ')
  expect(text).toContain(`Arbetsförmedlingen anvisar dig till arbetspraktik hos ${decision.organiser} från och med den 6 mars 2023 till och med den 5 juli 2023.`)
  for (const part of [name, '6 mars 2023 – 5 juli 2023', decision.organiser, decision.supervisor, 'Åsa Öberg-Ñandú', orangeCase]) expect(text).toContain(part)
  expect(text).not.toMatch(/UTKAST|EXEMPEL/)
  expect((await readFile(saved)).toString('base64')).toBe(await formBytes(page, 1))
  await rm(saved)
})

test('a decided case shows its form and can no longer be changed', async () => {
  const { page } = run
  await button(page, 'Till ärendet').click()
  await expect(page.getByTestId('case-light')).toContainText('Beslutat 2023-02-10 av Åsa Öberg-Ñandú')
  await expect(button(page, /^(Rätta|Fyll i)/)).toHaveCount(0)
  await button(page, 'Visa blanketten').click()
  await expect(page.getByRole('document', { name: 'Sida 1' })).toContainText(decision.organiser)
})

test('the same files once more give nothing new', async () => {
  const { page } = run
  await button(page, 'Intag').click()
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('1 fastställda · 1 beslutade')
  await button(page.getByRole('article', { name: '2023-1' }), 'Läs in filer').click()
  await button(page, 'Välj filer').click()
  await expect(button(page, 'Läs in')).toBeVisible({ timeout: 60_000 })
  await button(page, 'Läs in').click()
  await expect(button(page, 'Visa de sökande')).toBeVisible({ timeout: 60_000 })
  for (const file of ['ansokningar-2023-1.csv', 'af-register-2023-1.csv', 'mv-beslut-2023-1.csv']) {
    await expect(count(file, 'Nya')).toHaveText('0')
    await expect(count(file, 'Ändrade')).toHaveText('0')
  }
  await expect(page.getByText('Inga ljus ändras.')).toBeVisible()
  await button(page, 'Intag').click()
  // The list is as it was left.
  await openList(page, '2023-1')
  await expect(page.getByRole('searchbox')).toHaveValue(orangeCase)
  await button(page, 'Rensa urvalet').click()
  await expect(button(page, /^Grön/)).toHaveText(/1\s581/)
})
