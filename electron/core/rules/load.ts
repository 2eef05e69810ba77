import { isMap, LineCounter, parseDocument, type Document } from 'yaml'
import * as z from 'zod'
import { FILE_KINDS, SECTIONS, type FileKind, type IsoDate, type Source } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { isIsoDate } from './dates.ts'
import { RuleError } from './expressions.ts'
import { compileRuleSet, type RuleSet } from './rule-set.ts'
import type { ConditionDef, FactDef, RuleSetData } from './values.ts'

/** The text files of one programme, by file name. */
export type ProgrammeFiles = Record<string, string>

const date = z.string().refine(isIsoDate, 'ska vara ett datum som 2023-01-01')
const span = { from: date, to: date.optional() }
const scalar = z.union([z.string(), z.number(), z.boolean()])
const basis = z.enum(['statute', 'policy'])
const condition = z.union([z.string(), z.strictObject({ when: z.string(), basis })])
const conditions = z.union([condition, z.array(condition)]).optional()

const factSchema = z.strictObject({
  label: z.string(), type: z.enum(['date', 'number', 'boolean', 'word', 'country', 'text']), section: z.enum(SECTIONS),
  unit: z.string().optional(), values: z.record(z.string(), z.string()).optional(), ordered: z.boolean().optional(), pattern: z.string().optional(), spelling: z.enum(['upper', 'lower']).optional(),
  empty: scalar.nullable().optional(), emptyNeeds: z.enum(['register', 'migration-agency']).optional(), editable: z.boolean().optional(),
  phrase: z.strictObject({ is: z.string(), need: z.string(), needNot: z.string(), yes: z.string(), no: z.string(), none: z.string() }).partial().optional(),
})
const columnSchema = z.strictObject({ column: z.string(), fact: z.string(), aliases: z.array(z.string()).optional(), as: z.enum(['identity', 'postal-code']).optional(), required: z.boolean().optional() })
const fileSchema = z.strictObject({ source: z.enum(['application', 'register', 'migration-agency']), columns: z.array(columnSchema), latestBy: z.string().optional() })

const documents = {
  programme: z.strictObject({
    id: z.string(), title: z.string(), sources: z.record(z.string(), z.string()),
    versions: z.array(z.strictObject({ version: z.string(), ...span })),
    intakes: z.array(z.strictObject({ name: z.string(), evaluationDate: date, placeStart: date, placeEnd: date })),
  }),
  facts: z.strictObject({ facts: z.record(z.string(), factSchema) }),
  files: z.strictObject({ files: z.record(z.enum(FILE_KINDS), fileSchema) }),
  parameters: z.strictObject({
    parameters: z.record(z.string(), z.strictObject({
      label: z.string(), unit: z.string().optional(),
      values: z.array(z.strictObject({ ...span, value: z.union([scalar, z.array(scalar)]), source: z.string() })),
    })),
  }),
  rules: z.strictObject({
    definitions: z.record(z.string(), z.strictObject({ label: z.string(), is: z.string(), unit: z.string().optional() })).optional(),
    rules: z.array(z.strictObject({
      id: z.string(), question: z.string(), section: z.enum(SECTIONS), sources: z.array(z.string()).min(1), basis, ...span,
      filterable: z.boolean().optional(), decisive: z.string().optional(), red: conditions, orange: conditions, green: conditions, 'not-applicable': conditions,
    })).optional(),
  }),
}

export type Column = z.infer<typeof columnSchema>
export type FileLayout = { kind: FileKind; source: Source; columns: Column[]; latestBy: string | null }
export type KnownIntake = { name: string; evaluationDate: IsoDate; placeStart: IsoDate; placeEnd: IsoDate }
/** A programme as its folder says: everything dated, nothing chosen yet. */
export type Programme = {
  id: string
  title: string
  sources: Record<string, string>
  intakes: KnownIntake[]
  layouts: Record<FileKind, FileLayout>
  /** The compiled rules that hold on a date. Throws Fault programme-no-version when none do. */
  on(date: IsoDate): RuleSet
}

type Dated = { from: IsoDate; to?: IsoDate | undefined }
const holds = (on: IsoDate) => (item: Dated) => item.from <= on && (item.to === undefined || on <= item.to)

