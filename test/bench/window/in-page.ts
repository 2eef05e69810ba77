import type { Preloaded } from '../../../shared/contract/bridge.ts'
import type { IntakeView } from '../../../shared/contract/views.ts'
import type { Sealed } from '../../../shared/contract/wire.ts'
import type { Result } from '../../../shared/fault.ts'

// These functions run in the page: each is sent there by itself and may lean on nothing outside itself.
declare const sprangbrada: Preloaded
declare global {
  interface Window { matning?: number[] }
}

/**
 * From the Enter that sends the passphrase to the work lists with their counts, and from there (clicking at once) to the first rows of
 * the whole list; each to the end of the frame that shows it.
 */
export async function untilList(wholeList: string): Promise<{ toDesk: number; toList: number }> {
  const frameEnd = () => new Promise<number>(resolve => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve(performance.now())
    channel.port2.postMessage(0)
  }))
  const found = async <T>(look: () => T | null | undefined): Promise<T> => {
    for (;;) {
      const it = look()
      if (it !== null && it !== undefined) return it
      await new Promise(resolve => requestAnimationFrame(resolve))
    }
  }
  const entered = await new Promise<number>(resolve => addEventListener('keydown', event => { if (event.key === 'Enter') resolve(event.timeStamp) }, { capture: true }))
  const line = await found(() => [...document.querySelectorAll('button.desk-line')].find(b => b.querySelector('.desk-name')?.textContent === wholeList && b.querySelector('.desk-amount')?.textContent))
  const desk = await frameEnd()
  line.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await found(() => document.querySelector('[role=row][aria-rowindex="2"]:not([aria-busy])'))
  return { toDesk: desk - entered, toList: (await frameEnd()) - desk }
}

/** Times between frames while the list is moved by `step` pixels a frame, and how many frames showed rows that were still being fetched. */
export async function scroll({ step, seconds }: { step: number; seconds: number }): Promise<{ gaps: number[]; waiting: number; moved: number }> {
  const scroller = document.querySelector('[role=grid]')
  if (!scroller) throw new Error('ingen lista')
  scroller.scrollTop = 0
  await new Promise(resolve => setTimeout(resolve, 300))
  const gaps: number[] = []
  let waiting = 0
  const ends = performance.now() + seconds * 1000
  let last = await new Promise<number>(resolve => requestAnimationFrame(resolve))
  while (last < ends) {
    scroller.scrollTop += step
    const now = await new Promise<number>(resolve => requestAnimationFrame(resolve))
    gaps.push(now - last)
    if (scroller.querySelector('[aria-busy]')) waiting++
    last = now
  }
  return { gaps, waiting, moved: scroller.scrollTop }
}

/** Listens to clicks from now on: each one's time from the event to the end of the next frame. */
export function hearClicks(): void {
  const latencies: number[] = []
  window.matning = latencies
  addEventListener('click', event => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => void latencies.push(performance.now() - event.timeStamp)
      channel.port2.postMessage(0)
    })
  }, { capture: true })
}

/** The clicks heard since last asked. */
export function heardClicks(): number[] {
  return window.matning?.splice(0) ?? []
}

export type Reads = { lists: number[]; opens: number[]; seconds: number; faults: string[] }

/** Reads pages of the list and cases, over and over, while files are taken in (or, without files, for some seconds). Milliseconds. */
export async function readBeside({ intakeId, into, seconds, cases }: { intakeId: number; into: number | null; seconds: number; cases: number }): Promise<Reads> {
  const opened = <T>(sealed: Sealed<T>): Result<T> => (typeof sealed === 'string' ? JSON.parse(sealed) as Result<T> : sealed)
  const faults: string[] = []
  let running = true
  const started = performance.now()
  const work = async () => {
    if (into === null) return new Promise(resolve => setTimeout(resolve, seconds * 1000))
    const chosen = await sprangbrada.chooseFiles('intake')
    if (!chosen.ok) return faults.push(chosen.fault.code)
    const taken = opened(await sprangbrada.call('intake.takeIn', { intakeId: into, files: chosen.value.map(file => file.token) }, 'matning'))
    if (!taken.ok) return faults.push(taken.fault.code)
    for (const file of taken.value.files) if (file.fault) faults.push(file.fault.code)
    return faults.length
  }
  const done = work().finally(() => { running = false })
  const lists: number[] = []
  const opens: number[] = []
  let dice = 17
  const below = (limit: number) => (dice = (dice * 48_271) % 2_147_483_647) % limit
  while (running) {
    const asked = performance.now()
    const list = opened(await sprangbrada.call('screening.list', { intakeId, offset: below(cases - 1000) }))
    const answered = performance.now()
    lists.push(answered - asked)
    const one = opened(await sprangbrada.call('screening.open', { id: below(cases) + 1, reason: 'mätning' }))
    opens.push(performance.now() - answered)
    if (!list.ok) faults.push(list.fault.code)
    if (!one.ok) faults.push(one.fault.code)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  await done
  return { lists, opens, seconds: (performance.now() - started) / 1000, faults: [...new Set(faults)] }
}

/** Creates the intake that is read into; the answer as it came. */
export async function createIntake(fields: { name: string; evaluationDate: string; placeStart: string; placeEnd: string }): Promise<Sealed<IntakeView>> {
  return sprangbrada.call('intake.create', { programme: 'jobbspranget', ...fields })
}

/**
 * Goes to the next case by its key, over and over; each step's milliseconds from the key to the end of the frame that shows the next case.
 * Protected persons come last in the list and are not reached.
 */
export async function stepThrough(times: number): Promise<number[]> {
  const frame = () => new Promise<void>(resolve => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(0)
  }))
  const shown = () => document.querySelector('.case-ids')?.textContent ?? null
  const steps: number[] = []
  for (let n = 0; n < times; n++) {
    const was = shown()
    const began = performance.now()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }))
    while (shown() === null || shown() === was) {
      await frame()
      if (performance.now() - began > 10_000) throw new Error(`fastnade efter ${n} ärenden`)
    }
    steps.push(performance.now() - began)
    // Somebody who reads leaves time for what is fetched beside the case; a step is not timed into the work of the one before.
    await new Promise(resolve => setTimeout(resolve, 30))
  }
  return steps
}
