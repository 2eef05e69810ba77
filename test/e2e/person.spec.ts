import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { coordinationNumber } from '../../build/sample/identity.ts'
import { application, idOf, numberOf, portal, register, registerRow } from '../core/tables.ts'
import { answerOpen, button, field, heading, openCase, setUpIntake, setUpStore, summary } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// Eight made-up applications: a number that changed, two spellings, a protected person, the same number twice, and one alone. Each test begins where the one before it ended.
test.describe.configure({ mode: 'serial' })

const earlier = (n: number) => { const born = numberOf(n); return coordinationNumber(`${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6, 8)}`, '238') }
const rows = [
  application(1, { fornamn: 'Åsa', efternamn: 'Öztürk' }), application(2, { personnummer: earlier(1), fornamn: 'Asa', efternamn: 'Ozturk', gatuadress: 'Provgatan 2' }),
  application(3, { fornamn: 'Muhammad', efternamn: 'Farah' }), application(4, { personnummer: earlier(3), fornamn: 'Mohamed', efternamn: 'Farah' }),
  application(5, { fornamn: 'Dold', efternamn: 'Hemlig' }), application(6, { personnummer: earlier(5), fornamn: 'Dold', efternamn: 'Hemlig' }),
  application(7, { fornamn: 'Dubbel', efternamn: 'Sökande' }), application(8, { personnummer: numberOf(7), fornamn: 'Dubbel', efternamn: 'Sökande' }),
]
let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
  const { page, app, home } = run
  const files = { 'ansokningar.csv': portal(rows), 'register.csv': register([registerRow(1), registerRow(3), registerRow(5, { skyddade_uppgifter: 'ja' }), registerRow(7)]) }
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text)
  await setUpStore(page)
  await setUpIntake(page)
  await answerOpen(app, Object.keys(files).map(name => join(home, name)))
  await button(page, 'Välj filer').click()
  await button(page, 'Läs in').click()
  await button(page, 'Visa de sökande').click()
  await expect(summary(page)).toHaveText('8 sökande')
})
test.afterAll(() => run.close())

const pair = () => run.page.getByTestId('pair')
const tab = (name: string) => run.page.getByRole('tab', { name, exact: true })
const person = () => run.page.getByTestId('person')
const dialog = () => run.page.getByRole('dialog')

test('the list tells how many pairs wait, and they are shown side by side', async () => {
  const { page } = run
  await button(page, 'Samma person? (3)').click()
  await expect(heading(page, 'Samma person? 2023-1')).toBeFocused()
  await expect(pair()).toContainText('Par 1 av 3, varav 2 starka likheter')
  await expect(pair()).toContainText('Stark likhet')
  await expect(pair().getByRole('row', { name: /^Namn/ })).toContainText('Öztürk')
  await expect(pair().getByRole('row', { name: /^Nummer/ })).toContainText('samordningsnummer')
  await expect(pair().getByRole('row', { name: /^Adress/ })).toContainText('skiljer sig')
  await expect(pair()).toContainText('numret kan ha bytts')
  await expect(pair()).toContainText('Samma e-postadress')
  await good(run, 'a pair')
})

test('a protected person’s pair shows nothing of either', async () => {
  const { page } = run
  await button(pair(), 'Hoppa över').click()
  await expect(pair().getByRole('heading', { level: 2 })).toBeFocused()
  await expect(pair()).toContainText(`${idOf(5)} och ${idOf(6)}`)
  await expect(pair()).toContainText('skyddade personuppgifter')
  for (const secret of ['Hemlig', 'Dold', numberOf(5), earlier(5)]) await expect(page.locator('main')).not.toContainText(secret)
  await sound(page, 'a protected pair')
  await page.keyboard.press('h')
  await expect(pair()).toContainText('Möjlig likhet')
  await expect(pair()).toContainText('nästan samma stavning')
  await expect(pair()).toContainText('Tvillingar')
  await page.keyboard.press('h')
  await expect(page.getByTestId('no-pairs')).toContainText('Du har hoppat över 3 par.')
  await sound(page, 'all skipped')
  await button(page, 'Visa dem igen').click()
  await expect(pair()).toContainText('Par 1 av 3')
})

