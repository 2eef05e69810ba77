import { ShieldLockIcon } from '@navikt/aksel-icons'
import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import type { SearchAnswer, SearchHit } from '../../shared/contract/search.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { t } from '../text/t.ts'
import { optionsOf, type Option } from './useSearch.ts'

type Props = {
  id: string; anchor: HTMLElement | null; text: string; enough: boolean; answer: SearchAnswer | undefined; isCurrent: boolean
  marked: string | null; onChoose: (option: Option) => void
}

/** The hits below the field, by kind; when there are none, what is searched. */
export function SearchResults({ id, anchor, text, enough, answer, isCurrent, marked, onChoose }: Props) {
  const place = usePlace(anchor)
  useEffect(() => {
    if (marked) document.getElementById(marked)?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const options = optionsOf(id, answer)
  const row = (option: Option, children: ReactNode) => (
    // The field keeps the focus and hears the keys; a press of the mouse must not take it.
    <div key={option.id} id={option.id} role="option" aria-selected={option.id === marked} className="find-option" onMouseDown={event => event.preventDefault()} onClick={() => onChoose(option)}>{children}</div>
  )
  return (
    <div className="find-results" style={place} data-testid="search-results">
      <div id={`${id}-list`} role="listbox" aria-label={t.search.results}>
        {answer?.groups.map(({ kind, more }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-of-${kind}`}>
            <div id={`${id}-of-${kind}`} role="presentation" className="find-kind">{t.search.kinds[kind]}{more ? <span className="find-more"> {t.search.more}</span> : null}</div>
            {options.map(option => (option.kind === kind && option.hit ? row(option, <Hit hit={option.hit} />) : null))}
          </div>
        ))}
        {answer && answer.intakes.length > 0 ? (
          <div role="group" aria-labelledby={`${id}-of-intakes`}>
            <div id={`${id}-of-intakes`} role="presentation" className="find-kind">{t.search.intakes}</div>
            {options.map(option => (option.intake ? row(option, <><span className="find-name">{option.intake.name}</span><span className="subtle small">{t.search.cases(option.intake.cases)}</span></>) : null))}
          </div>
        ) : null}
      </div>
      {enough ? null : <p className="find-note">{t.search.short}</p>}
      {enough && isCurrent && options.length === 0 ? <div className="find-note"><p className="plain">{t.search.none(text)}</p><p className="plain subtle">{t.search.what} {t.search.protectedOnly}</p></div> : null}
      {enough && answer && !answer.complete ? <p className="find-note subtle">{t.search.reading}</p> : null}
    </div>
  )
}

function Hit({ hit }: { hit: SearchHit }) {
  return (
    <>
      <span className="find-name">
        {hit.protected ? <><ShieldLockIcon aria-hidden /> {t.search.protectedName}</> : hit.name}
        {hit.detail ? <span className="find-detail"> {hit.detail}</span> : null}
        {hit.match === 'typo' ? <span className="find-detail"> ({t.search.near})</span> : null}
      </span>
      <span className="find-where"><span className="digits">{hit.applicationId}</span><span>{hit.intake.name}</span></span>
      <span className="find-light"><LightBadge light={hit.light} /> <span className="small subtle">{hit.established ? t.search.established : t.search.proposed}</span></span>
    </>
  )
}

type Place = { top: number; left: number; width: number; maxHeight: number }
const WIDEST = 640
const EDGE = 8

/** Below the field, as wide as the window allows. */
function usePlace(anchor: HTMLElement | null): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useLayoutEffect(() => {
    const put = () => {
      if (!anchor) return
      const { left, bottom } = anchor.getBoundingClientRect()
      const width = Math.min(WIDEST, window.innerWidth - 2 * EDGE)
      setPlace({ top: bottom + 4, left: Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE)), width, maxHeight: Math.max(120, window.innerHeight - bottom - 3 * EDGE) })
    }
    put()
    window.addEventListener('resize', put)
    window.addEventListener('scroll', put, true)
    return () => {
      window.removeEventListener('resize', put)
      window.removeEventListener('scroll', put, true)
    }
  }, [anchor])
  return place
}
