import type { FileKind } from '../../../../shared/domain.ts'
import { Fault } from '../../../../shared/fault.ts'
import { type Separator, SEPARATORS } from '../../../../shared/tables.ts'
import type { FileLayout } from '../../rules/load.ts'

export type { Separator } from '../../../../shared/tables.ts'

/** A header cell as it is compared: case, stray spaces and hyphens do not matter. */
export const headerKey = (cell: string) => cell.replace(/[\ufeff\u200b]/g, '').trim().toLowerCase().replace(/[\s-]+/g, '_')

const known = (layouts: FileLayout[]) => new Set(layouts.flatMap(l => l.columns.flatMap(c => [c.column, ...(c.aliases ?? [])].map(headerKey))))

/** The separator that makes most known columns out of the first line. Throws Fault file-separator or file-no-known-column. */
export function findSeparator(firstLine: string, layouts: FileLayout[], file: string): Separator {
  const names = known(layouts)
  const hits = (separator: Separator) => firstLine.split(separator).filter(cell => names.has(headerKey(cell.replace(/^"|"$/g, '')))).length
  const best = SEPARATORS.map(s => ({ s, n: hits(s) })).sort((a, b) => b.n - a.n)[0]
  if (best && best.n > 1) return best.s
  const folded = headerKey(firstLine)
  // Several known names stand there, but no separator takes them apart.
  if ([...names].filter(name => folded.includes(name)).length > 1) throw new Fault('file-separator', { file })
  throw new Fault('file-no-known-column', { file })
}

export type Recognised = { kind: FileKind; layout: FileLayout; positions: number[]; unusedColumns: string[] }

/** What kind of file a header row makes it, and where each column of the layout stands. Throws a Fault when it is none, lacks a column or has one twice. */
export function recogniseHeader(header: string[], layouts: FileLayout[], file: string): Recognised {
  const keys = header.map(headerKey)
  const names = known(layouts)
  keys.forEach((key, i) => {
    if (key !== '' && names.has(key) && keys.indexOf(key) !== i) throw new Fault('file-duplicate-header', { file, column: (header[i] ?? '').trim() })
  })
  const place = (column: FileLayout['columns'][number]) => [column.column, ...(column.aliases ?? [])].map(n => keys.indexOf(headerKey(n))).find(i => i >= 0) ?? -1
  const scored = layouts.map(layout => ({ layout, positions: layout.columns.map(place) })).map(s => ({ ...s, hits: s.positions.filter(p => p >= 0).length }))
  const best = scored.sort((a, b) => b.hits - a.hits)[0]
  if (!best || best.hits === 0) throw new Fault('file-no-known-column', { file })
  const missing = best.layout.columns.find((c, i) => c.required && (best.positions[i] ?? -1) < 0)
  if (missing) throw new Fault('file-column-missing', { file, column: missing.column })
  const taken = new Set(best.positions)
  return { kind: best.layout.kind, layout: best.layout, positions: best.positions, unusedColumns: header.filter((h, i) => !taken.has(i) && h.trim() !== '') }
}
