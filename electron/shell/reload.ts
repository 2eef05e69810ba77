import { watch } from 'node:fs'
import type { BrowserWindow } from 'electron'

const settleMs = 50

/**
 * While developing: loads the windows anew each time that build/dev.mjs has written its stamp. It starts the program anew itself
 * when anything but the page has changed.
 * @param folder the folder of the bundled program, in which the stamp `.reload` lies
 */
export function reloadOnStamp(folder: string, windows: () => BrowserWindow[]): void {
  let timer: NodeJS.Timeout | undefined
  watch(folder, (_event, name) => {
    if (name !== '.reload') return
    clearTimeout(timer)
    timer = setTimeout(() => windows().forEach(window => window.webContents.reloadIgnoringCache()), settleMs)
  })
}
