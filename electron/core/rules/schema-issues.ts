import type * as z from 'zod'

/** The names that a rule file can hold, for "did you mean". */
const KNOWN = [
  'id', 'title', 'purpose', 'sources', 'sections', 'versions', 'version', 'from', 'to', 'changes', 'date', 'text', 'like', 'programme', 'without', 'chosenBy', 'intakes', 'name', 'evaluationDate', 'placeStart', 'placeEnd',
  'facts', 'label', 'type', 'section', 'list', 'unit', 'values', 'ordered', 'pattern', 'spelling', 'empty', 'emptyNeeds', 'editable', 'canBeNone', 'phrase', 'is', 'need', 'needNot', 'yes', 'no', 'none',
  'parameters', 'value', 'source', 'definitions', 'rules', 'question', 'basis', 'filterable', 'decisive', 'red', 'orange', 'green', 'not-applicable', 'when',
  'files', 'applications', 'register', 'permits', 'columns', 'column', 'fact', 'aliases', 'as', 'required', 'latestBy', 'manual', 'reasons', 'secondReader', 'override', 'assessments', 'usual', 'examples', 'says', 'on', 'given', 'unknown', 'expect', 'light', 'texts', 'why', 'missing', 'others', 'sv', 'en',
]
const CONDITIONS: ReadonlySet<string | number> = new Set(['red', 'orange', 'green', 'not-applicable'])
const kinds: Record<string, string> = { string: 'en text', number: 'ett tal', boolean: 'true eller false', array: 'en lista', object: 'namn med värden', record: 'namn med värden' }
const listed = (words: readonly unknown[]) => { const texts = words.map(String); return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} eller ${texts.at(-1) ?? ''}` }

export type Complaint = { path: (string | number)[]; message: string }
/** What does not fit a file's schema, in Swedish, and where; `data` is what the file holds. */
export function complaintOf(issues: readonly z.core.$ZodIssue[], data: unknown): Complaint {
  const issue = deepest(issues)
  if (!issue) return { path: [], message: 'innehållet har inte den form som väntas här' }
  const path = issue.path.filter(p => typeof p !== 'symbol')
  const name = path.findLast(p => typeof p === 'string')
  const says = (text: string): Complaint => ({ path, message: name === undefined ? `filen ${text}` : `”${name}” ${text}` })
  const found = at(data, path)
  if (path.length === 0 && (found === null || found === undefined)) return says('är tom')
  if (found === undefined && issue.code !== 'unrecognized_keys') return says('saknas')
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys
      const near = KNOWN.filter(word => distance(key, word) <= (word.length > 4 ? 2 : 1)).sort((a, b) => distance(key, a) - distance(key, b))
      return { path: [...path, key], message: `namnet ”${key}” hör inte hit${near.length ? `; menas ${listed(near.slice(0, 2))}?` : ''}` }
    }
    case 'invalid_value': return says(`ska vara ${listed(issue.values)}`)
    case 'invalid_type': return says(`ska vara ${kinds[issue.expected] ?? issue.expected}, men är ${found === null ? 'tomt' : kindOf(found)}${issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean') ? '; sätt citattecken runt det' : ''}`)
    case 'too_small': return says(issue.origin === 'array' ? 'behöver ha minst ett värde' : 'får inte vara tom')
    case 'custom': return says(issue.message)
    case 'invalid_format': return says(issue.message)
    case 'invalid_union': return says(path.some(step => CONDITIONS.has(step)) ? 'ska vara ett villkor skrivet som text' : 'har inte den form som väntas här')
    default: return says('har inte den form som väntas här')
  }
}

const kindOf = (value: unknown) => kinds[Array.isArray(value) ? 'array' : typeof value] ?? 'något annat'

/** Of a choice that none fits, the complaint of the one that came furthest says most. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [issue] = issues
  if (issue?.code !== 'invalid_union') return issue
  const inner = issue.errors.map(each => deepest(each)).filter(each => each !== undefined).sort((a, b) => b.path.length - a.path.length)[0]
  return inner && inner.path.length > 0 ? { ...inner, path: [...issue.path, ...inner.path] } : issue
}

function at(data: unknown, path: readonly (string | number)[]): unknown {
  let here = data
  for (const step of path) here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined
  return here
}

/** How many letters must be changed, added or taken away to make one word the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}

/** What a place in a file belongs to: "regeln JO-17", "parametern ”leastAge”"; null for a place outside all such things. */
export function ownerOf(data: unknown, path: readonly (string | number)[]): string | null {
  const [group, name, index] = path
  const named = (key: string, word: string) => { const value = at(data, [group ?? '', name ?? '', key]); return typeof value === 'string' ? `${word} ${value}` : null }
  if (name === undefined) return null
  switch (group) {
    case 'rules': return typeof name === 'string' ? `regeln ${name}` : named('id', 'regeln')
    case 'versions': { const version = named('version', ''); return version === null ? null : `versionen ”${version.trim()}”` }
    case 'examples': { const says = named('says', ''); return says === null ? null : `exemplet ”${says.trim()}”` }
    case 'definitions': return `definitionen ${name}`
    case 'texts': return `texten ”${name}”`
    case 'parameters': return `parametern ”${name}”`
    case 'facts': return index === undefined ? null : `uppgiften ”${name}”`
    default: return null
  }
}
