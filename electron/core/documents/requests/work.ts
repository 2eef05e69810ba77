import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { letterInput } from '../../../../shared/contract/requests-operations.ts'
import type { RequestOutcome, RequestPreview, RequestState } from '../../../../shared/contract/requests.ts'
import type { IsoDate } from '../../../../shared/domain.ts'
import { Fault } from '../../../../shared/fault.ts'
import { applicationById } from '../../cases/cases.ts'
import type { Context } from '../../context.ts'
import { renderRequestLetter } from '../request-letter.ts'
import { isWorkingDay } from '../../rules/holidays.ts'
import { swedishDay } from '../../rules/local-day.ts'
import type { Row } from '../../store/database.ts'
import { change, type Store } from '../../store/store.ts'
import type { AnsweredBody, ClosedBody, MadeBody, RemindedBody } from './appliers.ts'
import { letterTo, requireNothingTold } from './letters.ts'

export type LetterChoice = z.output<typeof letterInput>
/** A letter that is set and waits to be stored. */
type Prepared = { application: number; body: MadeBody; pdf: Uint8Array }
type RequestRow = Row & { id: number; application: number; language: 'sv' | 'en'; items: string; due_on: IsoDate; reply_to: string; state: RequestState; made_on: IsoDate }

const today = (store: Store): IsoDate => swedishDay(store.now())

/** A time limit ends after today, on a day when the authority is open (1930:173). Throws Fault request-due. */
export function requireDue(store: Store, dueOn: IsoDate): void {
  if (dueOn <= today(store) || !isWorkingDay(dueOn)) throw new Fault('request-due', { day: dueOn })
}

function requireNew(store: Store, id: number): void {
  if (applicationById(store.read, id).decided === 1) throw new Fault('case-decided')
  if (store.read.value(`SELECT 1 FROM request WHERE application = ? AND state <> 'closed'`, id) !== undefined) throw new Fault('request-open')
}

async function prepare({ store }: Context, id: number, { language, items, dueOn, replyTo }: LetterChoice): Promise<Prepared & { text: string }> {
  requireNew(store, id)
  requireDue(store, dueOn)
  requireNothingTold(store, id, [replyTo, ...items.flatMap(item => [item.ask, item.why])])
  const madeOn = today(store)
  const { pdf, text } = await renderRequestLetter(letterTo(store, id, { language, items, date: madeOn, dueOn, replyTo, remindsOf: null }))
  return { application: id, pdf, text, body: { language, items, dueOn, replyTo, madeOn, text, letterHash: hashOf(pdf) } }
}

const hashOf = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex')
const keepPages = (store: Store, letter: number, pdf: Uint8Array) => store.write.run('INSERT INTO letter_pdf (letter, pdf) VALUES (?, ?)', letter, pdf)

function keep(store: Store, { application, body, pdf }: Prepared): number {
  const id = store.record({ kind: 'request.made', application, body: JSON.stringify(body) })
  keepPages(store, id, pdf)
  return id
}

/** The letter as it would be made now, byte for byte, with its text for pasting. Throws the same faults as making it. */
export async function previewRequest(context: Context, { id, reason, ...choice }: LetterChoice & { id: number; reason?: string | undefined }): Promise<RequestPreview> {
  requireReason(context.store, id, reason)
  const { pdf, text } = await prepare(context, id, choice)
  return { pdf, text }
}

/** Makes a request and stores its letter. Gives the id of its case. Throws Fault request-open, request-due, request-tells, case-changed, case-decided or form-glyph. */
export async function makeOneRequest(context: Context, { id, version, reason, ...choice }: LetterChoice & { id: number; version: number; reason?: string | undefined }): Promise<number> {
  const { store } = context
  requireReason(store, id, reason)
  if (applicationById(store.read, id).version !== version) throw new Fault('case-changed')
  const prepared = await prepare(context, id, choice)
  change(store, () => {
    // Checked again in the same transaction: the letter took a moment, and two windows may have asked.
    if (applicationById(store.read, id).version !== version) throw new Fault('case-changed')
    requireNew(store, id)
    keep(store, prepared)
  })
  return told(context, id)
}

