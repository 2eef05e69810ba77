import type { CaseView, FactView, ListRow, RuleView } from '../../shared/contract/views.ts'
import type { FactScalar, FactType, Section, Source } from '../../shared/domain.ts'

type Said = [Source, FactScalar | null]
function fact(id: string, label: string, section: Section, type: FactType, said: Said[], more: Partial<FactView> = {}): FactView {
  const show = (v: FactScalar | null) => (v === null ? 'Finns inte' : v === true ? 'Ja' : v === false ? 'Nej' : String(v))
  const top = said[0]
  return {
    id, label, section, type, unit: null, state: !top ? 'unknown' : top[1] === null ? 'none' : 'known', value: top?.[1] ?? null, display: top ? show(top[1]) : '', source: top?.[0] ?? null,
    entries: said.map(([source, v], i) => ({ ...(v === null ? { state: 'none' as const } : { state: 'known' as const, value: v }), source, display: show(v), at: '2026-08-17T08:12:00.000Z', by: source === 'caseworker' ? 'Siv Åkesson' : null, reason: source === 'caseworker' ? 'Enligt uppvisat beslut från Migrationsverket' : null, ref: null, origin: source === 'caseworker' ? 'document' : null, holds: i === 0 })),
    differs: new Set(said.map(s => s[1])).size > 1, editable: true, canBeNone: false, options: null, usedByRules: [], manual: null, ...more,
  }
}

export function fakeFacts(): FactView[] {
  return [
    fact('permit.kind', 'Slag av tillstånd', 'residence-permit', 'word', [['migration-agency', 'PUT']], { options: [{ value: 'PUT', label: 'Permanent uppehållstillstånd' }, { value: 'TUT', label: 'Tidsbegränsat uppehållstillstånd' }] }),
    fact('permit.validTo', 'Tillståndet gäller till', 'residence-permit', 'date', [['migration-agency', '2027-03-01'], ['application', '2026-03-01']]),
    fact('permit.workAllowed', 'Får arbeta', 'residence-permit', 'boolean', [['register', true]]),
    fact('registration.active', 'Inskriven', 'registration', 'boolean', [['register', true]]),
    fact('registration.since', 'Inskriven sedan', 'registration', 'date', [['register', '2026-02-11']], { editable: false }),
    fact('education.level', 'Examensnivå', 'education', 'word', [['application', 'kandidat']], { options: [{ value: 'kandidat', label: 'Kandidat' }, { value: 'master', label: 'Master' }] }),
    fact('education.field', 'Utbildningens inriktning', 'education', 'text', [['application', 'Civilingenjör i samhällsbyggnad med inriktning mot vatten- och avloppsteknik samt miljöledning']]),
    fact('education.examDate', 'Examensdatum', 'education', 'date', []),
    fact('language.english', 'Engelska', 'language-experience', 'word', [['application', 'B2']], { options: [{ value: 'B1', label: 'B1' }, { value: 'B2', label: 'B2' }] }),
    fact('experience.months', 'Arbetslivserfarenhet i Sverige', 'language-experience', 'number', [['caseworker', 4], ['application', 14]], { unit: 'månader' }),
    fact('plan.fits', 'Praktiken passar i handlingsplanen', 'plan-programme', 'boolean', []),
    fact('person.birthCountry', 'Födelseland', 'person', 'country', [['register', 'SY']], { display: 'Syrien', options: [{ value: 'SY', label: 'Syrien' }, { value: 'VN', label: 'Vietnam' }] }),
  ]
}

