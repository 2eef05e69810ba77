import { setImmediate as turn } from 'node:timers/promises'
import { random, type Random } from '../../build/sample/random.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import type { Core } from '../../electron/core/core.ts'
import { QUEUES } from '../../shared/contract/list-query.ts'
import { listInMemory } from '../../electron/core/screening/list-memory.ts'
import { change } from '../../electron/core/store/store.ts'
import { desk } from '../../renderer/text/desk.sv.ts'
import { type Stats, statsOf } from './measure.ts'
import { inTempFolder } from './places.ts'
import { figure, type Line, type Measured, number, spread } from './report.ts'
import { call, contextOf, newCore, takeIntake, writeFiles } from './sample.ts'

const CASES = 100_000
const ESTABLISHED = 300
const WARM_UP = 3
const ROUNDS = 25
const OPENINGS = 7
const FIRST_ROWS_MS = 150
const TEXT_MS = 30
const QUEUE_MS = 30
const WORKED_ON = 20_000
const MEMORY_MB = 50

type Query = Omit<OperationInput<'screening.list'>, 'intakeId'>
type Item = { what: string; query(dice: Random): Query; targetMs?: number }

const SORTS = ['name', 'applicationId', 'identityNumber', 'light', 'received'] as const
const SORT_WORD = { name: 'namn', applicationId: 'ansökans id', identityNumber: 'identitetsnummer', light: 'ljus', received: 'inkom' }
const QUEUE_WORD = desk.queue
const ONLY = ['protected', 'established', 'not-established', 'changed', 'decided'] as const
const ONLY_WORD = { protected: 'skyddade', established: 'fastställda', 'not-established': 'inte fastställda', changed: 'ändrade', decided: 'beslutade' }

function items(rareName: string, pairs: string): Item[] {
  const deep = (dice: Random) => dice.below(CASES - 1000)
  return [
    { what: 'Första sidan efter namn, med antal', query: () => ({}), targetMs: FIRST_ROWS_MS },
    { what: 'Sida på måfå efter namn', query: dice => ({ offset: deep(dice) }) },
    ...SORTS.flatMap(sort => (['asc', 'desc'] as const).map((direction): Item => ({ what: `Första sidan efter ${SORT_WORD[sort]}, ${direction === 'asc' ? 'stigande' : 'fallande'}`, query: () => ({ sort, direction }), targetMs: FIRST_ROWS_MS }))),
    ...SORTS.slice(1).map((sort): Item => ({ what: `Sida på måfå efter ${SORT_WORD[sort]}`, query: dice => ({ sort, offset: deep(dice) }) })),
    ...(['green', 'orange', 'red'] as const).map((light, i): Item => ({ what: `Bara ${['gröna', 'orange', 'röda'][i] ?? ''}`, query: () => ({ lights: [light] }), targetMs: FIRST_ROWS_MS })),
    { what: 'Bara gröna, sida på måfå', query: dice => ({ lights: ['green'], offset: dice.below(50_000) }) },
    { what: 'Regeln JO-07 inte grön', query: () => ({ rules: ['JO-07'] }), targetMs: FIRST_ROWS_MS },
    { what: 'Tre regler och bara orange', query: () => ({ rules: ['JO-03', 'JO-12', 'JO-22'], lights: ['orange'] }), targetMs: FIRST_ROWS_MS },
    ...ONLY.map((only): Item => ({ what: `Bara ${ONLY_WORD[only]}`, query: () => ({ only }), targetMs: FIRST_ROWS_MS })),
    ...QUEUES.map((queue): Item => ({ what: `Arbetslista: ${QUEUE_WORD[queue]}`, query: () => ({ queue, sort: queue === 'waiting' || queue === 'overdue' ? 'due' : 'name' }), targetMs: QUEUE_MS })),
    { what: 'Arbetslista: ej fastställda, sida på måfå', query: dice => ({ queue: 'not-screened', offset: deep(dice) }), targetMs: QUEUE_MS },
    { what: 'Fritext: sällsynt träff (ett identitetsnummer)', query: () => ({ text: rareName }), targetMs: TEXT_MS },
    { what: 'Fritext: för- och efternamn', query: () => ({ text: pairs }), targetMs: TEXT_MS },
    { what: 'Fritext: vanlig träff (”an”)', query: () => ({ text: 'an' }), targetMs: TEXT_MS },
    { what: 'Fritext: ingen träff', query: () => ({ text: 'qzxqzx' }), targetMs: TEXT_MS },
    { what: 'Fritext: en bokstav', query: () => ({ text: 'e' }), targetMs: TEXT_MS },
  ]
}

