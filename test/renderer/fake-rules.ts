import type { OperationInput } from '../../shared/contract/operations.ts'
import type { ProgrammeSummary, RuleBookView, RuleDiff, TryView, WhatIfPage, WhatIfRow, WhatIfSummary } from '../../shared/contract/rules.ts'
import { LIGHTS, type Light } from '../../shared/domain.ts'
import type { FaultInfo, Result } from '../../shared/fault.ts'

const LIMIT = 'experienceLimit'
const versions: ProgrammeSummary['versions'] = [
  { version: '2025.1', from: '2025-01-01', to: '2025-12-31', hash: 'a1b2c3d4e5f60718', changes: [{ date: '2025-01-01', text: 'De första reglerna.' }] },
  { version: '2026.1', from: '2026-01-01', to: null, hash: 'b2c3d4e5f6071829', changes: [{ date: '2026-01-01', text: 'Gränsen för begränsad erfarenhet höjs från 6 till 12 månader.' }] },
]
const limits: Record<string, string> = { '2025.1': '6', '2026.1': '12' }

export function fakeProgrammes(): ProgrammeSummary[] {
  return [
    { id: 'jobbspranget', title: 'Jobbsprånget', purpose: 'Prövar om den som har sökt kan få arbetspraktik.', language: 'sv', screens: true, origin: 'built-in', chosenBy: null, versions, intakes: [{ id: 1, name: 'Hösten 2026', version: '2026.1', cases: 8 }, { id: 3, name: 'Våren 2027', version: '2026.1', cases: 0 }] },
    { id: 'fk-overklagande', title: 'Överklagande', purpose: 'Prövar om ett överklagande kan tas upp.', language: 'sv', screens: false, origin: 'imported', chosenBy: 'decision.date', versions: versions.slice(1), intakes: [] },
  ]
}

/** A book with one rule by a limit and one by a list, and an example that fails. */
export function fakeBook(version: string): RuleBookView | null {
  const known = versions.find(v => v.version === version)
  const limit = limits[version]
  if (!known || !limit) return null
  return {
    programme: 'jobbspranget', title: 'Jobbsprånget', purpose: 'Prövar om den som har sökt kan få arbetspraktik.', language: 'sv', ...known,
    sections: [{ id: 'education', title: 'Utbildning' }, { id: 'experience', title: 'Erfarenhet' }],
    rules: [
      { id: 'JO-14', question: 'Är erfarenheten av svenskt arbetsliv begränsad?', section: 'experience', filterable: true, sources: ['Återrapporten, avsnitt 2.1'], facts: ['experience.months'], parameters: [LIMIT], definitions: [],
        conditions: [{ light: 'orange', when: `experience.months > parameters.${LIMIT}`, basis: 'policy' }, { light: 'orange', when: 'experience.months < 0', basis: 'policy' }, { light: 'green', when: `experience.months <= parameters.${LIMIT}`, basis: 'policy' }] },
      { id: 'JO-05', question: 'Är sökanden född utanför Europa?', section: 'person', filterable: false, sources: ['Förordning (2000:634), 5 §'], facts: ['person.countries'], parameters: ['europe'], definitions: ['person.outside'],
        conditions: [{ light: 'red', when: 'not(person.outside)', basis: 'statute' }, { light: 'green', when: 'person.outside', basis: 'statute' }] },
    ],
    parameters: [
      { name: LIMIT, label: 'gränsen för begränsad erfarenhet', unit: 'månader', written: limit, display: `${limit} månader`, source: 'Praxis: programmets egen gräns', usedBy: ['JO-14'] },
      { name: 'europe', label: 'länder i Europa', unit: null, written: '[SE, NO]', display: 'Sverige, Norge', source: 'Återrapporten, avsnitt 2.1', usedBy: ['JO-05'] },
    ],
    definitions: [{ name: 'person.outside', label: 'sökanden är född utanför Europa', is: 'not(some x in person.countries satisfies x in parameters.europe)', usedBy: ['JO-05'] }],
    facts: [
      { id: 'experience.months', label: 'arbetslivserfarenhet i Sverige', section: 'experience', type: 'number', list: false, unit: 'månader', canBeNone: false, options: null, usual: 'okänt', usedBy: ['JO-14'] },
      { id: 'person.countries', label: 'födelseländer', section: 'person', type: 'country', list: true, unit: null, canBeNone: true, options: [{ value: 'SE', label: 'Sverige' }, { value: 'SY', label: 'Syrien' }], usual: 'okänt', usedBy: ['JO-05'] },
    ],
    examples: [
      { says: 'Tolv månader är begränsad erfarenhet.', on: '2026-02-01', version, given: [{ fact: 'experience.months', label: 'arbetslivserfarenhet i Sverige', display: '12 månader' }], values: { 'experience.months': 12 }, unknown: [], expect: [{ rule: 'JO-14', light: 'green' }], light: null, problems: limit === '6' ? ['JO-14 blir orange, inte grön'] : [] },
      { says: 'Utan uppgift frågas det.', on: '2026-02-01', version, given: [], values: {}, unknown: ['experience.months'], expect: [{ rule: 'JO-14', light: 'orange' }], light: 'orange', problems: [] },
    ],
    usual: { 'person.countries': ['SY'] },
  }
}

const refused = (code: FaultInfo['code'], params: FaultInfo['params'] = {}): { ok: false; fault: FaultInfo } => ({ ok: false, fault: { code, params } })

