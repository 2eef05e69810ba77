import { Heading } from '@navikt/ds-react/Typography'
import { useEffect, useRef, type ReactNode } from 'react'

/** The heading of a step. Takes focus when the step is shown, so that keyboard and screen reader go on from there. */
export function StepHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return <Heading ref={heading} level="2" size="small" tabIndex={-1} className="page-h1">{children}</Heading>
}
