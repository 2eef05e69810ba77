import { app, session, type WebContents } from 'electron'
import { isPrintUrl } from './page-url.ts'

/**
 * Guards every page the program ever has, from its first moment: it stays where it is, opens nothing and embeds nothing.
 * The program loads its pages itself, which these events do not concern.
 */
export function guardContents(log: (code: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log))
}

function guard(contents: WebContents, log: (code: string) => void): void {
  const stop = (code: string) => (event: { preventDefault(): void }) => {
    event.preventDefault()
    log(code)
  }
  contents.on('will-navigate', stop('navigation-stopped'))
  contents.on('will-frame-navigate', event => {
    // In a print window Chromium's own viewer puts the file into a frame of its own; no page of the program is in that session.
    const viewer = !event.isMainFrame && contents.session === session.defaultSession && isPrintUrl(event.url)
    if (!viewer) stop('frame-navigation-stopped')(event)
  })
  contents.on('will-redirect', stop('redirect-stopped'))
  contents.on('will-attach-webview', stop('webview-stopped'))
  contents.setWindowOpenHandler(() => {
    log('window-open-stopped')
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
