import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import type { Preloaded } from '../../shared/contract/bridge.ts'
import { pdf } from '../core/documents/received/samples.ts'
import { makeIssuer } from '../core/proof/issuer.ts'
import { ask } from './core.ts'
import { answerOpen, button, caseworker, establish, field, heading, openCase, openList, passphrase, setUpIntake, setUpStore, springFiles, toIntakes } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// Two caseworkers at one desk, by keyboard alone. Each test begins where the one before it ended.
test.describe.configure({ mode: 'serial' })

declare const sprangbrada: Preloaded
const third = { name: 'Ärla Läsare', passphrase: 'nio blå dörrar utan handtag' }
const second = { name: 'Örjan Provare', passphrase: 'sju gula tåg utan vagnar' }
let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
  const { page, app } = run
  await setUpStore(page)
  await setUpIntake(page)
  await answerOpen(app, springFiles)
  await button(page, 'Välj filer').click()
  await button(page, 'Läs in').click()
  await button(page, 'Visa de sökande').click({ timeout: 60_000 })
})
test.afterAll(() => run.close())

/** Presses what has a name as from the keyboard: it must take focus and answer to Enter. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus()
  await expect(target).toBeFocused()
  await run.page.keyboard.press(key)
}
async function menu(item: string): Promise<void> {
  await press(button(run.page, 'Lager'))
  await press(run.page.getByRole('menuitem', { name: item, exact: true }))
}
const dialog = () => run.page.getByRole('dialog')
async function unlockAs(secret: string): Promise<void> {
  await field(run.page, 'Lösenfras').fill(secret)
  await run.page.keyboard.press('Enter')
  await toIntakes(run.page)
}

test('a second caseworker who screens is added with a passphrase of their own', async () => {
  const { page } = run
  await menu('Handläggare')
  await expect(heading(page, 'Handläggare')).toBeFocused()
  await expect(page.getByRole('row', { name: new RegExp(caseworker.name) })).toContainText('Läsa, Granska, Besluta, Administrera')
  await good(run, 'people')
  await press(button(page, 'Lägg till handläggare'))
  await press(button(dialog(), 'Lägg till'))
  await expect(dialog()).toContainText('Skriv handläggarens namn.')
  await sound(page, 'new caseworker with errors')
  await field(dialog(), 'Namn').fill(second.name)
  await field(dialog(), 'Handläggarens lösenfras').fill(passphrase)
  await field(dialog(), 'Lösenfrasen en gång till').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(dialog()).toContainText('Lösenfrasen kan inte användas i det här lagret.', { timeout: 30_000 })
  await field(dialog(), 'Handläggarens lösenfras').fill(second.passphrase)
  await field(dialog(), 'Lösenfrasen en gång till').fill(second.passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(second.name) })).toContainText('Granska', { timeout: 30_000 })
  await expect(page.getByText(`${second.name} är tillagd.`).first()).toBeVisible()
  await expect(button(page, 'Lägg till handläggare')).toBeFocused()
})

test('she unlocks with her own passphrase, screens, and may not decide: neither in the window nor in core', async () => {
  const { page } = run
  await menu('Byt handläggare')
  await unlockAs(second.passphrase)
  await expect(page.locator('.frame-user')).toContainText(second.name)
  await expect(page.locator('main')).toContainText('Nytt intag kräver behörigheten ”administrera”.')
  await expect(button(page, 'Läs in filer')).toHaveCount(0)
  await openList(page, '2023-1')
  await openCase(page, 'JS-2023-1-00564')
  await expect(page.getByTestId('lacks')).toHaveText('Besluta kräver behörigheten ”besluta”.')
  await expect(button(page, 'Besluta')).toBeDisabled()
  await sound(page, 'a case without the permission to decide')
  await establish(page)
  await expect(ask(page, 'people.add', { name: 'X', title: 'Y', roles: ['read'], passphrase: 'en lång nog lösenfras' })).rejects.toThrow('not-allowed {"role":"administer"}')
  await press(button(page, 'Lager'))
  await expect(page.getByRole('menuitem', { name: 'Byt lösenfras' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Logg', exact: true })).toHaveCount(0)
  await expect(page.getByRole('menuitem', { name: 'Säkerhetskopiera' })).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('the log shows what both did, to whoever administers', async () => {
  const { page } = run
  await menu('Byt handläggare')
  await unlockAs(passphrase)
  await menu('Logg')
  await expect(heading(page, 'Logg')).toBeFocused()
  const grid = page.getByRole('grid', { name: 'Vem som läste och gjorde vad' })
  await expect(grid.getByRole('row').filter({ hasText: second.name }).filter({ hasText: 'Ljuset fastställdes' })).toBeVisible()
  await expect(grid.getByRole('row').filter({ hasText: caseworker.name }).filter({ hasText: 'En handläggare lades till' }).first()).toBeVisible()
  await good(run, 'log')
  await field(page, 'Handläggare').selectOption(second.name)
  await field(page, 'Slag').selectOption('Läsning')
  await press(button(page, 'Visa'))
  await expect(page.getByTestId('summary')).toContainText('1 post.')
  await expect(grid.getByRole('row').filter({ hasText: 'JS-2023-1-00564' })).toContainText('Ärendet öppnades')
  await field(page, 'Kontroll').selectOption('Många ärenden på en timme')
  await press(button(page, 'Visa'))
  await expect(page.getByTestId('empty')).toBeVisible()
  await sound(page, 'no hours with many cases')
  await press(button(page, 'Rensa urvalet'))
  await grid.focus()
  await page.keyboard.press('Home')
  await expect(grid).toHaveAttribute('aria-activedescendant', /.+/)
})

/** What can be pressed or written in, in the view as it is, by name. */
async function offered(): Promise<string[]> {
  const { page } = run
  await expect(page.locator('main h1')).toBeVisible()
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('main button, main textarea, main form input')].filter(each => each.checkVisibility() && !each.matches(':disabled, [readonly], [aria-disabled="true"]'))
    .map(each => (each.getAttribute('aria-label') ?? (each.textContent || each.closest('div')?.textContent) ?? '').replace(/\s+/g, ' ').trim()))
}
/** What each view may offer somebody who only reads: ways to look, to go and to save what one sees. Every other button changes something. */
const READS = new RegExp(`^(?:${[
  'Vad betyder .*', '\\d+ filer inlästa', 'Visa (?:sökande|brevet|handlingen)', 'Avvikelser.*', '(?:Grön|Orange|Röd)[\\d\\s]*(?:ärenden?)?', '(?:Grön|Orange|Röd|Ej aktuell)JO-\\d\\d .*',
  // The list, and its headings that sort.
  'Regler', 'Kolumner', 'Spara brev', 'Välj alla [\\d\\s]+', 'Avmarkera', 'Ljus', 'Namn', 'Identitetsnummer', 'Ansöknings-id', 'Väntar till', 'Inkom', '.+\\d ärenden?(?:[A-ZÅÄÖ].*)?',
  // The case's tabs, its documents and its timeline.
  'Uppgifter', 'Handlingar \\(1\\)', 'Intyg', 'Samtycke', 'Person', 'Komplettering', 'Anteckningar', 'Tidslinje', 'JS-.*\\.pdf', 'Förminska', 'Förstora', 'Vrid åt (?:vänster|höger)',
  '(?:Ansökan|Uppgifter|Handlingar|Brev|Bedömningar|Anteckningar|Läsningar) \\d+', 'Alla program', 'Öppna .*', 'Exportera…', 'JO-\\d\\d: .*', 'Jämför', 'Pröva', 'Tänk om', '(?:Regler|Parametrar|Definitioner|Uppgifter) \\(\\d+\\)',
  'Nuvarande lösenfras', 'Ny lösenfras.*', 'Lösenfrasen en gång till', 'Byt lösenfras',
].join('|')})$`)
/** None of what is offered changes anything. */
async function onlyReads(view: string): Promise<void> {
  expect((await offered()).filter(name => !READS.test(name)), view).toEqual([])
}

