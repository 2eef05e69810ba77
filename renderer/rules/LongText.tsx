import { useState } from 'react'
import { t } from '../text/t.ts'

const MOST = 240

/** A text that may be a long list: its beginning, and the whole of it on demand. */
export function LongText({ text, code = false }: { text: string; code?: boolean }) {
  const [whole, setWhole] = useState(false)
  const words = t.rules.book
  const long = text.length > MOST
  const shown = long && !whole ? `${text.slice(0, text.lastIndexOf(' ', MOST - 40) || MOST - 40)} …` : text
  return (
    <span className="wrap">
      {code ? <code className="when">{shown}</code> : shown}
      {long ? <> <button type="button" className="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? words.showLess : words.showAll(text.length)}</button></> : null}
    </span>
  )
}