test('a person is told together with a reason from the keyboard, and it can be undone at once', async () => {
  const { page } = run
  await expect(pair().getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('s')
  await expect(dialog()).toContainText('Är det samma person?')
  await page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await button(pair(), 'Samma person').click()
  await button(dialog(), 'Samma person').click()
  await expect(dialog()).toContainText('Ange ett skäl.')
  await sound(page, 'asking why')
  await dialog().getByRole('radio', { name: /har blivit ett personnummer/ }).check()
  await button(dialog(), 'Samma person').click()
  await expect(page.getByText(`${idOf(1)} och ${idOf(2)} är nu samma persons.`).first()).toBeVisible()
  await expect(pair()).toContainText('Par 1 av 2')
  await button(page, 'Ångra').click()
  await expect(pair()).toContainText('Par 1 av 3')
  await expect(pair()).toContainText(`${idOf(1)} och ${idOf(2)}`)
  await button(pair(), 'Samma person').click()
  await dialog().getByRole('radio', { name: 'Annat skäl' }).check()
  await button(dialog(), 'Samma person').click()
  await expect(dialog().getByText('Ange ett skäl.')).toBeVisible()
  await field(dialog(), 'Skriv skälet').fill('Samtal med den sökande')
  await button(dialog(), 'Samma person').click()
  await expect(pair()).toContainText('Par 1 av 2')
})

test('two persons are told apart and not offered again', async () => {
  const { page } = run
  await page.keyboard.press('h')
  await expect(pair()).toContainText(`${idOf(3)} och ${idOf(4)}`)
  await page.keyboard.press('o')
  await dialog().getByRole('radio', { name: 'De är tvillingar eller syskon.' }).check()
  await button(dialog(), 'Olika personer').click()
  await expect(page.getByText('Paret visas inte igen.').first()).toBeVisible()
  await expect(page.getByTestId('no-pairs')).toContainText('Du har hoppat över 1 par.')
  await button(page, 'Visa de sökande').click()
  await expect(button(page, 'Samma person? (1)')).toBeVisible()
})

test('a case shows the person’s other application, and the joining is undone there', async () => {
  const { page } = run
  await openCase(page, idOf(2))
  await tab('Person').click()
  await expect(person()).toContainText('Personens andra ansökningar')
  await expect(person()).toContainText('Öztürk')
  await expect(person()).toContainText('Läs in utdragen igen i 2023-1: registerutdraget')
  await expect(person()).toContainText('Samtal med den sökande')
  await expect(person()).toContainText('Personen har 2 ansökningar i det här intaget.')
  await good(run, 'the person of a case')
  await button(person(), `Öppna ${idOf(1)}`).click()
  await expect(page.getByTestId('case-light')).toBeVisible()
  await expect(page.locator('.case-ids')).toContainText(idOf(1))
  await tab('Tidslinje').click()
  await expect(page.getByRole('tabpanel')).toContainText(`Samma person som ansökan ${idOf(2)} (2023-1). Skäl: Samtal med den sökande`)
  await tab('Person').click()
  await button(person(), /^Ångra sammanföringen/).click()
  await dialog().getByRole('radio', { name: 'Svaret var fel.' }).check()
  await button(dialog(), 'Ångra sammanföringen').click()
  await expect(person()).toContainText('Personen har ingen annan ansökan i lagret.')
  await expect(person()).toContainText('1 annan ansökan kan vara samma persons.')
  await sound(page, 'a person with a pair that waits')
  await button(person(), 'Jämför').click()
  await expect(pair()).toContainText(`${idOf(1)} och ${idOf(2)}`)
  await expect(pair()).toContainText('Par 1 av 1')
})

test('the same number twice in one intake is told on the case; the rows read again find a joined case', async () => {
  const { page, app, home } = run
  await button(pair(), 'Samma person').click()
  await dialog().getByRole('radio', { name: 'Den sökande har bekräftat det.' }).check()
  await button(dialog(), 'Samma person').click()
  await expect(page.getByTestId('no-pairs')).toContainText('Inga par väntar på svar.')
  await sound(page, 'no pairs')
  await button(page, 'Visa de sökande').click()
  await openCase(page, idOf(8))
  await tab('Person').click()
  await expect(person()).toContainText('Personen har 2 ansökningar i det här intaget.')
  await expect(person()).toContainText('Samma nummer')
  await button(page, '2023-1').click()
  await button(page, 'Läs in filer').click()
  await answerOpen(app, [join(home, 'register.csv')])
  await button(page, 'Välj filer').click()
  await button(page, 'Läs in').click()
  await button(page, 'Visa de sökande').click()
  await openCase(page, idOf(2))
  await expect(page.getByTestId('fact-registration.status').locator('.fact-source')).toHaveText('Arbetsförmedlingens register')
  await tab('Person').click()
  await expect(person()).not.toContainText('Läs in utdragen igen')
})
