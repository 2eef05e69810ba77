import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DiffEntry } from '../../shared/contract/rules.ts'
import type { IsoDate } from '../../shared/domain.ts'
import { Fault } from '../../shared/fault.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import { spoken } from './cases/spoken.ts'
import { folders } from './programmes/folders.ts'
import { programmeIds, programmeOf } from './programmes/programmes.ts'
import { inEnglish } from './rules/english.ts'
import { assess, assessmentReport, type AssessmentReport, rulesFor } from './rules/assess.ts'
import { checkProgramme } from './rules/check.ts'
import { diffRuleSets } from './rules/diff.ts'
import type { GivenFacts } from './rules/given.ts'
import { loadProgramme, type Programme, type ProgrammeFiles } from './rules/load.ts'
import { packProgramme, unpackFiles } from './rules/programme-file.ts'
import type { RuleSet } from './rules/rule-set.ts'
import { makeFolder, writeFileAtomic } from './store/files.ts'

/** Ids of the programmes that come with the program. */
export const programmes = programmeIds

const MOST_BYTES = 8_000_000

/** The text of a file. Throws Fault file-missing, file-unreadable or file-too-large, or programme-file-broken when it is no text. */
export function readText(path: string): string {
  const bytes = reading(path, () => {
    const { size } = statSync(path)
    if (size > MOST_BYTES) throw new Fault('file-too-large', { file: basename(path), megabytes: Math.ceil(size / 1e6), most: MOST_BYTES / 1e6 })
    return readFileSync(path)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Fault('programme-file-broken', { message: 'den går inte att läsa som text (UTF-8)' })
  }
}

function reading<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Fault) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new Fault(code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable', { file: basename(path) })
  }
}

/** The files of a programme from its folder, or from the one file that it is exported as. */
export function filesAt(path: string): ProgrammeFiles {
  if (!reading(path, () => statSync(path).isDirectory())) return unpackFiles(readText(path))
  return Object.fromEntries(reading(path, () => readdirSync(path)).filter(name => name.endsWith('.yaml')).sort().map(name => [name, readText(join(path, name))]))
}

export type CheckLine = { name: string; problems: string[]; versions: number; rules: number; examples: number }
/** Checks the programmes that come with the program, or those at paths: that they can be read, that their examples come out, that every light can be reached. */
export function checkRules(paths: readonly string[]): CheckLine[] {
  const own: [string, ProgrammeFiles][] = programmeIds.map(id => [id, folders[id] ?? {}])
  return (paths.length === 0 ? own : paths.map((path): [string, ProgrammeFiles] => [path, filesAt(path)])).map(([name, files]) => {
    const { problems, programme } = checkOne(files)
    return { name, problems, versions: programme?.versions.length ?? 0, rules: new Set(programme?.versions.flatMap(v => programme.version(v.version).rules.map(r => r.def.id))).size, examples: programme?.examples.list.length ?? 0 }
  })
}

function checkOne(files: ProgrammeFiles): { problems: string[]; programme: Programme | null } {
  try {
    return checkProgramme(files, programmeOf)
  } catch (error) {
    // Another programme that this one is like is missing.
    if (error instanceof Fault) return { problems: [faultSentence(error.info)], programme: null }
    throw error
  }
}

/** Judges facts written by hand. Throws Fault programme-no-version, fact-unknown or fact-invalid. */
export function assessFacts(programme: string, on: IsoDate, given: GivenFacts): AssessmentReport {
  const found = programmeOf(programme)
  return assessmentReport(assess(inLanguage(rulesFor(found, on, given), found), on, given))
}

/** Rules in the language of the command, where their programme has it; the same rules, with the same hash. */
const inLanguage = (set: RuleSet, { english }: Programme): RuleSet => (spoken() === 'en' && english ? inEnglish(set, english) ?? set : set)

/** The rules that a name stands for: PROGRAMME@VERSION, or FILE or FILE@VERSION; without a version the newest. Throws Fault programme-missing or programme-no-version. */
export function rulesNamed(name: string): RuleSet {
  const at = name.lastIndexOf('@')
  const [head, version] = at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name, undefined]
  if (programmeIds.includes(head)) return versionOf(programmeOf(head), version)
  const whole = exists(name)
  if (!whole && !exists(head)) throw new Fault('programme-missing', { programme: head })
  return versionOf(loadProgramme(filesAt(whole ? name : head), programmeOf), whole ? undefined : version)
}

const versionOf = (programme: Programme, version: string | undefined) => inLanguage(programme.version(version ?? programme.versions.at(-1)?.version ?? ''), programme)

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** What differs between two rule sets. */
export function differences(before: RuleSet, after: RuleSet): DiffEntry[] {
  return diffRuleSets(before.data, after.data, before.language === after.language ? before.language : 'sv')
}

/** Writes a programme that comes with the program as one text file. Throws Fault programme-missing, disk-full or write-failed. */
export function exportRules(programme: string, path: string): void {
  makeFolder(dirname(path))
  writeFileAtomic(path, packProgramme(programmeOf(programme).files))
}
