import { type Document, isMap, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { type DocumentKind, type DocumentOf, documents } from './schema.ts'

export type Path = readonly (string | number)[]
/** A file of a programme: its content and where each part of it stands. */
export type Read<K extends DocumentKind> = { name: string; data: DocumentOf<K>; line(path: Path): number }

/** The fault for a mistake in a rule file: "rules-plan.yaml, rad 12: regeln JO-17: …". */
export function mistakeAt(file: { name: string; line(path: Path): number }, path: Path, message: string): Fault {
  return new Fault('rules-broken', { message: `${file.name}, rad ${file.line(path)}: ${message}` })
}

const syntax: Record<string, string> = {
  DUPLICATE_KEY: 'samma namn står två gånger', BAD_INDENT: 'raden är fel indragen', TAB_AS_INDENT: 'indraget är gjort med tabb; använd blanksteg', MISSING_CHAR: 'ett tecken saknas, till exempel ett citattecken eller en hakparentes',
  BLOCK_AS_IMPLICIT_KEY: 'raden har två kolon; sätt citattecken runt texten', MULTILINE_IMPLICIT_KEY: 'ett namn går över flera rader', IMPOSSIBLE: 'raden går inte att förstå', UNEXPECTED_TOKEN: 'här står ett tecken som inte hör hit', BAD_ALIAS: 'hänvisningen med * pekar på ingenting',
  UNRESOLVED_ALIAS: 'hänvisningen med * pekar på ingenting', BAD_SCALAR_START: 'texten börjar med ett tecken som behöver citattecken', BAD_DQ_ESCAPE: 'det omvända snedstrecket betyder inget här', KEY_OVER_1024_CHARS: 'ett namn är orimligt långt', RESOURCE_EXHAUSTION: 'filen är för stor',
}
const swedish = z.locales.sv().localeError

/** Reads a file of a programme. Throws Fault rules-broken with file and line. */
export function readDocument<K extends DocumentKind>(kind: K, name: string, text: string | undefined): Read<K> {
  if (text === undefined) throw new Fault('rules-broken', { message: `filen ${name} saknas` })
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' })
  const first = doc.errors[0]
  if (first) throw new Fault('rules-broken', { message: `${name}, rad ${lines.linePos(first.pos[0]).line}: ${syntax[first.code] ?? 'raden går inte att läsa som YAML'}` })
  const line = (path: Path) => lineOf(doc, lines, path)
  const parsed = documents[kind].safeParse(doc.toJS({ maxAliasCount: 100 }), { error: swedish })
  if (parsed.success) return { name, data: parsed.data as DocumentOf<K>, line }
  const issue = deepest(parsed.error.issues)
  const path = (issue?.path ?? []).filter(p => typeof p !== 'symbol')
  throw mistakeAt({ name, line }, path, `${path.length ? `${path.join('.')}: ` : ''}${issue?.message ?? 'är fel'}`)
}

/** Of a choice that none fits, the complaint of the one that came furthest says most. */
function deepest(issues: readonly z.core.$ZodIssue[]): { path: PropertyKey[]; message: string } | undefined {
  const [issue] = issues
  if (issue?.code !== 'invalid_union') return issue
  const inner = issue.errors.map(each => deepest(each)).filter(each => each !== undefined).sort((a, b) => b.path.length - a.path.length)[0]
  return inner && inner.path.length > 0 ? { path: [...issue.path, ...inner.path], message: inner.message } : { path: issue.path, message: 'värdet har inte den form som väntas här' }
}

function lineOf(doc: Document, lines: LineCounter, path: Path): number {
  for (let n = path.length; n >= 0; n--) {
    const node: unknown = n === 0 ? doc.contents : doc.getIn(path.slice(0, n), true)
    const range = isRanged(node) ? node.range : isMap(node) ? node.range : null
    if (range) return lines.linePos(range[0]).line
  }
  return 1
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
