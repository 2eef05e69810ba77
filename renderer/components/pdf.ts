import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'

/** The page's trusted types policy: only the address of the own PDF worker passes. */
const WORKER = './pdf.worker.mjs'
type Policy = { createScriptURL: (url: string) => URL }
declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy }
  }
}

let ready: Promise<{ pdfjs: typeof import('pdfjs-dist'); worker: PDFWorker }> | null = null

function workerUrl(): URL | string {
  const policy = window.trustedTypes?.createPolicy('sprangbrada', {
    createScriptURL: url => {
      if (url !== WORKER) throw new TypeError('refused')
      return url
    },
  })
  return policy ? policy.createScriptURL(WORKER) : WORKER
}

async function start() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const port = new Worker(workerUrl(), { type: 'module' })
  return { pdfjs, worker: pdfjs.PDFWorker.create({ port }) }
}

/** A picture in a page that would take more memory than this is left out. */
const MOST_POINTS = 120_000_000

export type OpenPdf = { pdfjs: typeof import('pdfjs-dist'); document: PDFDocumentProxy; close: () => Promise<void> }

/** Why a PDF could not be opened: it asks for a password, or it is no whole PDF. */
export const whyNotOpened = (error: unknown): 'locked' | 'failed' => (error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'failed')

/**
 * Opens a PDF. pdf.js and its worker are fetched from the program's own files the first time. Nothing active in it is run: there is no
 * scripting, no XFA, no links or fields to click, and what is attached to it is not looked at.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  ready ??= start()
  const { pdfjs, worker } = await ready.catch((error: unknown) => {
    ready = null
    throw error
  })
  // pdf.js takes over the buffer it is given; the bytes here are still to be printed.
  const task = pdfjs.getDocument({ data: bytes.slice(), worker, useWasm: false, wasmUrl: './', useWorkerFetch: false, maxImageSize: MOST_POINTS, canvasMaxAreaInBytes: 4 * MOST_POINTS, disableAutoFetch: true, enableXfa: false, verbosity: 0 })
  const document = await task.promise
  return { pdfjs, document, close: () => task.destroy() }
}
