import { app, dialog, type BrowserWindow } from 'electron'
import type { CoreHost } from './core-host.ts'
import type { Log } from './log.ts'
import { START_URL } from './page-url.ts'
import { shellText } from './text.ts'

/** Says in the system's own box why the program cannot start, then ends it. */
export function stopStart(sentence: string): void {
  dialog.showErrorBox(shellText().failures.startTitle, sentence)
  app.exit(1)
}

/** Logs every crash by kind and number, never by message: a message may hold a cell of a file. After a defect of its own the program ends. */
export function logCrashes(log: Log): void {
  let ending = false
  const defect = (where: string) => (error: unknown) => {
    const incident = log.incident(error instanceof Error ? error.name : typeof error, where)
    if (ending) return
    ending = true
    dialog.showErrorBox(shellText().failures.defectTitle, shellText().failures.defect(incident))
    app.quit()
  }
  process.on('uncaughtException', defect('main'))
  process.on('unhandledRejection', defect('main promise'))
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.note('process-gone', `${type} ${reason}`)
  })
}

const restMs = 60_000

/** When a page's process has died the store is locked and the page loaded anew, but not over and over. */
export function recoverPages(host: Pick<CoreHost, 'lock'>, log: Log): (window: BrowserWindow, reason: string) => void {
  let lastAt = -Infinity
  return (window, reason) => {
    const incident = log.incident(reason, 'page')
    void host.lock()
    if (window.isDestroyed()) return
    if (performance.now() - lastAt < restMs) return window.close()
    lastAt = performance.now()
    void window.loadURL(START_URL).catch(() => undefined)
    void dialog.showMessageBox(window, { type: 'warning', title: shellText().failures.pageTitle, message: shellText().failures.pageTitle, detail: shellText().failures.pageGone(incident), buttons: [shellText().failures.close], noLink: true })
  }
}
