import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { Preloaded } from '../../shared/contract/bridge.ts'
import { ask } from './core.ts'
import { button, field, heading, toIntakes } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'
import { good, sound } from './sound.ts'

// Everything here is done with the keyboard alone, but for the menu of the window, which no test can press.
test.describe.configure({ mode: 'serial' })

let run: Launched
let home = ''
test.beforeAll(async () => { home = await mkdtemp(join(tmpdir(), 'sprangbrada-utseende-')) })
test.afterAll(async () => {
  await run.close()
  await rm(home, { recursive: true, force: true })
})

const isDark = (page: Page) => page.evaluate(() => document.documentElement.classList.contains('dark'))
const enter = async (target: Locator) => {
  await target.focus()
  await target.page().keyboard.press('Enter')
}
/** Chooses in the menu "Hjälp", or another. */
async function help(page: Page, role: 'menuitem' | 'menuitemradio', name: string, menu = 'Hjälp'): Promise<void> {
  await enter(button(page, menu))
  const item = page.getByRole(role, { name, exact: true })
  await expect(item).toBeVisible()
  const items = page.getByRole('menu').locator('[role^=menuitem]')
  const at = () => items.evaluateAll(all => all.findIndex(each => each === document.activeElement))
  const to = await items.evaluateAll((all, text) => all.findIndex(each => each.textContent === text), name)
  await expect.poll(() => page.getByRole('menu').evaluate(element => element.contains(document.activeElement))).toBe(true)
  // The menu moves its focus a moment after the key: another key in that moment would go past the item.
  for (let from = await at(); from !== to; from = await at()) {
    await page.keyboard.press(from < to ? 'ArrowDown' : 'ArrowUp')
    await expect.poll(at).not.toBe(from)
  }
  await expect(item).toBeFocused()
  await page.keyboard.press('Enter')
  if (role === 'menuitemradio') await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
}
const step = (page: Page) => page.getByTestId('tour')

test('dark is chosen before anything is unlocked, and every main view is sound in it', async () => {
  run = await launchApp({ home })
  const { page } = run
  await expect(heading(page, 'Välkommen till Språngbräda')).toBeVisible()
  await help(page, 'menuitemradio', 'Mörkt')
  await expect.poll(() => isDark(page)).toBe(true)
  await sound(page, 'dark start')
  await enter(button(page, 'Prova med exempeldata'))
  await toIntakes(page)
  await expect(page.getByRole('article')).toHaveCount(2)
  await good(run, 'dark intakes with the invitation')
  await views(page, 'dark')
})

// Every view in light has been looked at elsewhere.
test('light is chosen back, and the view is sound in it', async () => {
  const { page } = run
  await help(page, 'menuitemradio', 'Ljust')
  await expect.poll(() => isDark(page)).toBe(false)
  await sound(page, 'light store')
})

/** List, case, help on a word, decision with its form, rules and store, each looked at by axe. */
async function views(page: Page, theme: string): Promise<void> {
  const intakeId = (await ask(page, 'intake.list', {})).find(intake => intake.counts.total > 0)?.id ?? 0
  const of = async (light: 'red' | 'orange') => (await ask(page, 'screening.list', { intakeId, lights: [light], limit: 20 })).rows.find(row => !row.protected)?.applicationId ?? ''
  const ids = [await of('red'), await of('orange')]
  await enter(button(page.getByRole('article').first(), 'Visa sökande'))
  await expect(heading(page, /^Sökande i /)).toBeFocused()
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible()
  await sound(page, `${theme} list`)
  for (const id of ids) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(id)
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
    await sound(page, `${theme} search`)
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('case-light')).toBeVisible()
    await sound(page, `${theme} case`)
  }
  const word = button(page, 'Vad betyder handlingsplan?')
  await enter(word)
  await expect(word).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText('Förordning (2000:628) 5 a och 6 §§').first()).toBeVisible()
  await sound(page, `${theme} help on a word`)
  await page.keyboard.press('Escape')
  await expect(word).toHaveAttribute('aria-expanded', 'false')
  await expect(word).toBeFocused()
  await help(page, 'menuitem', 'Ordförklaringar')
  await expect(page.getByRole('dialog', { name: 'Ordförklaringar' })).toContainText('samordningsnummer')
  await sound(page, `${theme} glossary`)
  await page.keyboard.press('Escape')
  await enter(page.getByRole('link', { name: 'Regler' }))
  await expect(heading(page, 'Regler')).toBeVisible()
  await expect(button(page, 'Öppna 2024.1').first()).toBeVisible()
  await sound(page, `${theme} rules`)
  await help(page, 'menuitem', 'Kontrollera journalen', 'Lager')
  await expect(button(page, 'Kontrollera nu')).toBeVisible()
  await sound(page, `${theme} store`)
}

