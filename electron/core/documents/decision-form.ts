import type { z } from 'zod'
import { decisionFormSchema } from '../../../shared/documents.ts'
import type { DecisionForm, DecisionFormInput } from '../../../shared/documents.ts'
import { Fault } from '../../../shared/fault.ts'
import { fontCoverage } from './covered.ts'
import { personCopy } from './decision-content.ts'
import { plainLine, plainText, requireGlyphs } from './plain-text.ts'
import { fill } from './swedish.ts'
import { decisionTexts as texts } from './templates/decision-texts.ts'
import template from './templates/decision.typ'
import { compile } from './typst.ts'

type Path = readonly PropertyKey[]

const MULTILINE = new Set(['tasks', 'extent.reasons', 'union.note', 'employerControl.note'])

const dotted = (path: Path): string => path.map(String).join('.')

function labelOf(path: Path): string {
  const name = dotted(path.filter(step => typeof step === 'string'))
  const found = Object.entries(texts.fields).find(([field]) => field === name) ?? Object.entries(texts.fields).find(([field]) => field.startsWith(`${name}.`))
  return found?.[1] ?? name
}

function fieldFault(path: Path, what: string): Fault {
  return new Fault('decision-field', { field: labelOf(path), path: dotted(path), what })
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'too_big') return fill(texts.problems.tooLong, { max: String(issue.maximum) })
  return issue.code === 'too_small' || issue.code === 'invalid_type' ? texts.problems.missing : texts.problems.shape
}

/** Visits every text of the form and gives a copy with what `change` makes of it. */
function mapTexts<T>(value: T, path: Path, change: (text: string, path: Path) => unknown): unknown {
  if (typeof value === 'string') return change(value, path)
  if (Array.isArray(value)) return value.map((item: unknown, index) => mapTexts(item, [...path, index], change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, mapTexts(item, [...path, key], change)]))
}

function check(input: unknown): DecisionForm {
  const parsed = decisionFormSchema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue === undefined) throw new Fault('form-failed')
  throw fieldFault(issue.path, whatIsWrong(issue))
}

// Free text is the one way by which a protected person's workplace could still reach the paper.
function requireNoPlace({ person, organiser, tasks, reasons, extent, intakeName }: DecisionForm): void {
  if (!person.protected) return
  const plain = (text: string): string => text.toLocaleLowerCase('sv').replace(/\s+/g, ' ')
  const company = organiser.name.replace(/\s+(?:AB|HB|KB|Aktiebolag)(?:\s*\(publ\))?$/iu, '')
  const telling = [organiser.name, company, organiser.organisationNumber, organiser.workplaceAddress, organiser.supervisor].map(plain)
  const free: [Path, string][] = [
    [['tasks'], tasks], [['extent', 'reasons'], extent.reasons ?? ''], [['intakeName'], intakeName],
    ...reasons.map((reason, index): [Path, string] => [['reasons', index], reason]),
  ]
  for (const [path, text] of free) {
    if (telling.some(word => plain(text).includes(word))) throw fieldFault(path, texts.problems.tellsPlace)
  }
}

/**
 * The decision form "Beslut om arbetspraktik", the person's copy, as PDF (PDF/A-2a where the native compiler is, else tagged PDF 1.7).
 * The same form gives the same bytes; `draft` and `sample` add a mark and move nothing. The file's date is the decision date.
 * @throws Fault `decision-field` (`field`: Swedish name, `path`, `what`) when a value is missing or wrong
 * @throws Fault `form-glyph` (`field`, `path`, `characters`) when a text holds characters that the fonts lack
 * @throws Fault `form-failed` when the document cannot be set
 */
export async function renderDecisionForm(form: DecisionFormInput): Promise<Uint8Array> {
  const covered = await fontCoverage()
  const plain = mapTexts(form, [], (text, path) => (MULTILINE.has(dotted(path)) ? plainText(text) : plainLine(text)))
  const checked = check(plain)
  mapTexts(checked, [], (text, path) => requireGlyphs(text, dotted(path), labelOf(path), covered))
  requireNoPlace(checked)
  return compile({ template, data: personCopy(checked), standard: 'a-2a', timestamp: Date.parse(`${checked.decisionDate}T00:00:00Z`) / 1000 })
}
