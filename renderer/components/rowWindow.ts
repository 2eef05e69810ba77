import { useCallback, useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react'
import { flushSync } from 'react-dom'

/** Rows drawn above and below those on the screen. */
const OVERSCAN = 6

/** A list of rows of one height, in pixels, seen through a window of which the header covers as much as a row. */
export type Shape = { count: number; rowHeight: number; height: number }

/** How many rows can be seen at once, those at the edges counted though only a part of them is seen. */
export const rowsSeen = ({ rowHeight, height }: Shape): number => Math.max(1, Math.ceil(height / rowHeight))

/** The rows on the screen when `place` is the uppermost; a place past the end of the list gives its last rows. */
export function rowsAt(shape: Shape, place: number): { first: number; last: number } {
  const seen = rowsSeen(shape)
  const first = Math.max(0, Math.min(place, shape.count - seen + 1))
  return { first, last: Math.max(first, Math.min(first + seen, shape.count) - 1) }
}

/**
 * The rows to draw, in order, each with the slot whose elements it takes over: a row that leaves the screen gives its elements to
 * one that comes, for changing them is far cheaper than making new ones. The marked row is drawn wherever it is, for screen readers.
 */
export function rowsDrawn(shape: Shape, { first, last }: { first: number; last: number }, marked: number): { index: number; slot: number | 'marked' }[] {
  if (shape.count === 0 || shape.height === 0) return []
  const slots = rowsSeen(shape) + 2 * OVERSCAN
  const from = Math.max(0, first - OVERSCAN)
  const to = Math.min(shape.count - 1, last + OVERSCAN)
  const drawn: { index: number; slot: number | 'marked' }[] = []
  for (let index = from; index <= to; index++) drawn.push({ index, slot: index % slots })
  if (marked >= 0 && marked < from) drawn.unshift({ index: marked, slot: 'marked' })
  if (marked > to && marked < shape.count) drawn.push({ index: marked, slot: 'marked' })
  return drawn
}

/** Where to scroll so that the whole row is seen, moving as little as can be; pixels. */
export function offsetShowing({ rowHeight, height }: Shape, offset: number, index: number): number {
  const top = index * rowHeight
  return Math.max(0, Math.min(top, Math.max(offset, top + 2 * rowHeight - height)))
}

/** Whether the whole row is seen, and the whole of the next one, so that what comes is seen too. */
export const isAmid = ({ rowHeight, height }: Shape, offset: number, index: number): boolean => index * rowHeight >= offset && (index + 3) * rowHeight <= offset + height

type Input = {
  scroller: RefObject<HTMLElement | null>
  count: number; rowHeight: number
  initialOffset: number; onOffset: (offset: number) => void
  /** Which list it is, null before anything has come of it. Another list than before begins at its top. */
  resetKey: string | null
}
type RowWindow = {
  shape: Shape
  first: number; last: number
  /** Scrolls as little as is needed to see the whole row. */
  show: (index: number) => void
  /** Scrolls when the row or the next is not wholly seen, so that it has so many rows above it. */
  keepAmid: (index: number, above: number) => void
  onScroll: (event: UIEvent<HTMLElement>) => void
}

/**
 * Which rows of a long list are on the screen. Nothing is kept of each row: the libraries for this, made for rows of any height,
 * make arrays as long as the list whenever it changes, and clearing those away takes the time of the clicks.
 */
export function useRowWindow({ scroller, count, rowHeight, initialOffset, onOffset, resetKey }: Input): RowWindow {
  const [height, setHeight] = useState(0)
  const [at, setAt] = useState({ place: Math.floor(initialOffset / rowHeight), list: resetKey })
  if (at.list !== resetKey) setAt({ place: at.list === null ? at.place : 0, list: resetKey })
  const shape = { count, rowHeight, height }
  const offset = useRef(initialOffset)
  const settle = useCallback((to: number) => {
    offset.current = to
    const place = Math.max(0, Math.floor(to / rowHeight))
    setAt(before => (before.place === place ? before : { ...before, place }))
  }, [rowHeight])

  const latest = useRef({ shape, list: resetKey })
  useLayoutEffect(() => {
    const before = latest.current
    latest.current = { shape, list: resetKey }
    // To move a list that lies at its top would have the browser lay out all of it at once.
    if (before.list === null || before.list === resetKey || offset.current === 0) return
    scroller.current?.scrollTo({ top: 0 })
    offset.current = 0
  })
  const empty = count === 0
  useLayoutEffect(() => {
    if (!empty && offset.current > 0) scroller.current?.scrollTo({ top: offset.current })
  }, [scroller, empty])
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    setHeight(box.clientHeight)
    const observer = new ResizeObserver(entries => { for (const entry of entries) setHeight(entry.target.clientHeight) })
    observer.observe(box)
    return () => observer.disconnect()
  }, [scroller])

  const moveTo = useCallback((to: number) => {
    const now = latest.current.shape
    const within = Math.max(0, Math.min(to, (now.count + 1) * now.rowHeight - now.height))
    if (within === offset.current) return
    scroller.current?.scrollTo({ top: within })
    settle(within)
  }, [scroller, settle])
  const show = useCallback((index: number) => moveTo(offsetShowing(latest.current.shape, offset.current, index)), [moveTo])
  const keepAmid = useCallback((index: number, above: number) => {
    const now = latest.current.shape
    if (!isAmid(now, offset.current, index)) moveTo((index - above) * now.rowHeight)
  }, [moveTo])
  const onScroll = (event: UIEvent<HTMLElement>) => {
    const top = Math.max(0, event.currentTarget.scrollTop)
    onOffset(top)
    // In the frame that scrolls, or it would show rows that are not there yet.
    if (top !== offset.current) flushSync(() => settle(top))
  }
  return { shape, ...rowsAt(shape, at.place), show, keepAmid, onScroll }
}