/**
 * Sets the letter of one of many cases. Gives what stores it with its request, to be done inside the caller's transaction, which sees to that the case is
 * as it was and tells the windows. Never for a protected person: throws Fault request-protected, besides the faults of making one.
 */
export async function prepareOneOfMany(context: Context, id: number, choice: LetterChoice): Promise<() => number> {
  if (applicationById(context.store.read, id).protected === 1) throw new Fault('request-protected')
  const prepared = await prepare(context, id, choice)
  return () => {
    requireNew(context.store, id)
    return keep(context.store, prepared)
  }
}

function requireReason(store: Store, id: number, reason: string | undefined): void {
  if (applicationById(store.read, id).protected === 1 && !reason?.trim()) throw new Fault('case-protected')
}

function requestIn(store: Store, id: number, states: readonly RequestState[]): RequestRow {
  const row = store.read.get<RequestRow>('SELECT id, application, language, items, due_on, reply_to, state, made_on FROM request WHERE id = ?', id)
  if (!row) throw new Fault('request-missing')
  if (!states.includes(row.state)) throw new Fault('request-state', { state: row.state })
  return row
}

/** Reminds of a request with a new letter and a new day. Gives the id of its case. Throws Fault request-due, or request-state when an answer has come. */
export async function remindRequest(context: Context, { requestId, dueOn }: { requestId: number; dueOn: IsoDate }): Promise<number> {
  const { store } = context
  const waiting = ['open', 'reminded'] as const
  const row = requestIn(store, requestId, waiting)
  requireDue(store, dueOn)
  const items = JSON.parse(row.items) as MadeBody['items']
  const { pdf, text } = await renderRequestLetter(letterTo(store, row.application, { language: row.language, items, date: today(store), dueOn, replyTo: row.reply_to, remindsOf: row.made_on }))
  change(store, () => {
    requestIn(store, requestId, waiting)
    const body: RemindedBody = { request: requestId, dueOn, text, letterHash: hashOf(pdf) }
    keepPages(store, store.record({ kind: 'request.reminded', application: row.application, body: JSON.stringify(body) }), pdf)
  })
  return told(context, row.application)
}

/** Notes that an answer arrived, and on which day (22 § förvaltningslagen). Several may arrive. Gives the id of its case. Throws Fault request-arrived for a day that cannot be. */
export function answerRequest(context: Context, { requestId, arrivedOn, what }: { requestId: number; arrivedOn: IsoDate; what: string }): number {
  const { store } = context
  const id = change(store, () => {
    const row = requestIn(store, requestId, ['open', 'reminded', 'answered'])
    if (arrivedOn > today(store) || arrivedOn < row.made_on) throw new Fault('request-arrived', { from: row.made_on })
    const body: AnsweredBody = { request: requestId, arrivedOn, what }
    store.record({ kind: 'request.answered', application: row.application, body: JSON.stringify(body) })
    return row.application
  })
  return told(context, id)
}

/** Ends a request: all came, some of it, or nothing. Gives the id of its case. Throws Fault request-state when it is ended already. */
export function closeRequest(context: Context, { requestId, outcome, note }: { requestId: number; outcome: RequestOutcome; note: string }): number {
  const { store } = context
  const id = change(store, () => {
    const row = requestIn(store, requestId, ['open', 'reminded', 'answered'])
    const body: ClosedBody = { request: requestId, outcome, note }
    store.record({ kind: 'request.closed', application: row.application, body: JSON.stringify(body) })
    return row.application
  })
  return told(context, id)
}

function told(context: Context, id: number): number {
  context.changed({ what: 'cases', intakeId: applicationById(context.store.read, id).intake, caseId: id })
  return id
}
