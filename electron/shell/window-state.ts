import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

export type Rectangle = { x: number; y: number; width: number; height: number }
export type WindowState = { bounds: Rectangle | null; maximized: boolean; zoomLevel: number }

const whole = z.int().min(-100_000).max(100_000)
const stored = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }).nullable(),
  maximized: z.boolean(),
  zoomLevel: z.number().min(-3).max(5),
})
const fresh: WindowState = { bounds: null, maximized: false, zoomLevel: 0 }
const fileName = 'fonster.json'

/** How the window was left last time; a file that is missing or makes no sense counts as the first time. */
export function readWindowState(folder: string): WindowState {
  try {
    return stored.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
  } catch {
    return fresh
  }
}

/** Keeps how the window is left. Not being able to is no reason to trouble anyone. */
export function writeWindowState(folder: string, state: WindowState): void {
  try {
    const file = join(folder, fileName)
    writeFileSync(`${file}.part`, JSON.stringify(state))
    renameSync(`${file}.part`, file)
  } catch {
    // The window then opens as it did last time.
  }
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
