import { readFile, realpath } from 'node:fs/promises'
import { protocol, session, type Session } from 'electron'
import type { Language } from '../../shared/domain.ts'
import { ANSWER_HEADERS } from './csp.ts'
import { PRINT_SCHEME, SCHEME, askedFile, isInside } from './page-url.ts'

/** Registers the own schemes' rights; must come before the app is ready. No fetch, no service workers, no bypass of the content policy. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: false }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { ...privileges, codeCache: true } }, { scheme: PRINT_SCHEME, privileges }])
}

/** The session of the program's windows. It lies in memory: nothing that a page holds ever comes to disk by way of the browser. */
export function pageSession(folder: string, language: () => Language): Session {
  const pages = session.fromPartition('sprangbrada')
  // The newer `protocol.handle` speaks in Request and Response, and loading those takes Node longer than all of the program's own start.
  pages.protocol.registerBufferProtocol(SCHEME, ({ method, url }, reply) => {
    void answer(method, url, folder, language()).then(({ status, headers, type, body }) => reply({ statusCode: status, headers, ...(type === null ? {} : { mimeType: type }), data: body }))
  })
  return pages
}

export type Answer = { status: number; headers: Record<string, string>; type: string | null; body: Buffer }

/** The answer to one request; a refusal has the status and no words. The page itself says which language it is in. */
export async function answer(method: string, url: string, folder: string, language: Language = 'sv'): Promise<Answer> {
  const asked = askedFile(method, url, folder)
  if (asked.status !== 200) return refusal(asked.status)
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(asked.file)])
    if (!isInside(root, file)) return refusal(404)
    return { status: 200, headers: { ...ANSWER_HEADERS, 'Content-Type': asked.type }, type: asked.type, body: asked.type.startsWith('text/html') ? inLanguage(await readFile(file, 'utf8'), language) : await readFile(file) }
  } catch {
    return refusal(404)
  }
}

const inLanguage = (page: string, language: Language) => Buffer.from(page.replace('<html lang="sv"', `<html lang="${language}"`))

function refusal(status: number): Answer {
  return { status, headers: { ...ANSWER_HEADERS }, type: null, body: Buffer.alloc(0) }
}
