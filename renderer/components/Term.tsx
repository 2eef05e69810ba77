import { HelpText } from '@navikt/ds-react/HelpText'
import { t } from '../text/t.ts'
import { announce } from './announce.tsx'

export type TermId = keyof typeof t.glossary.terms

/** What a word of law means and where it says so, to unfold beside the word. Keyboard and screen reader reach it as a button. */
export function Term({ id }: { id: TermId }) {
  const { word, says, law } = t.glossary.terms[id]
  return (
    <HelpText
      title={t.glossary.help(word)} wrapperClassName="term" placement="bottom" strategy="fixed"
      onClick={event => { if (event.currentTarget.getAttribute('aria-expanded') === 'false') announce(`${says} ${t.glossary.law}: ${law}.`) }}
    >
      <span className="term-says"><strong>{word}.</strong> {says} <span className="subtle">{t.glossary.law}: {law}.</span></span>
    </HelpText>
  )
}
