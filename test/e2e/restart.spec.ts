import { copyFile, cp, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { unlockWithPassphrase, readKeyFile } from '../../electron/core/store/keys.ts'
import { openDatabase } from '../../electron/core/store/database.ts'
import { storePaths } from '../../electron/core/store/paths.ts'
import { answerOpen, answerSave, button, caseworker, field, fixtures, heading, passphrase, setUpIntake, setUpStore, toIntakes } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { sound } from './sound.ts'

// One store that is left, found again, broken in every way and brought back. Each test begins with a start of the program.
test.describe.configure({ mode: 'serial' })

const second = 'nio gröna bojar utanför hamnen'
const third = 'sju gula segel i motvind'
let base: string
let home: string
let recoveryCode: string
let run: Launched

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sprangbrada-prov-'))
  home = join(base, 'hem')
})
test.afterAll(() => rm(base, { recursive: true, force: true, maxRetries: 5 }))
test.afterEach(async () => {
  await run.close()
  await leftClean(run.home)
})

/** A program that has ended leaves whole files only: nothing of the store waits in a log beside it. */
async function leftClean(folder: string): Promise<void> {
  const { folder: place, database } = filesOf(folder)
  const names = await readdir(place).catch(() => null)
  // What was made for one run only is gone with it.
  if (names === null) return expect(folder).not.toContain(base)
  expect(names).toContain(basename(database))
  expect(names.filter(name => /-(wal|shm|journal)$/.test(name))).toEqual([])
}

/** A copy of the store as it was when the last test ended, to be broken. */
async function copyOfHome(name: string): Promise<string> {
  const copy = join(base, name)
  await cp(home, copy, { recursive: true })
  // What still lies in the log beside the file would mend some of the damage.
  const { db } = await openCopy(copy)
  db.close()
  return copy
}
const filesOf = (folder: string) => storePaths(join(folder, 'lager'), 'work')
async function openCopy(folder: string) {
  const { database, key } = filesOf(folder)
  return { database, db: openDatabase(database, (await unlockWithPassphrase(readKeyFile(key), third)).key) }
}
async function unlock(page: Page, with_: string): Promise<void> {
  await field(page, 'Lösenfras').fill(with_)
  await button(page, 'Lås upp').click()
}

test('a store is laid up and an intake read into it', async () => {
  run = await launchApp({ home })
  recoveryCode = await setUpStore(run.page)
  await setUpIntake(run.page)
  await answerOpen(run.app, [join(fixtures, 'ansokningar-2023-1.csv')])
  await button(run.page, 'Välj filer').click()
  await button(run.page, 'Läs in').click({ timeout: 60_000 })
  await expect(button(run.page, 'Visa de sökande')).toBeVisible({ timeout: 60_000 })
})

test('after a new start a wrong passphrase is refused at its field, and the right one finds everything', async () => {
  run = await launchApp({ home })
  const { page } = run
  await expect(heading(page, 'Lås upp arbetslagret')).toBeVisible()
  await expect(field(page, 'Lösenfras')).toBeFocused()
  await unlock(page, 'åtta röda lådor på en båt')
  await expect(page.getByText('Lösenfrasen stämmer inte. Kontrollera Caps Lock och tangentbordsspråk och försök igen.')).toBeVisible()
  await expect(field(page, 'Lösenfras')).toBeFocused()
  await unlock(page, passphrase)
  await toIntakes(page)
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('2 556 sökande')
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('Skyddade uppgifter ej kontrollerade')
  await expect(page.getByRole('banner').or(page.locator('.frame-header'))).toContainText(caseworker.name)
  await button(page, 'Lås').click()
  await expect(heading(page, 'Lås upp arbetslagret')).toBeVisible()
})

