import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { readers } from './readers.ts'
import { NOT_BEGUN, type Order, PLACE, type Told, work } from './worker.ts'

const HANG_MILLISECONDS = 5000
/** A thread loads all readers before its first input. */
const START_MILLISECONDS = 120_000
const MOST_MEGABYTES = 1000
const MOST_TOLD = 20
/** Inputs of one reader that are read side by side, unless somebody asks for another number. */
const LANES = Math.min(4, availableParallelism())

type Trouble = { at: number; what: string }
type Result = { reader: string; inputs: number; taken: number; refused: number; crashes: Trouble[]; hangs: Trouble[]; slowest: { at: number; milliseconds: number }; megabytes: number; seconds: number }

/** Reads so many broken inputs with each reader in threads that may be ended, and says what became of them. Exit code 1 when one crashed, hung or took too much memory. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { inputs: { type: 'string', default: '200000' }, reader: { type: 'string', multiple: true }, seed: { type: 'string' }, from: { type: 'string', default: '0' }, lanes: { type: 'string', default: String(LANES) }, seconds: { type: 'string', default: '86400' } } })
  const chosen = readers.filter(r => values.reader === undefined || values.reader.includes(r.name))
  const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed)
  const [count, from, lanes, seconds] = [Number(values.inputs), Number(values.from), Number(values.lanes), Number(values.seconds)]
  if (chosen.length === 0 || !Number.isInteger(seed) || !Number.isInteger(count) || !Number.isInteger(from) || !(lanes >= 1 && lanes <= 64) || !(seconds > 0)) {
    process.stderr.write(`Användning: npm run fuzz -- [--inputs ANTAL_PER_LÄSARE] [--reader ${readers.map(r => r.name).join('|')}]… [--seed TAL] [--from NUMMER] [--lanes TRÅDAR] [--seconds LÄNGST_PER_LÄSARE]\n`)
    process.exitCode = 2
    return
  }
  process.stdout.write(`Frö ${seed}. Samma frö och nummer ger samma indata: --reader NAMN --seed ${seed} --from NUMMER --inputs 1\n\n`)
  process.stdout.write(`${row(['Läsare', 'Indata', 'Lästa', 'Avvisade', 'Krascher', 'Häng', 'Långsammast', 'Minne', 'Tid'])}\n`)
  for (const { name } of chosen) {
    const result = await fuzz(name, seed, { from, count, lanes }, Date.now() + seconds * 1000)
    const { crashes, hangs, slowest } = result
    process.stdout.write(`${row([name, String(result.inputs), String(result.taken), String(result.refused), String(crashes.length), String(hangs.length), `${slowest.milliseconds.toFixed(0)} ms (${slowest.at})`, `${result.megabytes.toFixed(0)} MB`, `${result.seconds.toFixed(0)} s`])}\n`)
    for (const { at, what } of [...crashes, ...hangs].slice(0, MOST_TOLD)) process.stdout.write(`  ${at}: ${what}\n`)
    if (crashes.length > 0 || hangs.length > 0 || result.megabytes > MOST_MEGABYTES) process.exitCode = 1
  }
}

const row = (cells: string[]) => cells.map((cell, i) => (i === 0 ? cell.padEnd(18) : cell.padStart(i === 6 ? 22 : 10))).join('')

async function fuzz(reader: string, seed: number, { from, count, lanes }: { from: number; count: number; lanes: number }, until: number): Promise<Result> {
  const started = performance.now()
  const result: Result = { reader, inputs: 0, taken: 0, refused: 0, crashes: [], hangs: [], slowest: { at: from, milliseconds: 0 }, megabytes: 0, seconds: 0 }
  const memory = setInterval(() => { result.megabytes = Math.max(result.megabytes, process.memoryUsage().rss / 1e6) }, 50)
  const each = Math.ceil(count / lanes)
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    const end = Math.min(from + count, from + (lane + 1) * each)
    const slow = new Set<number>()
    // A thread that was ended goes on after the input that ended it, or with it.
    for (let next = from + lane * each; next < end && Date.now() < until;) next = await thread({ reader, seed, from: next, count: end - next, counts: new SharedArrayBuffer(12), until }, result, slow)
  }))
  clearInterval(memory)
  result.inputs = result.taken + result.refused + result.crashes.length + result.hangs.length
  result.seconds = (performance.now() - started) / 1000
  return result
}

/** Runs one thread to its end; gives the input that comes next. One that is read too long is read a second time: a busy machine stops threads as well. */
function thread(order: Order, result: Result, slow: Set<number>): Promise<number> {
  return new Promise(resolve => {
    const worker = new Worker(__filename, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
    const counts = new Int32Array(order.counts)
    Atomics.store(counts, PLACE.at, NOT_BEGUN)
    let seen = NOT_BEGUN
    let since = performance.now()
    let ended = false
    const end = (next: number) => {
      if (ended) return
      ended = true
      clearInterval(watch)
      result.taken += Atomics.load(counts, PLACE.taken)
      result.refused += Atomics.load(counts, PLACE.refused)
      void worker.terminate().then(() => resolve(next))
    }
    const watch = setInterval(() => {
      const at = Atomics.load(counts, PLACE.at)
      if (at !== seen) [seen, since] = [at, performance.now()]
      if (performance.now() - since < (at === NOT_BEGUN ? START_MILLISECONDS : HANG_MILLISECONDS)) return
      if (at === NOT_BEGUN) throw new Error('the readers cannot be loaded')
      if (slow.has(at)) result.hangs.push({ at, what: `läses ännu efter ${HANG_MILLISECONDS} ms, två gånger` })
      end(slow.has(at) ? at + 1 : at)
      slow.add(at)
    }, 100)
    worker.on('message', (told: Told) => {
      if (told.type === 'crash') return void result.crashes.push({ at: told.at, what: told.stack })
      if (told.slowest.milliseconds > result.slowest.milliseconds) result.slowest = told.slowest
      end(order.from + order.count)
    })
    worker.on('error', error => {
      const at = Math.max(order.from, Atomics.load(counts, PLACE.at))
      result.crashes.push({ at, what: `tråden dog: ${error.message}` })
      end(at + 1)
    })
  })
}

if (isMainThread) void main()
else void work(workerData as Order)
