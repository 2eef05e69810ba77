import { loadFonts } from './assets.ts'
import { coverageOf } from './coverage.ts'
import { breakable, plainLine } from './plain-text.ts'
import template from './templates/receipt.typ'
import { compile } from './typst.ts'

/** A receipt as a sheet to print: its lines as they are shown, an empty one between parts. A sign of a file's name that the fonts lack becomes a question mark. */
export async function renderReceiptSheet({ title, lines }: { title: string; lines: string[] }): Promise<Uint8Array> {
  const covered = coverageOf(await loadFonts())
  const settable = (text: string) => breakable([...plainLine(text)].map(sign => (covered(sign.codePointAt(0) ?? 0) ? sign : '?')).join(''))
  return compile({ template, data: { title: settable(title), lines: lines.map(settable) }, standard: 'a-2a', timestamp: 0 })
}
