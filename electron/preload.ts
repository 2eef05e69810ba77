import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Preloaded } from '../shared/contract/bridge.ts'

/** Passes what main sends on a channel to a listener of the page, without the event object. */
function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const pass = (_event: unknown, value: T) => listener(value)
  ipcRenderer.on(channel, pass)
  return () => void ipcRenderer.off(channel, pass)
}

const bridge: Preloaded = {
  call: (name, input, callId) => ipcRenderer.invoke('call', callId === undefined ? { name, input } : { name, input, callId }),
  cancel: async callId => void (await ipcRenderer.invoke('cancel', { callId })),
  onProgress: listener => listen('progress', listener),
  onChanged: listener => listen('changed', listener),
  onCommand: listener => listen('command', listener),
  chooseFiles: purpose => ipcRenderer.invoke('choose-files', { purpose }),
  chooseTarget: (purpose, suggestedName) => ipcRenderer.invoke('choose-target', { purpose, suggestedName }),
  // The paths are read here and go straight to main; the page gets tokens back.
  dropFiles: (files, purpose) => {
    const paths = files.map(file => webUtils.getPathForFile(file))
    return ipcRenderer.invoke('drop-files', purpose === undefined ? { paths } : { paths, purpose })
  },
  settings: {
    get: () => ipcRenderer.invoke('settings', {}),
    set: change => ipcRenderer.invoke('settings', { change }),
    onChange: listener => listen('settings', listener),
  },
  print: pdf => ipcRenderer.invoke('print', { pdf }),
}

contextBridge.exposeInMainWorld('sprangbrada', bridge)
