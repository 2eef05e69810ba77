import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** A file system error as a fault: the disk is full, or this file cannot be written. */
export function fileFault(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (error instanceof Fault || code === '') return error
  return code === 'ENOSPC' || code === 'EDQUOT' ? new Fault('disk-full') : new Fault('write-failed', { file: basename(path) })
}

/** Writes a whole file or nothing: a reader sees the old content or the new, never half. Throws Fault disk-full or write-failed. */
export function writeFileAtomic(path: string, content: string | Uint8Array | Iterable<string>): void {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const fd = openSync(temporary, 'wx', 0o600)
    try {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
      for (const piece of pieces) writeAll(fd, typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, path)
  } catch (error) {
    try {
      rmSync(temporary, { force: true })
    } catch {
      // Where not even that is possible nothing was written, and the first fault says why.
    }
    throw fileFault(error, path)
  }
}

/** The same for content that comes bit by bit: `write` adds to the file, which is there when `work` has ended without a fault. */
export async function writeFileWhole(path: string, work: (write: (text: string) => void) => Promise<void>): Promise<void> {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const fd = openSync(temporary, 'wx', 0o600)
    try {
      await work(text => writeAll(fd, Buffer.from(text, 'utf8')))
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw fileFault(error, path)
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}

/** Makes a folder and those above it. Throws Fault disk-full or write-failed. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw fileFault(error, path)
  }
}
