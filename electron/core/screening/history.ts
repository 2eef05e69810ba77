import { CONSENT_WAYS } from '../../../shared/contract/consent.ts'
import { PROOF_OUTCOMES } from '../../../shared/contract/proof.ts'
import { DOCUMENT_KINDS } from '../../../shared/contract/documents.ts'
import { ORIGINS } from '../../../shared/domain.ts'
import { documentKindWord } from '../../../shared/text/documents.sv.ts'
import { lightOfKind, originWord } from '../../../shared/text/words.sv.ts'
import { consentWayWord } from '../../../shared/text/consent.sv.ts'
import { proofWord } from '../../../shared/text/proof.sv.ts'
import { LIGHT_CODES } from '../cases/cases.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { displayValue } from '../rules/sentences.ts'
import type { EntryKind } from '../store/journal.ts'

/** An entry's content, read. */
export type Body = Record<string, unknown>
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
const countOf = (body: Body) => { const n = Array.isArray(body['items']) ? body['items'].length : 0; return n === 1 ? 'en sak' : `${n} saker` }
const requestOutcomeText = (body: Body) => ({ complete: 'allt som begärdes har kommit', partly: 'en del av det som begärdes har kommit', none: 'inget av det som begärdes har kommit' })[String(body['outcome'])] ?? 'okänt utfall'

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
  'request.made': body => `Ett brev med begäran om komplettering gjordes (${countOf(body)}). Svar senast ${String(body['dueOn'])}.`,
  'request.reminded': body => `En påminnelse om kompletteringen gjordes. Svar senast ${String(body['dueOn'])}.`,
  'request.answered': body => `Svar på begäran om komplettering kom in ${String(body['arrivedOn'])}: ${String(body['what'])}`,
  'request.closed': body => `Begäran om komplettering avslutades: ${requestOutcomeText(body)}.${noteText(body)}`,
  'letter.read': body => `Brevet med begäran om komplettering öppnades eller sparades.${because(body)}`,
  'note.added': body => `Anteckning: ${String(body['text'])}`,
  'note.amended': body => `Tillägg till en anteckning: ${String(body['text'])}`,
  'case.read': body => `Ärendet öppnades.${because(body)}`,
  'form.read': () => 'Blanketten öppnades eller sparades.',
}

/** What an entry says in a sentence; an entry that nobody has given words is named by its kind. */
export function sentenceOf(kind: EntryKind, body: Body, set: RuleSet): string {
  return says[kind]?.(body, set) ?? kind
}

/** The kinds of entry that are told in a case. */
export const TOLD_KINDS = Object.keys(says) as EntryKind[]
