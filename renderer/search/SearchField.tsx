import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { announce } from '../components/announce.tsx'
import { mainElement } from '../components/mainElement.ts'
import { t } from '../text/t.ts'
import { SearchResults } from './SearchResults.tsx'
import { optionsOf, useSearch, type Option } from './useSearch.ts'

type Props = { /** Rises when the field should take focus. */ turn: number; onCase: (intake: { id: number; name: string }, caseId: number) => void; onIntake: (intake: { id: number; name: string }) => void }
const LEAST = 2
const SAY_MS = 600

/** The search over all intakes: a field with its hits below as one writes; arrows choose, Enter opens, Escape goes back to where one was. */
export function SearchField({ turn, onCase, onIntake }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const searched = useSearch(text, open)
  const enough = text.trim().length >= LEAST
  const current = searched && searched.text === text.trim() ? searched.answer : undefined
  const answer = enough ? searched?.answer : undefined
  const options = optionsOf(id, answer)
  const marked = current ? options[Math.min(active, options.length - 1)] : undefined

  useEffect(() => {
    if (turn === 0) return
    if (document.activeElement !== field.current) before.current = document.activeElement
    field.current?.focus()
    field.current?.select()
  }, [turn])
  const found = current && enough ? options.length : null
  useEffect(() => {
    if (found === null || !open) return
    const timer = setTimeout(() => announce(found === 0 ? `${t.search.none(text.trim())} ${t.search.what}` : t.search.hits(found)), SAY_MS)
    return () => clearTimeout(timer)
  }, [found, open, text])

  const leave = () => {
    setText('')
    setOpen(false)
    setActive(0)
  }
  const choose = ({ hit, intake }: Option) => {
    leave()
    field.current?.blur()
    if (hit) onCase(hit.intake, hit.caseId)
    else onIntake(intake)
    // The view that is there already does not take the focus by itself.
    requestAnimationFrame(() => { if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') {
      if (text !== '') leave()
      else if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
      else document.querySelector<HTMLElement>('main h1')?.focus()
    } else if (move !== undefined && options.length > 0) {
      setOpen(true)
      setActive(now => (Math.min(now, options.length - 1) + move + options.length) % options.length)
    } else if (event.key === 'Enter' && marked) choose(marked)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shown = open && text.trim() !== ''
  return (
    <div className="find" role="search" aria-label={t.search.label}>
      <MagnifyingGlassIcon aria-hidden className="find-icon" fontSize="1.25rem" />
      <input
        ref={field} className="find-field" type="text" role="combobox" aria-label={t.search.label} placeholder={t.search.label} autoComplete="off" spellCheck={false} maxLength={200}
        aria-autocomplete="list" aria-expanded={shown && options.length > 0} aria-controls={`${id}-list`} aria-keyshortcuts="Control+K"
        {...(shown && marked ? { 'aria-activedescendant': marked.id } : {})}
        value={text} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={onKeyDown}
        onChange={event => { setText(event.target.value); setActive(0); setOpen(true) }}
      />
      {shown ? createPortal(
        <SearchResults id={id} anchor={field.current} text={text.trim()} enough={enough} answer={answer} isCurrent={current !== undefined} marked={marked?.id ?? null} onChoose={choose} />, mainElement() ?? document.body,
      ) : null}
    </div>
  )
}