/** Reads a programme folder. Throws Fault rules-broken naming file, line and what is wrong. */
export function loadProgramme(files: ProgrammeFiles): Programme {
  const read = <K extends keyof typeof documents>(kind: K, name: string): z.infer<(typeof documents)[K]> => readYaml(name, files[name], documents[kind]) as z.infer<(typeof documents)[K]>
  const head = read('programme', 'programme.yaml')
  const facts = read('facts', 'facts.yaml').facts
  const layouts = read('files', 'files.yaml').files
  const parameters = read('parameters', 'parameters.yaml').parameters
  const ruleFiles = Object.keys(files).filter(f => f.startsWith('rules')).sort().map(f => read('rules', f))
  const compiled = new Map<string, RuleSet>()
  const on = (day: IsoDate): RuleSet => {
    const version = head.versions.find(holds(day))
    if (!version) throw new Fault('programme-no-version', { programme: head.title, date: day })
    const data = resolve(day, version.version)
    const key = JSON.stringify(data)
    const known = compiled.get(key)
    if (known) return known
    const set = compileOrFault(data)
    compiled.set(key, set)
    return set
  }
  const resolve = (day: IsoDate, version: string): RuleSetData => ({
    programme: head.id, title: head.title, version,
    facts: Object.entries(facts).map(([id, def]) => ({ id, ...def }) as FactDef),
    parameters: Object.fromEntries(Object.entries(parameters).flatMap(([name, p]) => {
      const value = p.values.find(holds(day))
      return value ? [[name, { label: p.label, ...(p.unit === undefined ? {} : { unit: p.unit }), value: value.value, source: sourceText(head.sources, value.source, name) }]] : []
    })),
    definitions: Object.fromEntries(ruleFiles.flatMap(f => Object.entries(f.definitions ?? {}).map(([name, d]) => [name, { label: d.label, is: d.is, ...(d.unit === undefined ? {} : { unit: d.unit }) }]))),
    rules: ruleFiles.flatMap(f => f.rules ?? []).filter(holds(day)).map(r => ({
      id: r.id, question: r.question, section: r.section, filterable: r.filterable ?? true, decisive: r.decisive ?? null,
      sources: r.sources.map(s => sourceText(head.sources, s, r.id)),
      red: conditionList(r.red, r.basis), orange: conditionList(r.orange, r.basis), green: conditionList(r.green, r.basis), notApplicable: conditionList(r['not-applicable'], r.basis),
    })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  })
  const layoutOf = (kind: FileKind): FileLayout => {
    const file = layouts[kind]
    for (const c of file.columns) if (!(c.fact in facts)) throw new Fault('rules-broken', { message: `files.yaml: kolumnen ”${c.column}” pekar på uppgiften ”${c.fact}”, som inte finns i facts.yaml` })
    return { kind, source: file.source, columns: file.columns, latestBy: file.latestBy ?? null }
  }
  return { id: head.id, title: head.title, sources: head.sources, intakes: head.intakes, layouts: { applications: layoutOf('applications'), register: layoutOf('register'), permits: layoutOf('permits') }, on }
}

type ConditionYaml = string | { when: string; basis: 'statute' | 'policy' }
function conditionList(value: ConditionYaml | ConditionYaml[] | undefined, basis: 'statute' | 'policy'): ConditionDef[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(c => (typeof c === 'string' ? { when: c, basis } : c))
}

/** "R23: avsnitt 2.1" → "Arbetsförmedlingens återrapport …, avsnitt 2.1": the key's text, then the place in it. */
function sourceText(sources: Record<string, string>, reference: string, where: string): string {
  if (reference === 'policy') return 'Programmets egen bedömningsgrund (policy)'
  const at = reference.indexOf(': ')
  const key = at < 0 ? reference : reference.slice(0, at)
  const text = sources[key]
  if (text === undefined) throw new Fault('rules-broken', { message: `${where}: källan ”${key}” finns inte i programme.yaml` })
  return at < 0 ? text : `${text}, ${reference.slice(at + 2)}`
}

function compileOrFault(data: RuleSetData): RuleSet {
  try {
    return compileRuleSet(data)
  } catch (error) {
    if (error instanceof RuleError) throw new Fault('rules-broken', { message: error.message })
    throw error
  }
}

function readYaml(name: string, text: string | undefined, schema: z.ZodType): unknown {
  if (text === undefined) throw new Fault('rules-broken', { message: `filen ${name} saknas` })
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' })
  const first = doc.errors[0]
  if (first) throw new Fault('rules-broken', { message: `${name}, rad ${lines.linePos(first.pos[0]).line}: ${first.message.split('\n')[0]}` })
  const parsed = schema.safeParse(doc.toJS())
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = (issue?.path ?? []).filter(p => typeof p !== 'symbol')
  throw new Fault('rules-broken', { message: `${name}, rad ${lineOf(doc, lines, path)}: ${path.join('.')} ${issue?.message ?? 'är fel'}` })
}

function lineOf(doc: Document, lines: LineCounter, path: (string | number)[]): number {
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
