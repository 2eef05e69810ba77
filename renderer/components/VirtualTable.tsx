import { ArrowsUpDownIcon, CheckmarkIcon, SortDownIcon, SortUpIcon } from '@navikt/aksel-icons'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useId, useLayoutEffect, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { isKey } from '../../shared/keys.ts'
import { moveRow } from './gridKeys.ts'

export type Column = { id: string; header: string; width: string; sort?: 'ascending' | 'descending' | 'none' }
type Props = {
  label: string
  columns: Column[]
  rowCount: number
  rowHeight?: number
  /** The cells of a row in column order, or null while it is being fetched. The same array for the same row spares drawing it again. */
  cells: (index: number) => ReactNode[] | null
  active: number
  onActive: (index: number) => void
  onOpen: (index: number) => void
  onSort: (column: string) => void
  /** Tells which rows are on the screen, so that they can be fetched. */
  onRange: (first: number, last: number) => void
  initialOffset: number
  onOffset: (offset: number) => void
  takeFocus?: boolean
  /** The marked row is always on the screen, also when it is marked from outside; when it would leave, the list moves on so that those to come are seen too. */
  follow?: boolean
  /** The least width of the columns together. */
  minWidth?: string
  /** Where rows can be chosen: which are, and what keys and clicks ask for. Space chooses, Shift and an arrow, a page key or a click choose on, Ctrl+A all. */
  chosen?: { has: (index: number) => boolean; toggle: (index: number) => void; extend: (from: number, to: number) => void; all: () => void; none: () => void; label: string }
  /** Another list than before begins at its top. */
  resetKey: string
}

/** Rows drawn above and below those on the screen. */
const OVERSCAN = 6
/** Rows left above a followed one when the list moves on to it. */
export const ROWS_BEFORE = 4
const CHOICE_WIDTH = '2.25rem'

