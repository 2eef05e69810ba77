import { describe, expect, it } from 'vitest'
import { createPageCache, type Page } from '../../renderer/components/pageCache.ts'

type Ask = { query: string; offset: number; answer: (page: Page<string> | null) => void }
function setUp(size = 10, keep = 4) {
  const asked: Ask[] = []
  const cache = createPageCache<string, string, Page<string>>((query, offset) => new Promise(answer => asked.push({ query, offset, answer })), size, keep)
  const page = (query: string, offset: number, total = 100): Page<string> => ({ total, rows: Array.from({ length: Math.min(10, Math.max(0, total - offset)) }, (_, i) => `${query}${offset + i}`) })
  const answer = async (at: number, total?: number) => {
    const ask = asked[at]
    if (!ask) throw new Error(`nothing asked at ${at}`)
    ask.answer(page(ask.query, ask.offset, total))
    await new Promise(done => setTimeout(done))
  }
  return { cache, asked, answer }
}

describe('the page cache of a long list', () => {
  it('gives rows of fetched pages and nothing for the rest', async () => {
    const { cache, answer } = setUp()
    void cache.load('a')
    await answer(0)
    expect(cache.row(9)).toBe('a9')
    expect(cache.row(10)).toBeUndefined()
    expect(cache.head()?.total).toBe(100)
  })

  it('shows the old list until the new one answers, and lets the last question win', async () => {
    const { cache, answer } = setUp()
    void cache.load('a')
    await answer(0)
    void cache.load('b')
    void cache.load('c')
    expect(cache.row(0)).toBe('a0')
    expect(cache.shown()).toBe('a')
    await answer(2)
    expect(cache.row(0)).toBe('c0')
    await answer(1)
    expect(cache.row(0)).toBe('c0')
    expect(cache.shown()).toBe('c')
  })

  it('runs two requests at a time and drops what has been scrolled past', async () => {
    const { cache, asked, answer } = setUp()
    void cache.load('a')
    await answer(0)
    cache.want(20, 29)
    cache.want(50, 59)
    cache.want(80, 89)
    expect(asked).toHaveLength(3)
    await answer(1)
    await answer(2)
    const later = asked.slice(3).map(a => a.offset)
    expect(later.length).toBeGreaterThan(0)
    expect(later.every(offset => offset >= 70)).toBe(true)
  })

  it('forgets pages far from the screen when it holds too many', async () => {
    const { cache, asked, answer } = setUp(10, 3)
    void cache.load('a')
    await answer(0)
    for (let first = 0; first < 100; first += 10) {
      cache.want(first, first + 9)
      for (let i = 1; i < asked.length; i++) await answer(i)
    }
    expect(cache.row(95)).toBe('a95')
    expect(cache.row(5)).toBeUndefined()
  })

  it('keeps what is on screen while it is fetched again', async () => {
    const { cache, asked, answer } = setUp()
    void cache.load('a')
    await answer(0)
    const before = cache.version()
    const done = cache.refresh()
    expect(cache.row(3)).toBe('a3')
    asked[1]?.answer({ total: 99, rows: ['ny'] })
    await done
    expect(cache.row(0)).toBe('ny')
    expect(cache.head()?.total).toBe(99)
    expect(cache.version()).toBeGreaterThan(before)
  })

  it('stays as it was when a request fails', async () => {
    const { cache, asked, answer } = setUp()
    void cache.load('a')
    await answer(0)
    const done = cache.refresh()
    asked[1]?.answer(null)
    await done
    expect(cache.row(0)).toBe('a0')
  })

  it('fetches the first page when a remembered place lies past the end', async () => {
    const { cache, asked } = setUp()
    const done = cache.load('a', 55)
    expect(asked[0]?.offset).toBe(50)
    asked[0]?.answer({ total: 3, rows: [] })
    await done
    expect(asked[1]?.offset).toBe(0)
  })
})
