import { consentWayWord } from '../../../shared/text/consent.en.ts'
import { documentKindWord } from '../../../shared/text/documents.en.ts'
import { proofWord } from '../../../shared/text/proof.en.ts'
import { lightOfKind, originWord } from '../../../shared/text/words.en.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { type Body, factIn, itemsIn, kindIn, lightIn, originIn, outcomeIn, pageOf, type Said, type Say, wayIn } from './history.ts'

const originOf = (body: Body) => { const origin = originIn(body); return origin ? ` Source: ${originWord[origin]}.` : '' }
const because = (body: Body) => (typeof body['reason'] === 'string' && body['reason'] ? ` Reason: ${body['reason']}` : '')
const otherText = (body: Body) => `the application ${String(body['applicationId'])} (${String(body['intake'])})`
const outcomeText = (body: Body) => { const outcome = outcomeIn(body); return outcome ? proofWord[outcome].toLowerCase() : 'outcome not known' }
const wayText = (body: Body) => { const way = wayIn(body); return way ? ` (${consentWayWord[way].toLowerCase()})` : '' }
const noteText = (body: Body) => (typeof body['note'] === 'string' && body['note'] ? ` ${body['note']}` : '')
const lightText = (body: Body, key: string) => lightOfKind[lightIn(body, key)]
const assessed = (body: Body) => (typeof body['assessment'] === 'string' && body['assessment'] ? ` Assessment: ${body['assessment']}` : '')
function undoneText(body: Body, set: RuleSet): string {
  const label = set.factById.get(String(body['fact']))?.label ?? String(body['fact'])
  switch (body['kind']) {
    case 'fact.corrected': return `the answer to “${label}”.`
    case 'fact.withdrawn': return `that the correction of “${label}” was taken back.`
    case 'light.held': return `the request for a second caseworker of ${lightText(body, 'light')} light.`
    case 'light.overridden': return `that the light was overridden to ${lightText(body, 'light')}.`
    default: return `that the light was established as ${lightText(body, 'light')}.`
  }
}
const countOf = (body: Body) => { const n = itemsIn(body); return n === 1 ? 'one item' : `${n} items` }
const requestOutcomeText = (body: Body) => ({ complete: 'everything that was asked for has come', partly: 'part of what was asked for has come', none: 'nothing of what was asked for has come' })[String(body['outcome'])] ?? 'outcome not known'
const by = (body: Body) => (body['source'] === 'document' ? 'a document' : 'a credential')

/** The sentences of the history in English; an entry that the Swedish ones tell of and these do not is a type error. */
export const saysInEnglish: Record<Said, Say> = {
  'application.added': () => 'The application was taken in.',
  'application.changed': () => 'A changed application was taken in.',
  'register.read': () => 'Facts from Arbetsförmedlingen’s register were taken in.',
  'permit.read': () => 'Facts from the Swedish Migration Agency were taken in.',
  'file.undone': body => `A file was undone, and the facts from it no longer hold.${because(body)}`,
  'fact.corrected': (body, set) => { const { label, value } = factIn(body, set); return `The fact “${label}” was set to “${value}”.${originOf(body)}${because(body)}` },
  'fact.withdrawn': (body, set) => `The correction of “${factIn(body, set).label}” was taken back.${because(body)}`,
  'fact.stated': (body, set) => { const { label, value } = factIn(body, set); return `The fact “${label}” was supported as “${value}” by ${by(body)}${body['source'] === 'document' ? `, page ${pageOf(body)}` : ''}.` },
  'fact.unstated': (body, set) => `The fact “${factIn(body, set).label}” is no longer supported by ${by(body)}.`,
  'document.received': body => `The document “${String(body['name'])}” was taken in.`,
  'document.marked': body => `A document was marked as ${documentKindWord[kindIn(body)].toLowerCase()}.`,
  'document.removed': body => `A document was removed.${because(body)}`,
  'document.read': body => `A document was opened.${because(body)}`,
  'proof.accepted': body => `A credential was checked and accepted${typeof body['issuedAt'] === 'string' ? `, issued ${body['issuedAt'].slice(0, 10)}` : ''}.`,
  'proof.refused': body => `A credential was checked and refused: ${outcomeText(body)}.`,
  'proof.judged': body => `A credential was checked again: ${outcomeText(body)}.`,
  'proof.withdrawn': body => `A credential was removed as proof.${because(body)}`,
  'consent.withdrawn': body => `The consent to sharing data was withdrawn ${String(body['on'])}${wayText(body)}, according to ${String(body['who'])}.${noteText(body)}`,
  'consent.given': body => `Consent to sharing data was given ${String(body['on'])}${wayText(body)}, according to ${String(body['who'])}.${noteText(body)}`,
  'person.joined': body => `The same person as ${otherText(body)}.${because(body)}`,
  'person.parted': body => `No longer joined with ${otherText(body)}.${because(body)}`,
  'person.told-apart': body => `Another person than in ${otherText(body)}.${because(body)}`,
  'person.reopened': body => `The answer that it is another person than in ${otherText(body)} was taken back.${because(body)}`,
  'case.rejudged': body => `The rules were changed to version ${String(body['version'])}: the light went from ${lightOfKind[lightIn(body, 'before')]} to ${lightOfKind[lightIn(body, 'after')]}.`,
  'case.assigned': body => (typeof body['name'] === 'string' && body['name'] ? `The case was assigned to ${body['name']}.` : 'The case no longer has a caseworker.'),
  'case.express': body => (typeof body['asked'] === 'string' ? `An express check was asked for by ${body['asked']}, to be done by ${String(body['until'])}.${because(body)}` : `The request for an express check was removed.${because(body)}`),
  'light.established': body => `The light was established as ${lightText(body, 'light')}.${assessed(body)}`,
  'light.overridden': body => `The proposed light, ${lightText(body, 'proposed')}, was overridden, and the light was established as ${lightText(body, 'light')}.${because(body)}`,
  'light.held': body => (body['override'] === true ? `A second caseworker was asked to accept that the proposed light, ${lightText(body, 'proposed')}, is overridden to ${lightText(body, 'light')}.${because(body)}` : `A second caseworker was asked to accept that the light is established as ${lightText(body, 'light')}.${assessed(body)}`),
  'light.confirmed': body => `As second caseworker it was accepted that the light is ${body['override'] === true ? `overridden and established as ${lightText(body, 'light')}` : `established as ${lightText(body, 'light')}`}.`,
  'light.returned': body => `The light was not accepted by the second caseworker.${because(body)}`,
  'light.lapsed': () => 'The light no longer waits for a second caseworker: the facts it rested on have changed.',
  'step.undone': (body, set) => `Undone: ${undoneText(body, set)}`,
  'decision.made': body => `A decision on work placement (arbetspraktik) was made on ${String(body['decidedOn'])}.`,
  'request.made': body => `A letter asking for completion was made (${countOf(body)}). Answer no later than ${String(body['dueOn'])}.`,
  'request.reminded': body => `A reminder of the completion was made. Answer no later than ${String(body['dueOn'])}.`,
  'request.answered': body => `An answer to the request for completion came in on ${String(body['arrivedOn'])}: ${String(body['what'])}`,
  'request.closed': body => `The request for completion was closed: ${requestOutcomeText(body)}.${noteText(body)}`,
  'letter.read': body => `The letter asking for completion was opened or saved.${because(body)}`,
  'note.added': body => `Note: ${String(body['text'])}`,
  'note.amended': body => `Addition to a note: ${String(body['text'])}`,
  'case.read': body => `The case was opened.${because(body)}`,
  'form.read': () => 'The form was opened or saved.',
}
