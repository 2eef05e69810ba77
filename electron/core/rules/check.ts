import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { Fault } from '../../../shared/fault.ts'
import { holds } from './dated.ts'
import { exampleProblems } from './examples.ts'
import { loadProgramme, type Programme, type ProgrammeFiles } from './load.ts'
import { type Unreached, unreached } from './reach.ts'
import { rulesInDays } from './version-days.ts'
import { readDocument } from './yaml.ts'

export type CheckedProgramme = { problems: string[]; programme: Programme | null }
const MOST = 500
const lightWord = { red: 'rött', orange: 'orange', green: 'grönt', 'not-applicable': 'ej aktuell' } as const

/**
 * Everything that is wrong with a programme, each with file and line: first what keeps it from being read in any of its versions, else the examples
 * that do not come out and the conditions that no facts were found for. None when all is well.
 */
export function checkProgramme(files: ProgrammeFiles, other: (id: string) => Programme): CheckedProgramme {
  const problems: string[] = []
  const removed = new Set<string>()
  let left = files
  // The loader stops at the first mistake: what holds it is taken away, line for line, and the rest is read again.
  while (problems.length < MOST) {
    try {
      const programme = loadProgramme(left, other)
      if (problems.length > 0) return { problems, programme: null }
      return { problems: [...exampleProblems(programme), ...unreachedIn(programme)], programme }
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'rules-broken') throw error
      const message = String(error.info.params['message'])
      // That a name is missing which stood in a mistaken part is no mistake of its own.
      if (![...removed].some(name => message.includes(`”${name}”`) || message.includes(`”parameters.${name}”`))) problems.push(message)
      const place = /^([a-z0-9-]+\.yaml), rad (\d+): /.exec(message)
      const cut = place ? without(left[place[1] ?? ''] ?? '', Number(place[2])) : null
      if (!place || !cut) return { problems, programme: null }
      for (const name of cut.names) removed.add(name)
      left = { ...left, [place[1] ?? '']: cut.text }
    }
  }
  return { problems, programme: null }
}

type Piece = { name: string; start: number; end: number }
/** A file without the condition, rule, definition, parameter, fact or example on a line; the other lines keep their numbers. Null where nothing can be taken away. */
function without(text: string, line: number): { text: string; names: string[] } | null {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines })
  if (!isMap(doc.contents)) return null
  const linesOf = ({ start, end }: Piece) => [lines.linePos(start).line, lines.linePos(Math.max(start, end - 1)).line] as const
  const holding = (pieces: Piece[]) => pieces.find(piece => { const [first, last] = linesOf(piece); return first <= line && line <= last })
  for (const { value } of doc.contents.items) {
    const parts = isMap(value) ? pairsOf(value) : isSeq(value) ? value.items.flatMap(item => pieceOf('', item, item)) : []
    const found = holding(parts)
    if (!found) continue
    const item = isSeq(value) ? value.items[parts.indexOf(found)] : null
    // Of a rule only the condition is taken away, so that its others are read as well.
    const condition = isMap(item) ? holding(pairsOf(item).filter(pair => pair.name in lightWord)) : undefined
    if (!condition && parts.length < 2) return null
    const [first, last] = linesOf(condition ?? found)
    const kept = text.split('\n').map((written, i) => (i + 1 >= first && i + 1 <= last ? '' : written)).join('\n')
    return kept === text ? null : { text: kept, names: found.name === '' ? [] : [found.name] }
  }
  return null
}

const pairsOf = (map: YAMLMap): Piece[] => map.items.flatMap(pair => pieceOf(String(pair.key), pair.key, pair.value))

function pieceOf(name: string, from: unknown, to: unknown): Piece[] {
  const [start, end] = [rangeOf(from)?.[0], rangeOf(to)?.[2]]
  return start === undefined || end === undefined ? [] : [{ name, start, end }]
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const [start, middle, end] = node.range.map(Number)
  return start === undefined || middle === undefined || end === undefined ? undefined : [start, middle, end]
}

function unreachedIn(programme: Programme): string[] {
  return programme.versions.flatMap(({ version, from }) => unreached(programme.version(version), from).map(found => `${placeOf(programme, from, found)}regeln ${found.rule} blir aldrig ${lightWord[found.light]} genom ”${found.when}” i version ${version}: inga uppgifter hittades som gör villkoret sant`))
}

/** "rules-plan.yaml, rad 12: ", or the programme that a rule is taken from. */
function placeOf(programme: Programme, day: string, { rule, light, index }: Unreached): string {
  const { versions } = readDocument('programme', 'programme.yaml', programme.files['programme.yaml']).data
  for (const name of Object.keys(programme.files).filter(f => f.startsWith('rules'))) {
    const read = rulesInDays(readDocument('rules', name, programme.files[name]), versions)
    const at = read.data.rules?.findIndex(r => r.id === rule && holds(day)(r)) ?? -1
    if (at >= 0) return `${name}, rad ${read.line(['rules', at, light, index])}: `
  }
  return ''
}
