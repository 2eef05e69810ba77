import { basename } from 'node:path'
import type { FactChoice, FilePlan, InspectedFile, Inspection } from '../../../shared/contract/intake.ts'
import { FILE_KINDS, type FileKind, INTAKE_FACT, type IsoDate } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { shownName } from '../../../shared/text/shown.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import { worded } from '../cases/spoken.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import type { Context } from '../context.ts'
import type { FileLayout, Programme } from '../rules/load.ts'
import { planOf } from './files-in-order.ts'
import { bestKind, type Guess, guessColumns, missingFacts, type Remembered } from './guess-columns.ts'
import { coversHeader, knownSenders, mappingFor, rememberedMappings } from './mapping.ts'
import { type IsProtected, protectedPersons } from './protected.ts'
import { foldHeader } from './reader/guess.ts'
import { headerSignature } from './reader/plan.ts'
import type { Inspected, ReadOrder } from './reader/protocol.ts'
import { openFile } from './stream.ts'

const SHOWN_ROWS = 12
const EXAMPLES = 3

type Work = { layouts: FileLayout[]; mappings: Remembered[]; isProtected: IsProtected; on: IsoDate }

/**
 * Looks at files before they are read: what each is, where its header stands, and what its columns are taken for, with what.
 * What a plan says is so. A file that is no table comes back with its fault; nothing is stored and nothing is kept.
 */
export async function inspectFiles(context: Context, { intakeId, plans }: { intakeId: number; plans: FilePlan[] }): Promise<Inspection> {
  const { store } = context
  const intake = intakeById(store.read, intakeId)
  const programme = programmeIn(store.read, intake.programme)
  const files = await inspectAll(context, programme, intake.evaluation_date, plans)
  const facts = worded(store.read, ruleSetById(store.read, intake.rule_set).set).factById
  return { files, choices: choicesOf(programme, fact => facts.get(fact)?.label ?? fact), senders: [...new Set(knownSenders(context, { intakeId }).map(s => s.sender))] }
}

/** The same without an intake: for a programme, as of the first day of its latest version. */
export function inspectByProgramme(context: Context, programmeId: string, plans: FilePlan[]): Promise<InspectedFile[]> {
  const programme = programmeIn(context.store.read, programmeId)
  return inspectAll(context, programme, programme.versions.at(-1)?.from ?? '', plans)
}

async function inspectAll(context: Context, programme: Programme, on: IsoDate, plans: FilePlan[]): Promise<InspectedFile[]> {
  const { read } = context.store
  const work: Work = { layouts: Object.values(programme.layouts), mappings: rememberedMappings(read, programme.id), isProtected: protectedPersons(read, on), on }
  const files: InspectedFile[] = []
  for (const plan of plans) files.push(await inspectOne(context, plan, work))
  return files
}

function choicesOf({ layouts }: Programme, labelOf: (fact: string) => string): Record<FileKind, FactChoice[]> {
  const of = (kind: FileKind) => layouts[kind].columns.map(c => ({ fact: c.fact, label: labelOf(c.fact), column: c.column, required: c.required ?? false }))
  return { applications: of('applications'), register: of('register'), permits: of('permits') }
}

async function inspectOne(context: Context, plan: FilePlan, work: Work): Promise<InspectedFile> {
  const order: ReadOrder = {
    path: plan.file, ...planOf([plan], plan.file), inspect: true, layouts: work.layouts, names: work.mappings.flatMap(m => m.headers.map(foldHeader)),
    facts: {}, usedByRules: [], evaluationDate: work.on, intakeName: '', intakeId: 0, layoutIds: { applications: 0, register: 0, permits: 0 },
  }
  const file = openFile(order, context.assets, context.signal)
  let found: Inspected | null = null
  try {
    await file.read(message => { if (message.type === 'inspected') found = message })
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'cancelled') throw error
    return {
      name: shownName(basename(plan.file)), state: 'broken', fault: error.info, kind: null, encoding: null, separator: null, sheet: null, sheets: [],
      headerRow: 1, rows: [], columns: [], missing: [], sender: null, signature: '',
    }
  } finally {
    await file.close()
  }
  if (found === null) throw new Fault('file-reader-failed', { file: basename(plan.file) })
  return viewOf(plan, found, work)
}

