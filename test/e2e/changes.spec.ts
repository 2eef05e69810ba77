import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../core/tables.ts'
import { answerOpen, button, field, heading, openCase, openList, setUpIntake, setUpStore } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good } from './sound.ts'

// Files come again with corrections, with rows that are gone, and sometimes they were the wrong ones.
test.describe.configure({ mode: 'serial' })

let run: Launched
let folder: string
test.beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'sprangbrada-filer-')) })
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await run.close()
})

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
async function choose(...paths: string[]): Promise<void> {
  await answerOpen(run.app, paths)
  await button(run.page, /^Välj (fler |andra )?filer/).first().click()
  await expect(run.page.getByText('Inget är sparat än.')).toBeVisible()
}
const toReading = () => button(run.page.getByRole('article', { name: '2023-1' }), 'Läs in filer').click()

test('the first files are taken in without a question, since nothing was there', async () => {
  run = await launchApp()
  const { page } = run
  await setUpStore(page)
  await setUpIntake(page)
  await choose(
    await put('ansokningar.csv', portal([1, 2, 3].map(n => application(n, n === 2 ? { fornamn: 'Nguyễn', efternamn: 'Ö’Brien' } : {})))),
    await put('register.csv', register([1, 2, 3].map(n => registerRow(n)))), await put('beslut.csv', permits([1, 2, 3].map(n => permitRow(n)))),
  )
  await expect(page.getByTestId('changes')).toHaveCount(0)
  await button(page, 'Läs in').click()
  await expect(button(page, 'Visa de sökande')).toBeVisible()
})

test('a file that comes again shows whose light it changes and who is missing, and waits until that has been seen', async () => {
  const { page } = run
  await button(page, 'Intag').click()
  await toReading()
  await choose(await put('ansokningar-rattad.csv', portal([application(1, { arbetslivserfarenhet_sverige_man: '40', postort: 'Örnsköldsvik' }), application(2, { fornamn: 'Nguyễn', efternamn: 'Ö’Brien' })])))
  const changes = page.getByTestId('changes')
  await expect(changes).toContainText('1 ärende ändras, 1 ljus blir ett annat.')
  const row = changes.getByRole('row').filter({ hasText: idOf(1) })
  await expect(row).toContainText('0 månader → 40 månader')
  await expect(row).toContainText('Provstad → Örnsköldsvik')
  await expect(page.getByTestId('vanished')).toContainText(idOf(3))
  await good(run, 'changes before they are kept')
  await button(page, 'Läs in').click()
  await expect(page.getByText('Gå igenom ändringarna av ljus och kryssa i rutan först.')).toBeVisible()
  const seen = page.getByRole('checkbox', { name: /^Jag har gått igenom/ })
  await expect(seen).toBeFocused()
  await page.keyboard.press('Space')
  await button(page, 'Läs in').click()
  await button(page, 'Visa de sökande').click()
  await page.getByLabel('Läge').selectOption('Saknas i portalens senaste fil')
  await expect(page.getByTestId('summary')).toHaveText(/^1 av /)
  await page.getByRole('row').filter({ hasText: idOf(3) }).click()
  await expect(page.getByText('Ansökan finns inte kvar i portalens fil ”ansokningar-rattad.csv”.')).toBeVisible()
})

test('a whole file is undone with a reason, and the cases get back what was known before', async () => {
  const { page } = run
  await button(page, 'Intag').click()
  const card = page.getByRole('article', { name: '2023-1' })
  await button(card, /^4 filer inlästa/).click()
  await button(card, 'Ångra filen ansokningar-rattad.csv').click()
  const undo = page.getByTestId('undo-file')
  await expect(undo).toContainText('1 ärende får tillbaka vad som gällde före filen.')
  await expect(undo.getByRole('row').filter({ hasText: idOf(1) })).toContainText('40 månader → 0 månader')
  await good(run, 'undoing a file')
  await button(undo, 'Ångra filen').click()
  await expect(undo.getByText('Skriv varför filen ångras.')).toBeVisible()
  await expect(field(undo, 'Varför ångras filen?')).toBeFocused()
  await page.keyboard.type('Portalen skickade fel fil')
  await undo.getByRole('checkbox', { name: /^Jag har gått igenom/ }).check()
  await button(undo, 'Ångra filen').click()
  await expect(page.getByText('Filen ansokningar-rattad.csv är ångrad.')).toBeVisible()
  await expect(card.getByText(/^Ångrad .* av /)).toBeVisible()
  await openList(page, '2023-1')
  await page.getByLabel('Läge').selectOption('all')
  await openCase(page, idOf(1))
  await expect(page.getByTestId('case-light')).toContainText('Grön')
  await expect(heading(page, /Öberg/)).toBeVisible()
  await page.getByRole('tab', { name: 'Tidslinje' }).click()
  await expect(page.getByText('En inläst fil ångrades, och uppgifterna ur den gäller inte längre. Skäl: Portalen skickade fel fil')).toBeVisible()
})
