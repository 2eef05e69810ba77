import type { IntakeView, ListRow, RuleSummary } from '../../shared/contract/views.ts'
import { LIGHTS, type Light } from '../../shared/domain.ts'

/** A small repeatable source of numbers, so that every run shows the same made-up persons. */
export function numbers(seed: number): () => number {
  let n = seed >>> 0
  return () => {
    n = (Math.imul(n, 1664525) + 1013904223) >>> 0
    return n / 2 ** 32
  }
}

const families = ['Al-Khatib', 'Nguyễn', 'Öberg-Haddad', 'Şahin', 'Ó Briain', 'Tesfaye Woldegebriel', 'Rahimi', 'Okonkwo', 'Çelik', 'von der Schulenburg-Wolffenbüttel und zu Hohenfels', "N'Diaye", 'García Márquez']
const givens = ['Åsa', 'Mohammed', 'Thị Hiền', 'Zoë', 'Abdirahman', 'Fatima', 'Óscar', 'Márta', 'Yusuf', 'Selamawit Maria Johanna', 'Ivaylo', 'Chidi']

export const fakeRules: RuleSummary[] = [
  ['JO-01', 'Är personen född utanför Europa?', 'person', false], ['JO-02', 'Är personen inskriven på Arbetsförmedlingen?', 'registration', true],
  ['JO-03', 'Har personen uppehållstillstånd som räcker till platsens slut?', 'residence-permit', true], ['JO-04', 'Får personen arbeta enligt tillståndet?', 'residence-permit', false],
  ['JO-05', 'Finns en akademisk examen?', 'education', true], ['JO-06', 'Hör examen till ett av områdena?', 'education', true],
  ['JO-07', 'Kan personen engelska eller svenska?', 'language-experience', true], ['JO-08', 'Är arbetslivserfarenheten i Sverige begränsad?', 'language-experience', true],
  ['JO-09', 'Finns en handlingsplan där praktiken passar in?', 'plan-programme', true], ['JO-10', 'Är personen fri från annat program under praktiken?', 'plan-programme', true],
].map(([id, question, section, filterable]) => ({ id, question, section, sectionTitle: section, filterable }) as RuleSummary)

/** Made-up rows; numbers of persons use day 60+ (samordningsnummer) in years that no register has. */
export function fakeRows(count: number): ListRow[] {
  const next = numbers(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  return Array.from({ length: count }, (_, i): ListRow => {
    const proposed: Light = pick(['green', 'green', 'green', 'orange', 'orange', 'red'] as const)
    const established = next() < 0.3
    const isProtected = i % 97 === 5
    const wrong = proposed === 'green' ? 0 : 1 + Math.floor(next() * (i % 13 === 0 ? 8 : 3))
    return {
      id: i + 1, applicationId: `JS-2026-${String(i + 1).padStart(6, '0')}`, familyName: isProtected ? '' : pick(families), givenName: isProtected ? '' : pick(givens),
      identityNumber: isProtected ? '' : `19${80 + (i % 20)}${String(1 + (i % 12)).padStart(2, '0')}${String(61 + (i % 28))}-${String(1000 + (i % 8999))}`,
      protected: isProtected, light: proposed, proposed, established, changedSinceEstablished: established && i % 11 === 0, decided: established && proposed === 'green' && i % 17 === 0,
      consentWithdrawn: i % 41 === 7, vanished: i % 53 === 3, pooled: false, rules: fakeRules.slice(0, wrong).map(r => ({ id: r.id, light: r.id === 'JO-02' ? proposed : pick(LIGHTS.slice(1)) })),
      receivedOn: i % 50 === 9 ? null : `2026-07-${String(16 + (i % 15)).padStart(2, '0')}`,
      assignee: i % 3 === 0 ? { id: 1, name: 'Siv Åkesson' } : null, waitsUntil: i % 19 === 4 ? '2026-08-30' : null, answered: i % 23 === 5, express: i % 29 === 6, expressUntil: i % 29 === 6 ? '2026-08-19' : null, awaiting: false, overridden: false,
    }
  })
}

const counts = { records: 20412, added: 20000, changed: 0, duplicates: 212, refused: 200, unmatched: 0, warnings: 311 }
export function fakeIntakes(total: number): IntakeView[] {
  const base = { programme: 'jobbspranget', programmeTitle: 'Jobbsprånget', changedSinceEstablished: 0, established: 0, decided: 0 }
  return [
    { ...base, id: 1, name: 'Hösten 2026', evaluationDate: '2026-08-17', placeStart: '2026-09-28', placeEnd: '2027-01-29', counts: { green: Math.floor(total / 2), orange: Math.floor(total / 3), red: total - Math.floor(total / 2) - Math.floor(total / 3), total }, established: 312, changedSinceEstablished: 4, decided: 18, protectionChecked: false,
      files: [{ id: 1, kind: 'applications', name: 'ansokningar_hosten_2026.csv', takenInAt: '2026-08-17T08:12:00.000Z', takenInBy: 'Siv Åkesson', undone: null, counts }] },
    { ...base, id: 2, name: 'Våren 2026', evaluationDate: '2026-01-17', placeStart: '2026-03-02', placeEnd: '2026-07-03', counts: { green: 812, orange: 140, red: 61, total: 1013 }, established: 1013, decided: 402, protectionChecked: true,
      files: [
        { id: 2, kind: 'applications', name: 'ansokningar_varen_2026_med_ett_valdigt_langt_filnamn_som_ingen_hade_raknat_med_version_3_slutlig.xlsx', takenInAt: '2026-01-17T08:12:00.000Z', takenInBy: 'Siv Åkesson', undone: null, counts },
        { id: 3, kind: 'register', name: 'registerutdrag.csv', takenInAt: '2026-01-18T09:30:00.000Z', takenInBy: 'Siv Åkesson', undone: null, counts: { ...counts, unmatched: 3 } },
      ] },
    { ...base, id: 3, name: 'Våren 2027', evaluationDate: '2027-01-17', placeStart: '2027-03-01', placeEnd: '2027-07-02', counts: { green: 0, orange: 0, red: 0, total: 0 }, protectionChecked: false, files: [] },
  ]
}
