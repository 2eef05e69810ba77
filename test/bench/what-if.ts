import { compareIntake } from '../../electron/core/rulebook/what-if.ts'
import { programmeOf } from '../../electron/core/programmes/programmes.ts'
import { editedRuleSet } from '../../electron/core/rules/edits.ts'
import { compileRuleSet, type RuleSet } from '../../electron/core/rules/rule-set.ts'
import type { ConditionDef } from '../../electron/core/rules/values.ts'
import { statsOf } from './measure.ts'
import { inTempFolder } from './places.ts'
import { figure, type Measured, number, spread, times } from './report.ts'
import { contextOf, newCore, takeIntake, writeFiles } from './sample.ts'

const CASES = Number(process.env['BENCH_CASES'] ?? 100_000)
const ROUNDS = 5
const SECONDS = 5
const MEGABYTES = 300
const BODIES = `SELECT ja.body, jr.body, jp.body FROM application a JOIN journal ja ON ja.seq = a.application_seq
  LEFT JOIN journal jr ON jr.seq = a.register_seq LEFT JOIN journal jp ON jp.seq = a.permits_seq WHERE a.intake = ?`

/** "Tänk om" over a hundred thousand stored cases, beside a bare read of the same rows from the encrypted store. */
export async function measureWhatIf(): Promise<Measured> {
  return inTempFolder(async folder => {
    const core = await newCore(folder)
    try {
      const intakeId = await takeIntake(core, '2023-1', writeFiles(folder, '2023-1', CASES))
      const { store } = contextOf(core)
      const set = editedRuleSet(programmeOf('jobbspranget').version('2023.1'), { parameters: { experienceLimit: '6' }, conditions: [] })
      const everyRule = withEveryRuleChanged(set)
      const run = { progress: () => undefined, signal: new AbortController().signal }
      const taken: number[] = []
      const whole: number[] = []
      const bare: number[] = []
      const stops: number[] = []
      let most = 0
      let changed = 0
      for (let round = -1; round < ROUNDS; round++) {
        globalThis.gc?.()
        const resting = process.memoryUsage().rss
        const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss - resting) }, 20)
        let started = performance.now()
        changed = (await compareIntake(store.read, intakeId, set, run)).summary.changed
        const seconds = (performance.now() - started) / 1000
        started = performance.now()
        await compareIntake(store.read, intakeId, everyRule, run)
        const wholeSeconds = (performance.now() - started) / 1000
        clearInterval(watch)
        started = performance.now()
        for (const row of store.read.each(BODIES, intakeId)) if (row['body'] === undefined) throw new Error('raden saknar innehåll')
        const reading = (performance.now() - started) / 1000
        if (round < 0) continue
        taken.push(seconds)
        whole.push(wholeSeconds)
        bare.push(reading)
        stops.push(await timeToStop(() => { const stop = new AbortController(); return { stop, done: compareIntake(store.read, intakeId, everyRule, { ...run, signal: stop.signal }) } }))
      }
      const [one, every, read, stopped] = [statsOf(taken), statsOf(whole), statsOf(bare), statsOf(stops)]
      const megabytes = most / 1_000_000
      return {
        title: `Tänk om: ${number(CASES)} lagrade ärenden bedöms med ändrade regler`,
        lines: [
          { what: 'En gräns är ändrad', figure: figure(one.median, 's'), spread: spread(one), against: `${times(one.median / read.median)} bara läsningen`, target: `under ${SECONDS} s`, reached: one.median < SECONDS },
          { what: 'Varje regel är ändrad', figure: figure(every.median, 's'), spread: spread(every), against: `${times(every.median / read.median)} bara läsningen`, target: `under ${SECONDS} s`, reached: every.median < SECONDS },
          { what: 'Bara läsningen: samma rader ur det krypterade lagret, inget görs med dem', figure: figure(read.median, 's'), spread: spread(read) },
          { what: 'Mest minne utöver det som lagret redan tog', figure: figure(megabytes, 'MB'), target: `under ${MEGABYTES} MB`, reached: megabytes < MEGABYTES },
          { what: 'Från avbrott till stopp', figure: figure(stopped.median, 'ms'), spread: spread(stopped) },
        ],
        notes: [`${number(changed)} av ${number(CASES)} får ett annat ljus av den ändrade gränsen.`],
        figures: { seconds: one, everyRuleSeconds: every, bareSeconds: read, megabytes, stopMilliseconds: stopped },
      }
    } finally {
      core.close()
    }
  })
}

/** The same questions, each in other words: nothing of what is stored says the answer. */
function withEveryRuleChanged(set: RuleSet): RuleSet {
  const anew = (conditions: ConditionDef[]) => conditions.map(c => ({ ...c, when: `(${c.when})` }))
  return compileRuleSet({ ...set.data, rules: set.data.rules.map(r => ({ ...r, red: anew(r.red), orange: anew(r.orange), green: anew(r.green), notApplicable: anew(r.notApplicable) })) })
}

/** Milliseconds from a stop in the midst of the work until it has stopped. */
async function timeToStop(begin: () => { stop: AbortController; done: Promise<unknown> }): Promise<number> {
  const { stop, done } = begin()
  const ended = done.then(() => { throw new Error('inget stoppades') }, () => performance.now())
  await new Promise(resolve => void setTimeout(resolve, 300))
  const asked = performance.now()
  stop.abort()
  return (await ended) - asked
}
