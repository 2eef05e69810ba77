import type { IsoDate } from '../../../shared/domain.ts'
import { dayNumber, fromDayNumber } from './dates.ts'

export type Dated = { from: IsoDate; to?: IsoDate | undefined }
/** True for what holds on a day; both ends are counted. */
export const holds = (day: IsoDate) => (item: Dated) => item.from <= day && (item.to === undefined || day <= item.to)

/** The day after. */
export const dayAfter = (day: IsoDate): IsoDate => fromDayNumber(dayNumber(day) + 1)

/** The day before. */
export const dayBefore = (day: IsoDate): IsoDate => fromDayNumber(dayNumber(day) - 1)

export type Break = { index: number; message: string }
/** Where one thing's dated wordings overlap or leave days between them, in order; none when one follows the other exactly. */
export function breaksIn(items: readonly Dated[]): Break[] {
  const sorted = items.map((item, index) => ({ ...item, index })).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.index - b.index))
  const backwards = sorted.flatMap(({ from, to, index }) => (to !== undefined && to < from ? [{ index, message: `slutar ${to}, innan den börjar ${from}` }] : []))
  if (backwards.length) return backwards
  return sorted.slice(1).flatMap((item, i): Break[] => {
    const before = sorted[i]
    if (!before) return []
    if (before.from === item.from) return [{ index: item.index, message: `står två gånger från ${item.from}` }]
    if (before.to === undefined) return [{ index: before.index, message: `gäller tills vidare från ${before.from}, men en ny börjar ${item.from}; skriv vilken dag den slutar (to)` }]
    if (before.to >= item.from) return [{ index: item.index, message: `gäller från ${item.from}, men den förra gäller till och med ${before.to}: de överlappar` }]
    if (dayAfter(before.to) < item.from) return [{ index: item.index, message: `börjar ${item.from}, men den förra slutar ${before.to}: däremellan gäller ingen` }]
    return []
  })
}

/** The days on which something begins or ceases to hold. */
export function turns(items: readonly Dated[]): IsoDate[] {
  return [...new Set(items.flatMap(({ from, to }) => (to === undefined ? [from] : [from, dayAfter(to)])))].sort()
}
