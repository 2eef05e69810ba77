import { Button } from '@navikt/ds-react/Button'
import { Dialog } from '@navikt/ds-react/Dialog'
import { unbroken } from '../text/format.ts'
import { t } from '../text/t.ts'

/** Every word that is explained somewhere in the program, in one place, in the order of the alphabet. */
export function Glossary({ onClose }: { onClose: () => void }) {
  const terms = Object.entries(t.glossary.terms).sort(([, a], [, b]) => a.word.localeCompare(b.word, 'sv'))
  return (
    <Dialog open onOpenChange={next => { if (!next) onClose() }}>
      <Dialog.Popup width="large">
        <Dialog.Header><Dialog.Title>{t.glossary.title}</Dialog.Title></Dialog.Header>
        <Dialog.Body tabIndex={0}>
          <dl className="glossary">
            {terms.map(([id, { word, says, law }]) => <div key={id}><dt>{word}</dt><dd>{says} <span className="subtle">{t.glossary.law}: {unbroken(law)}.</span></dd></div>)}
          </dl>
        </Dialog.Body>
        <Dialog.Footer><Button type="button" size="small" onClick={onClose}>{t.common.close}</Button></Dialog.Footer>
      </Dialog.Popup>
    </Dialog>
  )
}
