import { explainRule } from '../../../electron/core/rules/explain.ts'
import { factsIn, RULE_LIGHTS, type RuleSet } from '../../../electron/core/rules/rule-set.ts'
import type { Facts } from '../../../electron/core/rules/values.ts'
import { lightWord } from '../../../shared/text/words.sv.ts'
import { type Contender, figuresOf, interleaved, microseconds, type Stats } from '../measure.ts'
import { inTempFolder } from '../places.ts'
import { figure, type Line, type Measured, number, spread, times } from '../report.ts'
import { applicantsFor } from './applicants.ts'
import { feelPeer } from './feel.ts'
import { jsonLogicPeer } from './json-logic.ts'
import { jsonRulesPeer } from './json-rules.ts'
import type { Peer } from './peer.ts'

const APPLICANTS = 2540
const OURS = 'Språngbräda, med hela spåret'
const SENTENCES = 'Språngbräda, med spår och alla meningar'
const TARGETS: Record<string, number> = { 'json-rules-engine': 50, feelin: 500 }
/** How many times its bare answer our lights with the whole trace may take. */
const MOST: Record<string, number> = { 'json-logic-engine': 2 }
const ROUND_OF_OURS = 100_000
/** How many applicants an engine is asked about in each timed round. */
const ROUND: Record<string, number> = { 'json-rules-engine': 500, feelin: 25, 'json-logic-engine': 100_000 }

type Disagreement = { compared: number; different: number; kinds: { rule: string; ours: string; theirs: string; count: number }[] }

/** Asks a peer about applicants and counts the lights that are others than ours. */
async function disagreement<I>(set: RuleSet, peer: Peer<I>, applicants: readonly Facts[]): Promise<Disagreement> {
  const kinds = new Map<string, Disagreement['kinds'][number]>()
  let different = 0
  const lightsOf = peer.light ? sharing(set, peer.prepare, peer.light) : (facts: Facts) => peer.lights(peer.prepare(facts))
  for (const facts of applicants) {
    const ours = set.evaluate(facts).lights
    const theirs = await lightsOf(facts)
    set.rules.forEach(({ def }, r) => {
      if (ours[r] === theirs[r]) return
      different++
      const word = (code: number | undefined) => lightWord[RULE_LIGHTS[code ?? 1] ?? 'orange'].toLowerCase()
      const kind = { rule: def.id, ours: word(ours[r]), theirs: word(theirs[r]), count: 1 }
      const key = `${kind.rule} ${kind.ours} ${kind.theirs}`
      const known = kinds.get(key)
      if (known) known.count++
      else kinds.set(key, kind)
    })
  }
  return { compared: applicants.length * set.rules.length, different, kinds: [...kinds.values()].sort((a, b) => b.count - a.count) }
}

/** Lights asked once for all applicants who are alike in what the rule reads: a slow engine can then be compared on thousands. */
function sharing<I>(set: RuleSet, prepare: (facts: Facts) => I, light: (input: I, rule: number) => number): (facts: Facts) => number[] {
  const reads = set.rules.map(rule => [...factsIn(rule.conditions.map(c => c.expr))].map(id => set.factIndex.get(id) ?? -1))
  const known = new Map<string, number>()
  return facts => {
    const input = prepare(facts)
    return reads.map((at, r) => {
      const key = JSON.stringify([r, ...at.map(i => [facts[i] ?? String(facts[i])])])
      let code = known.get(key)
      if (code === undefined) known.set(key, (code = light(input, r)))
      return code
    })
  }
}

function timed<I>(peer: Peer<I>, applicants: readonly Facts[]): Contender {
  let next = 0
  const inputs = applicants.map(peer.prepare)
  const size = ROUND[peer.name] ?? 100
  return {
    name: peer.name,
    run: async () => {
      const mine = Array.from({ length: size }, () => inputs[next++ % inputs.length])
      const started = performance.now()
      for (const input of mine) {
        const answer = input === undefined ? null : peer.lights(input)
        if (answer instanceof Promise) await answer
      }
      return ((performance.now() - started) * 1000) / size
    },
  }
}

