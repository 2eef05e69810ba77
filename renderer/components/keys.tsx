import { useEffect, useReducer } from 'react'
import { t } from '../text/t.ts'

type Offer = { key: string; label: string; element: HTMLElement }

/** A single letter or sign works by itself; with Ctrl or Alt held it is another key. */
const single = (element: HTMLElement) => (element.getAttribute('aria-keyshortcuts') ?? '').split(' ').find(key => key.length === 1)?.toLowerCase()

/** What can be done by a single key here and now: the controls that say so themselves, the first of those that share a key. */
export function offers(): Offer[] {
  const found = new Map<string, Offer>()
  for (const element of document.querySelectorAll<HTMLElement>('main [aria-keyshortcuts]')) {
    const key = single(element)
    if (key === undefined || found.has(key) || element.matches(':disabled, [aria-disabled=true]') || !element.checkVisibility()) continue
    found.set(key, { key, label: (element.dataset['keyLabel'] ?? element.getAttribute('aria-label') ?? element.textContent).trim(), element })
  }
  return [...found.values()]
}

/** A dialog that asks. One that fades away has been answered: the next key is for what lies under it. */
const ASKING = '[role=dialog]:not([hidden], [data-ending-style])'

/** True where a letter is a letter: in a field, in a list that is searched by typing, and in a dialog. */
export function takesLetters(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest(`input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [role=combobox], [role=listbox], [role=menu], ${ASKING}, dialog`) !== null)
}

/** How long a key waits for what has been answered to go. */
const WAIT_MS = 500

/** A form or dialog whose yes is being carried out: a key pressed meanwhile is for what comes after it, and no letter in a field that is about to go. */
const beingSent = (target: EventTarget | null) => target instanceof HTMLElement && target.closest(':is(form, [role=dialog]):has(.aksel-button--loading)') !== null
const dialogAsks = () => document.querySelector(`dialog[open], ${ASKING}`) !== null

function pressKey(key: string): boolean {
  const offer = offers().find(each => each.key === key)
  if (!offer) return false
  offer.element.focus()
  offer.element.click()
  return true
}

/** Lets the controls in the view that name a single key be pressed by it, wherever the focus is. One pressed while an answer is being carried out waits for it. */
export function useSingleKeys(): void {
  useEffect(() => {
    let waiting = 0
    const later = (key: string) => {
      const until = performance.now() + WAIT_MS
      const look = () => {
        if (!dialogAsks() && !takesLetters(document.activeElement)) pressKey(key)
        else if (performance.now() < until) waiting = requestAnimationFrame(look)
      }
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(look)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return
      const key = event.key.toLowerCase()
      // A dialog that has let go of the focus has been answered too.
      if (beingSent(event.target) || (event.target === document.body && dialogAsks())) later(key)
      else if (dialogAsks() || takesLetters(event.target) || !pressKey(key)) return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      cancelAnimationFrame(waiting)
    }
  }, [])
}

/** The single keys that work in the view as it stands, made from the controls themselves: what is shown is what happens. */
export function KeyBar() {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const main = document.querySelector('main')
    if (!main) return
    let shown = ''
    let due = 0
    const look = () => {
      due = 0
      const now = offers().map(({ key, label }) => `${key} ${label}`).join('\n')
      if (now === shown) return
      shown = now
      redraw()
    }
    const observer = new MutationObserver(() => { due ||= requestAnimationFrame(look) })
    observer.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-keyshortcuts', 'disabled', 'aria-disabled', 'hidden'] })
    look()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(due)
    }
  }, [])
  const all = offers()
  if (all.length === 0) return null
  return (
    <div className="key-bar" role="note" aria-label={t.common.keys}>
      {all.map(({ key, label }) => <span key={key} className="key-hint"><kbd>{key.toUpperCase()}</kbd> {label}</span>)}
    </div>
  )
}
