import Organisationsnummer from 'organisationsnummer'
import type { EmployerControlOutcome, IsoDate, UnionAnswer } from '../../shared/domain.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import { isDay } from '../components/dates.ts'
import { t } from '../text/t.ts'

/** The form's fields as they are typed; names are also the ids that the error summary links to. */
export type DecisionForm = {
  decidedOn: string; organiser: string; organisationNumber: string; workplace: string; supervisor: string; tasks: string
  extentPercent: string; partTimeReason: string; controlCheckedOn: string; controlOutcome: EmployerControlOutcome | ''
  unionOrganisation: string; unionAskedOn: string; unionAnswer: UnionAnswer | ''; unionAnsweredOn: string
  assessment: string; rapporteur: string; participants: string; caseNumber: string; barReference: string
}
export type Field = keyof DecisionForm
export type DecisionErrors = Partial<Record<Field, string>>
type Input = OperationInput<'decision.decide'>

/** A new decision's fields: today, full time and what was written when the light was established, the rest to be filled in. */
export function startForm(today: IsoDate, assessment = ''): DecisionForm {
  return {
    decidedOn: today, organiser: '', organisationNumber: '', workplace: '', supervisor: '', tasks: '', extentPercent: '100', partTimeReason: '',
    controlCheckedOn: '', controlOutcome: '', unionOrganisation: '', unionAskedOn: '', unionAnswer: '', unionAnsweredOn: '',
    assessment, rapporteur: '', participants: '', caseNumber: '', barReference: '',
  }
}

/** Order on the page, so that the error summary reads as the form does. */
export const fieldOrder: readonly Field[] = [
  'decidedOn', 'organiser', 'organisationNumber', 'workplace', 'supervisor', 'tasks', 'extentPercent', 'partTimeReason', 'controlCheckedOn', 'controlOutcome',
  'unionOrganisation', 'unionAskedOn', 'unionAnswer', 'unionAnsweredOn', 'assessment', 'rapporteur', 'participants', 'caseNumber', 'barReference',
]
export const longest: Partial<Record<Field, number>> = {
  organiser: 200, workplace: 300, supervisor: 200, tasks: 2000, partTimeReason: 2000, unionOrganisation: 200, assessment: 2000, rapporteur: 200, participants: 500, caseNumber: 60, barReference: 60,
}
const needed: readonly Field[] = [
  'decidedOn', 'organiser', 'organisationNumber', 'workplace', 'supervisor', 'tasks', 'extentPercent', 'controlCheckedOn', 'controlOutcome', 'unionOrganisation', 'unionAskedOn', 'unionAnswer', 'assessment',
]
const dates: readonly Field[] = ['decidedOn', 'controlCheckedOn', 'unionAskedOn', 'unionAnsweredOn']

/** The extent as a whole number of percent, or null. */
export function extentOf(text: string): number | null {
  const plain = text.replace(/\s|%/g, '')
  const n = /^\d{1,3}$/.test(plain) ? Number(plain) : 0
  return n >= 1 && n <= 100 ? n : null
}

/** True when the reason for part time must be given. */
export function isPartTime(form: Pick<DecisionForm, 'extentPercent'>): boolean {
  const extent = extentOf(form.extentPercent)
  return extent !== null && extent < 100
}

/** What is wrong with the form, if anything. The core checks the same and more. */
export function checkDecision(form: DecisionForm): DecisionErrors {
  const { errors: say, fields } = t.decision
  const errors: DecisionErrors = {}
  for (const field of fieldOrder) {
    const text = form[field].trim()
    const most = longest[field]
    if (text === '') {
      if (needed.includes(field)) errors[field] = say.missing(fields[field])
    } else if (dates.includes(field) && !isDay(text)) errors[field] = say.date(fields[field])
    else if (most !== undefined && text.length > most) errors[field] = say.long(fields[field], most)
  }
  if (!errors.organisationNumber && !Organisationsnummer.valid(form.organisationNumber.trim())) errors.organisationNumber = say.organisationNumber
  if (!errors.extentPercent && extentOf(form.extentPercent) === null) errors.extentPercent = say.extent
  if (isPartTime(form) && !form.partTimeReason.trim()) errors.partTimeReason = say.partTimeReason
  if (form.controlOutcome === 'med-anmarkning') errors.controlOutcome = say.control
  // ISO days sort as text.
  if (!errors.decidedOn && !errors.controlCheckedOn && form.controlCheckedOn > form.decidedOn) errors.controlCheckedOn = say.controlLate
  if (!errors.decidedOn && !errors.unionAskedOn && form.unionAskedOn > form.decidedOn) errors.unionAskedOn = say.askedLate
  if (form.unionAnswer === 'inget-svar' || form.unionAnswer === '') delete errors.unionAnsweredOn
  else if (!form.unionAnsweredOn.trim()) errors.unionAnsweredOn = say.missing(fields.unionAnsweredOn)
  else if (!errors.unionAnsweredOn && !errors.unionAskedOn && form.unionAnsweredOn < form.unionAskedOn) errors.unionAnsweredOn = say.answeredEarly
  return errors
}

/** The form as the core takes it, or null when something is missing. */
export function inputOf(form: DecisionForm, caseId: number, version: number): Input | null {
  const extentPercent = extentOf(form.extentPercent)
  if (extentPercent === null || form.controlOutcome === '' || form.unionAnswer === '') return null
  const own = (field: Field) => form[field].trim()
  return {
    caseId, version, decidedOn: form.decidedOn, organiser: own('organiser'), organisationNumber: own('organisationNumber'), workplace: own('workplace'),
    supervisor: own('supervisor'), tasks: own('tasks'), extentPercent, partTimeReason: extentPercent < 100 ? own('partTimeReason') : '',
    employerControl: { checkedOn: form.controlCheckedOn, outcome: form.controlOutcome },
    union: {
      organisation: own('unionOrganisation'), askedOn: form.unionAskedOn, answer: form.unionAnswer,
      answeredOn: form.unionAnswer === 'inget-svar' ? null : form.unionAnsweredOn,
    },
    assessment: own('assessment'), rapporteur: own('rapporteur'), participants: own('participants'), caseNumber: own('caseNumber'), barReference: own('barReference'),
  }
}
