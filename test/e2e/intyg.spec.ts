import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { makeIssuer, type TestIssuer } from '../core/proof/issuer.ts'
import { application, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../core/tables.ts'
import { answerOpen, answerSave, button, establish, field, heading, openCase, openList, setUpIntake, setUpStore } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// A person hands over their own data: it is checked without any network, outranks the register, and is taken back when its issuer says so.
test.describe.configure({ mode: 'serial' })

let run: Launched
let folder: string
let issuer: TestIssuer
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const put = async (name: string, text: string) => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
const claims = (n: number) => ({ personnummer: numberOf(n), arbetssokande_status: 'Aktuell', inskrivningsdatum: '2022-06-01', sokandekategori_kod: '11' })
const credential = (n: number) => issuer.sdJwt({ claims: claims(n), iat: hoursAgo(48), status: 3 })
const fact = (page: Page, id: string): Locator => page.getByTestId(`fact-${id}`)
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name })
const issuersPage = async (page: Page) => {
  await button(page, 'Lager').click()
  await page.getByRole('menuitem', { name: 'Utfärdare' }).click()
  await expect(heading(page, 'Utfärdare')).toBeVisible()
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprangbrada-intyg-'))
  issuer = await makeIssuer()
  run = await launchApp()
})
test.afterAll(async () => {
  await run.close()
  await rm(folder, { recursive: true, force: true })
})

test('an issuer is read from a file, its fingerprint compared, and trusted', async () => {
  const { app, page } = run
  await setUpStore(page)
  await setUpIntake(page)
  const files = [
    await put('ansokningar.csv', portal([1, 2].map(n => application(n)))),
    await put('register.csv', register([1, 2].map(n => registerRow(n, { sokandekategori_kod: '14' })))), await put('beslut.csv', permits([1, 2].map(n => permitRow(n)))),
  ]
  await answerOpen(app, files)
  await button(page, 'Välj filer').click()
  await button(page, 'Läs in').click()
  await expect(button(page, 'Visa de sökande')).toBeVisible({ timeout: 60_000 })
  await issuersPage(page)
  await expect(page.getByTestId('no-issuers')).toContainText('Ingen utfärdare är betrodd än.')
  await good(run, 'no issuers')
  await answerOpen(app, [await put('utfardare.json', issuer.metadata(['af-inskrivning'], { note: 'Hämtad i provet' }))])
  await button(page, 'Läs in utfärdare ur fil').click()
  const dialog = page.getByRole('dialog', { name: 'Lägg in utfärdare' })
  await expect(field(dialog, 'Identifierare')).toHaveValue(issuer.id)
  await expect(dialog.locator('.fingerprint')).toHaveText(/^(?:[0-9A-F]{4} ){15}[0-9A-F]{4}$/)
  await sound(page, 'issuer form')
  await button(dialog, 'Lita på utfärdaren').click()
  await expect(page.getByRole('article', { name: 'Provmyndigheten' })).toContainText('Betrodd från 2022-01-01')
  await answerOpen(app, [await put('lista-1.jwt', await issuer.statusList({}, { iat: hoursAgo(24) }))])
  await button(page, 'Läs in statuslista').click()
  await expect(page.getByTestId('issuers-done')).toContainText('Statuslistan från Provmyndigheten är inläst.')
  await good(run, 'issuers')
})

test('a pasted credential outranks the register and shows where it is from', async () => {
  const { page } = run
  await button(page, 'Intag').first().click()
  await openList(page, '2023-1')
  await openCase(page, idOf(1))
  await expect(fact(page, 'registration.category')).toContainText('14')
  await tab(page, 'Intyg').click()
  await expect(page.getByTestId('no-credentials')).toBeVisible()
  await good(run, 'no credentials')
  await button(page, 'Kontrollera intyget').click()
  await expect(page.getByText('Klistra in ett intyg, eller välj en fil.')).toBeVisible()
  await field(page, 'Intyget som text').fill('detta är inget intyg')
  await page.keyboard.press('Tab')
  await expect(button(page, 'Kontrollera intyget')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('proof-outcome')).toContainText('Går inte att läsa.')
  await field(page, 'Intyget som text').fill(await credential(1))
  await button(page, 'Kontrollera intyget').click()
  await expect(page.getByTestId('proof-outcome')).toContainText('Intyget är äkta och gäller.')
  await expect(page.getByTestId('credential')).toHaveCount(2)
  await expect(page.getByTestId('case-light')).toContainText('Grön')
  await good(run, 'credentials')
  await tab(page, 'Uppgifter').click()
  await expect(fact(page, 'registration.category').locator('.entry-holds')).toContainText('Verifierat intyg (gäller)')
  await expect(fact(page, 'registration.category').locator('.fact-differs')).toBeVisible()
  await fact(page, 'registration.category').getByRole('button', { name: /^Visa intyg från Provmyndigheten, utfärdat \d{4}-\d{2}-\d{2}, kontrollerat / }).click()
  await expect(tab(page, 'Intyg')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByTestId('credential').filter({ hasText: 'Provmyndigheten' })).toBeFocused()
  await establish(page)
})

