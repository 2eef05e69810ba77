import { posix } from 'node:path'
import { dateFormat } from './number-format.ts'
import type { Workbook } from './workbook.ts'
import { type XmlEars, xmlReader } from './xml.ts'

/** What the cells of a sheet refer to: texts by their number, for each style whether it shows a date, and whether days are counted from 1904. */
export type CellContext = { strings: readonly string[]; dates: readonly boolean[]; from1904: boolean }
export type SheetPart = { name: string; part: string }

/** Reads a part to its end. Throws when it is absent or not well formed. */
export async function hear(workbook: Workbook, part: string, ears: XmlEars): Promise<void> {
  const reader = xmlReader(ears)
  for await (const piece of workbook.part(part)) reader.write(piece)
  reader.end()
}

/** `_x000D_` and the like: signs that cannot stand in XML, as spreadsheets write them. */
export const unescaped = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text)

/** The workbook's sheets of cells in their order, and where its texts and styles are. */
export async function workbookIndex(workbook: Workbook): Promise<{ sheets: SheetPart[]; strings: string; styles: string; from1904: boolean }> {
  const found = { strings: 'xl/sharedStrings.xml', styles: 'xl/styles.xml', from1904: false }
  const parts = new Map<string, string>()
  await hear(workbook, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const part = Target.startsWith('/') ? Target : posix.join('xl', Target)
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      if (kind === 'worksheet' && Id !== undefined) parts.set(Id, part)
      else if (kind === 'sharedStrings') found.strings = part
      else if (kind === 'styles') found.styles = part
    },
  })
  const sheets: SheetPart[] = []
  await hear(workbook, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') found.from1904 ||= ['1', 'true'].includes(attributes['date1904'] ?? '')
      else if (name === 'sheet') {
        // The relation's prefix is the file's own choice.
        const relation = Object.keys(attributes).find(key => key.endsWith(':id'))
        const part = relation === undefined ? undefined : parts.get(attributes[relation] ?? '')
        if (part !== undefined) sheets.push({ name: unescaped(attributes['name'] ?? ''), part })
      }
    },
  })
  return { sheets, ...found }
}

/** The texts that cells name by number; without the reading aids beside them. */
export async function sharedStrings(workbook: Workbook, part: string): Promise<string[]> {
  const strings: string[] = []
  if (!workbook.has(part)) return strings
  let text = ''
  let inText = false
  let aside = false
  await hear(workbook, part, {
    open: name => {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') aside = true
    },
    text: piece => { if (inText && !aside) text += piece },
    close: name => {
      if (name === 'si') strings.push(unescaped(text).trim())
      else if (name === 't') inText = false
      else if (name === 'rPh') aside = false
    },
  })
  return strings
}

/** For each style of the cells whether it shows a date. */
export async function dateStyles(workbook: Workbook, part: string): Promise<boolean[]> {
  const dates: boolean[] = []
  if (!workbook.has(part)) return dates
  const codes = new Map<string, string>()
  const bases: boolean[] = []
  let list: boolean[] | null = null
  await hear(workbook, part, {
    open: (name, { numFmtId, formatCode, xfId }) => {
      if (name === 'numFmt') codes.set(numFmtId ?? '', formatCode ?? '')
      else if (name === 'cellStyleXfs') list = bases
      else if (name === 'cellXfs') list = dates
      else if (name === 'xf' && list) list.push(numFmtId === undefined ? bases[Number(xfId ?? -1)] ?? false : dateFormat(Number(numFmtId), codes.get(numFmtId)))
    },
    close: name => { if (name === 'cellStyleXfs' || name === 'cellXfs') list = null },
  })
  return dates
}
