import type { CaseView, DecisionDetails, DecisionView, RuleView } from '../../../shared/contract/views.ts'
import { lightOf, loadCase } from '../cases/cases.ts'
import { caseworkerOf } from '../cases/people.ts'
import { consentRow, consentScope } from '../cases/consent.ts'
import { worded } from '../cases/spoken.ts'
import { fullYears } from '../rules/dates.ts'
import { deskRules } from '../cases/judging.ts'
import { otherReaders } from '../cases/people.ts'
import { explainRule } from '../rules/explain.ts'
import type { FactValue } from '../rules/values.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { establishedOf, pendingView } from './established-view.ts'
import { factViews } from './fact-views.ts'
import { overrideChoice } from './lights.ts'
import { progressOf } from './progress.ts'
import { undoableIn } from './undo-step.ts'

type Loaded = ReturnType<typeof loadCase>

/** A case as the caseworker sees it: lights, why, facts with their sources, and decision. */
export function caseView({ read: db, caseworkerId }: Pick<Store, 'read' | 'caseworkerId'>, id: number): CaseView {
  const found = loadCase(db, id)
  const loaded = { ...found, rules: { ...found.rules, set: worded(db, found.rules.set) } }
  const { row, intake, rules, facts } = loaded
  const fact = (name: string): FactValue => facts[rules.set.factIndex.get(name) ?? -1]
  const text = (name: string) => { const value = fact(name); return typeof value === 'string' ? value : '' }
  const birthDate = text('birth.date') || null
  const kind = text('identity.kind')
  const ruleViews = rules.set.rules.map((_, index) => ruleView(loaded, index))
  const desk = deskRules(db, intake.programme)
  const sections = Object.entries(rules.set.data.sections).map(([section, title]) => ({ id: section, title, rules: ruleViews.filter(r => r.section === section) }))
  const allFacts = factViews(db, loaded, desk.manual)
  return {
    id: row.id, version: row.version, applicationId: row.application_id,
    intake: { id: intake.id, name: intake.name, programmeTitle: rules.set.data.title, evaluationDate: intake.evaluation_date, placeStart: intake.place_start, placeEnd: intake.place_end },
    person: {
      givenName: row.given_name, familyName: row.family_name, identityNumber: row.identity,
      identityKind: kind === 'samordningsnummer' ? 'samordningsnummer' : kind === 'temporary' ? 'temporary' : 'personnummer',
      birthDate, age: birthDate === null ? null : fullYears(birthDate, intake.place_start),
    },
    contact: row.protected === 1 ? null : { email: text('contact.email'), phone: text('contact.phone'), street: text('contact.street'), postalCode: text('contact.postalCode'), city: text('contact.city') },
    protected: row.protected === 1, proposed: lightOf(row.proposed), established: establishedOf(db, row), changedSinceEstablished: row.changed === 1,
    pending: pendingView(db, row.id, caseworkerId), override: overrideChoice(loaded), secondReader: { ...desk.secondReader, others: otherReaders(db, caseworkerId) },
    assessments: desk.assessments, undoable: undoableIn(db, row, rules.set, caseworkerId),
    ruleSet: { programme: rules.set.data.title, version: rules.set.data.version, hash: rules.set.hash, language: rules.set.language },
    sections, progress: progressOf(sections, allFacts),
    vanishedFrom: row.vanished === null ? null : String(db.value('SELECT name FROM intake_file WHERE id = ?', row.vanished) ?? ''),
    consent: { scope: consentScope(db, row.id), on: consentRow(db, row.id)?.said_on ?? null },
    facts: allFacts.filter(f => !(row.protected === 1 && f.id.startsWith('contact.'))),
    documents: Number(db.value('SELECT count(*) FROM document WHERE application = ?', row.id)), decision: decisionOf(db, row.id),
    work: { assignee: row.assignee === null ? null : { id: row.assignee, name: caseworkerOf(db, row.assignee).name }, expressUntil: row.express === 1 ? row.express_until : null },
  }
}

function ruleView({ rules, outcome, facts }: Loaded, index: number): RuleView {
  const { def } = rules.set.rules[index] ?? { def: null }
  if (!def) throw new Error(`no rule ${index}`)
  const why = explainRule(rules.set, index, outcome, facts)
  return {
    id: def.id, question: def.question, section: def.section, light: why.light, because: why.because,
    missing: why.missing.map(id => ({ fact: id, label: rules.set.factById.get(id)?.label ?? id })),
    toGreen: why.toGreen, facts: why.facts, checks: why.checks, basis: why.basis, sources: def.sources,
  }
}

type DecisionRow = Row & { id: number; decided_on: string; details: string; name: string; title: string; place_start: string; place_end: string }
/** The decision of a case, or null. */
export function decisionOf(db: Reader, application: number): DecisionView | null {
  const row = db.get<DecisionRow>(
    `SELECT d.id, d.decided_on, d.details, c.name, c.title, i.place_start, i.place_end FROM decision d JOIN caseworker c ON c.id = d.by
     JOIN application a ON a.id = d.application JOIN intake i ON i.id = a.intake WHERE d.application = ?`, application,
  )
  return row ? { id: row.id, decidedOn: row.decided_on, decidedBy: row.name, title: row.title, details: JSON.parse(row.details) as DecisionDetails, periodStart: row.place_start, periodEnd: row.place_end } : null
}
