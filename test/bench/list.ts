import { random, type Random } from '../../build/sample/random.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import type { Core } from '../../electron/core/core.ts'
import type { Reader, Row } from '../../electron/core/store/database.ts'
import { type Stats, statsOf } from './measure.ts'
import { inTempFolder } from './places.ts'
import { figure, type Line, type Measured, number, spread } from './report.ts'
import { call, contextOf, newCore, takeIntake, writeFiles } from './sample.ts'

const CASES = 100_000
const ESTABLISHED = 300
const WARM_UP = 3
const ROUNDS = 25
const FIRST_ROWS_MS = 150
const TEXT_MS = 30

type Query = Omit<OperationInput<'screening.list'>, 'intakeId'>
type Item = { what: string; query(dice: Random): Query; targetMs?: number }
/** Something asked of the store, as it was asked. */
type Asked = { sql: string; params: Parameters<Reader['all']> extends [string, ...infer P] ? P : never }

const SORTS = ['name', 'applicationId', 'identityNumber', 'light', 'received'] as const
const SORT_WORD = { name: 'namn', applicationId: 'ansökans id', identityNumber: 'identitetsnummer', light: 'ljus', received: 'inkom' }
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
  const one = open[17]
  const all = items(one?.identityNumber ?? '', `${one?.givenName ?? ''} ${one?.familyName ?? ''}`)
  const dice = random(7)
  const values = new Map<string, number[]>()
  const timed = async (what: string, round: number, work: () => Promise<unknown>) => {
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
    await timed('Intagen med alla antal', round, () => call(core, 'intake.list', {}))
    await timed('Öppna ett ärende', round, () => openSome(core, dice))
  }
  const found = await hitsOf(core, intakeId, all)
  const plans = await plansOf(core, intakeId, all)
  const lines = [...values].map(([key, list]) => ({ key, line: lineOf(key, statsOf(list), all.find(i => i.what === key)?.targetMs, found.get(key)) }))
  const missed = lines.filter(({ line }) => line.reached === false)
  return {
    title: `Lista: ${number(CASES)} lagrade ärenden, 100 rader åt gången, ms`,
    lines: lines.map(({ line }) => line),
    notes: [
      `${ROUNDS} varv efter ${WARM_UP} i uppvärmning. Målet gäller medianen. ${number(open.length)} ärenden är fastställda.`,
      ...missed.flatMap(({ key, line }) => [`${line.what} – så frågar SQLite:`, ...(plans.get(key) ?? []).map(step => `    ${step}`)]),
    ],
    figures: { milliseconds: Object.fromEntries([...values].map(([what, list]) => [what, statsOf(list)])), hits: Object.fromEntries(found), plans: Object.fromEntries(plans) },
  }
}

async function openSome(core: Core, dice: Random): Promise<void> {
  await call(core, 'screening.open', { id: dice.below(CASES) + 1, reason: 'mätning' })
}

async function hitsOf(core: Core, intakeId: number, all: readonly Item[]): Promise<Map<string, number>> {
  const hits = new Map<string, number>()
  for (const { what, query } of all) hits.set(what, (await call(core, 'screening.list', { intakeId, ...query(random(1)) })).total)
  return hits
}

/** SQLite's own plan for every question an operation asks of the application table, heard on the store's reading handle. */
async function plansOf(core: Core, intakeId: number, all: readonly Item[]): Promise<Map<string, string[]>> {
  const { store } = contextOf(core)
  const { read } = store
  const plans = new Map<string, string[]>()
  for (const { what, query } of all) {
    const asked: Asked[] = []
    store.read = { ...read, all: <T extends Row>(sql: string, ...params: Asked['params']) => { asked.push({ sql, params }); return read.all<T>(sql, ...params) } }
    try {
      await call(core, 'screening.list', { intakeId, ...query(random(1)) })
    } finally {
      store.read = read
    }
    plans.set(what, asked.filter(q => q.sql.includes('FROM application')).flatMap(q => read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${q.sql}`, ...q.params).map(step => `${q.sql.includes('GROUP BY') ? 'antal' : 'rader'}: ${step.detail}`)))
  }
  return plans
}

function lineOf(what: string, stats: Stats, targetMs: number | undefined, hits: number | undefined): Line {
  return {
    what: hits === undefined ? what : `${what} (${number(hits)} träffar)`, figure: figure(stats.median, 'ms'), spread: spread(stats),
    ...(targetMs === undefined ? {} : { target: `högst ${targetMs} ms`, reached: stats.median <= targetMs }),
  }
}
