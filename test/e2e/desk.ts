import { join } from 'node:path'
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { root } from '../../build/setup/places.mjs'
import { ask } from './core.ts'


export const fixtures = join(root, 'test', 'fixtures', '2023')
export const springFiles = ['ansokningar-2023-1.csv', 'af-register-2023-1.csv', 'mv-beslut-2023-1.csv'].map(name => join(fixtures, name))
export const passphrase = 'åtta röda lådor på en brygga'
export const caseworker = { name: 'Åsa Öberg-Ñandú', title: 'Arbetsförmedlare' }

/** Lets the system's dialog for choosing files answer these paths. */
export async function answerOpen(app: ElectronApplication, paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  }, paths)
}

/** Lets the system's dialog for saving answer this path. */
export async function answerSave(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** Drops files or folders from the disk on a place of the page, as from the system's own file manager. */
export async function dropOn(target: Locator, paths: string[]): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to drop on')
  const line = await target.page().context().newCDPSession(target.page())
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await line.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: paths, dragOperationsMask: 1 } })
  }
  await line.detach()
}

/** Goes to a control by Tab alone, as somebody without a mouse, or backwards by Shift+Tab; it must come within so many presses. */
export async function tabTo(target: Locator, { most = 150, key = 'Tab' }: { most?: number; key?: 'Tab' | 'Shift+Tab' } = {}): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await target.page().keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })
export const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' })
/** A field by the whole of its label. */
export const field = (page: Page | Locator, label: string): Locator => page.getByLabel(label, { exact: true })

/** Lays up a work store through the window and gives its recovery code. Ends at the empty list of intakes. */
export async function setUpStore(page: Page): Promise<string> {
  await button(page, 'Börja arbeta').click()
  await field(page, 'Ditt namn').fill(caseworker.name)
  await field(page, 'Lösenfras').fill(passphrase)
  await field(page, 'Lösenfrasen en gång till').fill(passphrase)
  await button(page, 'Lägg upp lagret').click()
  await expect(heading(page, 'Din återställningskod')).toBeFocused()
  const groups = await page.getByTestId('recovery-code').locator('.code-group').allTextContents()
  await field(page, 'Skriv kodens sista grupp').fill((groups.at(-1) ?? '').toLowerCase())
  await button(page, 'Jag har sparat koden').click()
  await expect(heading(page, 'Intag')).toBeVisible()
  return groups.join('-')
}

/** Lays up the intake of spring 2023 from the ones that are known, and goes to where files are read. */
export async function setUpIntake(page: Page): Promise<void> {
  await button(page, 'Nytt intag').click()
  await field(page, 'Utgå från ett känt intag').selectOption('2023-1')
  await button(page, 'Lägg upp intaget').click()
  await button(page.getByRole('article', { name: '2023-1' }), 'Läs in filer').click()
  await expect(heading(page, 'Läs in filer till 2023-1')).toBeVisible()
}

/** Lays up the made-up intakes, or opens them when they are there. */
export async function openSample(page: Page): Promise<void> {
  await button(page, /^(Prova med|Öppna) exempeldata$/).click()
  await toIntakes(page)
  await expect(page.getByRole('article')).toHaveCount(2)
}

/** Goes to the list of intakes from where unlocking leads: to the desk, or to the intakes while no file has been read. */
export async function toIntakes(page: Page): Promise<void> {
  await expect(heading(page, /^(Mitt arbete|Intag)$/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Intag', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Intag')).toBeVisible()
}

/** Goes from the list of intakes to the applicants of one. */
export async function openList(page: Page, intake: string): Promise<void> {
  await button(page.getByRole('article', { name: intake }), 'Visa sökande').click()
  await expect(heading(page, `Sökande i ${intake}`)).toBeVisible()
  await expect(summary(page)).toContainText('sökande')
}

export const summary = (page: Page): Locator => page.getByTestId('summary')

/** Finds one applicant in the list by application id and opens the case. */
export async function openCase(page: Page, applicationId: string): Promise<void> {
  await page.getByRole('searchbox').fill(applicationId)
  await expect(summary(page)).toHaveText(/^1 av /)
  await page.getByRole('row').filter({ hasText: applicationId }).click()
  await expect(page.getByTestId('case-light')).toBeVisible()
}

/** Establishes the light that the case on the screen has. */
export async function establish(page: Page): Promise<void> {
  await button(page.getByTestId('case-light'), 'Fastställ').click()
  await button(page.getByRole('dialog'), 'Fastställ').click()
  await expect(page.getByTestId('case-light')).toContainText(`av ${caseworkerIn(await page.locator('.frame-user').innerText())}`)
}
const caseworkerIn = (shown: string) => shown.split('\n')[0] ?? ''

export const decision = {
  decidedOn: '2023-02-10', organiser: 'Exempelbolaget i Växjö AB', organisationNumber: '556036-0793', workplace: 'Provgatan 1, 352 30 Växjö',
  supervisor: 'Örjan ”Ö” Exempelsson', tasks: 'Ritar och räknar på bärande delar under handledning.', assessment: 'Praktiken ger erfarenhet av svenskt arbetsliv inom yrket.',
}

/** Fills in every field that a decision needs. */
export async function fillDecision(page: Page): Promise<void> {
  await field(page, 'Beslutsdatum').fill(decision.decidedOn)
  await field(page, 'Anordnarens namn').fill(decision.organiser)
  await field(page, 'Organisationsnummer').fill(decision.organisationNumber)
  await field(page, 'Arbetsplats').fill(decision.workplace)
  await field(page, 'Handledare').fill(decision.supervisor)
  await field(page, 'Arbetsuppgifter').fill(decision.tasks)
  await field(page, 'Kontrollen gjordes').fill('2023-02-01')
  await field(page, 'Utfall').selectOption('Utan anmärkning')
  await field(page, 'Arbetstagarorganisation').fill('Exempelförbundet')
  await field(page, 'Tillfälle att yttra sig gavs').fill('2023-02-02')
  await field(page, 'Svar').selectOption('Ingen erinran')
  await field(page, 'Svaret kom').fill('2023-02-06')
  await field(page, 'Arbetsmarknadspolitisk bedömning').fill(decision.assessment)
}

/** The bytes of a decision's form as the window gets them, as base64. */
export async function formBytes(page: Page, decisionId: number): Promise<string> {
  return Buffer.from(await ask(page, 'documents.form', { decisionId })).toString('base64')
}
