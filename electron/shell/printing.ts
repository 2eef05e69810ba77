import { randomBytes } from 'node:crypto'
import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import type { FaultCode, Result } from '../../shared/fault.ts'
import { PRINT_SCHEME, isPrintUrl } from './page-url.ts'
import { pagePreferences } from './window.ts'

export type Printing = {
  /** Prints a PDF file through the system's own dialog. `ok` means that the dialog has taken over, or that the person closed it. */
  print(pdf: Uint8Array): Promise<Result<null>>
  /** Closes what is still open of an earlier print, with its dialog. */
  forget(): void
}

const viewerLimitMs = 15_000
const lookEveryMs = 50
/** The viewer's inner frame is there a little before it has laid out its pages. */
const settlesMs = 300
/** Some versions of Electron say nothing when a PDF is printed well, but all say quickly when it fails. */
const failsWithinMs = 2_000

/**
 * The file lies in memory only, under an address nobody can guess, until Chromium's own viewer has taken it into a hidden window. That
 * window uses the default session, which no page of the program is in: the viewer does not work in a session that lies in memory.
 */
export function createPrinting(): Printing {
  const files = new Map<string, Uint8Array>()
  let own: Session | null = null
  let held: BrowserWindow | null = null

  function printSession(): Session {
    if (own !== null) return own
    own = session.defaultSession
    own.webRequest.onBeforeRequest(({ url }, reply) => reply({ cancel: !isPrintUrl(url) }))
    own.protocol.handle(PRINT_SCHEME, ({ method, url }) => {
      const pdf = method === 'GET' ? files.get(url) : undefined
      if (pdf === undefined) return new Response(null, { status: 404 })
      return new Response(new Uint8Array(pdf), { headers: { 'Content-Type': 'application/pdf', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } })
    })
    return own
  }

  function forget(): void {
    if (held !== null && !held.isDestroyed()) held.destroy()
    held = null
  }

  async function print(pdf: Uint8Array): Promise<Result<null>> {
    forget()
    // The last part becomes the job's name in the printer's queue.
    const url = `${PRINT_SCHEME}://fil/${randomBytes(16).toString('hex')}/Blankett.pdf`
    const window = new BrowserWindow({ show: false, webPreferences: { ...pagePreferences, plugins: true, devTools: false, session: printSession() } })
    held = window
    files.set(url, pdf)
    try {
      if ((await window.webContents.getPrintersAsync()).length === 0) return ended('no-printer')
      await window.loadURL(url)
      await viewerIsReady(window.webContents, url)
    } catch {
      return ended('print-failed')
    } finally {
      files.delete(url)
    }
    return showDialog(window.webContents, ended)
  }

  function ended(code: FaultCode | null): Result<null> {
    forget()
    return code === null ? { ok: true, value: null } : { ok: false, fault: { code, params: {} } }
  }

  return { print, forget }
}

async function viewerIsReady(page: WebContents, url: string): Promise<void> {
  const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
  const hasFile = () => page.mainFrame.framesInSubtree.some(frame => frame !== page.mainFrame && frame.url === url)
  for (let waited = 0; !hasFile(); waited += lookEveryMs) {
    if (waited > viewerLimitMs) throw new Error('the viewer did not come')
    await wait(lookEveryMs)
  }
  await wait(settlesMs)
}

function showDialog(page: WebContents, ended: (code: FaultCode | null) => Result<null>): Promise<Result<null>> {
  return new Promise(resolve => {
    // The window stays for as long as the dialog may need it: until the next print, or until the store is locked.
    const timer = setTimeout(() => resolve({ ok: true, value: null }), failsWithinMs)
    page.print({ silent: false, printBackground: true }, (success, reason) => {
      clearTimeout(timer)
      resolve(ended(success || /cancel/i.test(reason ?? '') ? null : 'print-failed'))
    })
  })
}
