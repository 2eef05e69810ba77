import { randomBytes } from 'node:crypto'
import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import type { Result } from '../../shared/fault.ts'
import { PRINT_SCHEME } from './page-url.ts'
import { pagePreferences } from './window.ts'

const loadLimitMs = 20_000
/** The viewer tells nobody when it has laid out its pages; it answers the first call after that. */
const viewerSettlesMs = 500

type Printing = { print(pdf: Uint8Array): Promise<Result<null>> }

/**
 * Prints PDF files through the system's own dialog. Each file lies in memory only, under an address nobody can guess, in a hidden
 * window of its own with Chromium's PDF viewer; both are gone when the dialog has been answered.
 */
export function createPrinting(): Printing {
  const files = new Map<string, Uint8Array>()
  let partition: Session | null = null

  function ownSession(): Session {
    if (partition !== null) return partition
    partition = session.fromPartition('utskrift')
    partition.webRequest.onBeforeRequest(({ url }, reply) => reply({ cancel: !isPrintUrl(url) }))
    partition.protocol.handle(PRINT_SCHEME, ({ method, url }) => {
      const pdf = method === 'GET' ? files.get(url) : undefined
      if (pdf === undefined) return new Response(null, { status: 404 })
      return new Response(new Uint8Array(pdf), { headers: { 'Content-Type': 'application/pdf', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } })
    })
    return partition
  }

  async function print(pdf: Uint8Array): Promise<Result<null>> {
    const url = `${PRINT_SCHEME}://fil/${randomBytes(16).toString('hex')}.pdf`
    const window = new BrowserWindow({ show: false, webPreferences: { ...pagePreferences, plugins: true, devTools: false, session: ownSession() } })
    files.set(url, pdf)
    try {
      if ((await window.webContents.getPrintersAsync()).length === 0) return { ok: false, fault: { code: 'no-printer', params: {} } }
      await loaded(window.webContents, url)
      return await shown(window.webContents)
    } catch {
      return { ok: false, fault: { code: 'print-failed', params: {} } }
    } finally {
      files.delete(url)
      if (!window.isDestroyed()) window.destroy()
    }
  }
  return { print }
}

/** The file itself and the pages of Chromium's own viewer. */
function isPrintUrl(url: string): boolean {
  return url.startsWith(`${PRINT_SCHEME}://`) || url.startsWith('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/') || url.startsWith('chrome://resources/')
}

async function loaded(page: WebContents, url: string): Promise<void> {
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('late')), loadLimitMs).unref())
  await Promise.race([page.loadURL(url), late])
  await new Promise(resolve => setTimeout(resolve, viewerSettlesMs))
}

/** Shows the dialog. That the person closes it without printing is no failure. */
function shown(page: WebContents): Promise<Result<null>> {
  return new Promise(resolve => {
    page.print({ silent: false, printBackground: true }, (success, reason) => {
      const cancelled = /cancel/i.test(reason ?? '')
      resolve(success || cancelled ? { ok: true, value: null } : { ok: false, fault: { code: 'print-failed', params: {} } })
    })
  })
}