/** The list of a hundred thousand cases: pages, sorts, filters, free text, and opening a case. */
export async function measureList(): Promise<Measured> {
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
  const { rows } = await call(core, 'screening.list', { intakeId, offset: 41_000, limit: ESTABLISHED })
  const open = rows.filter(row => !row.protected)
  for (const row of open) {
    const { version } = await call(core, 'screening.open', { id: row.id })
    await call(core, 'screening.establish', { id: row.id, version })
  }
  workOnSome(core, random(3))
  const one = open[17]
  const all = items(one?.identityNumber ?? '', `${one?.givenName ?? ''} ${one?.familyName ?? ''}`)
  const dice = random(7)
  const values = new Map<string, number[]>()
  const timed = async (what: string, round: number, work: () => Promise<unknown>) => {
    // Each question comes by itself, as from the window.
    await turn()
    const started = performance.now()
    await work()
    const ms = performance.now() - started
    if (round >= 0) values.set(what, [...(values.get(what) ?? []), ms])
  }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    globalThis.gc?.()
    for (const { what, query } of all) {
      const input = { intakeId, ...query(dice) }
      await timed(what, round, () => call(core, 'screening.list', input))
    }
    await timed(COUNTS, round, () => call(core, 'desk.counts', { intakeId }))
    await timed('Intagen med alla antal', round, () => call(core, 'intake.list', {}))
    await timed('Öppna ett ärende', round, () => openSome(core, dice))
  }
  const found = await hitsOf(core, intakeId, all)
  const opened = await measureOpening(core, intakeId)
  const lines = [...values].map(([what, list]) => lineOf(what, statsOf(list), all.find(i => i.what === what)?.targetMs ?? (what === COUNTS ? QUEUE_MS : undefined), found.get(what)))
  return {
    title: `Lista: ${number(CASES)} lagrade ärenden, 100 rader åt gången, ms`,
    lines: [...lines,
      lineOf('Första sidan i ett nyss öppnat lager', opened.first, FIRST_ROWS_MS, undefined),
      lineOf('  fritext ”an” direkt därefter, innan listan är i minnet', opened.early, undefined, undefined),
      lineOf('  tills listan är i minnet (läses in mellan andra frågor)', opened.ready, undefined, undefined),
      lineOf('  längst att en fråga får vänta medan den läses in', opened.stretch, undefined, undefined),
      { what: 'Listans minne', figure: figure(opened.megabytes.median, 'MB'), spread: spread(opened.megabytes), target: `högst ${MEMORY_MB} MB`, reached: opened.megabytes.median <= MEMORY_MB },
    ],
    notes: [`${ROUNDS} varv efter ${WARM_UP} i uppvärmning. Målet gäller medianen. ${number(open.length)} ärenden är fastställda.`],
    figures: { milliseconds: Object.fromEntries([...values].map(([what, list]) => [what, statsOf(list)])), hits: Object.fromEntries(found), opened },
  }
}

const COUNTS = 'Antal i alla arbetslistor'
/** Gives cases to caseworkers, lets some wait and some be answered: so many that every work list has something in it. */
function workOnSome(core: Core, dice: Random): void {
  const { store } = contextOf(core)
  change(store, () => {
    for (let n = 0; n < WORKED_ON; n++) {
      const id = dice.below(CASES) + 1
      store.write.run(
        'UPDATE application SET assignee = ?, waits_until = ?, answered = ?, express = ?, express_until = ?, awaiting = ?, awaiting_by = ? WHERE id = ?',
        dice.pick([null, 1, 2]), dice.chance(40) ? `2026-${dice.pick(['09', '10', '11', '12'])}-1${dice.below(10)}` : null, dice.chance(10) ? 1 : 0, dice.chance(5) ? 1 : 0, null, dice.chance(3) ? 1 : 0, dice.chance(50) ? 1 : 2, id,
      )
    }
    // The rows were changed past the journal: the list in memory must be read anew.
    store.record({ kind: 'backup.restored', body: '{}' })
  })
}

type Opened = { first: Stats; early: Stats; ready: Stats; stretch: Stats; megabytes: Stats }
/** The store closed and opened again, with nothing of it in memory: the first page, a search at once, and how the list comes into memory. */
async function measureOpening(core: Core, intakeId: number): Promise<Opened> {
  const taken = { first: [] as number[], early: [] as number[], ready: [] as number[], stretch: [] as number[], megabytes: [] as number[] }
  const timed = async (work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    return performance.now() - started
  }
  for (let round = 0; round < OPENINGS; round++) {
    const session = core.session()
    if (session === null) throw new Error('lagret är inte öppet')
    core.attach({ ...session, key: new Uint8Array(session.key) })
    const before = memory()
    const started = performance.now()
    taken.first.push(await timed(() => call(core, 'screening.list', { intakeId })))
    taken.early.push(await timed(() => call(core, 'screening.list', { intakeId, text: 'an' })))
    let stretch = 0
    while (listInMemory(contextOf(core).store, intakeId) === null) stretch = Math.max(stretch, await timed(turn))
    taken.stretch.push(stretch)
    taken.ready.push(performance.now() - started)
    taken.megabytes.push(memory() - before)
  }
  return { first: statsOf(taken.first), early: statsOf(taken.early), ready: statsOf(taken.ready), stretch: statsOf(taken.stretch), megabytes: statsOf(taken.megabytes) }
}

/** What JavaScript holds, in MB, without rubbish. */
function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

async function openSome(core: Core, dice: Random): Promise<void> {
  await call(core, 'screening.open', { id: dice.below(CASES) + 1, reason: 'mätning' })
}

async function hitsOf(core: Core, intakeId: number, all: readonly Item[]): Promise<Map<string, number>> {
  const hits = new Map<string, number>()
  for (const { what, query } of all) hits.set(what, (await call(core, 'screening.list', { intakeId, ...query(random(1)) })).total)
  return hits
}

function lineOf(what: string, stats: Stats, targetMs: number | undefined, hits: number | undefined): Line {
  return {
    what: hits === undefined ? what : `${what} (${number(hits)} träffar)`, figure: figure(stats.median, 'ms'), spread: spread(stats),
    ...(targetMs === undefined ? {} : { target: `högst ${targetMs} ms`, reached: stats.median <= targetMs }),
  }
}
