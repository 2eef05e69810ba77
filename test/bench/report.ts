import type { Stats } from './measure.ts'

/** One line of a measure's table. */
export type Line = {
  what: string
  figure: string
  spread?: string
  /** Against whom, and how many times. */
  against?: string
  target?: string
  /** Whether the target is reached; left out where there is none. */
  reached?: boolean
}
/** What a measure found: its table, remarks, and the bare figures for out/bench.json. */
export type Measured = { title: string; lines: Line[]; notes: string[]; figures: Record<string, unknown> }

const formats = new Map<number, Intl.NumberFormat>()
/** A number as Swedish writes it. */
export function number(value: number, decimals = 0): string {
  let format = formats.get(decimals)
  if (!format) formats.set(decimals, (format = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: decimals, minimumFractionDigits: decimals })))
  return format.format(value)
}

const decimalsFor = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2)
/** A figure with as many decimals as it deserves, and its unit. */
export const figure = (value: number, unit: string): string => `${number(value, decimalsFor(value))} ${unit}`
/** The spread of the rounds behind a median. */
export const spread = (stats: Stats): string => `${number(stats.least, decimalsFor(stats.median))}–${number(stats.most, decimalsFor(stats.median))} (${stats.values} ggr)`
/** How many times as much. */
export const times = (ratio: number): string => `${number(ratio, ratio < 10 ? 2 : 0)} ×`

const columns = [['what', 'Mått'], ['figure', 'Median'], ['spread', 'Spridning'], ['against', 'Jämfört med'], ['target', 'Mål']] as const

/** A measure as a table for the terminal. */
export function tableOf(measured: Measured): string {
  const cell = (line: Line, key: (typeof columns)[number][0]) => (line[key] ?? '') + (key === 'target' && line.reached !== undefined ? (line.reached ? '  nått' : '  EJ NÅTT') : '')
  const widths = columns.map(([key, head]) => Math.max(head.length, ...measured.lines.map(line => cell(line, key).length)))
  const row = (cells: readonly string[]) => cells.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ').trimEnd()
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))
  const body = measured.lines.map(line => row(columns.map(([key]) => cell(line, key))))
  return ['', measured.title, rule, row(columns.map(([, head]) => head)), rule, ...body, rule, ...measured.notes.map(note => `  ${note}`), ''].join('\n')
}
