import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs a command-line PDF tool over a document and gives what it prints. `FILE` in the arguments is the document. */
export function pdfTool(pdf: Uint8Array, tool: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'form-'))
  try {
    const file = join(folder, 'form.pdf')
    writeFileSync(file, pdf)
    return execFileSync(tool, args.map(arg => (arg === 'FILE' ? file : arg)), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const layoutOf = (pdf: Uint8Array): string => pdfTool(pdf, 'pdftotext', '-layout', 'FILE', '-')
/** All text with every run of space, and every break that a line end made, as one space. */
export const textOf = (pdf: Uint8Array): string => layoutOf(pdf).replace(/[\s\u00A0\u200B\u2060]+/g, ' ')
export const infoOf = (pdf: Uint8Array): string => pdfTool(pdf, 'pdfinfo', 'FILE')
export const structureOf = (pdf: Uint8Array): string => pdfTool(pdf, 'pdfinfo', '-struct', 'FILE')
/** The uncompressed objects, for looking at metadata. */
export const objectsOf = (pdf: Uint8Array): string => pdfTool(pdf, 'qpdf', '--qdf', '--object-streams=disable', 'FILE', '-')

export function withCompiler<T>(name: 'native' | 'wasm', run: () => Promise<T>): Promise<T> {
  const before = process.env['SPRANGBRADA_TYPST']
  process.env['SPRANGBRADA_TYPST'] = name
  return run().finally(() => {
    if (before === undefined) delete process.env['SPRANGBRADA_TYPST']
    else process.env['SPRANGBRADA_TYPST'] = before
  })
}
