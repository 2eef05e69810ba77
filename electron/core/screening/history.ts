import { CONSENT_WAYS } from '../../../shared/contract/consent.ts'
import { PROOF_OUTCOMES } from '../../../shared/contract/proof.ts'
import type { HistoryEntry } from '../../../shared/contract/views.ts'
import { DOCUMENT_KINDS } from '../../../shared/contract/documents.ts'
import { ORIGINS } from '../../../shared/domain.ts'
import { documentKindWord } from '../../../shared/text/documents.sv.ts'
import { lightOfKind, originWord } from '../../../shared/text/words.sv.ts'
import { consentWayWord } from '../../../shared/text/consent.sv.ts'
import { proofWord } from '../../../shared/text/proof.sv.ts'
import { LIGHT_CODES } from '../cases/cases.ts'
import { caseworkerOf } from '../cases/people.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { displayValue } from '../rules/sentences.ts'
import type { Reader, Row } from '../store/database.ts'
import type { EntryKind } from '../store/journal.ts'
import type { Spool } from '../store/spool.ts'

type Body = Record<string, unknown>
const originOf = (body: Body) => { const origin = ORIGINS.find(o => o === body['origin']); return origin ? ` Källa: ${originWord[origin]}.` : '' }
type Say = (body: Body, set: RuleSet) => string

function factText(body: Body, set: RuleSet): { label: string; value: string } {
  const fact = set.factById.get(String(body['fact']))
  const value = body['value']
  const shown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? (fact ? displayValue(fact, value) : String(value)) : 'nej, inget'
  return { label: fact?.label ?? String(body['fact']), value: shown }
}
const pageOf = (body: Body) => { const ref = body['ref']; return typeof ref === 'object' && ref !== null && 'page' in ref ? String(ref.page) : '1' }
const kindOf = (body: Body) => documentKindWord[DOCUMENT_KINDS.find(kind => kind === body['kind']) ?? 'other'].toLowerCase()
const because = (body: Body) => (typeof body['reason'] === 'string' && body['reason'] ? ` Skäl: ${body['reason']}` : '')

const otherText = (body: Body) => `ansökan ${String(body['applicationId'])} (${String(body['intake'])})`
const outcomeText = (body: Body) => { const outcome = PROOF_OUTCOMES.find(o => o === body['outcome']); return outcome ? proofWord[outcome].toLowerCase() : 'okänt utfall' }
const wayText = (body: Body) => { const way = CONSENT_WAYS.find(w => w === body['how']); return way ? ` (${consentWayWord[way].toLowerCase()})` : '' }
const noteText = (body: Body) => (typeof body['note'] === 'string' && body['note'] ? ` ${body['note']}` : '')

const lightText = (body: Body, key: string) => lightOfKind[LIGHT_CODES[Number(body[key])] ?? 'orange']
const assessed = (body: Body) => (typeof body['assessment'] === 'string' && body['assessment'] ? ` Bedömning: ${body['assessment']}` : '')
function undoneText(body: Body, set: RuleSet): string {
  const label = set.factById.get(String(body['fact']))?.label ?? String(body['fact'])
  switch (body['kind']) {
    case 'fact.corrected': return `svaret på ”${label}”.`
    case 'fact.withdrawn': return `att rättelsen av ”${label}” togs tillbaka.`
    case 'light.held': return `begäran om en andra handläggare för ${lightText(body, 'light')} ljus.`
    case 'light.overridden': return `att ljuset frångicks till ${lightText(body, 'light')}.`
    default: return `att ljuset fastställdes som ${lightText(body, 'light')}.`
  }
}

