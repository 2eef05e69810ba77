import { useEffect } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { forget } from './forget.ts'
import { go, useScreen } from './state.ts'

/** Commands from the menu and the keys that work everywhere. */
export function useCommands(): void {
  const bridge = useBridge()
  useEffect(() => {
    const find = () => useScreen.setState(s => ({ findTurn: s.findTurn + 1 }))
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
      if (!useScreen.getState().session) return
      if (command === 'lock') void bridge.call('store.lock', {}).then(result => { if (result.ok) forget() })
      else if (command === 'backup') go({ room: 'store', task: 'backup' })
      else if (command === 'passphrase') go({ room: 'store', task: 'passphrase' })
      else if (command === 'intakes') go({ room: 'intakes' })
      else if (command === 'find') find()
    })
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f' && useScreen.getState().view.room === 'list') {
        event.preventDefault()
        find()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => {
      off()
      window.removeEventListener('keydown', onKey)
    }
  }, [bridge])
}
