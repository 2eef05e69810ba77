import { Popover } from '@navikt/ds-react/Popover'
import { QuestionmarkCircleFillIcon, QuestionmarkCircleIcon } from '@navikt/aksel-icons'
import { useState, type ReactNode } from 'react'
import { capital, unbroken } from '../text/format.ts'
import { t } from '../text/t.ts'
import { announce } from './announce.tsx'

export type TermId = keyof typeof t.glossary.terms

/** What a word of law or trade means and where it says so, to unfold beside the word. Keyboard and screen reader reach it as a button. */
export function Term({ id }: { id: TermId }) {
  const { word, says, law } = t.glossary.terms[id]
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  const Icon = open ? QuestionmarkCircleFillIcon : QuestionmarkCircleIcon
  return (
    <span
      className="term" onKeyDown={event => {
        if (event.key !== 'Escape' || !open) return
        // What the word stands in stays open.
        event.stopPropagation()
        setOpen(false)
        button?.focus()
      }}
    >
      <button
        ref={setButton} type="button" className="term-button" aria-expanded={open} aria-label={t.glossary.help(word)}
        onClick={() => {
          if (!open) announce(`${says} ${t.glossary.law}: ${law}.`)
          setOpen(!open)
        }}
      >
        <Icon aria-hidden />
      </button>
      {open ? (
        <Popover open anchorEl={button} placement="bottom" strategy="fixed" onClose={() => setOpen(false)}>
          <Popover.Content className="term-says"><strong>{capital(word)}.</strong> {says} <span className="subtle">{t.glossary.law}: {unbroken(law)}.</span></Popover.Content>
        </Popover>
      ) : null}
    </span>
  )
}

/** A label or heading with the help on its word after it, in one line. */
export function WithTerm({ ids, children }: { ids: readonly (TermId | undefined)[]; children: ReactNode }) {
  const known = ids.filter(id => id !== undefined)
  return known.length === 0 ? children : <span className="with-term">{children}{known.map(id => <Term key={id} id={id} />)}</span>
}
