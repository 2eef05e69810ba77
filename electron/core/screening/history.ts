import type { HistoryEntry } from '../../../shared/contract/views.ts'
import { ORIGINS } from '../../../shared/domain.ts'
import { lightWord, originWord } from '../../../shared/text/words.sv.ts'
import { LIGHT_CODES } from '../cases/cases.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { displayValue } from '../rules/sentences.ts'
import type { Reader, Row } from '../store/database.ts'
import type { EntryKind } from '../store/journal.ts'

type Body = Record<string, unknown>
const originOf = (body: Body) => { const origin = ORIGINS.find(o => o === body['origin']); return origin ? ` Källa: ${originWord[origin]}.` : '' }
type Say = (body: Body, set: RuleSet) => string

function factText(body: Body, set: RuleSet): { label: string; value: string } {
  const fact = set.factById.get(String(body['fact']))
  const value = body['value']
  const shown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? (fact ? displayValue(fact, value) : String(value)) : 'nej, inget'
  return { label: fact?.label ?? String(body['fact']), value: shown }
}
const because = (body: Body) => (typeof body['reason'] === 'string' && body['reason'] ? ` Skäl: ${body['reason']}` : '')

const says: Partial<Record<EntryKind, Say>> = {
  'application.added': () => 'Ansökan lästes in.',
  'application.changed': () => 'En ändrad ansökan lästes in.',
  'register.read': () => 'Uppgifter ur Arbetsförmedlingens register lästes in.',
  'permit.read': () => 'Uppgifter från Migrationsverket lästes in.',
  'fact.corrected': (body, set) => { const { label, value } = factText(body, set); return `Uppgiften ”${label}” sattes till ”${value}”.${originOf(body)}${because(body)}` },
  'fact.withdrawn': (body, set) => `Rättelsen av ”${factText(body, set).label}” togs tillbaka.${because(body)}`,
  'light.established': body => `Ljuset fastställdes: ${lightWord[LIGHT_CODES[Number(body['light'])] ?? 'orange'].toLowerCase()}.`,
  'decision.made': body => `Beslut om arbetspraktik fattades ${String(body['decidedOn'])}.`,
  'case.read': body => `Ärendet öppnades.${because(body)}`,
  'form.read': () => 'Blanketten öppnades eller sparades.',
}

/** What has happened in a case, newest first; reads included (2002:623 § 20 c). */
export function historyOf(db: Reader, application: number, set: RuleSet): HistoryEntry[] {
  const rows = db.all<Row & { seq: number; at: string; name: string | null; kind: EntryKind; body: string | null }>(
    'SELECT j.seq, j.at, c.name, j.kind, CASE WHEN j.kind IN (\'application.added\', \'application.changed\', \'register.read\', \'permit.read\') THEN NULL ELSE j.body END AS body FROM journal j LEFT JOIN caseworker c ON c.id = j.by WHERE j.application = ? ORDER BY j.seq DESC LIMIT 200', application,
  )
  return rows.map(r => ({ seq: r.seq, at: r.at, by: r.name ?? '', kind: r.kind, text: says[r.kind]?.(JSON.parse(r.body ?? '{}') as Body, set) ?? r.kind }))
}
