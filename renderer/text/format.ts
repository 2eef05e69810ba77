const numbers = new Intl.NumberFormat('sv-SE')

/** A count as Swedish text, e.g. 20 412. */
export function count(n: number): string {
  return numbers.format(n)
}

/** One or many: `many(1, 'post', 'poster')` gives "1 post". */
export function many(n: number, one: string, several: string): string {
  return `${count(n)} ${n === 1 ? one : several}`
}

/** A text as the beginning of a line: labels of facts are written small so that they fit inside sentences. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

const pad = (n: number) => String(n).padStart(2, '0')

/** A moment (ISO with zone) as local day and minute, e.g. 2026-11-21 14:05; what cannot be read is shown as it is. */
export function moment(iso: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${day(at)} ${pad(at.getHours())}:${pad(at.getMinutes())}`
}

/** The calendar day of a moment where the user sits, as YYYY-MM-DD. */
export function day(at: Date): string {
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

/** A size as Swedish text, e.g. 12,4 MB. */
export function megabytes(bytes: number): string {
  return `${new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`
}
