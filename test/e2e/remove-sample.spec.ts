import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { storePaths } from '../../electron/core/store/paths.ts'
import { button, field, heading, openSample, passphrase, setUpStore } from './desk.ts'
import { launchApp, type Launched } from './launch.ts'

// The sample store is made, looked at and removed: before there is any work store, and beside one.
test.describe.configure({ mode: 'serial' })

let run: Launched
test.beforeAll(async () => {
  run = await launchApp()
})
test.afterAll(() => run.close())

const sampleIsThere = () => access(storePaths(join(run.home, 'lager'), 'sample').folder).then(() => true, () => false)
const remove = 'Ta bort exempellagret'

test('from the first page, after a question that can be answered no; the page is then as before', async () => {
  const { page } = run
  await expect(heading(page, 'Välkommen till Språngbräda')).toBeVisible()
  await expect(button(page, remove)).toHaveCount(0)
  const before = await page.getByRole('main').innerText()
  await openSample(page)
  await button(page, 'Lås').click()
  await button(page, remove).click()
  const asked = page.getByRole('dialog', { name: 'Ta bort exempellagret?' })
  await expect(asked).toContainText('Arbetslagret påverkas inte.')
  await page.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  await expect(button(page, remove)).toBeFocused()
  expect(await sampleIsThere()).toBe(true)
  await button(page, remove).click()
  await button(asked, remove).click()
  await expect(asked).toHaveCount(0)
  await expect(heading(page, 'Välkommen till Språngbräda')).toBeFocused()
  expect(await page.getByRole('main').innerText()).toBe(before)
  expect(await sampleIsThere()).toBe(false)
})

test('from the lock of a work store, which is left as it is; the sample can be laid up again', async () => {
  const { page } = run
  await setUpStore(page)
  await button(page, 'Lås').click()
  await expect(button(page, remove)).toHaveCount(0)
  await openSample(page)
  await button(page, 'Lås').click()
  await button(page, remove).click()
  await button(page.getByRole('dialog'), remove).click()
  await expect(button(page, 'Prova med exempeldata')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await sampleIsThere()).toBe(false)
  await field(page, 'Lösenfras').fill(passphrase)
  await button(page, 'Lås upp').click()
  await expect(page.getByText('Det finns inga intag än.')).toBeVisible()
})
