import { createHash } from 'node:crypto'
import { type Document, parseDocument, stringify } from 'yaml'
import * as z from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { exampleProblems } from './examples.ts'
import { loadProgramme, type Programme, type ProgrammeFiles } from './load.ts'

const FORMAT = 'sprangbrada-programme/1'
const schema = z.strictObject({ format: z.literal(FORMAT), hash: z.string().optional(), files: z.record(z.string().regex(/^[a-z0-9-]+(?:\.[a-z]{2})?\.yaml$/), z.string().max(4_000_000)) })

/** Content hash of a programme's files: the same texts give the same hash, whatever the line ends of the system they were saved on. */
export function filesHash(files: ProgrammeFiles): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(files).sort()) hash.update(`${name}\n${normal(files[name] ?? '')}\n`)
  return hash.digest('hex')
}

const normal = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trimEnd()

/** A programme as one text file that a person can read, change and send: every file of it as it is written, and a hash over them all. */
export function packProgramme(files: ProgrammeFiles): string {
  const texts = Object.fromEntries(Object.keys(files).sort().map(name => [name, `${normal(files[name] ?? '')}\n`]))
  const head = '# Ett program ur Språngbräda. Den som ändrar något ger ändringen en egen version i programme.yaml och tar bort raden ”hash” här.\n'
  return head + stringify({ format: FORMAT, hash: filesHash(files), files: texts }, { lineWidth: 0, blockQuote: 'literal' })
}

/**
 * Reads a programme file. Throws Fault programme-file-broken when it is none, programme-file-altered when its content is not what its hash says,
 * and rules-broken for a mistake in it.
 */
export function unpackProgramme(text: string, other: (id: string) => Programme): Programme {
  return loadProgramme(unpackFiles(text), other)
}

/** The files in a programme file, not yet looked into. Throws Fault programme-file-broken or programme-file-altered. */
export function unpackFiles(text: string): ProgrammeFiles {
  const doc = parseDocument(text, { schema: 'core', uniqueKeys: true, logLevel: 'error' })
  const first = doc.errors[0]
  if (first) throw new Fault('programme-file-broken', { message: `rad ${first.linePos?.[0].line ?? 1} går inte att läsa` })
  const parsed = schema.safeParse(plainOf(doc))
  if (!parsed.success) throw new Fault('programme-file-broken', { message: `raderna ”format: ${FORMAT}” och ”files” ska finnas` })
  const { files, hash } = parsed.data
  if (hash !== undefined && hash !== filesHash(files)) throw new Fault('programme-file-altered')
  return files
}

/** The file holds texts only; a reference inside it could swell without end and has no use. */
function plainOf(doc: Document): unknown {
  try {
    return doc.toJS({ maxAliasCount: 0 })
  } catch {
    return null
  }
}

/** Refuses a programme whose own examples do not come out. Throws Fault programme-examples with the first of them. */
export function requireExamples(programme: Programme): void {
  const problems = exampleProblems(programme)
  if (problems.length) throw new Fault('programme-examples', { count: problems.length, first: problems[0] ?? '' })
}

/**
 * Refuses a programme that says something else than before under the name of a version that is known. A version's last day may be
 * added, since a new one has to begin somewhere. Throws Fault programme-version-taken. Gives the versions that are new.
 */
export function newVersions(programme: Programme, known: Programme | null): string[] {
  const before = new Map(known?.versions.map(v => [v.version, { from: v.from, hash: known.version(v.version).hash }]))
  return programme.versions.flatMap(({ version, from }) => {
    const was = before.get(version)
    if (!was) return [version]
    if (was.from !== from || was.hash !== programme.version(version).hash) throw new Fault('programme-version-taken', { version, programme: programme.title })
    return []
  })
}
