import { CONSENT_WAYS } from '../../../shared/contract/consent.ts'
import { PROOF_OUTCOMES } from '../../../shared/contract/proof.ts'
import { DOCUMENT_KINDS } from '../../../shared/contract/documents.ts'
import { type Language, ORIGINS } from '../../../shared/domain.ts'
import { documentKindWord } from '../../../shared/text/documents.sv.ts'
import { lightOfKind, originWord } from '../../../shared/text/words.sv.ts'
import { consentWayWord } from '../../../shared/text/consent.sv.ts'
import { proofWord } from '../../../shared/text/proof.sv.ts'
import { LIGHT_CODES } from '../cases/cases.ts'
import { spoken } from '../cases/spoken.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { displayValue } from '../rules/sentences.ts'
import { wordings } from '../rules/wording.ts'
import type { EntryKind } from '../store/journal.ts'
import { saysInEnglish } from './history.en.ts'

/** An entry's content, read. */
export type Body = Record<string, unknown>
export const originIn = (body: Body) => ORIGINS.find(o => o === body['origin'])
const originOf = (body: Body) => { const origin = originIn(body); return origin ? ` Källa: ${originWord[origin]}.` : '' }
export type Say = (body: Body, set: RuleSet) => string

/** The fact that an entry is about and its value, as the rule set calls them. */
export function factIn(body: Body, set: RuleSet): { label: string; value: string } {
  const fact = set.factById.get(String(body['fact']))
  const value = body['value']
  const shown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? (fact ? displayValue(fact, value, set.language) : String(value)) : wordings[set.language].none
  return { label: fact?.label ?? String(body['fact']), value: shown }
}
export const pageOf = (body: Body) => { const ref = body['ref']; return typeof ref === 'object' && ref !== null && 'page' in ref ? String(ref.page) : '1' }
export const kindIn = (body: Body) => DOCUMENT_KINDS.find(kind => kind === body['kind']) ?? 'other'
const kindOf = (body: Body) => documentKindWord[kindIn(body)].toLowerCase()
export const lightIn = (body: Body, field: string) => LIGHT_CODES[Number(body[field])] ?? 'orange'
const because = (body: Body) => (typeof body['reason'] === 'string' && body['reason'] ? ` Skäl: ${body['reason']}` : '')

const otherText = (body: Body) => `ansökan ${String(body['applicationId'])} (${String(body['intake'])})`
export const outcomeIn = (body: Body) => PROOF_OUTCOMES.find(o => o === body['outcome'])
const outcomeText = (body: Body) => { const outcome = outcomeIn(body); return outcome ? proofWord[outcome].toLowerCase() : 'okänt utfall' }
export const wayIn = (body: Body) => CONSENT_WAYS.find(w => w === body['how'])
const wayText = (body: Body) => { const way = wayIn(body); return way ? ` (${consentWayWord[way].toLowerCase()})` : '' }
const noteText = (body: Body) => (typeof body['note'] === 'string' && body['note'] ? ` ${body['note']}` : '')

const lightText = (body: Body, key: string) => lightOfKind[lightIn(body, key)]
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
export const itemsIn = (body: Body) => (Array.isArray(body['items']) ? body['items'].length : 0)
const countOf = (body: Body) => { const n = itemsIn(body); return n === 1 ? 'en sak' : `${n} saker` }
const requestOutcomeText = (body: Body) => ({ complete: 'allt som begärdes har kommit', partly: 'en del av det som begärdes har kommit', none: 'inget av det som begärdes har kommit' })[String(body['outcome'])] ?? 'okänt utfall'