/** Rules: our evaluation beside other engines with the same rules and the same applicants. */
export async function measureRules(): Promise<Measured> {
  const { set, real, complete, partial } = await inTempFolder(folder => applicantsFor(folder, APPLICANTS))
  const engines = [jsonRulesPeer(set), feelPeer(set), jsonLogicPeer(set)] as const
  const [jsonRules, feel, jsonLogic] = engines
  const notes: string[] = []
  const agreement: Record<string, { known: Disagreement; unknown: Disagreement }> = {}
  const check = async <I>(peer: Peer<I>) => {
    const known = await disagreement(set, peer, complete)
    const unknown = await disagreement(set, peer, partial)
    agreement[peer.name] = { known, unknown }
    notes.push(sentence(peer.name, known, complete.length, unknown))
  }
  await check(jsonRules)
  await check(feel)
  await check(jsonLogic)

  const explained = (facts: Facts) => {
    const outcome = set.evaluate(facts)
    for (let r = 0; r < set.rules.length; r++) explainRule(set, r, outcome, facts)
  }
  const at = (i: number): Facts => real[i % real.length] ?? []
  const measured = await interleaved([
    { name: OURS, run: () => microseconds(ROUND_OF_OURS, i => void set.evaluate(at(i))) },
    { name: SENTENCES, run: () => microseconds(real.length, i => explained(at(i))) },
    timed(jsonRules, real), timed(feel, real), timed(jsonLogic, real),
  ], { warmUp: 2, rounds: 7 })

  const ours = figuresOf(measured, OURS)
  const lines = [...measured].map(([name, stats]) => lineOf(name, stats, ours, name === OURS))
  lines.splice(2, 0, ...['json-rules-engine', 'feelin'].map((name): Line => {
    const ratio = figuresOf(measured, name).median / figuresOf(measured, SENTENCES).median
    return { what: `  även med alla meningar: så mycket långsammare är ${name}`, figure: times(ratio) }
  }))
  const conditions = set.rules.reduce((sum, rule) => sum + rule.conditions.length, 0)
  notes.unshift(
    `${set.rules.length} regler med ${conditions} villkor, ${real.length} sökande ur påhittade filer. Tiden är per sökande och gäller alla regler, för Språngbräda och json-logic-engine över 100 000 bedömda åt gången; uppgifterna är framtagna i förväg åt alla.`,
    'Språngbräda och json-rules-engine räknar alla villkor; feelin och json-logic-engine får stanna vid det första som gäller och ger ingen förklaring.',
  )
  return { title: 'Regler: tid per sökande', lines, notes, figures: { rules: set.rules.length, conditions, applicants: real.length, complete: complete.length, partial: partial.length, microseconds: Object.fromEntries(measured), agreement } }
}

function lineOf(name: string, stats: Stats, ours: Stats, self: boolean): Line {
  const ratio = stats.median / ours.median
  const target = TARGETS[name]
  const most = MOST[name]
  return {
    what: name, figure: figure(stats.median, 'µs'), spread: spread(stats),
    ...(self ? {} : { against: `${times(ratio)} vår tid` }),
    ...(target === undefined ? {} : { target: `minst ${target} ×`, reached: ratio >= target }),
    ...(most === undefined ? {} : { target: `vår tid högst ${most} × dess`, reached: 1 / ratio <= most }),
  }
}

function sentence(name: string, known: Disagreement, applicants: number, unknown: Disagreement): string {
  const agree = known.different === 0 ? `samma ljus i alla ${number(known.compared)} bedömningar av ${number(applicants)} sökande med allt känt` : `${number(known.different)} av ${number(known.compared)} ljus är andra FAST ALLT ÄR KÄNT (${kindsOf(known)})`
  const rest = unknown.different === 0 ? 'och inga andra där något är okänt' : `där något är okänt är ${number(unknown.different)} av ${number(unknown.compared)} andra (${kindsOf(unknown)})`
  return `${name}: ${agree}; ${rest}.`
}

const kindsOf = ({ kinds }: Disagreement): string =>
  kinds.slice(0, 6).map(k => `${k.rule} ${k.theirs} i stället för ${k.ours}: ${k.count}`).join(', ') + (kinds.length > 6 ? ` och ${kinds.length - 6} slag till` : '')
