import { basename } from 'node:path'
import type { Context } from '../context.ts'
import { writeFileAtomic } from '../store/files.ts'

/** Saves the receipt of a taking in as text that opens rightly everywhere: UTF-8 with its mark, CRLF. It holds counts, no persons. */
export function saveReceipt(_: Context, { path, text }: { path: string; text: string }): { name: string } {
  writeFileAtomic(path, `\ufeff${text.replace(/\r?\n/g, '\r\n')}`)
  return { name: basename(path) }
}
