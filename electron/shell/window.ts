import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import type { Changed, Command } from '../../shared/contract/bridge.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { START_URL } from './page-url.ts'
import type { Places } from './places.ts'
import type { SettingsKeeper } from './settings.ts'
import { appName } from './text.ts'
import { zoomSteps } from './zoom.ts'
import { readWindowState, visibleBounds, writeWindowState } from './window-state.ts'

/** The rights of every page, which is none. */
export const pagePreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
  safeDialogs: true,
  disableDialogs: true,
  navigateOnDragDrop: false,
  enableWebSQL: false,
})

const windows = new Map<number, BrowserWindow>()

/** The program's own windows by the number of their page. */
export const windowOf = (contentsId: number): BrowserWindow | undefined => windows.get(contentsId)
export const allWindows = (): BrowserWindow[] => [...windows.values()]

/** Says something to the pages of all windows. */
export function tellWindows(channel: 'changed', value: Changed): void
export function tellWindows(channel: 'command', value: Command): void
export function tellWindows(channel: 'settings', value: Settings): void
export function tellWindows(channel: string, value: unknown): void {
  for (const { webContents } of windows.values()) if (!webContents.isDestroyed()) webContents.send(channel, value)
}

export type WindowEvents = {
  /** The window is on the screen. */
  onShown(): void
  /** Something was pressed in the window, or the wheel turned. */
  onInput(): void
  /** The window has been on the screen for a little while. */
  onSettled(): void
  onClosed(contentsId: number): void
  /** The page's process has died. */
  onGone(window: BrowserWindow, reason: string): void
}

/** What lies behind the page until it has painted: the page's own ground, so that a dark page does not open with a white flash. */
const ground = { light: '#ffffff', dark: '#0e151f' }

const input: ReadonlySet<string> = new Set(['mouseDown', 'mouseWheel', 'rawKeyDown', 'keyDown', 'touchStart'])

const paintLimitMs = 1_000
/** The first words are still being painted when the window is shown; what can wait does. */
const settleMs = 400

/** Opens the program's window where it was last time; it is shown when its first picture is painted. */
export function openWindow(places: Places, session: Session, dev: boolean, settings: SettingsKeeper, events: WindowEvents): BrowserWindow {
  const state = readWindowState(places.home)
  const bounds = visibleBounds(state.bounds, screen.getAllDisplays().map(display => display.workArea))
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    ...bounds,
    minWidth: 320,
    minHeight: 320,
    title: appName,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: { ...pagePreferences, devTools: dev, preload: places.preload, session, zoomFactor: settings.get().zoom / 100 },
  })
  const { webContents } = window
  const id = webContents.id
  windows.set(id, window)

  const keep = () => {
    if (window.isDestroyed() || webContents.isDestroyed()) return
    writeWindowState(places.home, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  let shown = false
  const show = () => {
    if (shown || window.isDestroyed()) return
    shown = true
    if (state.maximized) window.maximize()
    window.show()
    events.onShown()
    setTimeout(events.onSettled, settleMs)
  }
  window.once('ready-to-show', show)
  // A page that paints next to nothing never counts as painted; it is shown all the same.
  webContents.once('did-finish-load', () => setTimeout(show, paintLimitMs))
  // Zoom is kept per address by Chromium itself, but only for as long as the program runs.
  webContents.on('did-finish-load', () => webContents.setZoomFactor(settings.get().zoom / 100))
  // Turning the wheel with Ctrl held is zooming too.
  webContents.on('zoom-changed', (_event, direction) => settings.set({ zoom: zoomSteps[direction](settings.get().zoom) }))
  webContents.on('input-event', (_event, { type }) => { if (input.has(type)) events.onInput() })
  webContents.on('render-process-gone', (_event, { reason }) => events.onGone(window, reason))
  window.on('close', keep)
  window.on('closed', () => {
    windows.delete(id)
    events.onClosed(id)
  })
  void window.loadURL(START_URL).catch(() => undefined)
  return window
}