/** A long list as an ARIA grid: only the rows on screen exist, one tab stop, arrows move the marked row, Enter opens it. */
export function VirtualTable(props: Props) {
  const { label, columns, rowCount, rowHeight = 36, cells, active, onActive, onOpen, onSort, onRange, initialOffset, onOffset, takeFocus = false, follow = false, resetKey, minWidth = '68rem', chosen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const template = [...(chosen ? [CHOICE_WIDTH] : []), ...columns.map(c => c.width)].join(' ')
  const canChoose = chosen !== undefined
  const rangeExtractor = useCallback((range: Range) => {
    const shown = defaultRangeExtractor(range)
    if (active >= 0 && active < range.count && !shown.includes(active)) shown.push(active)
    return shown.sort((a, b) => a - b)
  }, [active])
  const virtual = useVirtualizer({
    count: rowCount, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: OVERSCAN, initialOffset, rangeExtractor,
    // The header lies in the scrolled area, over the rows.
    scrollPaddingStart: rowHeight, scrollMargin: rowHeight,
  })
  // The items first: asking for them settles the range, which after a change of height is another than before.
  const items = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  // A row that leaves the screen gives its elements to one that comes: changing them is far cheaper than making new ones. Never fewer than there are rows: two of one key would leave one behind.
  const slots = Math.max(Math.ceil((virtual.scrollRect?.height ?? 0) / rowHeight) + 2, last - first + 1) + 2 * OVERSCAN
  useEffect(() => {
    if (rowCount > 0) onRange(first, last)
  }, [first, last, rowCount, onRange])
  const lastReset = useRef(resetKey)
  useLayoutEffect(() => {
    if (lastReset.current === resetKey) return
    // The first answer does not move a list that was left further down. To move one that lies at its top would have the browser lay out all of it at once.
    if (lastReset.current !== 'null' && (virtual.scrollOffset ?? 0) > 0) scroller.current?.scrollTo({ top: 0 })
    lastReset.current = resetKey
  }, [resetKey, virtual])
  useEffect(() => {
    if (!follow || active < 0 || active >= rowCount) return
    const { range } = virtual
    if (!range || active <= range.startIndex || active >= range.endIndex) virtual.scrollToOffset(Math.max(0, (active - ROWS_BEFORE) * rowHeight))
    // The virtualizer is another object at every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [follow, active, rowCount, rowHeight])
  useEffect(() => {
    if (takeFocus) scroller.current?.focus({ preventScroll: true })
  }, [takeFocus])

  const latest = useRef({ chosen, active })
  useEffect(() => { latest.current = { chosen, active } })
  const onChoose = useCallback((index: number) => latest.current.chosen?.toggle(index), [])
  const onExtend = useCallback((index: number) => latest.current.chosen?.extend(Math.max(0, latest.current.active), index), [])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      if (!chosen || !isKey(event, 'chooseAll')) return
      event.preventDefault()
      chosen.all()
      return
    }
    if (chosen && isKey(event, 'chooseRow')) {
      event.preventDefault()
      if (active >= 0) chosen.toggle(active)
      return
    }
    if (chosen && event.key === 'Escape') {
      chosen.none()
      return
    }
    if (isKey(event, 'openRow')) {
      if (active >= 0) onOpen(active)
      return
    }
    const page = Math.floor(((scroller.current?.clientHeight ?? rowHeight) - rowHeight) / rowHeight)
    const next = moveRow(event.key, active, rowCount, page)
    if (next === null) return
    event.preventDefault()
    if (chosen && (isKey(event, 'chooseOn') || isKey(event, 'chooseOnScreen')) && active >= 0) chosen.extend(active, next)
    onActive(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }

  return (
    <div
      ref={scroller} className="grid-scroll" role="grid" aria-label={label} aria-rowcount={rowCount + 1} aria-colcount={columns.length + (chosen ? 1 : 0)} tabIndex={0} style={{ '--grid-least': minWidth } as CSSProperties}
      {...(chosen ? { 'aria-multiselectable': true } : {})}
      {...(active >= 0 && active < rowCount ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      onKeyDown={onKeyDown} onScroll={e => onOffset(e.currentTarget.scrollTop)}
    >
      <GridHead columns={columns} template={template} height={rowHeight} onSort={onSort} choice={chosen?.label ?? null} />
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => (
          <GridRow
            key={item.index >= first - OVERSCAN && item.index <= last + OVERSCAN ? item.index % slots : 'marked'} id={`${id}-${item.index}`} index={item.index} top={item.start - rowHeight} height={rowHeight}
            template={template} columns={columns.length} content={cells(item.index)} marked={item.index === active} chosen={canChoose ? chosen.has(item.index) : null} onChoose={onChoose} onExtend={onExtend} onActive={onActive} onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}

type HeadProps = { columns: Column[]; template: string; height: number; choice: string | null; onSort: (column: string) => void }

/** The header row; scrolling leaves it alone. */
const GridHead = memo(function GridHead({ columns, template, height, choice, onSort }: HeadProps) {
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-row grid-header" style={{ gridTemplateColumns: template, height }}>
        {choice === null ? null : <div role="columnheader" className="grid-cell grid-choice"><span className="aksel-sr-only">{choice}</span></div>}
        {columns.map(c => (
          <div key={c.id} role="columnheader" className="grid-cell" {...(c.sort ? { 'aria-sort': c.sort } : {})}>
            {c.sort ? (
              <button type="button" className="grid-sort" onClick={() => onSort(c.id)}>
                <span>{c.header}</span>
                {c.sort === 'ascending' ? <SortUpIcon aria-hidden /> : c.sort === 'descending' ? <SortDownIcon aria-hidden /> : <ArrowsUpDownIcon aria-hidden className="grid-sort-idle" />}
              </button>
            ) : c.header}
          </div>
        ))}
      </div>
    </div>
  )
})

type RowProps = {
  id: string; index: number; top: number; height: number; template: string; columns: number; content: ReactNode[] | null; marked: boolean; chosen: boolean | null
  onChoose: (index: number) => void; onExtend: (index: number) => void
  onActive: (index: number) => void; onOpen: (index: number) => void
}

/** One row. While scrolling only rows that come on the screen are drawn; those already there are left alone. */
const GridRow = memo(function GridRow({ id, index, top, height, template, columns, content, marked, chosen, onChoose, onExtend, onActive, onOpen }: RowProps) {
  const extending = (event: MouseEvent) => chosen !== null && event.shiftKey
  return (
    <div
      id={id} role="row" aria-rowindex={index + 2} aria-selected={chosen ?? marked} className={`grid-row${marked ? ' grid-active' : ''}${chosen ? ' grid-chosen' : ''}`} {...(content ? {} : { 'aria-busy': true })}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
      onMouseDown={event => {
        // The browser would mark the text in between, and not move focus to the list once it may not.
        if (!extending(event)) return
        event.preventDefault()
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
      }}
      onClick={event => {
        if (extending(event)) onExtend(index)
        else if (content) onOpen(index)
        onActive(index)
      }}
    >
      {chosen === null ? null : (
        <div role="gridcell" className="grid-cell grid-choice" onClick={event => { if (extending(event)) return; event.stopPropagation(); onActive(index); if (content) onChoose(index) }}>
          <span className="grid-box" aria-hidden>{chosen ? <CheckmarkIcon /> : null}</span>
        </div>
      )}
      {Array.from({ length: columns }, (_, i) => (
        <div key={i} role="gridcell" className="grid-cell">{content ? content[i] : <span className="grid-wait" />}</div>
      ))}
    </div>
  )
})
