import { randomBytes } from 'node:crypto'

/** What a token stands for: a file to read, or a file to write in one of the ways the program writes files for people. */
export type TokenPurpose = 'file' | 'lights' | 'form' | 'backup' | 'programme' | 'what-if' | 'problems' | 'receipt' | 'log' | 'letters'

export type Tokens = {
  /** A token for a path that the person has pointed out in this window. */
  issue(window: number, purpose: TokenPurpose, path: string): string
  /** The path behind a token, if it was issued to this window for this purpose. A token to write with is used up by this. */
  redeem(window: number, purpose: TokenPurpose, token: string): string | null
  /** Ends the window's tokens: it has closed, or the store has been locked. */
  forget(window: number): void
  forgetAll(): void
}

// A window that asks for more than this has gone wrong; the oldest go first.
const mostPerWindow = 1_000

/** Keeps the paths behind tokens. A page never has a path in its hands, so it can name no file that nobody has chosen. */
export function createTokens(): Tokens {
  const windows = new Map<number, Map<string, { purpose: TokenPurpose; path: string }>>()

  return {
    issue(window, purpose, path) {
      const held = windows.get(window) ?? new Map<string, { purpose: TokenPurpose; path: string }>()
      windows.set(window, held)
      const oldest = held.size >= mostPerWindow ? held.keys().next().value : undefined
      if (oldest !== undefined) held.delete(oldest)
      const token = randomBytes(16).toString('hex')
      held.set(token, { purpose, path })
      return token
    },
    redeem(window, purpose, token) {
      const held = windows.get(window)
      const found = held?.get(token)
      if (held === undefined || found === undefined || found.purpose !== purpose) return null
      if (purpose !== 'file') held.delete(token)
      return found.path
    },
    forget: window => void windows.delete(window),
    forgetAll: () => windows.clear(),
  }
}
