import { Heading } from '@navikt/ds-react/Typography'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { type TermId, WithTerm } from './Term.tsx'

/**
 * The view's h1, with help on its word. Takes focus when the view is shown, so that keyboard and screen reader start at the top of it, but none from somebody who has moved on
 * meanwhile. A heading that comes in the place of one that was shown while the view was waited for is told where focus was then (`cameFrom`).
 */
export function PageHeading({ children, takeFocus = true, cameFrom, actions, term }: { children: ReactNode; takeFocus?: boolean; cameFrom?: Element | null; actions?: ReactNode; term?: TermId | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shownAt = useRef<Element | null>(null)
  // Once the whole view stands, and before anybody can do something in it: a field may take focus as it comes.
  useLayoutEffect(() => queueMicrotask(() => { shownAt.current = document.activeElement }), [takeFocus])
  useEffect(() => {
    if (!takeFocus) return
    // With the frame: a focus asks for the whole layout, and until then more of the view may come.
    const frame = requestAnimationFrame(() => {
      const at = document.activeElement
      if (at !== null && at !== document.body && at !== (cameFrom === undefined ? shownAt.current : cameFrom)) return
      // A double click that opened this view must not leave it marked.
      getSelection()?.removeAllRanges()
      heading.current?.focus({ preventScroll: true })
      // The view before may have been scrolled.
      scrollTo({ top: 0 })
    })
    return () => cancelAnimationFrame(frame)
  }, [takeFocus, cameFrom])
  return (
    <div className="page-heading">
      <WithTerm ids={[term]}><Heading ref={heading} level="1" size="medium" tabIndex={-1} className="page-h1">{children}</Heading></WithTerm>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  )
}
