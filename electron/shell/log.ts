import { randomInt } from 'node:crypto'
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Log = {
  /** Notes that something happened: a code and, if need be, where. */
  note(code: string, where?: string): void
  /** Notes a defect of the program; gives the number that the person is shown. */
  incident(kind: string, where: string): string
}

const limitBytes = 1_000_000
const longestLine = 300

/** The program's log: codes and incident numbers in one text file, never more than two files of 1 MB. A log that cannot be written is no reason to stop. */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'logg.txt')

  function write(line: string): void {
    try {
      if (sizeOf(file) > limitBytes) renameSync(file, join(folder, 'logg.1.txt'))
      appendFileSync(file, `${now().toISOString()} ${redact(line)}\n`, { mode: 0o600 })
    } catch {
      // Nowhere left to tell it.
    }
  }
  return {
    note: (code, where) => write(where === undefined ? code : `${code} ${where}`),
    incident(kind, where) {
      const number = incidentNumber()
      write(`incident ${number} ${kind} ${where}`)
      return number
    },
  }
}

/** Short enough to read out on the telephone, and never eight digits in a row as a birth date is. */
function incidentNumber(): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ'
  const letter = () => letters[randomInt(letters.length)] ?? 'X'
  return `${letter()}${letter()}${randomInt(100, 1000)}${letter()}`
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * The last line of defence: takes identity numbers, paths, addresses and line breaks out of a line, should one ever come there.
 * Callers give codes only; this holds when they err.
 */
export function redact(line: string): string {
  return line
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[a-z][a-z0-9+.-]*:\/\/\S*/gi, '[adress]')
    .replaceAll(/\S+@\S+/g, '[adress]')
    .replaceAll(/(?:[a-z]:)?[\\/](?:[^\\/:*?"<>|\r\n]*[\\/])*[^\\/:*?"<>|\r\n]*/gi, '[sökväg]')
    .replaceAll(/\p{Nd}(?:[\p{L}\s+\-–.]{0,2}\p{Nd}){5,}\p{L}?/gu, '[nummer]')
    .slice(0, longestLine)
}
