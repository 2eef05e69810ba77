import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { otherLanguage } from '../text/other-language.ts'
import { t } from '../text/t.ts'
import { useScreen } from './state.ts'

/** The question whether what is written and not saved may be lost with the window's language. */
export function LanguageAsk() {
  const bridge = useBridge()
  const text = t.frame.language
  const close = () => useScreen.setState({ languageAsk: false })
  return (
    <ConfirmDialog open title={text.title(otherLanguage.name)} submit={text.submit} leave={text.stay} danger onClose={close} onSubmit={() => { close(); void bridge.settings.set({ language: otherLanguage.code }) }}>
      <p className="plain">{text.body}</p>
    </ConfirmDialog>
  )
}
