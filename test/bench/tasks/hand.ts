import type { Locator, Page } from '@playwright/test'

/** What a task took: keys pressed, texts written (each counts as one, however long) and clicks. */
export type Effort = { keys: number; texts: number; clicks: number }

/** A caseworker's hand at the window: everything it does is counted. */
export type Hand = {
  readonly effort: Effort
  press(...keys: string[]): Promise<void>
  write(text: string): Promise<void>
  click(target: Locator): Promise<void>
}

export function handAt(page: Page): Hand {
  const effort: Effort = { keys: 0, texts: 0, clicks: 0 }
  return {
    effort,
    press: async (...keys) => {
      for (const key of keys) {
        effort.keys++
        await page.keyboard.press(key)
      }
    },
    write: async text => {
      effort.texts++
      await page.keyboard.insertText(text)
    },
    click: async target => {
      effort.clicks++
      await target.click()
    },
  }
}

/** Keys, clicks and texts together. */
export const total = ({ keys, texts, clicks }: Effort): number => keys + texts + clicks
