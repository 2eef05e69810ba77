import { Worker } from 'node:worker_threads'
import { loadGlue, loadWasm } from './assets.ts'
import { WORKER_SOURCE } from './typst-wasm-worker.ts'
import type { CompilerPort, Job, Outcome } from './typst-port.ts'

// The WASM compiler can neither empty its cache nor give memory back, so it lives in a thread that is replaced before it grows.
const DOCUMENTS_PER_WORKER = 50

type Thread = { ask: (job: Job) => Promise<Outcome>; end: () => Promise<unknown>; left: number }

function outcomeOf(answer: unknown): Outcome {
  if (typeof answer === 'object' && answer !== null) {
    if ('pdf' in answer && answer.pdf instanceof Uint8Array) return { pdf: answer.pdf }
    if ('problems' in answer && Array.isArray(answer.problems)) return { problems: answer.problems.map(String) }
  }
  return { problems: ['kompilatorn svarade inte'] }
}

function startThread(workerData: { glue: string; module: WebAssembly.Module; fonts: readonly Buffer[] }): Thread {
  const worker = new Worker(WORKER_SOURCE, { eval: true, workerData })
  let answer: (outcome: Outcome) => void = () => undefined
  // The listeners stay for the thread's life: taking the last one away would close its port.
  const finish = (outcome: Outcome): void => {
    // An idle thread must not keep a command-line process alive.
    worker.unref()
    answer(outcome)
  }
  worker.on('message', (message: unknown) => finish(outcomeOf(message)))
  worker.on('error', error => finish({ problems: [error instanceof Error ? error.name : 'fel'] }))
  worker.on('exit', () => finish({ problems: ['kompilatorn avbröts'] }))
  return {
    left: DOCUMENTS_PER_WORKER,
    end: () => worker.terminate(),
    ask: ({ template, inputs }) => new Promise(resolve => {
      answer = resolve
      worker.ref()
      worker.postMessage({ template, inputs })
    }),
  }
}

/** The WASM compiler: every platform, tagged PDF 1.7, but no choice of PDF standard. Nothing in it can reach files or the network. */
export async function openWasm(fonts: readonly Buffer[]): Promise<CompilerPort> {
  const [glue, bytes] = await Promise.all([loadGlue(), loadWasm()])
  const module = await WebAssembly.compile(new Uint8Array(bytes))
  let thread: Thread | undefined
  let queue: Promise<unknown> = Promise.resolve()

  async function set(job: Job): Promise<Outcome> {
    const current = thread ?? startThread({ glue, module, fonts })
    thread = current
    const outcome = await current.ask(job)
    current.left -= 1
    if (current.left === 0 || 'problems' in outcome) {
      thread = undefined
      await current.end()
    }
    return outcome
  }

  return {
    name: 'wasm',
    compile: job => {
      const turn = queue.then(() => set(job))
      queue = turn
      return turn
    },
  }
}
