import { Search } from '@navikt/ds-react/Search'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../components/announce.tsx'
import { t } from '../text/t.ts'

type Props = { value: string; hits: number; all: number; label?: string; onChange: (value: string) => void }

/** A search that shows its hits as one types, and says how many there are. */
export function BookSearch({ value, hits, all, label = t.rules.book.search, onChange }: Props) {
  const [written, setWritten] = useState(value)
  const sent = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const said = t.rules.book.searchHits(hits, all)
  useEffect(() => {
    if (value !== sent.current) setWritten(value)
    sent.current = value
  }, [value])
  const latest = useRef({ written, onChange })
  useEffect(() => { latest.current = { written, onChange } })
  useEffect(() => () => {
    // Whoever goes on at once has still searched for what was written.
    clearTimeout(timer.current)
    if (latest.current.written !== sent.current) latest.current.onChange(latest.current.written)
  }, [])
  useEffect(() => {
    if (value !== '') announce(said)
  }, [value, said])
  const send = (next: string) => {
    clearTimeout(timer.current)
    sent.current = next
    onChange(next)
  }
  return (
    <div className="filters" role="search" aria-label={label}>
      <Search
        className="search rule-search" size="small" variant="simple" label={label} hideLabel placeholder={label} value={written} autoComplete="off" spellCheck={false}
        onChange={next => { setWritten(next); clearTimeout(timer.current); timer.current = setTimeout(() => send(next), 150) }} onClear={() => { setWritten(''); send('') }}
        onKeyDown={e => { if (e.key === 'Enter') { e.preventDefault(); send(written) } }}
      />
      <span className="summary" data-testid="hits">{said}</span>
    </div>
  )
}
