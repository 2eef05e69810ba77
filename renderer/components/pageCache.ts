/** One answer from the core: rows from an offset, with whatever goes with the whole list. */
export type Page<Row> = { total: number; rows: Row[] }
type FetchPage<Query, Row, P extends Page<Row>> = (query: Query, offset: number, limit: number) => Promise<P | null>

export type PageCache<Query, Row, P extends Page<Row>> = {
  /** The row, or undefined while it is on its way. */
  row: (index: number) => Row | undefined
  /** The newest answer's whole-list part, or null before the first. */
  head: () => P | null
  /** The question that the rows on screen answer; while another is on its way it is still the old one. */
  shown: () => Query | null
  /** A number that rises with every change on screen. */
  version: () => number
  subscribe: (listener: () => void) => () => void
  /** Asks for the rows on the screen, and a little around them. */
  want: (first: number, last: number) => void
  /** Another list: what is shown stays until the first answer of the new one comes; the last call wins. */
  load: (query: Query, around?: number) => Promise<void>
  /** The same list again after a change: what is shown stays until it has been fetched again. */
  refresh: () => Promise<void>
}

/**
 * Pages of a long list, fetched as they come on screen. At most two requests run at a time and only what was asked for last waits,
 * so that a fast scroll through 100,000 rows does not queue up hundreds of pages.
 */
export function createPageCache<Query, Row, P extends Page<Row>>(fetchPage: FetchPage<Query, Row, P>, size = 200, keep = 40): PageCache<Query, Row, P> {
  let pages = new Map<number, Row[]>()
  let head: P | null = null
  let query: Query | null = null
  let shown: Query | null = null
  let turn = 0
  let version = 0
  let range = { first: 0, last: 0 }
  let waiting: number[] = []
  const running = new Set<number>()
  const listeners = new Set<() => void>()

  const changed = () => {
    version++
    for (const listener of listeners) listener()
  }
  const pageOf = (index: number) => Math.floor(index / size)
  const pagesAround = (first: number, last: number) => {
    const most = head ? Math.max(0, pageOf(Math.max(0, head.total - 1))) : 0
    const from = Math.max(0, pageOf(Math.max(0, first - size / 2)))
    const to = Math.min(most, pageOf(last + size / 2))
    const middle = pageOf((first + last) / 2)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  }
  const store = (number: number, page: P) => {
    pages.delete(number)
    pages.set(number, page.rows)
    head = page
    for (const old of pages.keys()) {
      if (pages.size <= keep) break
      if (!pagesAround(range.first, range.last).includes(old)) pages.delete(old)
    }
  }
  const pump = () => {
    while (running.size < 2 && query !== null) {
      const number = waiting.shift()
      if (number === undefined) return
      if (pages.has(number) || running.has(number)) continue
      const mine = turn
      running.add(number)
      void fetchPage(query, number * size, size).then(page => {
        if (mine !== turn) return
        running.delete(number)
        if (page) {
          store(number, page)
          changed()
        }
        pump()
      })
    }
  }
  const load = async (next: Query, around = 0) => {
    const mine = ++turn
    query = next
    running.clear()
    waiting = []
    const number = pageOf(around)
    const page = await fetchPage(next, number * size, size)
    if (mine !== turn || !page) return
    pages = new Map()
    shown = next
    store(number, page)
    range = { first: around, last: around }
    changed()
    // A place remembered from a longer list may lie past the end of this one.
    if (page.rows.length === 0 && page.total > 0 && number > 0) waiting = [0]
    pump()
  }
  const refresh = async () => {
    if (query === null) return
    const mine = ++turn
    const asked = query
    running.clear()
    waiting = []
    const numbers = [...new Set([pageOf(range.first), pageOf(range.last)])]
    const fetched = await Promise.all(numbers.map(async n => [n, await fetchPage(asked, n * size, size)] as const))
    if (mine !== turn) return
    const fresh = fetched.flatMap(([n, page]) => (page ? [[n, page] as const] : []))
    if (fresh.length === 0) return
    pages = new Map()
    for (const [n, page] of fresh) store(n, page)
    changed()
  }
  return {
    row: index => pages.get(pageOf(index))?.[index % size],
    head: () => head,
    shown: () => shown,
    version: () => version,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    want: (first, last) => {
      range = { first, last }
      waiting = pagesAround(first, last).filter(n => !pages.has(n) && !running.has(n))
      pump()
    },
    load,
    refresh,
  }
}
