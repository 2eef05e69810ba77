import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Launched } from './launch.ts'

/** No finding of axe in the view as it is now. A view that is fading in has the wrong colours, one whose part is still being fetched has no heading. */
export async function sound(page: Page, view: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => undefined))))
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(each => `${view}: ${each.id} ${each.nodes.map(node => node.target.join(' ')).join(', ')}`)).toEqual([])
}

/** The window's size in pixels, and how large everything in it is drawn. */
export async function setWindow(run: Launched, width: number, height: number, zoom: number): Promise<void> {
  await run.app.evaluate(({ BrowserWindow }, to) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setMinimumSize(100, 100)
    window?.setContentSize(to.width, to.height)
    window?.webContents.setZoomFactor(to.zoom)
  }, { width, height, zoom })
  await expect.poll(() => run.page.evaluate(() => window.innerWidth)).toBe(Math.round(width / zoom))
  // Without a window manager a resized window now and then paints nothing until it is asked to; a click would wait for it in vain.
  await expect(async () => {
    await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.invalidate())
    const painted = await run.page.evaluate(() => Promise.race([
      new Promise<boolean>(done => void requestAnimationFrame(() => done(true))), new Promise<boolean>(done => void setTimeout(() => done(false), 500)),
    ]))
    expect(painted).toBe(true)
  }).toPass()
}

/** The page itself never scrolls sideways, and nothing over the view covers it: at 200 percent of the usual window, in a window a quarter as large, and in one as narrow as the usual one at 400 percent. */
async function fits(run: Launched, view: string): Promise<void> {
  for (const [width, height, zoom] of [[1366, 768, 2], [683, 384, 1], [320, 640, 1]] as const) {
    await setWindow(run, width, height, zoom)
    const over = await run.page.evaluate(() => {
      const page = document.documentElement
      const main = document.querySelector('main')
      const header = document.querySelector('header')
      return {
        sideways: Math.max(page.scrollWidth - page.clientWidth, main ? main.scrollWidth - main.clientWidth : 0),
        bars: Math.max(0, ...[...document.querySelectorAll('main *')].filter(each => getComputedStyle(each).position === 'sticky' && getComputedStyle(each).bottom !== 'auto').map(each => each.clientHeight / innerHeight)),
        below: header ? header.scrollHeight - header.clientHeight : 0,
      }
    })
    const where = `${view} at ${width}x${height}, ${zoom * 100} %`
    expect(over.sideways, where).toBeLessThanOrEqual(0)
    expect(over.bars, where).toBeLessThan(0.2)
    expect(over.below, where).toBeLessThanOrEqual(0)
  }
  await setWindow(run, 1366, 768, 1)
}

/** A view without findings that fits at twice the size and in a quarter of the window. */
export async function good(run: Launched, view: string): Promise<void> {
  await sound(run.page, view)
  await fits(run, view)
}
