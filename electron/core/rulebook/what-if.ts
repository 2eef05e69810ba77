import { basename } from 'node:path'
import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { WhatIfPage, WhatIfRow, WhatIfSummary } from '../../../shared/contract/rules.ts'
import { LIGHTS, type RuleLight } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { lightCode } from '../../../shared/text/words.sv.ts'
import { lightCodeOf, lightOf } from '../cases/cases.ts'
import { withdrawnIn } from '../cases/consent.ts'
import { eachCase } from '../cases/each-case.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import { worded } from '../cases/spoken.ts'
import type { Context, RunContext } from '../context.ts'
import { changedRules } from '../rules/changed-rules.ts'
import { editedRuleSet } from '../rules/edits.ts'
import { compileRuleSet, type Outcome, RULE_LIGHTS, type RuleSet } from '../rules/rule-set.ts'
import type { Reader, Row } from '../store/database.ts'
import { csvLines } from '../store/csv.ts'
import { writeFileAtomic } from '../store/files.ts'

/** A case whose light other rules would change. */
export type ChangedCase = { id: number; before: number; after: number; rulesBefore: string; rulesAfter: string; established: boolean; decided: boolean }
/** Rules that must not be a search term, and those with the others of their sections: a row that named the others alone would tell by its silence. */
type Quiet = { hidden: ReadonlySet<string>; pooled: ReadonlySet<string> }
type Run = { summary: WhatIfSummary; changed: ChangedCase[]; quiet: Quiet }
/** The last answer for an intake, until another question is asked; held in memory only. */
const last = new WeakMap<Reader, Map<number, Run>>()

/** Who would change light if an intake were judged by other rules. Nothing is stored. Throws Fault cancelled. */
export async function whatIf(context: Context, { intakeId, version, edits }: OperationParsed<'rules.whatIf'>): Promise<WhatIfSummary> {
  const { read } = context.store
  const intake = intakeById(read, intakeId)
  const set = editedRuleSet(programmeIn(read, intake.programme).version(version), edits)
  const run = await compareIntake(read, intakeId, set, context)
  const summary = { ...run.summary, after: { ...run.summary.after, edited: set.data.version !== version } }
  const runs = last.get(read) ?? new Map<number, Run>()
  last.set(read, runs.set(intakeId, { ...run, summary }))
  return summary
}

/** Judges every case of an intake by other rules beside the light it has; rules that say the same as before keep the lights that are stored. Throws Fault cancelled. */
export async function compareIntake(db: Reader, intakeId: number, set: RuleSet, run: RunContext): Promise<Run> {
  const intake = intakeById(db, intakeId)
  const before = ruleSetById(db, intake.rule_set).set
  const judge = judgeBeside(before, set)
  const changed: ChangedCase[] = []
  const matrix = LIGHTS.map(() => LIGHTS.map(() => 0))
  let established = 0
  const total = await eachCase(db, intakeId, judge.rules, run, (stored, facts) => {
    const outcome = judge.rules.evaluate(facts)
    const after = judge.light(stored.rules, outcome)
    const row = matrix[stored.proposed]
    if (row) row[after] = (row[after] ?? 0) + 1
    if (after === stored.proposed) return
    if (stored.established) established++
    changed.push({ id: stored.id, before: stored.proposed, after, rulesBefore: stored.rules, rulesAfter: judge.text(stored.rules, outcome), established: stored.established, decided: stored.decided })
  })
  const name = { before: { version: before.data.version, hash: before.hash }, after: { version: set.data.version, hash: set.hash, edited: false } }
  return { summary: { intake: { id: intakeId, name: intake.name }, ...name, total, changed: changed.length, established, matrix, byRule: byRule(db, changed, [before, set]) }, changed, quiet: quietRules([before, set]) }
}

/** The rules that can give another light than before, and how their lights and the stored ones of all others make a whole. */
function judgeBeside(before: RuleSet, set: RuleSet) {
  const anew = changedRules(before, set)
  const rules = anew.size === set.rules.length ? set : compileRuleSet({ ...set.data, rules: set.data.rules.filter(rule => anew.has(rule.id)) })
  const place = new Map(rules.rules.map((rule, i) => [rule.def.id, i]))
  const ids = set.rules.map(rule => rule.def.id)
  // An intake has few different texts of lights.
  const kept = new Map<string, { lights: Map<string, RuleLight>; worst: number }>()
  const keptOf = (stored: string) => {
    let known = kept.get(stored)
    if (!known) {
      const lights = lightsIn(stored)
      const worst = Math.max(0, ...ids.map(id => (place.has(id) ? 0 : rank[lights.get(id) ?? 'green'])))
      kept.set(stored, (known = { lights, worst }))
    }
    return known
  }
  return {
    rules,
    light: (stored: string, outcome: Outcome): number => Math.max(keptOf(stored).worst, lightCodeOf(outcome.light)),
    /** All lights that are not green, as they are stored: "JO-07:orange JO-08:rod". */
    text: (stored: string, outcome: Outcome): string => ids.flatMap(id => {
      const at = place.get(id)
      const light = at === undefined ? keptOf(stored).lights.get(id) : RULE_LIGHTS[outcome.lights[at] ?? 1]
      return light === 'orange' || light === 'red' ? [`${id}:${lightCode[light]}`] : []
    }).join(' '),
  }
}

