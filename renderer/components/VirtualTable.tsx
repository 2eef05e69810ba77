import { ArrowsUpDownIcon, CheckmarkIcon, SortDownIcon, SortUpIcon } from '@navikt/aksel-icons'
import { memo, useCallback, useEffect, useId, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { isKey } from '../../shared/keys.ts'
import { moveRow } from './gridKeys.ts'
import { rowsDrawn, useRowWindow } from './rowWindow.ts'

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
  /** Which list it is, null before anything has come of it. Another list than before begins at its top. */
  resetKey: string | null
}

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
  const { shape, first, last, show, keepAmid, onScroll } = useRowWindow({ scroller, count: rowCount, rowHeight, initialOffset, onOffset, resetKey })
  useEffect(() => {
    if (rowCount > 0) onRange(first, last)
  }, [first, last, rowCount, onRange])
  const { height } = shape
  useEffect(() => {
    if (follow && active >= 0 && active < rowCount && height > 0) keepAmid(active, ROWS_BEFORE)
  }, [follow, active, rowCount, height, keepAmid])
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
    const next = moveRow(event.key, active, rowCount, Math.floor((height - rowHeight) / rowHeight))
    if (next === null) return
    event.preventDefault()
    if (chosen && (isKey(event, 'chooseOn') || isKey(event, 'chooseOnScreen')) && active >= 0) chosen.extend(active, next)
    onActive(next)
    show(next)
  }

  return (
    <div
      ref={scroller} className="grid-scroll" role="grid" aria-label={label} aria-rowcount={rowCount + 1} aria-colcount={columns.length + (chosen ? 1 : 0)} tabIndex={0} style={{ '--grid-least': minWidth } as CSSProperties}
      {...(chosen ? { 'aria-multiselectable': true } : {})}
      {...(active >= 0 && active < rowCount ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      onKeyDown={onKeyDown} onScroll={onScroll}
    >
      <GridHead columns={columns} template={template} height={rowHeight} onSort={onSort} choice={chosen?.label ?? null} />
      <div role="rowgroup" className="grid-body" style={{ height: rowCount * rowHeight }}>
        {rowsDrawn(shape, { first, last }, active).map(({ index, slot }) => (
          <GridRow
            key={slot} id={`${id}-${index}`} index={index} top={index * rowHeight} height={rowHeight} template={template} columns={columns.length} content={cells(index)}
            marked={index === active} chosen={canChoose ? chosen.has(index) : null} onChoose={onChoose} onExtend={onExtend} onActive={onActive} onOpen={onOpen}
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