function viewOf(plan: FilePlan, found: Inspected, work: Work): InspectedFile {
  const header = found.records[found.headerRow - 1] ?? []
  const below = found.records.slice(found.headerRow)
  const remembered = rememberedFor(plan, found, header, work)
  const best = chosenLayout(plan, header, below, remembered, work)
  const guesses = best?.guesses ?? header.map((): Guess => ({ fact: null, basis: null }))
  const place = (fact: string) => { const at = guesses.findIndex(g => g.fact === fact); return at < 0 ? undefined : at }
  // Where the number stands decides who a record is about; before it is known, any cell may name a protected person.
  const identity = place('identity.number')
  const mark = place('protection.marked')
  const hidden = (cells: string[]) => work.isProtected(cells) || (mark !== undefined && work.isProtected(cells, { mark, ...(identity === undefined ? {} : { identity }) }))
  const open = below.filter(cells => !hidden(cells))
  const examples = (i: number) => [...new Set(open.map(cells => (cells[i] ?? '').trim()).filter(Boolean))].slice(0, EXAMPLES)
  const missing = best ? missingFacts(best.layout, guesses).filter(fact => !(plan.allOfIntake && fact === INTAKE_FACT)) : []
  const settings = Object.keys(plan).filter(key => key !== 'file').length > 0
  return {
    name: shownName(basename(plan.file)), state: stateOf(), fault: found.fault, kind: best?.layout.kind ?? null,
    encoding: found.encoding, separator: found.separator, sheet: found.sheet, sheets: found.sheets, headerRow: found.headerRow,
    rows: found.records.slice(0, Math.max(SHOWN_ROWS, found.headerRow + 5)).map((cells, i) => (i + 1 > found.headerRow && hidden(cells) ? { row: i + 1, cells: [], masked: true } : { row: i + 1, cells, masked: false })),
    columns: header.map((cell, i) => ({ header: cell.trim(), examples: examples(i), fact: guesses[i]?.fact ?? null, basis: guesses[i]?.basis ?? null })),
    missing, sender: remembered?.sender ?? null, signature: headerSignature(header),
  }

  function stateOf(): InspectedFile['state'] {
    const complete = best !== undefined && missing.length === 0
    if (complete && remembered && !settings && coversHeader(remembered, header)) return 'remembered'
    if (found.fault === null && !settings) return 'known'
    return complete ? 'guessed' : 'incomplete'
  }
}

/** What is remembered of the sender. The portal's own headers are the sender's only when the whole header is. */
function rememberedFor(plan: FilePlan, found: Inspected, header: string[], work: Work): Remembered | null {
  if (plan.columns) return null
  const mapping = mappingFor(plan.kind ? work.mappings.filter(m => m.kind === plan.kind) : work.mappings, header)
  return mapping && (found.fault !== null || coversHeader(mapping, header)) ? mapping : null
}

function chosenLayout(plan: FilePlan, header: string[], below: string[][], remembered: Remembered | null, work: Work): { layout: FileLayout; guesses: Guess[] } | undefined {
  const kind = plan.kind ?? remembered?.kind
  const layouts = kind ? work.layouts.filter(l => l.kind === kind) : work.layouts
  const best = bestKind(layouts.map(layout => ({ layout, guesses: plan.columns ? given(plan.columns, header) : guessColumns(header, below, layout, remembered, work.on) })))
  return kind !== undefined || best?.guesses.some(g => g.fact !== null) ? best : undefined
}

const given = (columns: Record<string, string | null>, header: string[]): Guess[] => header.map((_, i) => ({ fact: columns[i] ?? null, basis: columns[i] === undefined ? null : 'given' }))

/** The plan by which an inspected file would be read as it was guessed: what the command line prints to be changed by hand. */
export function planFor(path: string, file: InspectedFile): FilePlan | null {
  if (file.state === 'broken' || file.kind === null || !FILE_KINDS.includes(file.kind)) return null
  const { encoding, separator, sheet, headerRow, signature } = file
  return {
    file: path, kind: file.kind, headerRow, signature, ...(encoding && encoding !== 'xlsx' ? { encoding } : {}), ...(separator ? { separator } : {}),
    ...(encoding === 'xlsx' && sheet ? { sheet } : {}), columns: Object.fromEntries(file.columns.map((c, i) => [String(i), c.fact])),
  }
}
