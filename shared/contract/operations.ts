import * as z from 'zod'
import { LIGHTS, ORIGINS } from '../domain.ts'
import type { UndoReport } from './changes.ts'
import type { AdoptReport, ImportReport, ProgrammeSummary, RuleBookView, RuleDiff, TryView, WhatIfPage, WhatIfSummary } from './rules.ts'
import type { CaseView, Caseworker, DecisionView, IntakeView, ListPage, ListRow, RuleSummary, StoreStatus, TakeInReport } from './views.ts'
import { consentOperations } from './consent-operations.ts'
import { decisionInput, isoDate } from './decision-input.ts'
import { deskOperations } from './desk-operations.ts'
import { documentOperations } from './document-operations.ts'
import { judgingOperations } from './judging-operations.ts'
import { logOperations } from './log-operations.ts'
import { peopleOperations } from './people-operations.ts'
import { noteOperations } from './notes-operations.ts'
import { personOperations } from './persons-operations.ts'
import { listQuery } from './list-query.ts'
import { proofOperations } from './proof-operations.ts'
import { searchOperations } from './search-operations.ts'
import { requestOperations } from './requests-operations.ts'
import { spec, type Spec } from './spec.ts'
import { timelineOperations } from './timeline-operations.ts'
import { filePlan, filePlans, type Inspection, type KnownSender, mappingFields, type SavedProblems, type ShownProblem, type Understanding } from './intake.ts'

const none = z.strictObject({})
const id = z.int().positive()
const name = z.string().trim().min(1).max(200)
const secret = z.string().min(1).max(1024)
const reason = z.string().trim().max(2000)
const path = z.string().min(1).max(4096)
const profile = z.enum(['work', 'sample'])
const light = z.enum(LIGHTS)

const intakeFields = z.strictObject({ programme: name, name: z.string().trim().min(1).max(60), evaluationDate: isoDate, placeStart: isoDate, placeEnd: isoDate })

export { listQuery }

const programme = z.string().max(80)
const version = z.string().max(40)
const ruleText = z.string().max(4000)
const givenFact = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.union([z.string().max(2000), z.number(), z.boolean()])).max(200), z.null()])
const ruleEdits = z.strictObject({
  parameters: z.record(z.string().max(80), ruleText).default({}),
  conditions: z.array(z.strictObject({ rule: z.string().max(20), light: z.enum([...LIGHTS, 'not-applicable']), index: z.int().min(0), when: ruleText })).max(400).default([]),
}).default({ parameters: {}, conditions: [] })

