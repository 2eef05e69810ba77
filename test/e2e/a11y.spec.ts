import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { storePaths } from '../../electron/core/store/store.ts'
import { answerOpen, button, establish, field, fillDecision, heading, openCase, openList, passphrase, setUpIntake, springFiles, summary } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// Every view and its main states are looked at by axe, and at twice the size and in a quarter of the screen.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.afterAll(() => run.close())

test('what comes before an open store', async () => {
  run = await launchApp()
  const { page } = run
  await expect(heading(page, 'Välkommen till Språngbräda')).toBeVisible()
  await good(run, 'first run')
  await button(page, 'Återställ en säkerhetskopia').click()
  await good(run, 'restore')
  await button(page, 'Tillbaka').click()
  await button(page, 'Börja arbeta').click()
  await button(page, 'Lägg upp lagret').click()
  await expect(page.getByText('Skriv ditt namn.')).toBeVisible()
  await good(run, 'new store with errors')
  await button(page, 'Tillbaka').click()
  await button(page, 'Börja arbeta').click()
  await field(page, 'Ditt namn').fill('Åsa Öberg')
  await field(page, 'Lösenfras').fill(passphrase)
  await field(page, 'Lösenfrasen en gång till').fill(passphrase)
  await button(page, 'Lägg upp lagret').click()
  await expect(heading(page, 'Din återställningskod')).toBeVisible()
  await good(run, 'recovery code')
  const last = await page.getByTestId('recovery-code').locator('.code-group').last().innerText()
  await field(page, 'Skriv kodens sista grupp').fill(last)
  await button(page, 'Jag har sparat koden').click()
  await expect(page.getByText('Det finns inga intag än.')).toBeVisible()
  await good(run, 'no intakes')
  await page.getByRole('link', { name: 'Regler' }).click()
  await expect(page.getByText('Intag: Inga intag än.').first()).toBeVisible()
  await button(page, 'Öppna 2024.1').first().click()
  await page.getByRole('tab', { name: 'Tänk om' }).click()
  await expect(page.getByText(/^Det finns inget intag i programmet än/)).toBeVisible()
  await good(run, 'rules without intakes')
  await button(page, 'Intag').click()
})

test('intakes and the reading of files', async () => {
  const { page, app } = run
  await button(page, 'Nytt intag').click()
  await button(page, 'Lägg upp intaget').click()
  await expect(page.getByText('Skriv intagets namn.')).toBeVisible()
  await good(run, 'new intake with errors')
  await page.keyboard.press('Escape')
  await setUpIntake(page)
  await good(run, 'choose files')
  await answerOpen(app, [...springFiles, join(springFiles[0] ?? '', '..', 'erbjudanden-2023-1.csv')])
  await button(page, 'Välj filer').click()
  await expect(page.getByText('Inget är sparat än.')).toBeVisible({ timeout: 60_000 })
  await good(run, 'preview with a refused file')
  await button(page, 'Läs in').click()
  await expect(button(page, 'Visa de sökande')).toBeVisible({ timeout: 60_000 })
  await sound(page, 'taken in')
  await button(page, 'Intag').click()
  await button(page, '3 filer inlästa').click()
  await expect(page.getByRole('region', { name: 'Inlästa filer: 2023-1' })).toBeVisible()
  await good(run, 'intake with files')
})

test('the list, its menu and its empty state', async () => {
  const { page } = run
  await openList(page, '2023-1')
  await good(run, 'list')
  await button(page, 'Regler').click()
  await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible()
  await sound(page, 'rules menu')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('finns inte alls')
  await expect(page.getByTestId('empty')).toBeVisible()
  await good(run, 'empty list')
  await button(page.getByTestId('empty'), 'Rensa urvalet').click()
  await field(page, 'Läge').selectOption('Skyddade personuppgifter')
  await expect(summary(page)).toHaveText(/ av /)
  await page.getByRole('grid').getByRole('row').nth(1).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await good(run, 'protected person')
  await page.keyboard.press('Escape')
  await button(page, 'Rensa urvalet').click()
})

