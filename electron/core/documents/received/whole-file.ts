import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { DOCUMENT_LIMITS, type DocumentRefusal } from '../../../../shared/contract/documents.ts'

// What the system has no such word for is left out; symbolic links are then told apart by looking first.
const CAREFUL = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A file's bytes, all of them as they were when it was opened; or why not. */
export async function readWhole(path: string, followLinks = true): Promise<Buffer | DocumentRefusal> {
  const handle = await open(path, followLinks ? CAREFUL : CAREFUL | (constants.O_NOFOLLOW ?? 0)).catch((error: unknown) => (error instanceof Error && 'code' in error && error.code === 'ELOOP' ? 'link' : 'unreadable'))
  if (typeof handle === 'string') return handle === 'link' ? 'link' : 'unreadable'
  try {
    const before = await handle.stat()
    if (!before.isFile()) return 'special'
    if (before.size === 0) return 'empty'
    if (before.size > DOCUMENT_LIMITS.fileBytes) return 'too-large'
    // One byte more than there should be shows a file that grows.
    const bytes = Buffer.alloc(before.size + 1)
    let filled = 0
    for (;;) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled)
      filled += bytesRead
      if (bytesRead === 0 || filled === bytes.length) break
    }
    const after = await handle.stat()
    if (filled !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) return 'changed'
    return bytes.subarray(0, filled)
  } catch {
    return 'unreadable'
  } finally {
    await handle.close()
  }
}