test('what is typed and sent before the window’s program has come waits for it, on a screen that does not move', async () => {
  run = await launchApp({ home })
  const { page } = run
  // From here on the program waits for a picture that is not let through.
  await page.addInitScript(() => {
    const real = window.requestAnimationFrame.bind(window)
    const held: FrameRequestCallback[] = []
    let open = false
    window.requestAnimationFrame = callback => (open ? real(callback) : held.push(callback))
    addEventListener('let-through', () => {
      open = true
      for (const callback of held) real(callback)
    })
  })
  await page.reload()
  await expect(page.locator('#page')).toBeEmpty()
  const places = () => page.evaluate(() => ['h1', 'input', 'form button', 'section button'].map(name => JSON.stringify(document.querySelector(name)?.getBoundingClientRect())))
  const before = await places()
  await expect(field(page, 'Lösenfras')).toBeFocused()
  await page.keyboard.type('åtta röda lådor på en båt')
  await page.keyboard.press('Enter')
  await sound(page, 'first screen')
  await page.evaluate(() => dispatchEvent(new Event('let-through')))
  await expect(page.locator('#first')).toHaveCount(0)
  await expect(page.getByText(/^Lösenfrasen stämmer inte/)).toBeVisible()
  await expect(field(page, 'Lösenfras')).toBeFocused()
  expect((await places()).slice(0, 2)).toEqual(before.slice(0, 2))
  await unlock(page, passphrase)
  await toIntakes(page)
})

test('the recovery code sets a new passphrase, and the old one no longer opens the store', async () => {
  run = await launchApp({ home })
  const { page } = run
  await button(page, 'Använd återställningskoden').click()
  await field(page, 'Återställningskod').fill('AAAA-BBBB')
  await field(page, 'Ny lösenfras').fill(second)
  await field(page, 'Lösenfrasen en gång till').fill(second)
  await button(page, 'Byt lösenfras och lås upp').click()
  await expect(page.getByText(/^Återställningskoden stämmer inte/)).toBeVisible()
  await field(page, 'Återställningskod').fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
  await button(page, 'Byt lösenfras och lås upp').click()
  await toIntakes(page)
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('2 556 sökande')
  await button(page, 'Lås').click()
  await unlock(page, passphrase)
  await expect(page.getByText(/^Lösenfrasen stämmer inte/)).toBeVisible()
  await unlock(page, second)
  await toIntakes(page)
  await expect(heading(page, 'Intag')).toBeVisible()
})

test('the passphrase is changed from within', async () => {
  run = await launchApp({ home })
  const { page } = run
  await unlock(page, second)
  await button(page, 'Lager').click()
  await page.getByRole('menuitem', { name: 'Byt lösenfras' }).click()
  await field(page, 'Nuvarande lösenfras').fill('fel från början')
  await field(page, 'Ny lösenfras').fill(third)
  await field(page, 'Lösenfrasen en gång till').fill(third)
  await button(page, 'Byt lösenfras').click()
  await expect(page.getByText(/^Lösenfrasen stämmer inte/)).toBeVisible()
  await field(page, 'Nuvarande lösenfras').fill(second)
  await button(page, 'Byt lösenfras').click()
  await expect(page.getByText('Lösenfrasen är bytt. Återställningskoden gäller fortfarande.')).toBeVisible()
  await button(page, 'Lås').click()
  await unlock(page, third)
  await toIntakes(page)
  await expect(heading(page, 'Intag')).toBeVisible()
})