function rules(facts: FactView[]): RuleView[] {
  const known = (id: string) => facts.find(f => f.id === id)?.state !== 'unknown'
  const base = { because: [] as string[], missing: [], toGreen: [] as string[], facts: [] as string[], checks: null, basis: 'statute' as const, sources: ['Förordning (2000:634) om arbetsmarknadspolitiska program, 5 §'] }
  const exam = known('education.examDate')
  const plan = known('plan.fits')
  return [
    { ...base, id: 'JO-03', section: 'residence-permit', question: 'Har personen uppehållstillstånd som räcker till platsens slut?', light: 'green', because: ['Tillståndet gäller till 2027-03-01, och platsen slutar 2027-01-29.'], facts: ['permit.kind', 'permit.validTo'] },
    { ...base, id: 'JO-02', section: 'registration', question: 'Är personen inskriven på Arbetsförmedlingen?', light: 'green', because: ['Personen är inskriven sedan 2026-02-11.'], facts: ['registration.active', 'registration.since'] },
    { ...base, id: 'JO-05', section: 'education', question: 'Finns en akademisk examen?', light: exam ? 'green' : 'orange', because: exam ? ['Examen är avlagd.'] : ['Det är okänt när examen avlades. Nivån är kandidat enligt ansökan.'], missing: exam ? [] : [{ fact: 'education.examDate', label: 'Examensdatum' }], toGreen: exam ? [] : ['Examensdatum är senast 2026-08-17.'], facts: ['education.level', 'education.examDate'], basis: 'policy', sources: ['Återrapportering 2023, avsnitt 2.1'] },
    { ...base, id: 'JO-08', section: 'language-experience', question: 'Är arbetslivserfarenheten i Sverige begränsad?', light: 'green', because: ['Erfarenheten är 4 månader; gränsen är 12.'], facts: ['experience.months'], basis: 'policy', sources: ['Återrapportering 2023, avsnitt 2.1'] },
    { ...base, id: 'JO-09', section: 'plan-programme', question: 'Finns en handlingsplan där praktiken passar in?', light: plan ? 'green' : 'orange', because: plan ? ['Praktiken passar i handlingsplanen.'] : ['Det är okänt om praktiken passar i handlingsplanen.'], missing: plan ? [] : [{ fact: 'plan.fits', label: 'Praktiken passar i handlingsplanen' }], toGreen: plan ? [] : ['Praktiken passar i handlingsplanen är ja.'], facts: ['plan.fits'] },
    { ...base, id: 'JO-01', section: 'person', question: 'Är personen född utanför Europa?', light: 'not-applicable', because: ['Gäller inte intaget.'], facts: ['person.birthCountry'] },
  ]
}

export type FakeCase = { row: ListRow; facts: FactView[]; version: number; established: CaseView['established']; changed: boolean; decision: CaseView['decision'] }

/** The fake core's answer about one case: two facts are missing, and answering them turns the light green. */
export function fakeView(c: FakeCase): CaseView {
  const all = rules(c.facts)
  const sections = [...new Set(all.map(r => r.section))].map(id => ({ id, title: id, rules: all.filter(r => r.section === id) }))
  return {
    id: c.row.id, version: c.version, applicationId: c.row.applicationId, vanishedFrom: null, documents: 0,
    intake: { id: 1, name: 'Hösten 2026', programmeTitle: 'Jobbsprånget', evaluationDate: '2026-08-17', placeStart: '2026-09-28', placeEnd: '2027-01-29' },
    person: { givenName: c.row.givenName || 'Åsa', familyName: c.row.familyName || 'Öberg', identityNumber: c.row.identityNumber || '19850161-1234', identityKind: 'samordningsnummer', birthDate: '1985-01-01', age: 41 },
    contact: c.row.protected ? null : { email: 'nagon@exempel.invalid', phone: '070-000 00 00', street: 'Påhittade gatan 1', postalCode: '000 00', city: 'Exempelstad' },
    protected: c.row.protected, proposed: all.some(r => r.light === 'red') ? 'red' : all.some(r => r.light === 'orange') ? 'orange' : 'green',
    consent: { scope: 'ja', on: null }, established: c.established, changedSinceEstablished: c.changed, ruleSet: { programme: 'jobbspranget', version: '2026-1', hash: 'abc', language: 'sv' },
    pending: null, override: { to: [], fault: { code: 'override-green', params: {} } }, secondReader: { override: true, red: false, others: 1 }, assessments: { green: [], orange: [], red: [] },
    progress: [], undoable: null,
    sections, facts: c.facts, decision: c.decision, work: { assignee: null, expressUntil: null },
  }
}