/** The made-up rules' light for months of experience; unknown is orange. */
const lightAt = (months: number | null, limit: number): Light => (months !== null && months <= limit ? 'green' : 'orange')

function limitOf(version: string, edits: OperationInput<'rules.try'>['edits']): Result<number> {
  const written = edits?.parameters?.[LIMIT] ?? limits[version]
  if (written === undefined) return refused('programme-no-version', { programme: 'Jobbsprånget', date: version })
  return Number.isNaN(Number(written)) ? refused('rules-broken', { message: `parametern ”${LIMIT}” ska vara av samma slag som förut (12)`, parameter: LIMIT }) : { ok: true, value: Number(written) }
}

function tried({ version, facts, edits }: OperationInput<'rules.try'>): Result<TryView> {
  const limit = limitOf(version, edits)
  if (!limit.ok) return limit
  const given = facts['experience.months']
  if (given !== undefined && typeof given !== 'number') return refused('fact-invalid', { fact: 'experience.months', type: 'number' })
  const light = lightAt(given ?? null, limit.value)
  const is = given === undefined ? 'Uppgift saknas om arbetslivserfarenhet i Sverige.' : `Erfarenheten är ${given} månader.`
  const need = `Erfarenheten behöver vara högst ${limit.value} månader.`
  return { ok: true, value: {
    programme: 'jobbspranget', version: edits?.parameters?.[LIMIT] === undefined ? version : `${version} (ändrad)`, hash: 'c', language: 'sv', light,
    rules: [{ id: 'JO-14', question: 'Är erfarenheten av svenskt arbetsliv begränsad?', section: 'experience', light, because: [is], missing: given === undefined ? [{ fact: 'experience.months', label: 'arbetslivserfarenhet i Sverige' }] : [], toGreen: light === 'green' ? [] : [need], basis: light === 'green' ? null : 'policy', sources: ['Återrapporten, avsnitt 2.1'], checks: { need, is, met: given === undefined ? 'unknown' : light === 'green' ? 'yes' : 'no' } }],
  } }
}

const MONTHS = [0, 5, 6, 7, 11, 12, 13, 24]
/** What a fake core says about rules: one limit, eight applicants, and the last answer kept until another question. */
export function fakeRulesCore() {
  let present = '2026.1'
  let last: WhatIfRow[] | null = null
  return {
    book: ({ version }: OperationInput<'rules.book'>): Result<RuleBookView> => {
      const book = fakeBook(version)
      return book ? { ok: true, value: book } : refused('programme-no-version', { programme: 'Jobbsprånget', date: version })
    },
    diff: ({ before, after }: OperationInput<'rules.diff'>): Result<RuleDiff> => ({ ok: true, value: {
      before: { version: before, hash: 'a' }, after: { version: after, hash: 'b' },
      entries: before === after ? [] : [{ kind: 'parameter', id: LIMIT, title: 'gränsen för begränsad erfarenhet', change: 'changed', fields: [{ field: 'värde', before: limits[before] ?? null, after: limits[after] ?? null }] }],
    } }),
    tried,
    whatIf: ({ intakeId, version, edits }: OperationInput<'rules.whatIf'>): Result<WhatIfSummary> => {
      const limit = limitOf(version, edits)
      if (!limit.ok) return limit
      const edited = edits?.parameters?.[LIMIT] !== undefined
      const moves = MONTHS.map((months, i) => ({ id: i + 1, before: lightAt(months, Number(limits[present])), after: lightAt(months, limit.value) }))
      last = moves.filter(m => m.before !== m.after).map(({ id, before, after }) => ({ id, applicationId: `JS-2026-${String(id).padStart(6, '0')}`, name: id === 4 ? '' : 'Öberg-Haddad, Zoë', protected: id === 4, before, after, established: id === 5, decided: false, rules: [{ id: 'JO-14', before, after }], pooled: false }))
      const matrix = LIGHTS.map(from => LIGHTS.map(to => moves.filter(m => m.before === from && m.after === to).length))
      const worse = last.filter(r => r.after === 'orange').length
      return { ok: true, value: {
        intake: { id: intakeId, name: 'Hösten 2026' }, before: { version: present, hash: 'b' }, after: { version: edited ? `${version} (ändrad)` : version, hash: 'c', edited }, total: MONTHS.length, changed: last.length, established: last.filter(r => r.established).length, matrix,
        byRule: last.length ? [{ id: 'JO-14', question: 'Är erfarenheten av svenskt arbetsliv begränsad?', filterable: true, worse, better: last.length - worse }] : [],
      } }
    },
    page: ({ from, to, rule, offset = 0, limit = 100 }: OperationInput<'rules.whatIfPage'>): Result<WhatIfPage> => {
      if (!last) return refused('what-if-missing')
      const rows = last.filter(r => (!from || r.before === from) && (!to || r.after === to) && (!rule || r.rules.some(x => x.id === rule)))
      return { ok: true, value: { total: rows.length, rows: rows.slice(offset, offset + limit) } }
    },
    saved: (): Result<{ name: string; rows: number }> => (last ? { ok: true, value: { name: 'tank-om-hosten-2026.csv', rows: last.length } } : refused('what-if-missing')),
    adopt: ({ version }: OperationInput<'rules.adopt'>) => {
      const changed = MONTHS.filter(m => lightAt(m, Number(limits[present])) !== lightAt(m, Number(limits[version]))).length
      present = version
      last = null
      return { changed, total: MONTHS.length, version }
    },
  }
}
