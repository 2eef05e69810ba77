import * as z from 'zod'
import { FILE_KINDS } from '../../../shared/domain.ts'
import { isIsoDate } from './dates.ts'

const date = z.string().refine(isIsoDate, 'ska vara ett datum som 2023-01-01')
const span = { from: date, to: date.optional() }
/** A date, or the name of a version: its first day as from, its last as to. */
const day = z.string()
const daySpan = { from: day, to: day.optional() }
const scalar = z.union([z.string(), z.number(), z.boolean()])
const value = z.union([scalar, z.array(scalar)])
const basis = z.enum(['statute', 'policy'])
const condition = z.union([z.string(), z.strictObject({ when: z.string(), basis })])
const names = z.array(z.string().min(1)).min(1)
const conditions = z.union([condition, z.array(condition)]).optional()
const phrase = z.strictObject({ is: z.string(), need: z.string(), needNot: z.string(), yes: z.string(), no: z.string(), none: z.string() }).partial()
const byVersion = z.union([z.string(), z.record(z.string(), z.string())])
const sections = z.record(z.string(), z.string())

const atMost = (length: number) => z.string().min(1).refine(text => text.length <= length, `får vara högst ${length} tecken`)
const reasons = z.array(atMost(500)).min(1)
const assessments = z.array(atMost(2000)).optional()

export const factSchema = z.strictObject({
  label: z.string(), type: z.enum(['date', 'number', 'boolean', 'word', 'country', 'text']), section: z.string(), list: z.boolean().optional(),
  unit: z.string().optional(), values: z.record(z.string(), z.string()).optional(), ordered: z.boolean().optional(), pattern: z.string().optional(), spelling: z.enum(['upper', 'lower']).optional(),
  empty: value.nullable().optional(), emptyNeeds: z.enum(['register', 'migration-agency']).optional(), editable: z.boolean().optional(), canBeNone: z.boolean().optional(),
  phrase: phrase.optional(),
  /** A question that a caseworker answers yes or no to, with the reasons that are usual for each. */
  manual: z.strictObject({ reasons: z.strictObject({ yes: reasons, no: reasons }) }).optional(),
})
export const columnSchema = z.strictObject({ column: z.string(), fact: z.string(), aliases: z.array(z.string()).optional(), also: z.array(z.string()).optional(), as: z.enum(['identity', 'postal-code']).optional(), required: z.boolean().optional() })
const fileSchema = z.strictObject({ source: z.enum(['application', 'register', 'migration-agency']), columns: z.array(columnSchema), latestBy: z.string().optional() })
const definitionSchema = z.strictObject({ label: z.string(), is: z.string(), unit: z.string().optional(), from: day.optional(), to: day.optional() })
const inBoth = z.strictObject({ sv: z.string().min(1).max(1000), en: z.string().min(1).max(1000) })
const given = z.record(z.string(), value.nullable())

/** The kinds of file in a programme's folder. */
export const documents = {
  programme: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'får bara ha små bokstäver, siffror och bindestreck'), title: z.string(), purpose: z.string().optional(), sources: z.record(z.string(), z.string()), sections: sections.optional(),
    /** Takes the rules of another programme, all but those named. */
    like: z.strictObject({ programme: z.string(), without: z.array(z.string()) }).optional(),
    /** The fact whose date chooses the version, where it is not the evaluation date. */
    chosenBy: z.string().optional(),
    /** When another caseworker must read a light before it is established. */
    secondReader: z.strictObject({ override: z.boolean(), red: z.boolean() }).optional(),
    /** Usual texts of the preliminary assessment, by light. */
    assessments: z.strictObject({ green: assessments, orange: assessments, red: assessments }).optional(),
    versions: z.array(z.strictObject({ version: z.string(), ...span, changes: z.array(z.strictObject({ date, text: z.string().min(1) })).min(1) })).min(1),
    intakes: z.array(z.strictObject({ name: z.string(), evaluationDate: date, placeStart: date, placeEnd: date })).optional(),
  }),
  facts: z.strictObject({ facts: z.record(z.string(), factSchema) }),
  files: z.strictObject({ files: z.record(z.enum(FILE_KINDS), fileSchema) }),
  parameters: z.strictObject({
    parameters: z.record(z.string(), z.strictObject({ label: z.string(), unit: z.string().optional(), values: z.array(z.strictObject({ ...daySpan, value, source: z.string() })).min(1) })),
  }),
  rules: z.strictObject({
    definitions: z.record(z.string(), z.union([definitionSchema, z.array(definitionSchema).min(1)])).optional(),
    rules: z.array(z.strictObject({
      id: z.string(), question: z.string(), section: z.string(), sources: z.array(z.string()).min(1), basis, ...daySpan,
      filterable: z.boolean().optional(), decisive: z.string().optional(), red: conditions, orange: conditions, green: conditions, 'not-applicable': conditions,
    })).optional(),
  }),
  credentials: z.strictObject({
    types: z.record(z.string(), z.strictObject({
      title: z.string().min(1), names,
      holder: z.strictObject({ identity: names, givenName: names, familyName: names, birthDate: names }),
      facts: z.array(z.strictObject({ claim: z.string().min(1), fact: z.string().min(1) })).min(1),
      gives: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    })),
  }),
  sharing: z.strictObject({
    rule: z.string().min(1),
    recipients: z.record(z.string(), z.strictObject({ title: z.string().min(1), receives: z.string().min(1), answers: z.array(z.enum(['ja', 'delvis'])) })),
  }),
  requests: z.strictObject({
    /** What can be asked for, by a name of its own: several questions may ask for the same. */
    texts: z.record(z.string(), inBoth),
    /** By question: what it is about in plain words, and the name of what is asked for when the light is orange or red, or by fact when that is missing. */
    rules: z.record(z.string(), z.strictObject({ why: inBoth, orange: z.string().optional(), red: z.string().optional(), missing: z.record(z.string(), z.string()).optional() })),
    /** Questions that the applicant can do nothing about, and why. */
    others: z.record(z.string(), z.string().min(1)).optional(),
  }),
  /** The same programme's words in English. A text that differs between versions is given by version. */
  text: z.strictObject({
    title: z.string(), purpose: z.string(), sections: sections.optional(), changes: z.record(z.string(), z.array(z.string())).optional(),
    facts: z.record(z.string(), z.strictObject({ label: z.string(), unit: z.string().optional(), values: z.record(z.string(), z.string()).optional(), phrase: phrase.optional() })).optional(),
    parameters: z.record(z.string(), z.strictObject({ label: z.string(), unit: z.string().optional() })).optional(),
    definitions: z.record(z.string(), z.strictObject({ label: byVersion, unit: z.string().optional() })).optional(),
    rules: z.record(z.string(), byVersion).optional(),
    /** Words that a definition gives as its value. */
    words: z.record(z.string(), z.string()).optional(),
    credentials: z.record(z.string(), z.string()).optional(),
    sharing: z.record(z.string(), z.strictObject({ title: z.string(), receives: z.string() })).optional(),
  }),
  examples: z.strictObject({
    /** Facts that hold in every example that does not say otherwise. */
    usual: given.optional(),
    examples: z.array(z.strictObject({
      says: z.string().min(1), on: date, given: given.optional(), unknown: z.array(z.string()).optional(),
      expect: z.record(z.string(), z.enum(['green', 'orange', 'red', 'not-applicable'])), light: z.enum(['green', 'orange', 'red']).optional(),
    })),
  }),
}
export type DocumentKind = keyof typeof documents
export type DocumentOf<K extends DocumentKind> = z.infer<(typeof documents)[K]>
export type Column = z.infer<typeof columnSchema>
