import type { FileKind, IsoDate, Source } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { breaksIn, dayAfter, type Dated, holds, turns } from './dated.ts'
import { RuleError } from './expressions.ts'
import { checkCredentials, checkSharing } from './beside-rules.ts'
import { checkRequestTexts } from './request-texts.ts'
import { compileRuleSet, type RuleSet } from './rule-set.ts'
import { type Judging, judgingOf } from './judging.ts'
import type { Column, DocumentOf } from './schema.ts'
import type { ConditionDef, DefinitionDef, FactDef, ParameterDef, RuleDef, RuleSetData } from './values.ts'
import { parametersInDays, rulesInDays, versionDays } from './version-days.ts'
import { checkEnglish, ENGLISH_FILE, englishOf, type EnglishTexts } from './english.ts'
import { mistakeAt, type Read, readDocument } from './yaml.ts'

export type { Column } from './schema.ts'
/** The text files of one programme, by file name. */
export type ProgrammeFiles = Record<string, string>
export type FileLayout = { kind: FileKind; source: Source; columns: Column[]; latestBy: string | null }
export type KnownIntake = { name: string; evaluationDate: IsoDate; placeStart: IsoDate; placeEnd: IsoDate }
export type ProgrammeVersion = { version: string; from: IsoDate; to: IsoDate | null; changes: { date: IsoDate; text: string }[] }
export type Example = DocumentOf<'examples'>['examples'][number]
/** A programme as its folder says. Between the first days of two versions nothing in it changes. */
export type Programme = {
  id: string
  title: string
  purpose: string
  sources: Record<string, string>
  intakes: KnownIntake[]
  /** Whether it takes in applications from files. */
  screens: boolean
  layouts: Record<FileKind, FileLayout>
  /** Oldest first, without gaps. */
  versions: ProgrammeVersion[]
  /** The fact whose date chooses the version; null where the evaluation date does. */
  chosenBy: string | null
  examples: { usual: Example['given']; list: Example[] }
  /** Its words in English, if it has any. */
  english: EnglishTexts | null
  /** What caseworkers answer by hand, write and read after one another. */
  judging: Judging
  files: ProgrammeFiles
  /** The compiled rules that hold on a date. Throws Fault programme-no-version when none do. */
  on(date: IsoDate): RuleSet
  /** The compiled rules of a version. Throws Fault programme-no-version. */
  version(version: string): RuleSet
}

type Files = { head: Read<'programme'>; facts: Read<'facts'> | null; parameters: Read<'parameters'> | null; rules: Read<'rules'>[]; base: Programme | null }

/** Reads a programme folder; `other` gives the programme that it says it is like. Throws Fault rules-broken naming file, line and what is wrong. */
export function loadProgramme(files: ProgrammeFiles, other: (id: string) => Programme): Programme {
  const { programme, check } = partsOf(files, other)
  check()
  return programme
}

/**
 * A programme whose files are known to be right, since they come with the program or were loaded when they came in: each file is read when
 * something asks for what it says. Parsing all of one takes about a second, which nobody who opens a case should wait for.
 */