/** The contract: every operation of the program by name, what goes in (checked at every border) and what comes out. */
export const operations = {
  // the store
  'store.status': spec<StoreStatus>()('read', none),
  'store.create': spec<{ recoveryCode: string }>()('write', z.strictObject({ passphrase: secret, name, title: name })),
  'store.createSample': spec<Caseworker>()('long', none),
  'store.unlock': spec<Caseworker>()('write', z.strictObject({ profile, passphrase: secret.optional() })),
  'store.recover': spec<Caseworker>()('write', z.strictObject({ recoveryCode: secret, newPassphrase: secret })),
  'store.lock': spec<null>()('write', none),
  'store.changePassphrase': spec<null>()('write', z.strictObject({ current: secret, next: secret })),
  'store.renewRecoveryCode': spec<{ recoveryCode: string }>()('write', z.strictObject({ passphrase: secret })),
  'store.removeSample': spec<null>()('write', none),
  'backup.create': spec<{ name: string; cases: number; bytes: number }>()('long', z.strictObject({ path }), ['path']),
  'backup.inspect': spec<{ madeAt: string; cases: number; intakes: number }>()('read', z.strictObject({ path, secret }), ['path']),
  'backup.restore': spec<{ cases: number; previousKeptAs: string }>()('long', z.strictObject({ path, secret }), ['path']),
  'journal.verify': spec<{ entries: number; cases: number }>()('long', none),

  // intake
  'intake.list': spec<IntakeView[]>()('read', none),
  'intake.suggestions': spec<z.infer<typeof intakeFields>[]>()('read', none),
  'intake.create': spec<IntakeView>()('write', intakeFields),
  'intake.update': spec<IntakeView>()('write', intakeFields.extend({ id })),
  'intake.preview': spec<TakeInReport>()('long', z.strictObject({ intakeId: id, files: z.array(path).min(1).max(20), plans: filePlans.default([]) }), ['files', 'plans.file']),
  'intake.takeIn': spec<TakeInReport>()('long', z.strictObject({ intakeId: id, files: z.array(path).min(1).max(20), plans: filePlans.default([]), seen: z.string().max(64).optional() }), ['files', 'plans.file']),
  'intake.inspect': spec<Inspection>()('read', z.strictObject({ intakeId: id, plans: filePlans.min(1) }), ['plans.file']),
  'intake.understand': spec<Understanding>()('read', z.strictObject({ intakeId: id, plan: filePlan }), ['plan.file']),
  'intake.problems': spec<ShownProblem[]>()('read', z.strictObject({ intakeId: id, plan: filePlan, code: z.string().max(40), column: z.string().max(500).optional(), limit: z.int().min(1).max(1000).default(200) }), ['plan.file']),
  'intake.saveProblems': spec<SavedProblems>()('read', z.strictObject({ intakeId: id, plan: filePlan, path, only: z.enum(['all', 'refused']).default('all') }), ['plan.file', 'path']),
  'intake.saveReceipt': spec<{ name: string }>()('read', z.strictObject({ path, text: z.string().min(1).max(20_000) }), ['path']),
  'intake.rememberMapping': spec<KnownSender>()('write', z.strictObject({ intakeId: id, ...mappingFields })),
  'intake.forgetSender': spec<KnownSender[]>()('write', z.strictObject({ intakeId: id, sender: z.string().trim().min(1).max(80) })),
  'intake.senders': spec<KnownSender[]>()('read', z.strictObject({ intakeId: id })),
  'intake.undoPreview': spec<UndoReport>()('long', z.strictObject({ fileId: id })),
  'intake.undoFile': spec<UndoReport>()('long', z.strictObject({ fileId: id, reason, seen: z.string().max(64).optional() })),
  'intake.exportLights': spec<{ name: string; rows: number; withdrawn: number; notCovered: number }>()('read', z.strictObject({ intakeId: id, path }), ['path']),

  // rules
  'rules.programmes': spec<ProgrammeSummary[]>()('read', none),
  'rules.book': spec<RuleBookView>()('read', z.strictObject({ programme, version })),
  'rules.diff': spec<RuleDiff>()('read', z.strictObject({ programme, before: version, after: version })),
  'rules.try': spec<TryView>()('read', z.strictObject({ programme, version, facts: z.record(z.string().max(80), givenFact), unknown: z.array(z.string().max(80)).max(500).default([]), edits: ruleEdits })),
  'rules.export': spec<{ name: string }>()('read', z.strictObject({ programme, path }), ['path']),
  'rules.import': spec<ImportReport>()('write', z.strictObject({ path }), ['path']),
  'rules.whatIf': spec<WhatIfSummary>()('read', z.strictObject({ intakeId: id, version, edits: ruleEdits })),
  'rules.whatIfPage': spec<WhatIfPage>()('read', z.strictObject({
    intakeId: id, from: light.optional(), to: light.optional(), rule: z.string().max(20).optional(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100),
  })),
  'rules.whatIfSave': spec<{ name: string; rows: number }>()('read', z.strictObject({ intakeId: id, path }), ['path']),
  'rules.adopt': spec<AdoptReport>()('long', z.strictObject({ intakeId: id, version })),

  // screening
  'screening.list': spec<ListPage>()('read', listQuery),
  'screening.queue': spec<Uint8Array>()('read', listQuery.omit({ offset: true, limit: true })),
  'screening.rows': spec<ListRow[]>()('read', z.strictObject({ intakeId: id, ids: z.array(id).max(500) })),
  'screening.rules': spec<RuleSummary[]>()('read', z.strictObject({ intakeId: id })),
  'screening.open': spec<CaseView>()('read', z.strictObject({ id, reason: reason.optional() })),
  'screening.setFact': spec<CaseView>()('write', z.strictObject({
    id, version: z.int(), fact: z.string().max(80),
    value: z.union([z.string().max(2000), z.number(), z.boolean(), z.strictObject({ none: z.literal(true) })]),
    origin: z.enum(ORIGINS).default('assessment'), reason,
  })),
  'screening.withdrawFact': spec<CaseView>()('write', z.strictObject({ id, version: z.int(), fact: z.string().max(80), reason })),
  ...judgingOperations,

  // decision and documents
  'decision.preview': spec<Uint8Array>()('read', decisionInput),
  'decision.decide': spec<DecisionView>()('write', decisionInput),
  'documents.form': spec<Uint8Array>()('read', z.strictObject({ decisionId: id })),
  'documents.save': spec<{ name: string }>()('read', z.strictObject({ decisionId: id, path }), ['path']),
  'documents.receiptSheet': spec<Uint8Array>()('read', z.strictObject({ title: name, lines: z.array(z.string().max(1000)).max(300) })),
  'documents.recoverySheet': spec<Uint8Array>()('read', z.strictObject({ recoveryCode: secret })),
  ...documentOperations,
  ...proofOperations,
  ...consentOperations,
  ...personOperations,
  ...deskOperations,
  ...searchOperations,
  ...peopleOperations,
  ...requestOperations,
  ...noteOperations,
  ...timelineOperations,
  ...logOperations,
} satisfies Record<string, Spec<z.ZodType, unknown>>

export type Operations = typeof operations
export type OperationName = keyof Operations
/** What a caller gives (defaults may be left out). */
export type OperationInput<N extends OperationName> = z.input<Operations[N]['input']>
/** What the operation's function receives after the check. */
export type OperationParsed<N extends OperationName> = z.output<Operations[N]['input']>
export type OperationOutput<N extends OperationName> = Operations[N] extends Spec<z.ZodType, infer O> ? O : never
