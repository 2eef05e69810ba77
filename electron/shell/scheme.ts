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
export function pageSession(folder: string, dress: () => Dress): Session {
  const pages = session.fromPartition('sprangbrada')
  // The newer `protocol.handle` speaks in Request and Response, and loading those takes Node longer than all of the program's own start.
  pages.protocol.registerBufferProtocol(SCHEME, ({ method, url }, reply) => {
    void answer(method, url, folder, dress).then(({ status, headers, type, body }) => reply({ statusCode: status, headers, ...(type === null ? {} : { mimeType: type }), data: body }))
  })
  return pages
}

export type Answer = { status: number; headers: Record<string, string>; type: string | null; body: Buffer }

/** How the page is from its first picture on: its language, whether it is dark, and what it shows before its program has come. */
export type Dress = { language: Language; dark: boolean; first: string }

/** The answer to one request; a refusal has the status and no words. */
export async function answer(method: string, url: string, folder: string, dress: () => Dress): Promise<Answer> {
  const asked = askedFile(method, url, folder)
  if (asked.status !== 200) return refusal(asked.status)
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(asked.file)])
    if (!isInside(root, file)) return refusal(404)
    return { status: 200, headers: { ...ANSWER_HEADERS, 'Content-Type': asked.type }, type: asked.type, body: asked.type.startsWith('text/html') ? dressed(await readFile(file, 'utf8'), dress()) : await readFile(file) }
  } catch {
    return refusal(404)
  }
}

const dressed = (page: string, { language, dark, first }: Dress) => Buffer.from(page.replace('<html lang="sv" class="light"', `<html lang="${language}" class="${dark ? 'dark' : 'light'}"`).replace('<!--first-->', () => first))

function refusal(status: number): Answer {
  return { status, headers: { ...ANSWER_HEADERS }, type: null, body: Buffer.alloc(0) }
}
