import type { Page } from '@playwright/test'
import type { Hand } from './hand.ts'

/** A view that is waited for; a task that does not come there is no task. */
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ state: 'visible', timeout: 20_000 })
const applicationId = async (page: Page) => (/[A-Z]+-\d{4}-\d-\d+/.exec(await page.locator('.case-ids').innerText()) ?? [''])[0]
async function another(page: Page, was: string): Promise<void> {
  while ((await applicationId(page)) === was) await page.waitForTimeout(20)
}

export type Task = {
  what: string
  /** The most steps that it may take. */
  target: number
  /** Goes to where the task begins; not counted. */
  begin(page: Page): Promise<void>
  run(hand: Hand, page: Page): Promise<void>
}

/** To the first case of a list with this light. */
async function firstOf(page: Page, light: RegExp): Promise<void> {
  if (await page.locator('.crumb').count() > 1) await page.locator('.crumb').nth(1).click()
  await page.getByRole('grid', { name: 'Sökande' }).waitFor()
  const clear = page.getByRole('button', { name: 'Rensa urvalet' })
  if (await clear.isVisible()) await clear.click()
  await page.getByRole('button', { name: light }).first().click()
  await page.waitForTimeout(400)
  await page.getByRole('grid', { name: 'Sökande' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.getByTestId('case-light').waitFor()
  await page.getByRole('region', { name: 'Kö' }).waitFor()
}

const nowhere = () => Promise.resolve()

/** Ten tasks of every day, each from where it begins to where it is done. */
export const TASKS: readonly Task[] = [
  {
    what: 'Nästa ärende', target: 1, begin: page => firstOf(page, /^Grön/),
    run: async (hand, page) => {
      const was = await applicationId(page)
      await hand.press('j')
      await another(page, was)
    },
  },
  {
    what: 'Fastställ ett rent grönt ärende och gå till nästa', target: 3, begin: nowhere,
    run: async (hand, page) => {
      const was = await applicationId(page)
      await hand.press('g')
      await page.getByRole('dialog').waitFor()
      await hand.press('Enter')
      await seen(page, /^Fastställt \d{4}/)
      await hand.press('j')
      await another(page, was)
    },
  },
  {
    what: 'Ta ärendet', target: 1, begin: nowhere,
    run: async (hand, page) => {
      await hand.press('t')
      await seen(page, 'Lämna ärendet')
    },
  },
  {
    what: 'Märk för snabbkontroll', target: 3, begin: nowhere,
    run: async (hand, page) => {
      await hand.press('e')
      await hand.write('Bryggverket AB')
      await hand.press('Enter')
      await seen(page, /klar senast/)
    },
  },
  {
    what: 'Skriv en anteckning', target: 5, begin: nowhere,
    run: async (hand, page) => {
      await hand.press('n', 'Tab', 'Tab')
      await hand.write('Ringde den sökande och frågade om start.')
      await hand.press('Control+Enter')
      await seen(page, 'Ringde den sökande och frågade om start.')
    },
  },
  {
    what: 'Fastställ och ångra', target: 3, begin: page => page.locator('main h1').focus(),
    run: async (hand, page) => {
      await hand.press('g')
      await page.getByRole('dialog').waitFor()
      await hand.press('Enter')
      await seen(page, /^Fastställt \d{4}/)
      await hand.press('z')
      await page.getByText(/^Fastställt \d{4}/).first().waitFor({ state: 'hidden' })
    },
  },
  {
    what: 'Frångå ett orange ljus med skäl', target: 5, begin: page => firstOf(page, /^Orange/),
    run: async (hand, page) => {
      await hand.press('r')
      await page.getByTestId('override').waitFor()
      await hand.press('Space', 'Tab')
      await hand.write('Uppgiften har styrkts vid samtal och i uppvisad handling.')
      await hand.press('Control+Enter')
      await page.getByTestId('override').waitFor({ state: 'hidden' })
    },
  },
  {
    what: 'Gå till den röda kön från ett ärende', target: 4, begin: nowhere,
    run: async (hand, page) => {
      await hand.click(page.locator('.crumb').nth(1))
      await page.getByRole('grid', { name: 'Sökande' }).waitFor()
      await hand.click(page.getByRole('button', { name: 'Rensa urvalet' }))
      await hand.click(page.getByRole('button', { name: /^Röd/ }).first())
      await page.waitForTimeout(200)
    },
  },
  {
    what: 'Sök en sökande i alla intag', target: 3, begin: nowhere,
    run: async (hand, page) => {
      await hand.press('Control+k')
      await hand.write('adeyemi')
      await page.getByRole('listbox').getByRole('option').first().waitFor()
      await hand.press('Enter')
      await page.getByTestId('case-light').waitFor()
    },
  },
  {
    what: 'Lås', target: 1, begin: nowhere,
    run: async (hand, page) => {
      await hand.click(page.getByRole('button', { name: 'Lås' }))
      await page.locator('input[type=password]').waitFor()
    },
  },
]
