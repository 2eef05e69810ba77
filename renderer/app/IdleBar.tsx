import { Button } from '@navikt/ds-react/Button'
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { t } from '../text/t.ts'
import { useScreen } from './state.ts'

/** Tells that the store is about to lock because nobody works. Any key or movement of the mouse is work; the button is for whoever looks for one. */
export function IdleBar() {
  return (
    <div className="idle-bar" role="alert">
      <ExclamationmarkTriangleIcon aria-hidden fontSize="1.25rem" />
      <span><strong>{t.people.idle.title}</strong> {t.people.idle.body}</span>
      <Button type="button" size="small" onClick={() => { useScreen.setState({ idle: false }); document.querySelector<HTMLElement>('main h1, main')?.focus() }}>{t.people.idle.goOn}</Button>
    </div>
  )
}
