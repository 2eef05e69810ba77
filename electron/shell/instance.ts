import { app, type BrowserWindow } from 'electron'

/** Whether this is the only running program on its data folder. A second start brings the first one's window forward; its arguments are never read. */
export function isOnlyInstance(windows: () => BrowserWindow[]): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', () => {
    const window = windows()[0]
    if (window === undefined) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  return true
}
