const NBSP = '\u00A0'
const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']

/** An ISO date in words, held together on one line: `2026-03-02` gives "2 mars 2026". */
export function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return [Number(day), MONTHS[Number(month) - 1] ?? month, year].join(NBSP)
}

/** Fills the braces of a fixed text. A brace without a value stays as it is, so that tests see it. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (brace, name: string) => values[name] ?? brace)
}

/** Keeps section numbers, statute numbers and percentages of our own texts on one line. */
export function heldTogether(text: string): string {
  return text.replace(/ (§§?)/g, `${NBSP}$1`).replace(/(\d) ([a-d])(?=[\u00A0–, ])/g, `$1${NBSP}$2`)
    .replace(/(\d) %/g, `$1${NBSP}%`).replace(/(förordningen|förvaltningslagen) \(/g, `$1${NBSP}(`)
}
