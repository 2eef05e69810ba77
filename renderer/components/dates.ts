import type { IsoDate } from '../../shared/domain.ts'
import { day } from '../text/format.ts'

/** The local Date at noon of a calendar day, for the calendar only; null when it is no real day. */
export function toDate(iso: IsoDate): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!parts) return null
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12)
  return day(date) === iso ? date : null
}

/** Today where the user sits. */
export function today(): IsoDate {
  return day(new Date())
}

/** How many days one day lies after another. */
export function dayDistance(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** True for a real calendar day as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return toDate(text) !== null
}

/** A day as people type it (2026-03-01, 20260301, 2026.3.1, 1/3 is not accepted) as YYYY-MM-DD; other text is given back as it is. */
export function readDay(text: string): string {
  const parts = /^\s*(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})\s*$/.exec(text)
  if (!parts) return text.trim()
  const iso = `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
  return isDay(iso) ? iso : text.trim()
}