test('the rules that come after their heading take no focus from somebody who has moved on', async () => {
  const { page } = run
  await enter(page.getByRole('link', { name: 'Intag' }).first())
  await expect(heading(page, 'Intag')).toBeFocused()
  const where = await page.evaluate(async () => {
    const frame = () => new Promise(resolve => { requestAnimationFrame(resolve) })
    const named = (tag: string, name: string) => [...document.querySelectorAll<HTMLElement>(tag)].find(element => element.textContent.trim() === name)
    // Whatever is asked before the rules is answered before them: their heading stands alone for a while.
    const bridge = Reflect.get(window, 'sprangbrada') as Preloaded
    for (let n = 0; n < 400; n++) void bridge.call('intake.list', {})
    named('a', 'Regler')?.click()
    while (document.activeElement?.matches('h1') !== true || document.activeElement.textContent.trim() !== 'Regler') await frame()
    const alone = named('button', 'Öppna 2024.1') === undefined
    named('button', 'Lager')?.focus()
    while (!named('button', 'Öppna 2024.1')) await frame()
    for (let n = 0; n < 3; n++) await frame()
    return { alone, at: document.activeElement.textContent.trim() }
  })
  expect(where).toEqual({ alone: true, at: 'Lager' })
})
test('theme, size of text and window come back after a restart', async () => {
  await help(run.page, 'menuitemradio', 'Mörkt')
  await run.app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? []).find(item => item.label === 'Större text')
    view?.click()
    view?.click()
  })
  await expect.poll(() => run.page.evaluate(async () => (await (Reflect.get(window, 'sprangbrada') as Preloaded).settings.get()))).toMatchObject({ ok: true, value: { theme: 'dark', zoom: 125 } })
  await run.close()
  run = await launchApp({ home })
  await expect(heading(run.page, /./)).toBeVisible()
  expect(await isDark(run.page)).toBe(true)
  await expect.poll(() => run.app.evaluate(({ BrowserWindow }) => Math.round((BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0) * 100))).toBe(125)
  await run.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? []).find(item => item.label === 'Normal storlek')?.click()
  })
})

test('the tour leads from the intakes to a decision, can be left and resumed, and ends', async () => {
  const { page } = run
  await enter(button(page, 'Öppna exempeldata'))
  await toIntakes(page)
  await enter(button(step(page), 'Börja rundturen'))
  await expect(step(page)).toContainText('Steg 1 av 8')
  await expect(page.locator('[data-tour]')).toHaveCount(1)
  // Who does it by themselves is followed.
  await enter(button(page.getByRole('article').first(), 'Visa sökande'))
  await expect(step(page)).toContainText('Steg 2 av 8')
  await good(run, 'tour in the list')
  await enter(button(step(page), 'Nästa steg'))
  await expect(step(page)).toContainText('Ett rött ärende')
  await expect(page.getByTestId('case-light')).toContainText('Röd')
  await enter(button(step(page), 'Nästa steg'))
  await expect(page.locator('.rule-red[data-tour]')).toHaveCount(1)
  await sound(page, 'tour in a case')
  await enter(button(step(page), 'Lämna rundturen'))
  await expect(step(page)).toHaveCount(0)
  await expect(page.locator('[data-tour]')).toHaveCount(0)
  await help(page, 'menuitem', 'Rundtur')
  await expect(step(page)).toContainText('Varför är det rött?')
  await enter(button(step(page), 'Nästa steg'))
  await expect(step(page)).toContainText('Svara på en fråga')
  await expect(page.getByTestId('case-light')).toContainText('Orange')
  await enter(button(step(page), 'Nästa steg'))
  await expect(step(page)).toContainText('Fastställ')
  await enter(button(step(page), 'Nästa steg'))
  await expect(step(page)).toContainText('Inget grönt ärende är fastställt än.')
  await enter(button(page.getByTestId('case-light'), 'Fastställ'))
  await enter(button(page.getByRole('dialog'), 'Fastställ'))
  await expect(page.getByTestId('case-light')).toContainText('Fastställt')
  await enter(button(step(page), 'Nästa steg'))
  await expect(step(page)).toContainText('Steg 7 av 8')
  await expect(field(page, 'Beslutsdatum')).toBeVisible()
  await enter(button(step(page), 'Nästa steg'))
  await expect(step(page)).toContainText('Inget beslut är fattat än.')
  await enter(button(step(page), 'Förra steget'))
  await expect(step(page)).toContainText('Fastställ')
})