const says: Partial<Record<EntryKind, Say>> = {
  'application.added': () => 'Ansökan lästes in.',
  'application.changed': () => 'En ändrad ansökan lästes in.',
  'register.read': () => 'Uppgifter ur Arbetsförmedlingens register lästes in.',
  'permit.read': () => 'Uppgifter från Migrationsverket lästes in.',
  'file.undone': body => `En inläst fil ångrades, och uppgifterna ur den gäller inte längre.${because(body)}`,
  'fact.corrected': (body, set) => { const { label, value } = factText(body, set); return `Uppgiften ”${label}” sattes till ”${value}”.${originOf(body)}${because(body)}` },
  'fact.withdrawn': (body, set) => `Rättelsen av ”${factText(body, set).label}” togs tillbaka.${because(body)}`,
  'fact.stated': (body, set) => { const { label, value } = factText(body, set); return body['source'] === 'document' ? `Uppgiften ”${label}” styrktes som ”${value}” av en handling, sida ${pageOf(body)}.` : `Uppgiften ”${label}” styrktes som ”${value}” av ett intyg.` },
  'fact.unstated': (body, set) => `Uppgiften ”${factText(body, set).label}” styrks inte längre av ${body['source'] === 'document' ? 'en handling' : 'ett intyg'}.`,
  'document.received': body => `Handlingen ”${String(body['name'])}” lästes in.`,
  'document.marked': body => `En handling märktes som ${kindOf(body)}.`,
  'document.removed': body => `En handling togs bort.${because(body)}`,
  'document.read': body => `En handling öppnades.${because(body)}`,
  'proof.accepted': body => `Ett intyg kontrollerades och godtogs${typeof body['issuedAt'] === 'string' ? `, utfärdat ${body['issuedAt'].slice(0, 10)}` : ''}.`,
  'proof.refused': body => `Ett intyg kontrollerades och avvisades: ${outcomeText(body)}.`,
  'proof.judged': body => `Ett intyg kontrollerades på nytt: ${outcomeText(body)}.`,
  'proof.withdrawn': body => `Ett intyg togs bort som bevis.${because(body)}`,
  'consent.withdrawn': body => `Samtycket till att uppgifter delas återkallades ${String(body['on'])}${wayText(body)}, enligt ${String(body['who'])}.${noteText(body)}`,
  'consent.given': body => `Samtycke till att uppgifter delas lämnades ${String(body['on'])}${wayText(body)}, enligt ${String(body['who'])}.${noteText(body)}`,
  'person.joined': body => `Samma person som ${otherText(body)}.${because(body)}`,
  'person.parted': body => `Inte längre sammanförd med ${otherText(body)}.${because(body)}`,
  'person.told-apart': body => `En annan person än i ${otherText(body)}.${because(body)}`,
  'person.reopened': body => `Svaret att det är en annan person än i ${otherText(body)} togs tillbaka.${because(body)}`,
  'case.rejudged': body => `Reglerna byttes till version ${String(body['version'])}: ljuset gick från ${lightOfKind[LIGHT_CODES[Number(body['before'])] ?? 'orange']} till ${lightOfKind[LIGHT_CODES[Number(body['after'])] ?? 'orange']}.`,
  'case.assigned': body => (typeof body['name'] === 'string' && body['name'] ? `Ärendet tilldelades ${body['name']}.` : 'Ärendet har ingen handläggare längre.'),
  'case.express': body => (typeof body['asked'] === 'string' ? `En snabbkontroll begärdes av ${body['asked']}, klar senast ${String(body['until'])}.${because(body)}` : `Begäran om snabbkontroll togs bort.${because(body)}`),
  'light.established': body => `Ljuset fastställdes som ${lightText(body, 'light')}.${assessed(body)}`,
  'light.overridden': body => `Det föreslagna ljuset, ${lightText(body, 'proposed')}, frångicks, och ljuset fastställdes som ${lightText(body, 'light')}.${because(body)}`,
  'light.held': body => (body['override'] === true ? `En andra handläggare ombads godta att det föreslagna ljuset, ${lightText(body, 'proposed')}, frångås och blir ${lightText(body, 'light')}.${because(body)}` : `En andra handläggare ombads godta att ljuset fastställs som ${lightText(body, 'light')}.${assessed(body)}`),
  'light.confirmed': body => `Som andra handläggare godtogs att ljuset ${body['override'] === true ? `frångås och fastställs som ${lightText(body, 'light')}` : `fastställs som ${lightText(body, 'light')}`}.`,
  'light.returned': body => `Ljuset godtogs inte av den andra handläggaren.${because(body)}`,
  'light.lapsed': () => 'Ljuset väntar inte längre på en andra handläggare: uppgifterna det vilade på har ändrats.',
  'step.undone': (body, set) => `Ångrat: ${undoneText(body, set)}`,
  'decision.made': body => `Beslut om arbetspraktik fattades ${String(body['decidedOn'])}.`,
  'case.read': body => `Ärendet öppnades.${because(body)}`,
  'form.read': () => 'Blanketten öppnades eller sparades.',
}

/** What an entry says, in a sentence. */
export const sayEntry = (kind: EntryKind, body: string, set: RuleSet): string => says[kind]?.(JSON.parse(body) as Body, set) ?? kind

type Waiting = ReturnType<Spool['waiting']>
const FROM_FILES = `('application.added', 'application.changed', 'register.read', 'permit.read')`

/**
 * What has happened in a case, newest first; reads included (2002:623 § 20 c). `waiting` are reads that are logged but not yet in the
 * journal. They must have been asked for before this is called: one that is moved in between is then found twice, never not at all.
 */
export function historyOf(db: Reader, application: number, set: RuleSet, waiting: Waiting): HistoryEntry[] {
  const say = (kind: EntryKind, body: Body) => says[kind]?.(body, set) ?? kind
  const rows = db.all<Row & { seq: number; at: string; name: string | null; kind: EntryKind; body: string | null }>(
    `SELECT j.seq, j.at, c.name, j.kind, CASE WHEN j.kind IN ${FROM_FILES} THEN NULL ELSE j.body END AS body FROM journal j LEFT JOIN caseworker c ON c.id = j.by
     WHERE j.application = ? OR j.seq IN (SELECT f.undone_seq FROM intake_file f WHERE f.undone_seq IS NOT NULL AND EXISTS (SELECT 1 FROM journal x WHERE x.application = ? AND x.seq > f.opened_seq AND x.seq < f.taken_seq))
     ORDER BY j.seq DESC LIMIT 200`, application, application,
  ).map(row => ({ ...row, said: JSON.parse(row.body ?? '{}') as Body }))
  const moved = new Set(rows.map(row => row.said['id']))
  const fresh = waiting.filter(read => read.application === application && !moved.has(read.id)).reverse()
  return [
    ...fresh.map(read => ({ seq: null, at: read.at, by: caseworkerOf(db, read.by).name, kind: read.kind, text: say(read.kind, { reason: read.reason }) })),
    ...rows.map(row => ({ seq: row.seq, at: row.at, by: row.name ?? '', kind: row.kind, text: say(row.kind, row.said) })),
  ]
}
