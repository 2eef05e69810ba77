import { setImmediate as turn } from 'node:timers/promises'
import type { Core } from '../../electron/core/core.ts'
import type { ListRow } from '../../shared/contract/views.ts'
import { searchMemory } from '../../electron/core/search/memory.ts'
import { type Stats, statsOf } from './measure.ts'
import { inTempFolder } from './places.ts'
import { figure, type Line, type Measured, number, spread } from './report.ts'
import { call, contextOf, newCore, takeIntake, writeFiles } from './sample.ts'

const CASES = 100_000
const WARM_UP = 3
const ROUNDS = 25
const OPENINGS = 5
const WARM_MS = 30

/** The search over a hundred thousand cases: each kind of question once names are in memory, and what it costs to get them there. */
export async function measureSearch(): Promise<Measured> {
  return inTempFolder(async folder => {
    const core = await newCore(folder)
    try {
      const intakeId = await takeIntake(core, '2024-1', writeFiles(folder, '2024-1', CASES))
      return await measureStore(core, intakeId)
    } finally {
      core.close()
    }
  })
}

async function measureStore(core: Core, intakeId: number): Promise<Measured> {
  const one = await longNamed(core, intakeId)
  const { givenName, familyName, identityNumber, applicationId } = one
  const questions = new Map([
    ['För- och efternamn', `${givenName} ${familyName}`], ['Efternamn med en bokstav fel', `${familyName.slice(0, 4)}q${familyName.slice(5)}`], ['Början på ett namn (”an”)', 'an'], ['Två början', `${givenName.slice(0, 2)} ${familyName.slice(0, 2)}`],
    ['Ingen träff', 'qzxqzxqz'], ['Identitetsnummer', identityNumber], ['Födelsedag', identityNumber.slice(0, 8)], ['Ansökans id', applicationId], ['Början på ansökans id', applicationId.slice(0, 9)],
  ])
  const opened = await measureOpening(core)
  const values = new Map<string, number[]>()
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    globalThis.gc?.()
    for (const [what, text] of questions) {
      await turn()
      const ms = await timed(() => call(core, 'search.find', { text }))
      if (round >= 0) values.set(what, [...(values.get(what) ?? []), ms])
    }
  }
  const lines = [...values].map(([what, list]) => lineOf(what, statsOf(list), WARM_MS))
  return {
    title: `Sökning i alla intag: ${number(CASES)} lagrade ärenden, ms`,
    lines: [
      ...lines, lineOf('För- och efternamn i ett nyss öppnat lager, innan namnen är i minnet', opened.early), lineOf('  tills namnen är i minnet', opened.ready), lineOf('  längst att en fråga får vänta medan de läses in', opened.stretch),
      { what: 'Sökningens minne', figure: figure(opened.megabytes.median, 'MB'), spread: spread(opened.megabytes) },
    ],
    notes: [`${ROUNDS} varv efter ${WARM_UP} i uppvärmning. Målet gäller medianen.`],
    figures: { milliseconds: Object.fromEntries([...values].map(([what, list]) => [what, statsOf(list)])), opened },
  }
}

/** Somebody whose family name is long enough to be misspelt; the list is by name, so that neighbours are namesakes. */
async function longNamed(core: Core, intakeId: number): Promise<ListRow> {
  for (let offset = 41_000; offset < CASES; offset += 500) {
    const { rows } = await call(core, 'screening.list', { intakeId, offset, limit: 1 })
    const found = rows.find(row => !row.protected && row.familyName.length >= 8)
    if (found) return found
  }
  throw new Error('ingen med ett långt efternamn')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

type Opened = { early: Stats; ready: Stats; stretch: Stats; megabytes: Stats }
async function measureOpening(core: Core): Promise<Opened> {
  const taken = { early: [] as number[], ready: [] as number[], stretch: [] as number[], megabytes: [] as number[] }
  for (let round = 0; round < OPENINGS; round++) {
    const session = core.session()
    if (session === null) throw new Error('lagret är inte öppet')
    core.attach({ ...session, key: new Uint8Array(session.key) })
    const before = memory()
    const started = performance.now()
    taken.early.push(await timed(() => call(core, 'search.find', { text: 'anna öberg' })))
    let stretch = 0
    while (searchMemory(contextOf(core).store) === null) stretch = Math.max(stretch, await timed(turn))
    taken.stretch.push(stretch)
    taken.ready.push(performance.now() - started)
    taken.megabytes.push(memory() - before)
  }
  return { early: statsOf(taken.early), ready: statsOf(taken.ready), stretch: statsOf(taken.stretch), megabytes: statsOf(taken.megabytes) }
}

/** What JavaScript holds, in MB, without rubbish. */
function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

function lineOf(what: string, stats: Stats, targetMs?: number): Line {
  return { what, figure: figure(stats.median, 'ms'), spread: spread(stats), ...(targetMs === undefined ? {} : { target: `högst ${targetMs} ms`, reached: stats.median <= targetMs }) }
}
