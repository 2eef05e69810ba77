import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type TermId } from '../../renderer/components/Term.tsx'
import { termPlaces, termsIn } from '../../renderer/screening/termPlaces.ts'
import { sv } from '../../renderer/text/sv.ts'
import { programmeIds, programmeOf } from '../../electron/core/programmes/programmes.ts'
import { fakeFacts, fakeView } from './fake-case.ts'
import { fakeRows } from './fake-data.ts'

const root = join(import.meta.dirname, '../../renderer')
const ids = Object.keys(sv.glossary.terms) as TermId[]
const files = new Map(readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.tsx')).map(name => name.replaceAll('\\', '/')).map(name => [name, readFileSync(join(root, name), 'utf8')]))

/** The terms that a file puts beside its own words: as an element, as a heading's term, or in a list of them. */
function placed(text: string): string[] {
  const elements = [...text.matchAll(/<Term id="(\w+)"| term="(\w+)"/g)].map(found => found[1] ?? found[2] ?? '')
  const lists = [...text.matchAll(/(?:ids|terms)=\{\[([^\]]*)\]\}/g)].flatMap(found => [...(found[1] ?? '').matchAll(/'(\w+)'/g)].map(word => word[1] ?? ''))
  return [...elements, ...lists]
}

it('explains every word of the glossary somewhere', () => {
  const own = new Set([...files.values()].flatMap(placed))
  const rules = programmeIds.flatMap(id => programmeOf(id).versions.map(({ version }) => programmeOf(id).version(version)))
  const written = new Set(rules.flatMap(set => [...set.data.facts.flatMap(fact => [fact.label, ...Object.values(fact.values ?? {})]), ...set.data.rules.map(rule => rule.question)]).flatMap(termsIn))
  // What a rule rests on is given by the rule itself.
  const given = new Set<string>(['statute', 'policy'])
  expect(ids.filter(id => !own.has(id) && !written.has(id) && !given.has(id))).toEqual([])
  expect([...own].filter(id => !ids.includes(id as TermId))).toEqual([])
})

it.each([
  ['desk/DeskPage.tsx', 'light selection'], ['screening/ListFilters.tsx', 'light protectedPerson selection'], ['screening/CaseHeader.tsx', 'coordinationNumber evaluationDate established protectedPerson secrecy'],
  ['screening/WorkRow.tsx', 'express'], ['screening/OverridePanel.tsx', 'override'], ['screening/PendingPanel.tsx', 'secondReader'], ['screening/OverridesPage.tsx', 'override secondReader light'], ['screening/FactItem.tsx', 'source'],
  ['letters/RequestsPanel.tsx', 'completionRequest'], ['notes/NotesPanel.tsx', 'note'], ['documents/DocumentsPanel.tsx', 'document'], ['documents/ReceivePage.tsx', 'document'], ['proof/ProofPanel.tsx', 'credential'],
  ['proof/ConsentPanel.tsx', 'consent'], ['proof/IssuersPage.tsx', 'issuer'], ['proof/IssuerCard.tsx', 'statusList'], ['persons/PersonPanel.tsx', 'joined'], ['persons/SamePersonPage.tsx', 'joined'], ['log/LogPage.tsx', 'log'],
  ['people/PeopleTable.tsx', 'access'], ['upkeep/StorePage.tsx', 'recoveryCode backup journal'], ['decision/DecidePage.tsx', 'placement reconsideration'],
  ['decision/DecisionFields.tsx', 'organiser partTime employerControl unionStatement labourAssessment rapporteur participants'], ['intake/IntakesPage.tsx', 'intake'], ['intake/ReadFilesPage.tsx', 'registerExtract'],
  ['intake/Report.tsx', 'light'], ['rules/RuleList.tsx', 'statute policy'], ['rules/Lists.tsx', 'parameter definition'], ['rules/BookPage.tsx', 'hash'], ['rules/TryPanel.tsx', 'light'],
])('%s explains its words', (name, wanted) => {
  expect([...new Set(placed(files.get(name) ?? ''))].sort()).toEqual(wanted.split(' ').sort())
})

it('finds a word in its forms, and not inside another word', () => {
  expect(termsIn('Är praktiken förenlig med handlingsplanen?')).toEqual(['actionPlan'])
  expect(termsIn('samordningsnumret är vilande')).toEqual(['coordinationNumber'])
  expect(termsIn('Är den som har tillfälligt skydd folkbokförd?').sort()).toEqual(['registered', 'temporaryProtection'])
  expect(termsIn('heldeltid och resultat')).toEqual([])
})

it('explains no word twice in a case: where it stands first, and only where it can be seen', () => {
  const row = fakeRows(1)[0]
  if (!row) throw new Error('no row')
  const view = fakeView({ row, facts: fakeFacts(), version: 1, established: null, changed: false, decision: null })
  const places = termPlaces(view)
  const all = [...places.header, ...[...places.rules.values()].flat(), ...places.basis.values(), ...[...places.facts.values()].flat()]
  expect(new Set(all).size).toBe(all.length)
  // The plan stands in a question that asks for an answer, before it stands among the facts.
  expect(places.rules.get('JO-09')).toEqual(['actionPlan'])
  expect([...places.facts.values()].flat()).not.toContain('actionPlan')
  expect(places.basis.get('JO-05')).toBe('policy')
  expect(places.differs).toBe('permit.validTo')
  // A question that is folded up explains nothing; then the fact does.
  const green = { ...view, sections: view.sections.map(s => ({ ...s, rules: s.rules.map(r => ({ ...r, light: 'green' as const })) })) }
  expect(termPlaces(green).facts.get('plan.fits')).toEqual(['actionPlan'])
})
