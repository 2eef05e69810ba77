import * as z from 'zod'

/** A real calendar date as YYYY-MM-DD. */
export const isoDate = z.iso.date()

const line = (max: number) => z.string().trim().min(1).max(max)

/** What the form needs and no file gives; the period comes from the intake. */
export const decisionInput = z.strictObject({
  caseId: z.int().positive(),
  version: z.int(),
  decidedOn: isoDate,
  organiser: line(200),
  organisationNumber: line(20),
  workplace: line(300),
  supervisor: line(200),
  tasks: line(2000),
  extentPercent: z.int().min(1).max(100),
  partTimeReason: z.string().trim().max(2000).default(''),
  employerControl: z.strictObject({ checkedOn: isoDate, outcome: z.enum(['utan-anmarkning', 'med-anmarkning']) }),
  union: z.strictObject({
    organisation: line(200), askedOn: isoDate,
    answer: z.enum(['tillstyrker', 'ingen-erinran', 'avstyrker', 'inget-svar']), answeredOn: isoDate.nullable().default(null),
  }),
  assessment: line(2000),
  rapporteur: z.string().trim().max(200).default(''),
  participants: z.string().trim().max(500).default(''),
  caseNumber: z.string().trim().max(60).default(''),
  barReference: z.string().trim().max(60).default(''),
})
export type DecisionInput = z.infer<typeof decisionInput>
