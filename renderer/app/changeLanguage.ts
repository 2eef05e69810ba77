import type { Bridge } from '../../shared/contract/bridge.ts'
import { unsavedText } from '../components/unsaved.ts'
import { otherLanguage } from '../text/other-language.ts'
import { useScreen } from './state.ts'

/** Changes to the other language, which loads the window anew: where something is written and not saved, that is asked about first. */
export function changeLanguage(bridge: Bridge): void {
  if (unsavedText()) useScreen.setState({ languageAsk: true })
  else void bridge.settings.set({ language: otherLanguage.code })
}
