import type { DecisionInput } from '../../../shared/contract/decision-input.ts'
import type { UnionAnswer } from '../../../shared/domain.ts'

/** An offer that the applicant accepted, with the place it is about and what the employer control and the union said. */
export type AcceptedOffer = { applicationId: string; details: Omit<DecisionInput, 'caseId' | 'version'> }

const ANSWERS: Record<string, UnionAnswer> = { tillstyrker: 'tillstyrker', 'ingen erinran': 'ingen-erinran', avstyrker: 'avstyrker', 'inget svar': 'inget-svar' }

type Line = Record<string, string>
const lines = (table: readonly string[][]): Line[] => {
  const [header = [], ...rows] = table
  return rows.map(row => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

/** Joins places, offers and controls into what a decision needs for each accepted offer. `decidedOn` is the latest date among them. */
export function acceptedOffers(places: readonly string[][], offers: readonly string[][], controls: readonly string[][]): AcceptedOffer[] {
  const placeById = new Map(lines(places).map(p => [p['plats_id'], p]))
  const controlById = new Map(lines(controls).map(c => [c['plats_id'], c]))
  return lines(offers).filter(o => o['svar'] === 'ja').flatMap(offer => {
    const place = placeById.get(offer['plats_id'])
    const control = controlById.get(offer['plats_id'])
    return place && control ? [{ applicationId: offer['ansoknings_id'] ?? '', details: detailsOf(offer, place, control) }] : []
  })
}

function detailsOf(offer: Line, place: Line, control: Line): AcceptedOffer['details'] {
  const answer = ANSWERS[control['yttrande_svar'] ?? ''] ?? 'inget-svar'
  const answeredOn = answer === 'inget-svar' ? null : control['yttrande_datum'] || null
  const dates = [offer['erbjuden'], control['kontroll_datum'], control['yttrande_begart'], answeredOn].filter(d => typeof d === 'string').sort()
  return {
    decidedOn: dates.at(-1) ?? '', organiser: place['arbetsgivare'] ?? '', organisationNumber: place['organisationsnummer'] ?? '', workplace: control['arbetsplats'] || (place['ort'] ?? ''),
    supervisor: control['handledare'] || (place['handledare'] ?? ''), tasks: control['arbetsuppgifter'] || (place['titel'] ?? ''), extentPercent: Number(place['omfattning'] || 100), partTimeReason: '',
    employerControl: { checkedOn: control['kontroll_datum'] ?? '', outcome: control['kontroll_utfall'] === 'utan anmärkning' ? 'utan-anmarkning' : 'med-anmarkning' },
    union: { organisation: control['facklig_organisation'] ?? '', askedOn: control['yttrande_begart'] ?? '', answer, answeredOn },
    assessment: 'Praktiken bedöms öka möjligheterna att få ett arbete som motsvarar utbildningen.', rapporteur: '', participants: '', caseNumber: '', barReference: '',
  }
}