function quietRules(sets: readonly RuleSet[]): Quiet {
  const rules = sets.flatMap(set => set.data.rules)
  const shut = rules.filter(rule => !rule.filterable)
  return { hidden: new Set(shut.map(rule => rule.id)), pooled: new Set(rules.filter(rule => shut.some(other => other.section === rule.section)).map(rule => rule.id)) }
}

const rank: Record<RuleLight, number> = { green: 0, 'not-applicable': 0, orange: 1, red: 2 }
/** The lights that are not green, by rule: "JO-07:orange JO-08:rod". */
function lightsIn(text: string): Map<string, RuleLight> {
  return new Map(text === '' ? [] : text.split(' ').map(part => { const at = part.indexOf(':'); return [part.slice(0, at), part.slice(at + 1) === lightCode.red ? 'red' : 'orange'] }))
}

function changesOf(c: ChangedCase): WhatIfRow['rules'] {
  const before = lightsIn(c.rulesBefore)
  const after = lightsIn(c.rulesAfter)
  return [...new Set([...before.keys(), ...after.keys()])].sort().map(id => ({ id, before: before.get(id) ?? 'green', after: after.get(id) ?? 'green' })).filter(r => r.before !== r.after)
}

function byRule(db: Reader, changed: readonly ChangedCase[], sets: readonly RuleSet[]): WhatIfSummary['byRule'] {
  const counts = new Map<string, { worse: number; better: number }>()
  for (const c of changed) for (const { id, before, after } of changesOf(c)) {
    const count = counts.get(id) ?? { worse: 0, better: 0 }
    counts.set(id, count)
    if (rank[after] > rank[before]) count.worse++
    else count.better++
  }
  const question = (id: string) => sets.flatMap(set => worded(db, set).rules).find(r => r.def.id === id)?.def.question ?? id
  const { hidden } = quietRules(sets)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, question: question(id), filterable: !hidden.has(id), ...count }))
}

function runOf(db: Reader, intakeId: number): Run {
  const run = last.get(db)?.get(intakeId)
  if (!run) throw new Fault('what-if-missing')
  return run
}

/** The persons whose light would change, a page at a time; protected persons by application id only, and nobody by a rule that would reveal origin or kind of permit. Throws Fault what-if-missing before anything was asked. */
export function whatIfPage({ store }: Context, { intakeId, from, to, rule, offset, limit }: OperationParsed<'rules.whatIfPage'>): WhatIfPage {
  const { changed, quiet } = runOf(store.read, intakeId)
  const wanted = changed.filter(c => (from === undefined || lightOf(c.before) === from) && (to === undefined || lightOf(c.after) === to) && (rule === undefined || !quiet.hidden.has(rule) && changesOf(c).some(r => r.id === rule)))
  const page = wanted.slice(offset, offset + limit)
  type Named = Row & { id: number; application_id: string; family_name: string; given_name: string; protected: number }
  const names = new Map(store.read.all<Named>('SELECT id, application_id, family_name, given_name, protected FROM application WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(page.map(c => c.id))).map(row => [row.id, row]))
  return {
    total: wanted.length,
    rows: page.map(c => {
      const row = names.get(c.id)
      const masked = row?.protected === 1
      const rules = changesOf(c)
      return {
        id: c.id, applicationId: row?.application_id ?? '', name: masked ? '' : `${row?.family_name ?? ''}, ${row?.given_name ?? ''}`, protected: masked,
        before: lightOf(c.before), after: lightOf(c.after), established: c.established, decided: c.decided, rules: rules.filter(r => !quiet.pooled.has(r.id)), pooled: rules.some(r => quiet.pooled.has(r.id)),
      }
    }),
  }
}

/** Saves everybody whose light would change as CSV by application id: no personal data. */
export function saveWhatIf({ store }: Context, { intakeId, path }: { intakeId: number; path: string }): { name: string; rows: number } {
  const written = mayLeave(store.read, intakeId, runOf(store.read, intakeId).changed)
  writeWhatIf(store.read, written, path)
  return { name: basename(path), rows: written.length }
}

/** The cases that may stand in a file: nobody who has taken the consent to sharing back. */
export function mayLeave(db: Reader, intakeId: number, changed: readonly ChangedCase[]): ChangedCase[] {
  const gone = withdrawnIn(db, intakeId)
  return changed.filter(c => !gone.has(c.id))
}

/** Writes what-if.csv: application id, light before and after, and the rules that changed. */
export function writeWhatIf(db: Reader, changed: readonly ChangedCase[], path: string): void {
  writeFileAtomic(path, csvLines([whatIfHead, ...changed.map(c => whatIfCells(db, c))]))
}

export const whatIfHead = ['ansoknings_id', 'farg_fore', 'farg_efter', 'faststalld', 'regler']
/** One case whose light would change, as cells: no personal data. */
export function whatIfCells(db: Reader, c: ChangedCase): string[] {
  const rules = changesOf(c).map(r => `${r.id}:${colour(r.before)}>${colour(r.after)}`).join(' ')
  return [String(db.value('SELECT application_id FROM application WHERE id = ?', c.id) ?? ''), colour(lightOf(c.before)), colour(lightOf(c.after)), c.established ? 'ja' : 'nej', rules]
}
const colour = (light: RuleLight) => (light === 'not-applicable' ? lightCode.green : lightCode[light])
