import * as z from 'zod'

// The longest values a form is laid out for. They are wider than what the window lets a person write.
const LINE = 300
const TEXT = 2000

const line = (longest = LINE) => z.string().trim().min(1).max(longest)
const text = () => z.string().trim().min(1).max(TEXT)
const day = z.iso.date()

/**
 * Under which ordinance the person is placed: `none` is förordningen (2000:634) itself, the others are the frame programmes
 * jobb- och utvecklingsgarantin, etableringsprogrammet and jobbgarantin för ungdomar.
 */
export const FRAME_PROGRAMMES = ['none', 'JOB', 'ETP', 'UGA'] as const
export type FrameProgramme = (typeof FRAME_PROGRAMMES)[number]

const official = z.strictObject({ name: line(), title: line(120) })

/**
 * Everything that the decision form, in any of its copies, may show; which copy shows what is the form's business.
 * Dates are YYYY-MM-DD.
 */
export const decisionFormSchema = z.strictObject({
  authority: z.literal('Arbetsförmedlingen'),
  unit: line(120).optional(),
  caseNumber: line(60).optional(),
  applicationId: line(60),
  intakeName: line(120),
  decisionDate: day,
  person: z.strictObject({
    name: line(),
    /** Personnummer, samordningsnummer or temporary number, with hyphen. */
    identityNumber: z.string().trim().regex(/^(?:\d{2})?\d{6}[-+][0-9A-Z]{4}$/u),
    /** Protected personal data: the form then tells nothing that says where the person is. */
    protected: z.boolean(),
  }),
  frameProgramme: z.enum(FRAME_PROGRAMMES),
  /** First and last day. */
  period: z.strictObject({ start: day, end: day }),
  /** Percent of full time; below 100 the reasons must stand in the decision. */
  extent: z.strictObject({ percent: z.int().min(1).max(100), reasons: text().optional() }),
  organiser: z.strictObject({
    name: line(),
    organisationNumber: line(20),
    workplaceAddress: line(),
    supervisor: line(),
  }),
  tasks: text(),
  /** The decisive facts, one short sentence each. */
  reasons: z.array(text()).min(1).max(20),
  union: z.strictObject({
    organisation: line(),
    askedOn: day,
    answer: z.enum(['tillstyrker', 'ingen-erinran', 'avstyrker', 'inget-svar']),
    answeredOn: day.optional(),
    /** For the file copy only. */
    note: text().optional(),
  }),
  employerControl: z.strictObject({
    checkedOn: day,
    outcome: z.enum(['utan-anmarkning', 'med-anmarkning']),
    /** For the file copy only. */
    note: text().optional(),
  }),
  decisionMaker: official,
  rapporteur: official.optional(),
  /** Others who took part in the final handling without deciding (31 § förvaltningslagen). */
  participants: z.array(official).max(10).default([]),
  /** Leave out the officials' names in the notice (33 § fourth paragraph förvaltningslagen). */
  omitNames: z.boolean().default(false),
  barReference: line(60).optional(),
  ruleSet: z.strictObject({ programme: line(60), version: line(40), hash: z.string().regex(/^[0-9a-f]{8,64}$/u) }),
  screeningId: line(60),
  /** Sample data: every page is marked as an example. */
  sample: z.boolean().default(false),
  /** A preview before the decision: every page is marked as a draft. */
  draft: z.boolean().default(false),
}).superRefine((form, context) => {
  // The messages are the end of a sentence that begins with the field's name.
  const wrong = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message })
  if (form.period.end < form.period.start) wrong(['period', 'end'], 'ligger före startdatumet')
  if (form.extent.percent < 100 && form.extent.reasons === undefined) wrong(['extent', 'reasons'], 'behöver fyllas i när omfattningen är mindre än heltid')
  const { answer, askedOn, answeredOn } = form.union
  if (answer !== 'inget-svar' && answeredOn === undefined) wrong(['union', 'answeredOn'], 'behöver fyllas i när facket har svarat')
  if (answer === 'inget-svar' && answeredOn !== undefined) wrong(['union', 'answeredOn'], 'ska vara tomt när facket inte har svarat')
  if (answeredOn !== undefined && answeredOn < askedOn) wrong(['union', 'answeredOn'], 'ligger före dagen då facket tillfrågades')
  if (askedOn > form.decisionDate) wrong(['union', 'askedOn'], 'ligger efter beslutsdatumet')
  if (answeredOn !== undefined && answeredOn > form.decisionDate) wrong(['union', 'answeredOn'], 'ligger efter beslutsdatumet')
  if (form.employerControl.checkedOn > form.decisionDate) wrong(['employerControl', 'checkedOn'], 'ligger efter beslutsdatumet')
})

/** A decision form as checked. */
export type DecisionForm = z.output<typeof decisionFormSchema>
/** A decision form as callers may write it: what has a default may be left out. */
export type DecisionFormInput = z.input<typeof decisionFormSchema>
