import { useEffect } from 'react'
import { isKey } from '../../shared/keys.ts'
import { useBridge } from '../components/bridge.tsx'
import { takesLetters } from '../components/keys.tsx'
import { changeLanguage } from './changeLanguage.ts'
import { forget } from './forget.ts'
import { go, useScreen } from './state.ts'

/** Commands from the menu and the keys that work everywhere. */
export function useCommands(): void {
  const bridge = useBridge()
  useEffect(() => {
    const find = () => useScreen.setState(s => ({ findTurn: s.findTurn + 1 }))
    const search = () => useScreen.setState(s => ({ searchTurn: s.searchTurn + 1 }))
    const off = bridge.onCommand(command => {
      if (command === 'locked') {
        forget()
        return
      }
      if (command === 'idle-warning' || command === 'idle-over') {
        useScreen.setState({ idle: command === 'idle-warning' })
        return
      }
      if (command === 'shortcuts') {
        useScreen.setState({ shortcuts: true })
        return
      }
      if (command === 'other-language') {
        changeLanguage(bridge)
        return
      }
      if (!useScreen.getState().session) return
      if (command === 'lock') void bridge.call('store.lock', {}).then(result => { if (result.ok) forget() })
      else if (command === 'backup') go({ room: 'store', task: 'backup' })
      else if (command === 'passphrase') go({ room: 'store', task: 'passphrase' })
      else if (command === 'intakes') go({ room: 'intakes' })
      else if (command === 'find') find()
      else if (command === 'search') search()
    })
    const onKey = (event: KeyboardEvent) => {
      const { view, session, shortcuts } = useScreen.getState()
      // A single sign is a command only where nobody is writing it.
      if (event.defaultPrevented || (event.key.length === 1 && !event.ctrlKey && !event.metaKey && takesLetters(event.target))) return
      if (isKey(event, 'shortcuts')) useScreen.setState({ shortcuts: true })
      else if (isKey(event, 'search') && session && !shortcuts && !document.querySelector('[role="dialog"]')) search()
      else if (isKey(event, 'find') && view.room === 'list') find()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      off()
      window.removeEventListener('keydown', onKey)
    }
  }, [bridge])
}