test('somebody else’s credential, and one that was altered, are told apart and prove nothing', async () => {
  const { app, page } = run
  await page.getByRole('navigation', { name: 'Här är du' }).getByRole('button', { name: '2023-1' }).click()
  await openCase(page, idOf(2))
  await tab(page, 'Intyg').click()
  await answerOpen(app, [await put('intyg.txt', await issuer.sdJwt({ claims: claims(1), iat: hoursAgo(2) }))])
  await button(page, 'Välj fil').click()
  await expect(page.getByTestId('proof-outcome')).toContainText('Fel person. Intyget gäller inte den här personen')
  const [head = '', ...rest] = (await credential(2)).split('~')
  const other = (await issuer.sdJwt({ claims: { sokandekategori_kod: '70' } })).split('~')[1]
  await field(page, 'Intyget som text').fill([head, ...rest.slice(0, -1), other, ''].join('~'))
  await button(page, 'Kontrollera intyget').click()
  await expect(page.getByTestId('proof-outcome')).toContainText('Ändrat. Underskriften stämmer inte')
  await expect(page.getByTestId('credential')).toHaveCount(2)
  await expect(page.getByTestId('case-light')).toContainText('Röd')
})

test('a list that revokes it takes its facts back, and says which case to establish again', async () => {
  const { app, page } = run
  await issuersPage(page)
  await answerOpen(app, [await put('lista-2.jwt', await issuer.statusList({ 3: 1 }, { iat: hoursAgo(1) }))])
  await button(page, 'Läs in statuslista').click()
  const changed = page.getByTestId('changed-credentials').getByRole('row').filter({ hasText: idOf(1) })
  await expect(changed).toContainText('Återkallat')
  await expect(changed).toContainText('grönt till rött')
  await expect(changed).toContainText('Fastställ igen')
  await good(run, 'changed credentials')
  await button(page, `Öppna ärendet ${idOf(1)}`).click()
  await expect(page.getByTestId('case-light')).toContainText('Röd')
  await expect(page.getByText('Ändrat sedan fastställt:')).toBeVisible()
  await expect(fact(page, 'registration.category').locator('.fact-value')).toHaveText('14')
  await tab(page, 'Intyg').click()
  await expect(page.getByTestId('credential').filter({ hasText: 'Provmyndigheten' })).toContainText('Utfärdaren har återkallat intyget.')
})

test('consent that is taken back is seen in the case, in the list and in the file for the portal', async () => {
  const { app, page } = run
  await tab(page, 'Samtycke').click()
  await expect(page.getByTestId('consent')).toContainText('Samtycke till alla parter')
  await good(run, 'consent')
  await button(page, 'Återkalla samtycket').click()
  const dialog = page.getByRole('dialog', { name: 'Återkalla samtycket?' })
  await button(dialog, 'Återkalla samtycket').click()
  await expect(field(dialog, 'Vem som sade det')).toBeFocused()
  await field(dialog, 'Vem som sade det').fill('sökanden')
  await sound(page, 'withdrawing consent')
  await button(dialog, 'Återkalla samtycket').click()
  await expect(page.getByTestId('consent-withdrawn')).toContainText('Samtycket till att uppgifter delas är återkallat')
  await expect(page.getByTestId('consent')).toContainText('Samtycket återkallat')
  await good(run, 'consent withdrawn')
  await page.getByRole('navigation', { name: 'Här är du' }).getByRole('button', { name: '2023-1' }).click()
  await page.getByRole('searchbox').fill(idOf(1))
  await expect(page.getByRole('row').filter({ hasText: idOf(1) })).toContainText('Samtycke återkallat')
  await page.getByRole('searchbox').fill('')
  await sound(page, 'list with withdrawn consent')
  await page.getByRole('navigation', { name: 'Här är du' }).getByRole('button', { name: 'Intag' }).click()
  const target = join(folder, 'ljus.csv')
  await answerSave(app, target)
  await button(page.getByRole('article', { name: '2023-1' }), 'Spara ljusen som fil').click()
  await expect(page.getByText('1 person som har återkallat samtycket är inte med.')).toBeVisible()
  const saved = await readFile(target, 'utf8')
  expect(saved).toContain(idOf(2))
  expect(saved).not.toContain(idOf(1))
})
