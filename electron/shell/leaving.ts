import { app } from 'electron'

const closeLimitMs = 5_000

/** Ends the program when its last window closes, after the core has closed its store; a core that does not is not waited for. */
export function closeCleanly(close: (limitMs: number) => Promise<void>): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    const late = new Promise<void>(resolve => setTimeout(resolve, closeLimitMs))
    void Promise.race([close(closeLimitMs - 500), late])
      .catch(() => undefined)
      .then(() => {
        closed = true
        app.quit()
      })
  })
}