test('a backup is made by hand, checked, and restored on another computer', async () => {
  const backup = join(base, 'kopia på usb.sprangbrada')
  run = await launchApp({ home })
  await unlock(run.page, third)
  await button(run.page, 'Lager').click()
  await run.page.getByRole('menuitem', { name: 'Säkerhetskopiera' }).click()
  await answerSave(run.app, backup)
  await button(run.page, 'Välj plats och säkerhetskopiera').click()
  await expect(run.page.getByText(/^Säkerhetskopian kopia på usb\.sprangbrada är gjord och kontrollerad: 2\s556 ärenden/)).toBeVisible({ timeout: 30_000 })
  await run.close()

  run = await launchApp()
  const { page } = run
  await button(page, 'Återställ en säkerhetskopia').click()
  await answerOpen(run.app, [join(fixtures, 'facit-2023-1.csv')])
  await button(page, 'Välj säkerhetskopia').click()
  await field(page, 'Säkerhetskopians lösenfras eller återställningskod').fill(third)
  await button(page, 'Kontrollera kopian').click()
  await expect(page.getByText('är ingen säkerhetskopia från Språngbräda')).toBeVisible()
  await answerOpen(run.app, [backup])
  await button(page, 'Välj en annan fil').click()
  await field(page, 'Säkerhetskopians lösenfras eller återställningskod').fill(passphrase)
  await button(page, 'Kontrollera kopian').click()
  await expect(page.getByText(/^Säkerhetskopian kunde inte öppnas/)).toBeVisible()
  await field(page, 'Säkerhetskopians lösenfras eller återställningskod').fill(third)
  await button(page, 'Kontrollera kopian').click()
  await expect(page.getByText(/innehåller 2\s556 ärenden i 1 intag/)).toBeVisible()
  await button(page, 'Återställ den här kopian').click()
  await expect(page.getByText(/^Säkerhetskopian är återställd med 2\s556 ärenden/)).toBeVisible({ timeout: 30_000 })
  await button(page, 'Till upplåsningen').click()
  await unlock(page, third)
  await toIntakes(page)
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('2 556 sökande')
})

test('a missing key file has a screen of its own, and the file laid back is found', async () => {
  const copy = await copyOfHome('utan-nyckel')
  const { key } = filesOf(copy)
  await rename(key, `${key}.borta`)
  run = await launchApp({ home: copy })
  await expect(heading(run.page, 'Nyckelfilen saknas')).toBeVisible()
  await expect(button(run.page, 'Börja arbeta')).toHaveCount(0)
  await rename(`${key}.borta`, key)
  await button(run.page, 'Se efter igen').click()
  await unlock(run.page, third)
  await toIntakes(run.page)
  await expect(heading(run.page, 'Intag')).toBeVisible()
})

test('a damaged key file has a screen of its own', async () => {
  const copy = await copyOfHome('trasig-nyckel')
  const { key } = filesOf(copy)
  await writeFile(key, (await readFile(key, 'utf8')).slice(0, 200))
  run = await launchApp({ home: copy })
  await expect(heading(run.page, 'Nyckelfilen är skadad')).toBeVisible()
  await button(run.page, 'Återställ en säkerhetskopia').click()
  await expect(heading(run.page, 'Återställ en säkerhetskopia')).toBeVisible()
})

test('a store file with turned bytes, and one that is cut short, are told as damaged and left as they are', async () => {
  const copy = await copyOfHome('trasigt-lager')
  const { database } = filesOf(copy)
  await copyFile(database, `${database}.hel`)
  const bytes = await readFile(database)
  for (let at = 40; at < 400; at++) bytes[at] = 255 - (bytes[at] ?? 0)
  await writeFile(database, bytes)
  run = await launchApp({ home: copy })
  const { page } = run
  await unlock(page, third)
  await expect(heading(page, 'Lagrets fil är skadad')).toBeVisible()
  await expect(page.getByText('Inget har ändrats. Återställ den senaste säkerhetskopian.')).toBeVisible()
  expect((await readFile(database)).equals(bytes)).toBe(true)

  await copyFile(`${database}.hel`, database)
  await truncate(database, 1500)
  await button(page, 'Se efter igen').click()
  await unlock(page, third)
  await expect(heading(page, 'Lagrets fil är skadad')).toBeVisible()

  await copyFile(`${database}.hel`, database)
  await button(page, 'Se efter igen').click()
  await unlock(page, third)
  await toIntakes(page)
  await expect(page.getByRole('article', { name: '2023-1' })).toContainText('2 556 sökande')
})

test('a store from a newer version is refused politely and not touched', async () => {
  const copy = await copyOfHome('nyare-lager')
  const { database, db } = await openCopy(copy)
  db.exec('PRAGMA user_version = 9990')
  db.close()
  const before = await readFile(database)
  run = await launchApp({ home: copy })
  await unlock(run.page, third)
  await expect(heading(run.page, 'Lagret är från en nyare version')).toBeVisible()
  await expect(button(run.page, 'Återställ en säkerhetskopia')).toHaveCount(0)
  expect((await readFile(database)).equals(before)).toBe(true)
})