export function trustedProgramme(files: ProgrammeFiles, other: (id: string) => Programme): Programme {
  return partsOf(files, other).programme
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function partsOf(files: ProgrammeFiles, other: (id: string) => Programme): { programme: Programme; check(): void } {
  const head = readDocument('programme', 'programme.yaml', files['programme.yaml'])
  const base = once(() => baseOf(head, other))
  const optional = <K extends 'facts' | 'parameters' | 'files' | 'examples'>(kind: K) => once((): Read<K> | null => (`${kind}.yaml` in files || (head.data.like === undefined && kind !== 'files' && kind !== 'examples') ? readDocument(kind, `${kind}.yaml`, files[`${kind}.yaml`]) : null))
  const facts = optional('facts')
  const all = once((): Files => {
    const [own, read] = [facts(), optional('parameters')()]
    const rules = Object.keys(files).filter(f => f.startsWith('rules')).sort().map(f => rulesInDays(readDocument('rules', f, files[f]), head.data.versions))
    return { head, base: base(), facts: own, parameters: read && parametersInDays(read, head.data.versions), rules }
  })
  const versions = versionsOf(head)
  const compiled = new Map<string, RuleSet>()
  const set = (version: ProgrammeVersion | undefined, says: Record<string, string>): RuleSet => {
    if (!version) throw new Fault('programme-no-version', { programme: head.data.title, ...says })
    const known = compiled.get(version.version) ?? compileVersion(all(), version)
    compiled.set(version.version, known)
    return known
  }
  const sets = () => versions.map(v => set(v, {}))
  const layoutsRead = optional('files')
  const layouts = once(() => {
    const read = layoutsRead()
    const known = new Set(set(versions[0], {}).factIndex.keys())
    return read ? { applications: layoutOf(read, 'applications', known), register: layoutOf(read, 'register', known), permits: layoutOf(read, 'permits', known) } : base()?.layouts ?? noLayouts
  })
  const examplesRead = optional('examples')
  const judging = once(() => judgingOf(head, facts(), base()?.judging ?? null))
  const englishRead = once(() => (ENGLISH_FILE in files ? readDocument('text', ENGLISH_FILE, files[ENGLISH_FILE]) : null))
  const english = once(() => { const read = englishRead(); return read && englishOf(read, base()?.english ?? null) })
  const programme: Programme = {
    id: head.data.id, title: head.data.title, purpose: head.data.purpose ?? '', sources: head.data.sources, intakes: head.data.intakes ?? [], versions, chosenBy: head.data.chosenBy ?? null, files,
    get screens() { return 'files.yaml' in files || (base()?.screens ?? false) },
    get layouts() { return layouts() },
    get examples() { const read = examplesRead(); return { usual: read?.data.usual, list: read?.data.examples ?? [] } },
    get english() { return english() },
    get judging() { return judging() },
    on: day => set(versions.find(v => v.from <= day && (v.to === null || day <= v.to)), { date: day }),
    version: version => set(versions.find(v => v.version === version), { date: version }),
  }
  const check = () => {
    base()
    checkDates(all())
    const each = sets()
    for (const one of each) checkChosenBy(head, one)
    layouts()
    examplesRead()
    const words = englishRead()
    if (words) checkEnglish(words, each.map(one => one.data))
    if ('credentials.yaml' in files) checkCredentials(readDocument('credentials', 'credentials.yaml', files['credentials.yaml']), each)
    if ('sharing.yaml' in files) checkSharing(readDocument('sharing', 'sharing.yaml', files['sharing.yaml']), each)
    if ('requests.yaml' in files) checkRequestTexts(readDocument('requests', 'requests.yaml', files['requests.yaml']), each)
    judging()
  }
  return { programme, check }
}

/** Oldest first. */
const versionsOf = (head: Read<'programme'>): ProgrammeVersion[] => versionDays(head.data.versions).map(({ version, from, to, changes }) => ({ version, from, to: to ?? null, changes }))

const opened: string[] = []
/** The programme that this one says it is like. */
function baseOf(head: Read<'programme'>, other: (id: string) => Programme): Programme | null {
  const { id, like } = head.data
  if (!like) return null
  const ring = like.programme === id || opened.includes(like.programme)
  if (ring) throw mistakeAt(head, ['like', 'programme'], `programmet ”${id}” bygger till slut på sig självt genom ”${like.programme}”`)
  opened.push(like.programme)
  try {
    return other(like.programme)
  } catch (error) {
    if (error instanceof Fault && error.code === 'programme-missing') throw mistakeAt(head, ['like', 'programme'], `programmet ”${like.programme}”, som detta ska likna, finns inte`)
    throw error
  } finally {
    opened.pop()
  }
}

function checkChosenBy(head: Read<'programme'>, set: RuleSet): void {
  const { chosenBy } = head.data
  if (chosenBy === undefined) return
  const fact = set.factById.get(chosenBy)
  if (!fact) throw mistakeAt(head, ['chosenBy'], `uppgiften ”${chosenBy}”, som ska välja version, finns inte i facts.yaml`)
  if (fact.type !== 'date' || fact.list) throw mistakeAt(head, ['chosenBy'], `uppgiften ”${chosenBy}”, som ska välja version, är inget datum`)
}

const noLayouts: Programme['layouts'] = {
  applications: { kind: 'applications', source: 'application', columns: [], latestBy: null }, register: { kind: 'register', source: 'register', columns: [], latestBy: null }, permits: { kind: 'permits', source: 'migration-agency', columns: [], latestBy: null },
}

function layoutOf(read: Read<'files'>, kind: FileKind, known: ReadonlySet<string>): FileLayout {
  const file = read.data.files[kind]
  file.columns.forEach((c, i) => { if (!known.has(c.fact)) throw mistakeAt(read, ['files', kind, 'columns', i], `kolumnen ”${c.column}” pekar på uppgiften ”${c.fact}”, som inte finns i facts.yaml`) })
  return { kind, source: file.source, columns: file.columns, latestBy: file.latestBy ?? null }
}

/** One version follows the other, so does each thing's wordings, and nothing changes but on a version's first day. */
function checkDates({ head, parameters, rules, base }: Files): void {
  const { versions } = head.data
  const names = versions.map(v => v.version)
  names.forEach((name, i) => { if (names.indexOf(name) !== i) throw mistakeAt(head, ['versions', i, 'version'], `versionen ”${name}” finns två gånger`) })
  const sorted = versionDays(versions)
  for (const { index, message } of breaksIn(versions.map(v => sorted.find(s => s.version === v.version) ?? v))) throw mistakeAt(head, ['versions', index], `versionen ”${names[index] ?? ''}” ${message}`)
  const starts = new Set(sorted.map(v => v.from))
  const first = sorted[0]?.from ?? ''
  const last = sorted.at(-1)?.to
  const follow = (read: Read<'parameters' | 'rules'>, what: string, items: readonly Dated[], path: (index: number) => (string | number)[]) => {
    for (const { index, message } of breaksIn(items)) throw mistakeAt(read, path(index), `${what} ${message}`)
    const between = turns(items).find(day => day > first && (last === undefined || day <= last) && !starts.has(day))
    if (between !== undefined) throw mistakeAt(read, path(items.findIndex(i => i.from === between) >= 0 ? items.findIndex(i => i.from === between) : items.findIndex(i => i.to !== undefined && dayAfter(i.to) === between)), `${what} ändras ${between}, men ingen version av programmet börjar då; lägg till en version i programme.yaml`)
  }
  for (const [name, p] of Object.entries(parameters?.data.parameters ?? {})) follow(parameters as Read<'parameters'>, `parametern ”${name}”`, p.values, i => ['parameters', name, 'values', i])
  const ruleItems = new Map<string, { read: Read<'rules'>; items: { span: Dated; path: (string | number)[] }[] }>()
  const collect = (key: string, read: Read<'rules'>, span: Dated, path: (string | number)[]) => {
    const known = ruleItems.get(key) ?? { read, items: [] }
    ruleItems.set(key, known)
    if (known.read !== read) throw mistakeAt(read, path, `${key} finns också i ${known.read.name}`)
    known.items.push({ span, path })
  }
  for (const read of rules) {
    read.data.rules?.forEach((rule, i) => collect(`regeln ${rule.id}`, read, rule, ['rules', i]))
    for (const [name, found] of Object.entries(read.data.definitions ?? {})) [found].flat().forEach((d, i) => collect(`definitionen ${name}`, read, { from: d.from ?? first, to: d.to }, Array.isArray(found) ? ['definitions', name, i] : ['definitions', name]))
  }
  for (const [key, { read, items }] of ruleItems) follow(read, key, items.map(i => i.span), i => items[i]?.path ?? [])
  for (const v of base?.versions ?? []) if (v.from > first && (last === undefined || v.from <= last) && !starts.has(v.from)) throw mistakeAt(head, ['versions'], `programmet ”${base?.id ?? ''}”, som detta liknar, ändras ${v.from}, men ingen version börjar då`)
}

function compileVersion(files: Files, { version, from }: ProgrammeVersion): RuleSet {
  const data = dataOf(files, from, version)
  try {
    return compileRuleSet(data)
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    throw placed(files, error, from)
  }
}

/** The file and line of a mistake that was found when a version was put together. */
function placed(files: Files, error: RuleError, day: IsoDate): Fault {
  const { head, rules, facts } = files
  const { part } = error
  const message = notThatDay(files, error.message, day)
  for (const read of part ? rules : []) {
    const index = read.data.rules?.findIndex(r => part?.kind === 'rule' && r.id === part.id && holds(day)(r)) ?? -1
    if (index >= 0 && part?.kind === 'rule') return mistakeAt(read, ['rules', index, part.light, part.index, 'when'], message)
    const found = part?.kind === 'definition' ? read.data.definitions?.[part.id] : undefined
    if (part && found) return mistakeAt(read, ['definitions', part.id, ...(Array.isArray(found) ? [found.findIndex(d => holds(day)({ from: d.from ?? day, to: d.to }))] : []), 'is'], message)
  }
  return mistakeAt(facts ?? head, [], message)
}

/** A name that is known on other days only is no misspelt one. */
function notThatDay({ parameters, rules }: Files, message: string, day: IsoDate): string {
  const names = [...Object.keys(parameters?.data.parameters ?? {}).map(name => `parameters.${name}`), ...rules.flatMap(read => Object.keys(read.data.definitions ?? {}))]
  const name = names.find(each => message.includes(`”${each}” är inget känt namn`))
  return name === undefined ? message : `${message.slice(0, message.indexOf(`”${name}”`))}”${name}” gäller inte ${day}, när en version börjar`
}

function dataOf(files: Files, day: IsoDate, version: string): RuleSetData {
  const { head, facts, parameters, rules, base } = files
  const { data } = head
  const inherited = base?.on(day).data
  const without = new Set(data.like?.without)
  const source = (read: Read<'rules' | 'parameters'>, path: (string | number)[], reference: string) => sourceText({ ...base?.sources, ...data.sources }, reference) ?? raise(mistakeAt(read, path, `källan ”${keyOf(reference)}” finns inte i programme.yaml`))
  const ownFacts = Object.entries(facts?.data.facts ?? {}).map(([id, { manual: _beside, ...def }]) => ({ id, ...def }) as FactDef)
  const own = new Set(ownFacts.map(f => f.id))
  const sections = { ...inherited?.sections, ...data.sections }
  for (const fact of ownFacts) if (!(fact.section in sections)) throw mistakeAt(facts ?? head, ['facts', fact.id, 'section'], `avsnittet ”${fact.section}” finns inte i programme.yaml (sections)`)
  const ownParameters = Object.entries(parameters?.data.parameters ?? {}).flatMap(([name, p]): [string, ParameterDef][] => {
    const index = p.values.findIndex(holds(day))
    const found = p.values[index]
    return found && parameters ? [[name, { label: p.label, ...(p.unit === undefined ? {} : { unit: p.unit }), value: found.value, source: source(parameters, ['parameters', name, 'values', index, 'source'], found.source) }]] : []
  })
  const ownDefinitions = rules.flatMap(read => Object.entries(read.data.definitions ?? {}).flatMap(([name, found]): [string, DefinitionDef][] => {
    const d = [found].flat().find(each => holds(day)({ from: each.from ?? day, to: each.to }))
    return d ? [[name, { label: d.label, is: d.is, ...(d.unit === undefined ? {} : { unit: d.unit }) }]] : []
  }))
  const ownRules = rules.flatMap(read => (read.data.rules ?? []).flatMap((r, i): RuleDef[] => {
    if (!holds(day)(r)) return []
    if (!(r.section in sections)) throw mistakeAt(read, ['rules', i, 'section'], `avsnittet ”${r.section}” finns inte i programme.yaml (sections)`)
    return [{
      id: r.id, question: r.question, section: r.section, filterable: r.filterable ?? true, decisive: r.decisive ?? null, sources: r.sources.map((s, j) => source(read, ['rules', i, 'sources', j], s)),
      red: conditionList(r.red, r.basis), orange: conditionList(r.orange, r.basis), green: conditionList(r.green, r.basis), notApplicable: conditionList(r['not-applicable'], r.basis),
    }]
  }))
  const replaced = new Set([...without, ...ownRules.map(r => r.id)])
  for (const id of without) if (!inherited?.rules.some(r => r.id === id)) throw mistakeAt(head, ['like', 'without'], `regeln ${id} finns inte i ”${base?.id ?? ''}” den ${day}`)
  return {
    programme: data.id, title: data.title, version, sections,
    facts: [...(inherited?.facts ?? []).filter(f => !own.has(f.id)), ...ownFacts],
    parameters: { ...inherited?.parameters, ...Object.fromEntries(ownParameters) },
    definitions: { ...inherited?.definitions, ...Object.fromEntries(ownDefinitions) },
    rules: [...(inherited?.rules ?? []).filter(r => !replaced.has(r.id)), ...ownRules].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

function raise(fault: Fault): never {
  throw fault
}

type ConditionYaml = string | { when: string; basis: 'statute' | 'policy' }
function conditionList(value: ConditionYaml | ConditionYaml[] | undefined, basis: 'statute' | 'policy'): ConditionDef[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(c => (typeof c === 'string' ? { when: c, basis } : c))
}

const keyOf = (reference: string) => { const at = reference.indexOf(': '); return at < 0 ? reference : reference.slice(0, at) }
/** "R23: avsnitt 2.1" → "Arbetsförmedlingens återrapport …, avsnitt 2.1": the key's text, then the place in it. */
function sourceText(sources: Record<string, string>, reference: string): string | undefined {
  if (reference === 'policy') return 'Praxis: programmets egen gräns'
  const key = keyOf(reference)
  const text = sources[key]
  return text === undefined ? undefined : key === reference ? text : `${text}, ${reference.slice(key.length + 2)}`
}
