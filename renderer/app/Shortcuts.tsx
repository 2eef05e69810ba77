import { Button } from '@navikt/ds-react/Button'
import { Dialog } from '@navikt/ds-react/Dialog'
import { Fragment, useState } from 'react'
import { KEY_IDS, KEY_PLACES, KEYS, type Press } from '../../shared/keys.ts'
import { offers } from '../components/keys.tsx'
import { t } from '../text/t.ts'

/** The keys that work in the program, by where they work; written from the table that the keys themselves are heard by. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  // The controls of the view tell their own keys; they are asked as they stood when the sheet was opened.
  const [here] = useState(offers)
  return (
    <Dialog open onOpenChange={next => { if (!next) onClose() }}>
      <Dialog.Popup width="large">
        <Dialog.Header><Dialog.Title>{t.keys.title}</Dialog.Title></Dialog.Header>
        <Dialog.Body tabIndex={0}>
          <div className="keys">
            {here.length > 0 ? (
              <section className="keys-place">
                <h2 className="section-title">{t.keys.here}</h2>
                <dl className="pairs">{here.map(({ key, label }) => <div key={key}><dt><kbd className="key">{key.toUpperCase()}</kbd></dt><dd>{label}</dd></div>)}</dl>
              </section>
            ) : null}
            {KEY_PLACES.map(place => (
              <section key={place} className="keys-place">
                <h2 className="section-title">{t.keys.places[place]}</h2>
                <dl className="pairs">
                  {KEY_IDS.filter(id => KEYS[id].where === place).map(id => (
                    <div key={id}>
                      <dt>{KEYS[id].presses.map((press, at) => <Fragment key={press.key}>{at > 0 ? ` ${t.keys.or} ` : null}<kbd className="key">{pressName(press)}</kbd></Fragment>)}</dt>
                      <dd>{t.keys.what[id]}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Body>
        <Dialog.Footer><Button type="button" size="small" onClick={onClose}>{t.common.close}</Button></Dialog.Footer>
      </Dialog.Popup>
    </Dialog>
  )
}

/** Names of keys that are the same in every language. */
const names: Readonly<Record<string, string>> = { PageUp: 'Page Up', PageDown: 'Page Down', '-': '−' }

function pressName({ key, ctrl, alt, shift }: Press): string {
  const parts = [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', key.length === 1 ? key.toUpperCase() : key]
  return parts.filter(Boolean).map(part => t.keys.names[part] ?? names[part] ?? part).join('+')
}
