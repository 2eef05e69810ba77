import { useState, type KeyboardEvent } from 'react'
import { isKey } from '../../shared/keys.ts'

export type Rotation = 0 | 90 | 180 | 270
const STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]
const TURNED: Record<Rotation, Rotation> = { 0: 90, 90: 180, 180: 270, 270: 0 }

export type DocumentViewState = {
  page: number; pages: number; zoom: number | 'fit'; scale: number; rotation: Rotation
  toPage: (page: number) => void; setPages: (pages: number) => void; setFitted: (scale: number) => void
  step: (by: 1 | -1) => void; fit: () => void; turn: (by: 1 | -1) => void
  /** Keys that work while focus is on the document itself. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Which page of a document is on the screen, how large and which way up. Begins fitted to the width. */
export function useDocumentView(start: number, canTurn: boolean, onPage?: (page: number) => void): DocumentViewState {
  const [page, setPage] = useState(start)
  const [pages, setPages] = useState(0)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [fitted, setFitted] = useState(1)
  const [rotation, setRotation] = useState<Rotation>(0)
  const scale = zoom === 'fit' ? fitted : zoom
  const toPage = (to: number) => {
    const next = Math.min(Math.max(1, to), Math.max(1, pages))
    setPage(next)
    onPage?.(next)
  }
  const step = (by: 1 | -1) => {
    const next = by > 0 ? STEPS.find(s => s > scale + 0.01) : STEPS.findLast(s => s < scale - 0.01)
    if (next !== undefined) setZoom(next)
  }
  const fit = () => setZoom('fit')
  const turn = (by: 1 | -1) => setRotation(now => (by > 0 ? TURNED[now] : TURNED[TURNED[TURNED[now]]]))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    const act = actionOf(event, event.currentTarget)
    if (!act) return
    event.preventDefault()
    act()
  }
  const actionOf = (event: KeyboardEvent, box: HTMLElement): (() => void) | null => {
    // A page fitted to the width is never wider, though it may be for the moment before it has been fitted anew.
    const wide = zoom !== 'fit' && box.scrollWidth > box.clientWidth + 1
    const atTop = box.scrollTop <= 1
    const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1
    const over = (by: 1 | -1) => () => {
      toPage(page + by)
      box.scrollTop = by > 0 ? 0 : box.scrollHeight
    }
    if (isKey(event, 'zoomIn')) return () => step(1)
    if (isKey(event, 'zoomOut')) return () => step(-1)
    if (isKey(event, 'fitWidth')) return fit
    if (isKey(event, 'turnRight')) return canTurn ? () => turn(1) : null
    if (isKey(event, 'turnLeft')) return canTurn ? () => turn(-1) : null
    // Where the page is wider or longer than its place, arrows and Page keys move over it first.
    const sideways = event.key.startsWith('Arrow')
    if (isKey(event, 'nextPage')) return page >= pages || (sideways ? wide : !atEnd) ? null : over(1)
    if (isKey(event, 'previousPage')) return page <= 1 || (sideways ? wide : !atTop) ? null : over(-1)
    return null
  }
  return { page, pages, zoom, scale, rotation, toPage, setPages, setFitted, step, fit, turn, onKeyDown }
}