test('whoever may only read goes through every view and is offered nothing that core refuses', async () => {
  const { page, app, home } = run
  const issuer = await makeIssuer()
  const id = 'JS-2023-1-00564'
  const files = { 'utfardare.json': issuer.metadata(['af-inskrivning']), [`${id} pass.pdf`]: pdf(['Pass']) }
  for (const [name, data] of Object.entries(files)) await writeFile(join(home, name), data)
  const choose = async (name: string) => answerOpen(app, [join(home, name)])
  const token = (purpose: 'issuer' | 'documents') => page.evaluate(async chosenFor => {
    const files = await sprangbrada.chooseFiles(chosenFor)
    return files.ok ? files.value[0]?.token ?? '' : ''
  }, purpose)
  await choose('utfardare.json')
  const { keys: _, ...fields } = await ask(page, 'proof.readIssuer', { path: await token('issuer') })
  await ask(page, 'proof.addIssuer', { ...fields, validTo: fields.validTo || null })
  await choose(`${id} pass.pdf`)
  const intakeId = (await ask(page, 'intake.list', {}))[0]?.id ?? 0
  await ask(page, 'documents.receive', { intakeId, files: [await token('documents')] })
  const caseId = (await ask(page, 'screening.list', { intakeId, text: id })).rows[0]?.id ?? 0
  await ask(page, 'notes.add', { id: caseId, text: 'Ringde.' })
  const { version } = await ask(page, 'screening.open', { id: caseId })
  const { dueOn } = await ask(page, 'requests.propose', { id: caseId })
  await ask(page, 'requests.make', { id: caseId, version, language: 'sv', dueOn, items: [{ ask: 'Skicka en kopia.' }] })
  await ask(page, 'people.add', { ...third, title: 'Handläggare', roles: ['read'] })
  await menu('Byt handläggare')
  await unlockAs(third.passphrase)
  await expect(page.locator('.frame-user')).toContainText(third.name)
  await onlyReads('intakes')
  await openList(page, '2023-1')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByTestId('bulk')).toContainText('1 valda')
  await expect(page.getByTestId('bulk')).toContainText('kräver behörigheten ”granska”')
  await onlyReads('list')
  await openCase(page, id)
  for (const tab of await page.getByRole('tab').all()) {
    await press(tab)
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await onlyReads(`case: ${await tab.innerText()}`)
    if ((await tab.innerText()).startsWith('Handlingar')) {
      await expect(page.locator('.document canvas')).toBeVisible()
      await onlyReads('a document')
    }
  }
  for (const key of ['g', 'r', 't', 'e', 'z', 'Control+z']) await page.keyboard.press(key)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('main [role="alert"]')).toHaveCount(0)
  await sound(page, 'a case for somebody who only reads')
  await press(button(page, '2023-1'))
  await press(button(page, /^Avvikelser/))
  await onlyReads('overrides')
  for (const room of ['Mitt arbete', 'Regler']) {
    await press(page.getByRole('link', { name: room, exact: true }))
    await expect(heading(page, room)).toBeVisible()
    if (room === 'Regler') await expect(button(page, /^Öppna /).first()).toBeVisible()
    else await expect(page.locator('[data-queue="not-screened"] .desk-amount')).not.toHaveText('')
    await onlyReads(room)
  }
  await press(button(page, /^Öppna /).first())
  await expect(page.getByRole('tab').first()).toBeVisible()
  await onlyReads('rule book')
  for (const item of ['Byt lösenfras', 'Utfärdare', 'Handläggare']) {
    await menu(item)
    await onlyReads(item)
  }
  await menu('Byt handläggare')
  await unlockAs(passphrase)
})

test('before the store locks by itself the window says so, and work takes it back', async () => {
  const { page, app } = run
  const idle = (seconds: number) => app.evaluate(({ powerMonitor }, now) => { powerMonitor.getSystemIdleTime = () => now }, seconds)
  await idle(0)
  await menu('Handläggare')
  await field(page, 'Minuter till låsning (1–60)').fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Lagret låses nu efter 1 minut.').first()).toBeVisible()
  await idle(40)
  const bar = page.getByRole('alert').filter({ hasText: 'Lagret låses snart.' })
  await expect(bar).toContainText('inte sparat går förlorad')
  await sound(page, 'idle bar')
  await idle(0)
  await expect(bar).toHaveCount(0)
  await idle(40)
  await press(button(bar, 'Fortsätt arbeta'))
  await expect(bar).toHaveCount(0)
  await idle(60)
  await expect(heading(page, 'Lås upp arbetslagret')).toBeVisible()
})