test('a case with its questions, facts, history and dialog', async () => {
  const { page } = run
  await openCase(page, 'JS-2023-1-00564')
  await good(run, 'orange case')
  await button(page.getByTestId('rule-JO-04'), /^Svara/).click()
  await button(page.getByRole('form'), 'Spara rättelsen').click()
  await good(run, 'fact form with error')
  await field(page.getByRole('form'), 'Skäl').fill('Samtal')
  await page.getByRole('form').getByRole('textbox').first().fill('11')
  await button(page.getByRole('form'), 'Spara rättelsen').click()
  await expect(page.getByTestId('case-light')).toContainText('Grön')
  await sound(page, 'corrected case')
  await page.getByRole('tab', { name: 'Tidslinje' }).click()
  await good(run, 'history')
  await button(page, 'Fastställ').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await good(run, 'establish')
  await page.keyboard.press('Escape')
})

test('a decision and its form', async () => {
  const { page } = run
  await establish(page)
  await button(page, 'Besluta').click()
  await button(page, 'Besluta').click()
  await expect(page.getByRole('link', { name: 'Fyll i ”Anordnarens namn”.' })).toBeVisible()
  await good(run, 'decision with errors')
  await fillDecision(page)
  await button(page, 'Förhandsgranska').click()
  await expect(page.getByRole('document', { name: 'Sida 1' })).toContainText('UTKAST', { timeout: 30_000 })
  await good(run, 'decision with preview')
  await button(page, 'Besluta').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await sound(page, 'decide')
  await button(page.getByRole('dialog'), 'Besluta').click()
  await expect(page.getByRole('document', { name: 'Sida 1' })).toContainText('Arbetspraktik', { timeout: 30_000 })
  await good(run, 'form')
})

test('the pages under the menu of the store, and the keys', async () => {
  const { page, app } = run
  for (const item of ['Byt lösenfras', 'Ny återställningskod', 'Säkerhetskopiera', 'Återställ säkerhetskopia', 'Kontrollera journalen']) {
    await button(page, 'Lager').click()
    await expect(page.getByRole('menu')).toBeVisible()
    if (item === 'Byt lösenfras') await sound(page, 'store menu')
    await page.getByRole('menuitem', { name: item }).click()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await good(run, item)
  }
  await button(page, 'Kontrollera nu').click()
  await expect(page.getByText(/^Journalen håller ihop/)).toBeVisible({ timeout: 60_000 })
  await sound(page, 'journal verified')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('command', 'shortcuts'))
  await expect(page.getByRole('dialog', { name: 'Tangenter' })).toBeVisible()
  await good(run, 'keys')
  await page.keyboard.press('Escape')
})

test('unlocking, and a list, a case and its light by keyboard alone', async () => {
  const { page } = run
  const tabTo = async (target: ReturnType<Page['locator']>) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate(element => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  await button(page, 'Lås').focus()
  await page.keyboard.press('Enter')
  await expect(field(page, 'Lösenfras')).toBeFocused()
  await good(run, 'unlock')
  await field(page, 'Lösenfras').focus()
  await page.keyboard.type('fel lösenfras')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Lösenfrasen stämmer inte/)).toBeVisible()
  await sound(page, 'wrong passphrase')
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Intag')).toBeFocused()
  await tabTo(button(page, 'Visa sökande'))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Sökande i 2023-1')).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('JS-2023-1-02313')
  await expect(summary(page)).toHaveText(/^1 av /)
  await tabTo(page.getByRole('grid'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case-light')).toContainText('Orange')
  await tabTo(button(page, 'Fastställ'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(button(page.getByRole('dialog'), 'Fastställ'))
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('case-light')).toContainText('av Åsa Öberg')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the screen of a store that does not open', async () => {
  const { page, home } = run
  await button(page, 'Lås').click()
  const { folder, database, key } = storePaths(join(home, 'lager'), 'work')
  await rename(database, `${database}.borta`)
  await page.reload()
  await expect(heading(page, 'Lagrets fil saknas')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(folder)
  await good(run, 'file missing')
  await rename(`${database}.borta`, database)
  await rename(key, `${key}.borta`)
  await button(page, 'Se efter igen').click()
  await expect(heading(page, 'Nyckelfilen saknas')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(folder)
  await good(run, 'trouble')
  await button(page, 'Prova med exempeldata').click()
  await expect(page.getByTestId('progress')).toBeVisible()
  await sound(page, 'progress')
  await expect(page.getByRole('article')).toHaveCount(2, { timeout: 60_000 })
  await good(run, 'sample intakes')
})
