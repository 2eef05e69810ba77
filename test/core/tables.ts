import { windows1252 } from '../../build/sample/csv.ts'
import { personnummer } from '../../build/sample/identity.ts'
import { COLUMNS } from '../../build/sample/person.ts'

export type Cells = Record<string, string>
export const PORTAL: readonly string[] = COLUMNS
export const REGISTER = ['personnummer', 'arbetssokande_status', 'inskrivningsdatum', 'sokandekategori_kod', 'planeringssamtal', 'program', 'plan_fornyad', 'plan_medger_praktik', 'behov_bedomt', 'skyddade_uppgifter', 'folkbokford_datum']
export const PERMITS = ['personnummer', 'dossiernummer', 'arendetyp', 'beslutskod', 'klassningskod', 'giltigt_fran', 'giltigt_till', 'arbetsratt', 'ansokan_inkom', 'mottagningsbevis']

/** The identity number of made-up person `n`, born in 1990 or later in the testing series. */
export const numberOf = (n: number) => personnummer(`19${90 + (Math.floor(n / 336) % 10)}-${String(1 + (Math.floor(n / 28) % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`, '238')
export const idOf = (n: number) => `JS-2023-1-${String(n).padStart(5, '0')}`

/** An application of which, with register and permit, every rule of 2023 is green. */
export function application(n: number, change: Cells = {}): Cells {
  return {
    ansoknings_id: idOf(n), inkom_datum: '2023-01-05', intag: '2023-1', personnummer: numberOf(n), fornamn: 'Åsa', efternamn: 'Öberg', kon: 'K',
    fodelsedatum: '', fodelseland: 'Syrien', medborgarskap: 'SY', epost: 'asa@example.com', telefon: '070-1740605', gatuadress: 'Provgatan 1', postnummer: '11122', postort: 'Provstad',
    samtycke: 'ja', samtycke_datum: '2023-01-05', uppehallstillstand: 'TUT-anknytning', giltigt_till: '2025-01-01', arbetsratt: 'ja', beslut_bifogat: 'ja',
    utbildningsniva_sun: '546', utbildningsinriktning_sun: '521a', underlag_utbildning: 'examensbevis', engelska: 'B2', svenska: 'A1',
    arbetslivserfarenhet_sverige_man: '0', arbete_tim_vecka: '0', studietakt: '0', tidigare_jobbspranget: 'nej', ...change,
  }
}

export function registerRow(n: number, change: Cells = {}): Cells {
  return {
    personnummer: numberOf(n), arbetssokande_status: 'Aktuell', inskrivningsdatum: '2022-06-01', sokandekategori_kod: '11', planeringssamtal: 'ja', program: '',
    plan_fornyad: '2022-12-20', plan_medger_praktik: 'ja', behov_bedomt: 'ja', skyddade_uppgifter: 'nej', folkbokford_datum: '2020-01-01', ...change,
  }
}

export function permitRow(n: number, change: Cells = {}): Cells {
  return { personnummer: numberOf(n), dossiernummer: '12-345678', arendetyp: 'UT', beslutskod: 'BIF', giltigt_fran: '2022-01-01', giltigt_till: '2025-01-01', arbetsratt: 'ja', ...change }
}

export type Shape = { separator?: string; newline?: string; header?: readonly string[] }
const quoted = (cell: string, separator: string) => (cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as the text of a CSV file with these columns. */
export function csv(columns: readonly string[], rows: readonly Cells[], { separator = ';', newline = '\r\n', header = columns }: Shape = {}): string {
  const lines = [[...header], ...rows.map(row => columns.map(c => row[c] ?? ''))]
  return lines.map(cells => cells.map(c => quoted(c, separator)).join(separator) + newline).join('')
}

export const portal = (rows: readonly Cells[], shape?: Shape) => csv(PORTAL, rows, shape)
export const register = (rows: readonly Cells[], shape?: Shape) => `\ufeff${csv(REGISTER, rows, shape)}`
export const permits = (rows: readonly Cells[], shape?: Shape) => `\ufeff${csv(PERMITS, rows, shape)}`

/** A text in each of the encodings that exports come in. */
export const encodings = {
  'windows-1252': windows1252,
  'utf-8': (text: string) => Buffer.from(text, 'utf8'),
  'utf-8-bom': (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
  'utf-16': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
} as const
