import * as z from 'zod'
import { keepJson, readJson } from './kept.ts'

export type Rectangle = { x: number; y: number; width: number; height: number }
export type WindowState = { bounds: Rectangle | null; maximized: boolean }

const whole = z.int().min(-100_000).max(100_000)
const stored = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }).nullable(),
  maximized: z.boolean(),
})
const fresh: WindowState = { bounds: null, maximized: false }
const fileName = 'fonster.json'

/** How the window was left last time; a file that is missing or makes no sense counts as the first time. */
export function readWindowState(folder: string): WindowState {
  const found = stored.safeParse(readJson(folder, fileName))
  return found.success ? found.data : fresh
}

/** Keeps how the window is left. */
export function writeWindowState(folder: string, state: WindowState): void {
  keepJson(folder, fileName, state)
}

const leastVisible = { width: 200, height: 100 }

/** The bounds if enough of the window's upper part, where it is dragged, would be seen on one of the displays; else null. */
export function visibleBounds(bounds: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle | null {
  if (bounds === null) return null
  const seen = workAreas.some(area => {
    const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
    const down = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y)
    return across >= Math.min(leastVisible.width, bounds.width) && down >= Math.min(leastVisible.height, bounds.height) && bounds.y >= area.y - 1
  })
  return seen ? bounds : null
}
