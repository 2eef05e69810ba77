import type { GuessBasis } from '../../../shared/contract/intake.ts'
import type { FileKind, IsoDate } from '../../../shared/domain.ts'
import type { FileLayout } from '../rules/load.ts'
import { foldHeader } from './reader/guess.ts'
import { headerKey } from './reader/header.ts'
import { readIdentity } from './reader/identity.ts'

export type Guess = { fact: string | null; basis: GuessBasis | null }
/** What a sender's columns were taken for, by header. */
export type Remembered = { sender: string; kind: FileKind; headers: string[]; columns: (string | null)[] }

/** A header cell with its number among equal ones, so that two columns of one name are told apart. */
export function headerKeys(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map(cell => {
    const key = headerKey(cell)
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n === 1 ? key : `${key}#${n}`
  })
}

/** One letter more, less, other or two that changed place. */
export function nearly(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 6) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  if (a.length === b.length) return restA.slice(1) === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1)
}

/** Guesses what each column of a file of one kind holds: what is remembered first, then names, other spellings, synonyms, and at last the values. No fact is given twice. */
export function guessColumns(header: readonly string[], values: readonly (readonly string[])[], layout: FileLayout, remembered: Remembered | null, evaluationDate: IsoDate): Guess[] {
  const guesses: Guess[] = header.map(() => ({ fact: null, basis: null }))
  const taken = new Set<string>()
  const settled = new Set<number>()
  const give = (index: number, fact: string, basis: GuessBasis) => {
    if (settled.has(index) || taken.has(fact)) return
    guesses[index] = { fact, basis }
    taken.add(fact)
    settled.add(index)
  }
  if (remembered) {
    const known = new Map(headerKeys(remembered.headers).map((key, i) => [key, remembered.columns[i] ?? null]))
    headerKeys(header).forEach((key, i) => {
      const fact = known.get(key)
      if (fact === undefined) return
      if (fact !== null && layout.columns.some(c => c.fact === fact)) give(i, fact, 'remembered')
      else {
        guesses[i] = { fact: null, basis: 'remembered' }
        settled.add(i)
      }
    })
  }
  const pass = (basis: GuessBasis, fits: (cell: string, column: FileLayout['columns'][number]) => boolean) => {
    header.forEach((cell, i) => {
      if (settled.has(i) || cell.trim() === '') return
      const found = layout.columns.filter(c => !taken.has(c.fact) && fits(cell, c))
      if (found.length === 1 && found[0]) give(i, found[0].fact, basis)
    })
  }
  pass('exact', (cell, c) => [c.column, ...(c.aliases ?? [])].some(name => headerKey(name) === headerKey(cell)))
  pass('spelling', (cell, c) => foldHeader(c.column) === foldHeader(cell))
  pass('synonym', (cell, c) => (c.also ?? []).some(name => foldHeader(name) === foldHeader(cell)))
  pass('spelling', (cell, c) => [c.column, ...(c.also ?? [])].some(name => nearly(foldHeader(name), foldHeader(cell))))
  const identity = layout.columns.find(c => c.as === 'identity')
  if (identity && !taken.has(identity.fact)) {
    const numbers = header.findIndex((_, i) => !settled.has(i) && mostlyIdentities(values.map(row => row[i] ?? ''), evaluationDate))
    if (numbers >= 0) give(numbers, identity.fact, 'values')
  }
  return guesses
}

function mostlyIdentities(cells: readonly string[], on: IsoDate): boolean {
  const filled = cells.filter(cell => cell.trim() !== '')
  return filled.length > 1 && filled.filter(cell => typeof readIdentity(cell, on) !== 'string').length > filled.length * 0.7
}

/** Needed columns of a layout that no guess has, by their facts. */
export const missingFacts = (layout: FileLayout, guesses: readonly Guess[]): string[] =>
  layout.columns.filter(c => c.required && !guesses.some(g => g.fact === c.fact)).map(c => c.fact)

/** The kind of file that the guesses fit best: the one that lacks nothing before one that does, then the one with most columns. */
export function bestKind<T extends { layout: FileLayout; guesses: Guess[] }>(tries: readonly T[]): T | undefined {
  const hits = ({ guesses }: T) => guesses.filter(g => g.fact !== null).length
  const whole = ({ layout, guesses }: T) => Number(missingFacts(layout, guesses).length === 0)
  return [...tries].sort((a, b) => whole(b) - whole(a) || hits(b) - hits(a))[0]
}
