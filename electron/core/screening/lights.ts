import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { OverrideChoice } from '../../../shared/contract/judging.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { LIGHTS } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { factSnapshot } from '../cases/appliers.ts'
import { type ApplicationRow, lightCodeOf, loadCase } from '../cases/cases.ts'
import { deskRules } from '../cases/judging.ts'
import type { ConfirmedBody, HeldBody, LightBody } from '../cases/light-appliers.ts'
import { type PendingRow, pendingOf } from '../cases/pending.ts'
import type { Context } from '../context.ts'
import { RULE_LIGHTS } from '../rules/rule-set.ts'
import { TRUE } from '../rules/values.ts'
import { entryBody } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { changeCase } from './change-case.ts'

export const LEAST_REASON = 10
type Loaded = ReturnType<typeof loadCase>

/** Records that the proposed light is established, or asked for where the programme wants a second reader of such a light. Runs inside a change. Throws Fault case-awaiting. */
export function recordEstablished(store: Store, id: number, assessment?: string): number {
  const loaded = loadCase(store.read, id)
  const { light } = loaded.outcome
  requireNoneWaits(loaded.row)
  const body: LightBody = { ...restsOn(loaded), light: lightCodeOf(light), ...(assessment ? { assessment } : {}) }
  return record(store, loaded, 'light.established', body, light === 'red' && readers(store, loaded).red)
}

/**
 * Goes away from the proposed light with a reason: orange to green or red, red that comes from policy alone to green or orange.
 * Throws Fault override-green, override-statute naming rules and paragraphs, override-same, override-reason or case-awaiting.
 */
export function overrideLight(context: Context, { light, reason, ...input }: OperationParsed<'screening.override'>): CaseView {
  const { store } = context
  return changeCase(context, input, row => {
    const loaded = loadCase(store.read, row.id)
    requireNoneWaits(row)
    const { to, fault } = overrideChoice(loaded)
    if (fault) throw new Fault(fault.code, fault.params)
    if (!to.includes(light)) throw new Fault('override-same')
    if (reason.length < LEAST_REASON) throw new Fault('override-reason', { least: LEAST_REASON })
    const body: LightBody = { ...restsOn(loaded), light: lightCodeOf(light), proposed: lightCodeOf(loaded.outcome.light), reason }
    record(store, loaded, 'light.overridden', body, readers(store, loaded).override)
  })
}

/** What the proposed light may be overridden to. Red from statute stands, whoever judges. */
export function overrideChoice({ rules, outcome, facts }: Loaded): OverrideChoice {
  const no = (fault: Fault): OverrideChoice => ({ to: [], fault: fault.info })
  if (outcome.light === 'green') return no(new Fault('override-green'))
  const statute = rules.set.rules.filter((rule, i) => RULE_LIGHTS[outcome.lights[i] ?? 1] === 'red'
    && rule.conditions.some(c => c.light === 'red' && c.basis === 'statute' && c.test(facts, outcome.trace.slice()) === TRUE))
  if (statute.length === 0) return { to: LIGHTS.filter(light => light !== outcome.light), fault: null }
  const sources = [...new Set(statute.flatMap(rule => { const law = rule.def.sources.filter(s => s.includes('§')); return law.length > 0 ? law : rule.def.sources }))]
  return no(new Fault('override-statute', { rules: statute.map(rule => rule.def.id).join(', '), paragraphs: sources.join('; ') }))
}

/** Lets a light that waited hold: somebody else than who asked for it has read the case. Throws Fault case-not-awaiting or second-reader-same. */
export function confirmLight(context: Context, input: OperationParsed<'screening.confirm'>): CaseView {
  const { store } = context
  return changeCase(context, input, row => {
    const pending = waitingFor(store, row)
    const held = JSON.parse(entryBody(store.read, pending.seq) ?? '{}') as HeldBody
    const body: ConfirmedBody = { ...held, held: pending.seq, by: pending.by }
    store.record({ kind: 'light.confirmed', application: row.id, body: JSON.stringify(body) })
  })
}

/** Sends a light that waited back with a reason; the case is then as before it was asked for. Throws Fault reason-missing, case-not-awaiting or second-reader-same. */
export function returnLight(context: Context, { reason, ...input }: OperationParsed<'screening.return'>): CaseView {
  const { store } = context
  return changeCase(context, input, row => {
    if (reason === '') throw new Fault('reason-missing')
    const { seq, light } = waitingFor(store, row)
    store.record({ kind: 'light.returned', application: row.id, body: JSON.stringify({ held: seq, light, reason }) })
  })
}

function waitingFor(store: Store, row: ApplicationRow): PendingRow {
  const pending = pendingOf(store.read, row.id)
  if (!pending) throw new Fault('case-not-awaiting')
  if (pending.by === store.caseworkerId) throw new Fault('second-reader-same')
  return pending
}

function requireNoneWaits(row: ApplicationRow): void {
  if (row.awaiting === 1) throw new Fault('case-awaiting')
}

const readers = (store: Store, { intake }: Loaded) => deskRules(store.read, intake.programme).secondReader
const restsOn = ({ row, rules, facts }: Loaded) => ({
  rules: row.rules, ruleSet: rules.set.hash, facts: factSnapshot(rules, facts),
  ...(row.express !== 0 || row.moved_from !== null ? { cleared: { movedFrom: row.moved_from, express: row.express, expressUntil: row.express_until } } : {}),
})

function record(store: Store, { row }: Loaded, kind: 'light.established' | 'light.overridden', body: LightBody, secondReader: boolean): number {
  const held: HeldBody = { ...body, override: kind === 'light.overridden' }
  return store.record(secondReader ? { kind: 'light.held', application: row.id, body: JSON.stringify(held) } : { kind, application: row.id, body: JSON.stringify(body) })
}
