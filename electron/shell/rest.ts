/** When the threads of a long intake rest, so that all processors are there for the window. */
export type Rest = {
  /** For the threads: the first number is 1 while they are asked to rest. */
  readonly memory: SharedArrayBuffer
  /** They are asked to rest from now on, until the function given back is called. */
  ask(): () => void
}

/** What is drawn of an answer comes after it, and the next question soon after that. */
const DRAWING_MS = 8
/** An answer that takes longer is a long work itself, and no rest is longer. */
const LONGEST_MS = 100
/** Of the time they rested, how much they get before they rest again: also beside someone who never pauses the intake ends. */
const SHARE = 0.5

/** Makes the memory and the clock of the rest of long work. */
export function createRest(): Rest {
  const memory = new SharedArrayBuffer(4)
  const flag = new Int32Array(memory)
  let asked = 0
  let began: number | null = null
  let earliest = 0
  let timer: NodeJS.Timeout | undefined

  const later = (work: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(work, Math.max(0, ms))
  }
  function begin(): void {
    began = performance.now()
    Atomics.store(flag, 0, 1)
    later(end, LONGEST_MS)
  }
  function end(): void {
    const now = performance.now()
    earliest = now + (now - (began ?? now)) * SHARE
    began = null
    Atomics.store(flag, 0, 0)
    Atomics.notify(flag, 0)
    if (asked > 0) later(begin, earliest - now)
  }
  function ask(): () => void {
    asked += 1
    const wait = earliest - performance.now()
    if (began === null && wait > 0) later(begin, wait)
    else if (began === null) begin()
    else later(end, began + LONGEST_MS - performance.now())
    let over = false
    const enough = () => {
      if (over) return
      over = true
      clearTimeout(patience)
      asked -= 1
      if (asked > 0) return
      if (began === null) clearTimeout(timer)
      else later(end, Math.min(DRAWING_MS, began + LONGEST_MS - performance.now()))
    }
    const patience = setTimeout(enough, LONGEST_MS)
    return enough
  }
  return { memory, ask }
}
