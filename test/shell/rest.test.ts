import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRest } from '../../electron/shell/rest.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function setUp() {
  const { memory, ask } = createRest()
  const flag = new Int32Array(memory)
  const resting = () => Atomics.load(flag, 0) === 1
  /** Whether they rest, millisecond by millisecond. */
  const over = (ms: number) => Array.from({ length: ms }, () => {
    vi.advanceTimersByTime(1)
    return resting()
  })
  return { ask, resting, over }
}

it('asks for rest until the answer is there and drawn', () => {
  const { ask, resting, over } = setUp()
  expect(resting()).toBe(false)
  const end = ask()
  expect(over(20)).not.toContain(false)
  end()
  expect(over(7)).not.toContain(false)
  expect(over(50)).toEqual([...Array<boolean>(50).fill(false)])
})

it('lasts until the last of several answers, and each ends once', () => {
  const { ask, over, resting } = setUp()
  const [first, second] = [ask(), ask()]
  first()
  first()
  expect(over(40)).not.toContain(false)
  second()
  over(10)
  expect(resting()).toBe(false)
})

it('goes on when something is asked while the last answer is being drawn', () => {
  const { ask, over } = setUp()
  const end = ask()
  over(5)
  end()
  over(4)
  const next = ask()
  expect(over(30)).not.toContain(false)
  next()
})

it('does not wait for what takes long, and still rests for what is asked beside it', () => {
  const { ask, over, resting } = setUp()
  const long = ask()
  expect(over(1000).filter(Boolean)).toHaveLength(99)
  const short = ask()
  expect(resting()).toBe(true)
  short()
  over(10)
  expect(resting()).toBe(false)
  long()
  expect(over(100)).not.toContain(true)
})

it('is never longer than a tenth of a second, however many questions overlap', () => {
  const { ask, over } = setUp()
  const ends: (() => void)[] = []
  const seen = Array.from({ length: 40 }, () => {
    ends.push(ask())
    return over(25)
  }).flat()
  for (const end of ends) end()
  const stretches = seen.map(rests => (rests ? 'x' : ' ')).join('').trim().split(/ +/).map(each => each.length)
  expect(Math.max(...stretches)).toBeLessThanOrEqual(100)
  expect(seen.filter(rests => !rests).length).toBeGreaterThan(300)
})

it('leaves a third of the time to long work beside someone who never pauses', () => {
  const { ask, over } = setUp()
  let rested = 0
  for (let n = 0; n < 500; n++) {
    const end = ask()
    rested += over(13).filter(Boolean).length
    end()
    rested += over(2).filter(Boolean).length
  }
  expect(rested / 7500).toBeLessThan(0.68)
  expect(rested / 7500).toBeGreaterThan(0.5)
})

it('asks for nothing after what was answered before its turn came', () => {
  const { ask, over } = setUp()
  const long = ask()
  over(101)
  long()
  const short = ask()
  over(10)
  short()
  expect(over(200)).not.toContain(true)
})
