import { type Document, isMap, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import { Fault } from '../../../shared/fault.ts'
import { type DocumentKind, type DocumentOf, documents } from './schema.ts'
import { complaintOf, ownerOf } from './schema-issues.ts'

export type Path = readonly (string | number)[]
/** A file of a programme, and where in it what stands: the line, and the rule or other thing that a place belongs to. */
export type Place = { name: string; line(path: Path): number; owner(path: Path): string | null }
/** A file of a programme: its content and where each part of it stands. */
export type Read<K extends DocumentKind> = Place & { data: DocumentOf<K> }

/** The fault for a mistake in a rule file: "rules-plan.yaml, rad 12: regeln JO-17: …". */
export function mistakeAt(file: Place, path: Path, message: string): Fault {
  const owner = file.owner(path)
  return new Fault('rules-broken', { message: `${file.name}, rad ${file.line(path)}: ${owner === null || message.startsWith(owner) ? '' : `${owner}: `}${message}` })
}

const syntax: Record<string, string> = {
  DUPLICATE_KEY: 'samma namn står två gånger', BAD_INDENT: 'raden är fel indragen, eller så saknas en klammer eller hakparentes på raden före', TAB_AS_INDENT: 'indraget är gjort med tabb; använd blanksteg',
  MISSING_CHAR: 'raden är fel indragen, eller så saknas ett tecken, till exempel ett kommatecken eller ett bindestreck', BLOCK_AS_IMPLICIT_KEY: 'raden har två kolon; sätt citattecken runt texten',
  MULTILINE_IMPLICIT_KEY: 'ett kolon saknas efter namnet, eller så går namnet över flera rader', IMPOSSIBLE: 'raden går inte att förstå', UNEXPECTED_TOKEN: 'här står ett tecken som inte hör hit',
  BAD_ALIAS: 'hänvisningen med * pekar på ingenting', BAD_SCALAR_START: 'texten börjar med ett tecken som behöver citattecken', BAD_DQ_ESCAPE: 'det omvända snedstrecket betyder inget här',
  KEY_OVER_1024_CHARS: 'ett namn är orimligt långt', RESOURCE_EXHAUSTION: 'filen är för stor', MULTIPLE_DOCS: 'raden --- delar filen i två; ta bort den',
}
const syntaxOf = ({ code, message }: YAMLError) => (code === 'MISSING_CHAR' && message.includes('quote') ? 'ett citattecken saknas, här eller på en rad före' : syntax[code] ?? 'raden går inte att läsa som YAML')

/** Reads a file of a programme. Throws Fault rules-broken with file and line. */
export function readDocument<K extends DocumentKind>(kind: K, name: string, text: string | undefined): Read<K> {
  if (text === undefined) throw new Fault('rules-broken', { message: `filen ${name} saknas` })
  const lines = new LineCounter()
  // What is odd is told as a mistake below; the library would also write it to the console.
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core', logLevel: 'error' })
  const first = doc.errors[0]
  if (first) throw new Fault('rules-broken', { message: `${name}, rad ${lines.linePos(first.pos[0]).line}: ${syntaxOf(first)}` })
  const raw = contentOf(doc, lines, name)
  const place: Place = { name, line: path => lineOf(doc, lines, path), owner: path => ownerOf(raw, path) }
  const parsed = documents[kind].safeParse(raw)
  if (parsed.success) return { ...place, data: parsed.data as DocumentOf<K> }
  const { path, message } = complaintOf(parsed.error.issues, raw)
  throw mistakeAt(place, path, message)
}

/** The plain content. References that point nowhere, or that would swell to more than any rule file holds, are mistakes. */
function contentOf(doc: Document, lines: LineCounter, name: string): unknown {
  const mistake = (offset: number, message: string) => new Fault('rules-broken', { message: `${name}, rad ${lines.linePos(offset).line}: ${message}` })
  try {
    return doc.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    let last = 0
    visit(doc, { Alias: (_key, node) => {
      last = node.range?.[0] ?? last
      if (!node.resolve(doc)) throw mistake(last, `hänvisningen *${node.source} pekar på ingenting`)
    } })
    throw mistake(last, 'hänvisningarna med * är för många')
  }
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
