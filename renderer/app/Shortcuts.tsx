import { Button } from '@navikt/ds-react/Button'
import { Dialog } from '@navikt/ds-react/Dialog'
import { t } from '../text/t.ts'

/** The keys that work in the program. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open size="small" onOpenChange={next => { if (!next) onClose() }}>
      <Dialog.Popup width="small">
        <Dialog.Header><Dialog.Title>{t.frame.shortcuts.title}</Dialog.Title></Dialog.Header>
        <Dialog.Body>
          <dl className="pairs">
            {t.frame.shortcuts.rows.map(([keys, what]) => <div key={keys}><dt>{keys}</dt><dd>{what}</dd></div>)}
          </dl>
        </Dialog.Body>
        <Dialog.Footer><Button type="button" size="small" onClick={onClose}>{t.common.close}</Button></Dialog.Footer>
      </Dialog.Popup>
    </Dialog>
  )
}