const says = {
  'application.added': () => 'Ansökan lästes in.',
  'application.changed': () => 'En ändrad ansökan lästes in.',
  'register.read': () => 'Uppgifter ur Arbetsförmedlingens register lästes in.',
  'permit.read': () => 'Uppgifter från Migrationsverket lästes in.',
  'file.undone': (body: Body) => `En inläst fil ångrades, och uppgifterna ur den gäller inte längre.${because(body)}`,
  'fact.corrected': (body: Body, set: RuleSet) => { const { label, value } = factIn(body, set); return `Uppgiften ”${label}” sattes till ”${value}”.${originOf(body)}${because(body)}` },
  'fact.withdrawn': (body: Body, set: RuleSet) => `Rättelsen av ”${factIn(body, set).label}” togs tillbaka.${because(body)}`,
  'fact.stated': (body: Body, set: RuleSet) => { const { label, value } = factIn(body, set); return body['source'] === 'document' ? `Uppgiften ”${label}” styrktes som ”${value}” av en handling, sida ${pageOf(body)}.` : `Uppgiften ”${label}” styrktes som ”${value}” av ett intyg.` },
  'fact.unstated': (body: Body, set: RuleSet) => `Uppgiften ”${factIn(body, set).label}” styrks inte längre av ${body['source'] === 'document' ? 'en handling' : 'ett intyg'}.`,
  'document.received': (body: Body) => `Handlingen ”${String(body['name'])}” lästes in.`,
  'document.marked': (body: Body) => `En handling märktes som ${kindOf(body)}.`,
  'document.removed': (body: Body) => `En handling togs bort.${because(body)}`,
  'document.read': (body: Body) => `En handling öppnades.${because(body)}`,
  'proof.accepted': (body: Body) => `Ett intyg kontrollerades och godtogs${typeof body['issuedAt'] === 'string' ? `, utfärdat ${body['issuedAt'].slice(0, 10)}` : ''}.`,
  'proof.refused': (body: Body) => `Ett intyg kontrollerades och avvisades: ${outcomeText(body)}.`,
  'proof.judged': (body: Body) => `Ett intyg kontrollerades på nytt: ${outcomeText(body)}.`,
  'proof.withdrawn': (body: Body) => `Ett intyg togs bort som bevis.${because(body)}`,
  'consent.withdrawn': (body: Body) => `Samtycket till att uppgifter delas återkallades ${String(body['on'])}${wayText(body)}, enligt ${String(body['who'])}.${noteText(body)}`,
  'consent.given': (body: Body) => `Samtycke till att uppgifter delas lämnades ${String(body['on'])}${wayText(body)}, enligt ${String(body['who'])}.${noteText(body)}`,
  'person.joined': (body: Body) => `Samma person som ${otherText(body)}.${because(body)}`,
  'person.parted': (body: Body) => `Inte längre sammanförd med ${otherText(body)}.${because(body)}`,
  'person.told-apart': (body: Body) => `En annan person än i ${otherText(body)}.${because(body)}`,
  'person.reopened': (body: Body) => `Svaret att det är en annan person än i ${otherText(body)} togs tillbaka.${because(body)}`,
  'case.rejudged': (body: Body) => `Reglerna byttes till version ${String(body['version'])}: ljuset gick från ${lightOfKind[LIGHT_CODES[Number(body['before'])] ?? 'orange']} till ${lightOfKind[LIGHT_CODES[Number(body['after'])] ?? 'orange']}.`,
  'case.assigned': (body: Body) => (typeof body['name'] === 'string' && body['name'] ? `Ärendet tilldelades ${body['name']}.` : 'Ärendet har ingen handläggare längre.'),
  'case.express': (body: Body) => (typeof body['asked'] === 'string' ? `En snabbkontroll begärdes av ${body['asked']}, klar senast ${String(body['until'])}.${because(body)}` : `Begäran om snabbkontroll togs bort.${because(body)}`),
  'light.established': (body: Body) => `Ljuset fastställdes som ${lightText(body, 'light')}.${assessed(body)}`,
  'light.overridden': (body: Body) => `Det föreslagna ljuset, ${lightText(body, 'proposed')}, frångicks, och ljuset fastställdes som ${lightText(body, 'light')}.${because(body)}`,
  'light.held': (body: Body) => (body['override'] === true ? `En andra handläggare ombads godta att det föreslagna ljuset, ${lightText(body, 'proposed')}, frångås och blir ${lightText(body, 'light')}.${because(body)}` : `En andra handläggare ombads godta att ljuset fastställs som ${lightText(body, 'light')}.${assessed(body)}`),
  'light.confirmed': (body: Body) => `Som andra handläggare godtogs att ljuset ${body['override'] === true ? `frångås och fastställs som ${lightText(body, 'light')}` : `fastställs som ${lightText(body, 'light')}`}.`,
  'light.returned': (body: Body) => `Ljuset godtogs inte av den andra handläggaren.${because(body)}`,
  'light.lapsed': () => 'Ljuset väntar inte längre på en andra handläggare: uppgifterna det vilade på har ändrats.',
  'step.undone': (body: Body, set: RuleSet) => `Ångrat: ${undoneText(body, set)}`,
  'decision.made': (body: Body) => `Beslut om arbetspraktik fattades ${String(body['decidedOn'])}.`,
  'request.made': (body: Body) => `Ett brev med begäran om komplettering gjordes (${countOf(body)}). Svar senast ${String(body['dueOn'])}.`,
  'request.reminded': (body: Body) => `En påminnelse om kompletteringen gjordes. Svar senast ${String(body['dueOn'])}.`,
  'request.answered': (body: Body) => `Svar på begäran om komplettering kom in ${String(body['arrivedOn'])}: ${String(body['what'])}`,
  'request.closed': (body: Body) => `Begäran om komplettering avslutades: ${requestOutcomeText(body)}.${noteText(body)}`,
  'letter.read': (body: Body) => `Brevet med begäran om komplettering öppnades eller sparades.${because(body)}`,
  'note.added': (body: Body) => `Anteckning: ${String(body['text'])}`,
  'note.amended': (body: Body) => `Tillägg till en anteckning: ${String(body['text'])}`,
  'case.read': (body: Body) => `Ärendet öppnades.${because(body)}`,
  'form.read': () => 'Blanketten öppnades eller sparades.',
} satisfies Partial<Record<EntryKind, Say>>
/** The kinds of entry that are told. Each has a sentence in every language. */
export type Said = keyof typeof says
const told: Record<Language, Partial<Record<EntryKind, Say>>> = { sv: says, en: saysInEnglish }

/** What an entry says in a sentence, in the language of the operation and the words of the rule set; an entry that nobody has given words is named by its kind. */
export function sentenceOf(kind: EntryKind, body: Body, set: RuleSet): string {
  return told[spoken()][kind]?.(body, set) ?? kind
}

/** The kinds of entry that are told in a case. */
export const TOLD_KINDS = Object.keys(says) as EntryKind[]
