import { app, type Session } from 'electron'
import { isOwnUrl } from './page-url.ts'

/**
 * Puts every page into the system's sandbox; must come first of all. Only root on Linux, as in a container, has none: there
 * Chromium cannot make one and would not start.
 */
export function sandboxPages(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) app.enableSandbox()
}

/** Switches that keep Chromium itself silent; must come before the app is ready. Nothing can be looked up, so nothing can be reached. */
export function silenceNetwork(): void {
  const { commandLine } = app
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('no-proxy-server')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
}

/** Whether a request may leave the page: only for the program's own files, and for the developer tools' own while developing. */
export function mayRequest(url: string, dev: boolean): boolean {
  return isOwnUrl(url) || (dev && url.startsWith('devtools://devtools/'))
}

/** Hardens every session from the moment it is made, whoever makes it. */
export function hardenSessions(dev: boolean): void {
  app.on('session-created', session => hardenSession(session, dev))
}

/** Takes every right from the session: no permissions, no devices, no downloads, no requests but for own files. */
function hardenSession(session: Session, dev: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, reply) => reply(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, reply) => reply({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, reply) => reply({}))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.on('select-hid-device', (event, _details, reply) => {
    event.preventDefault()
    reply(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, reply) => {
    event.preventDefault()
    reply('')
  })
  session.on('select-usb-device', (event, _details, reply) => {
    event.preventDefault()
    reply()
  })
  session.on('will-download', event => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, reply) => reply({ cancel: !mayRequest(url, dev) }))
}
