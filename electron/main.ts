import { app, nativeTheme } from 'electron'
import { createCoreHost } from './shell/core-host.ts'
import { logCrashes, recoverPages, stopStart } from './shell/crash.ts'
import { firstScreen } from './shell/first-screen.ts'
import { openGate } from './shell/gate.ts'
import { guardContents } from './shell/guards.ts'
import { hardenSessions, sandboxPages, silenceNetwork } from './shell/hardening.ts'
import { watchIdleMinutes } from './shell/idle-minutes.ts'
import { isOnlyInstance } from './shell/instance.ts'
import { closeCleanly } from './shell/leaving.ts'
import { lockWhenLeft } from './shell/lock.ts'
import { openLog } from './shell/log.ts'
import { setMenu } from './shell/menu.ts'
import { settlePlaces } from './shell/places.ts'
import { createPrinting } from './shell/printing.ts'
import { reloadOnStamp } from './shell/reload.ts'
import { pageSession, registerSchemes } from './shell/scheme.ts'
import { openSettings } from './shell/settings.ts'
import { followSettings } from './shell/look.ts'
import { createTokens } from './shell/tokens.ts'
import { allWindows, openWindow, tellWindows, windowOf } from './shell/window.ts'

// The start, one step a line: every guard stands before there is a window to guard, and the window comes last.
sandboxPages()
silenceNetwork()
registerSchemes()
const dev = !app.isPackaged
const places = settlePlaces(import.meta.dirname)
if (places.problem !== null) stopStart(places.problem)
else if (isOnlyInstance(allWindows)) start()
else app.quit()

function start(): void {
  const log = openLog(places.home)
  const settings = openSettings(places.home)
  const tokens = createTokens()
  const printing = createPrinting()
  const release = (page: number) => {
    tokens.forget(page)
    printing.forget()
  }
  logCrashes(log)
  hardenSessions(dev)
  guardContents(log.note)
  const idle = watchIdleMinutes(() => host)
  const host = createCoreHost(places.coreScript, places.core, {
    onChanged(change) {
      idle.onChanged(change)
      tellWindows('changed', change)
    },
    onLocked() {
      tokens.forgetAll()
      printing.forget()
      tellWindows('command', 'locked')
    },
    onDefect: log.incident,
  })
  closeCleanly(host.close)
  openGate({ host, tokens, log, windowOf, print: printing.print, settings })
  followSettings(settings)
  void app.whenReady().then(() => {
    setMenu(allWindows, dev, settings)
    lockWhenLeft(host, { minutes: idle.minutes, tell: command => tellWindows('command', command) })
    if (dev && process.env['SPRANGBRADA_DEV'] === '1') reloadOnStamp(import.meta.dirname, allWindows)
    // The core loads when the lock is on the screen, or when the page asks it something: beside each other they would both come later.
    openWindow(places, pageSession(places.renderer, () => { const { language } = settings.get(); return { language, dark: nativeTheme.shouldUseDarkColors, first: firstScreen(import.meta.dirname, places.core.folder, language, host.isOpen()) } }), dev, settings, { onShown: host.start, onInput: host.makeRoom, onSettled: host.startReader, onClosed: release, onGone: recoverPages(host, log) })
  })
}
