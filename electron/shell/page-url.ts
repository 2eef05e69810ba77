import { isAbsolute, join, relative, sep } from 'node:path'

export const SCHEME = 'sprangbrada'
export const HOST = 'app'
/** The scheme of files on their way to a printer. */
export const PRINT_SCHEME = 'sprangbrada-utskrift'
/** The one address that a window ever shows. */
export const START_URL = `${SCHEME}://${HOST}/index.html`

/** Whether an address belongs to the program's own page. Own schemes have no origin in Node, so scheme and host are compared. */
export function isOwnUrl(url: string): boolean {
  try {
    const parsed = new URL(url)
    return parsed.protocol === `${SCHEME}:` && parsed.host === HOST && parsed.username === '' && parsed.password === ''
  } catch {
    return false
  }
}

/** Whether an address belongs to a file on its way to a printer, or to Chromium's own viewer that shows it. */
export function isPrintUrl(url: string): boolean {
  return [`${PRINT_SCHEME}://fil/`, 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/'].some(start => url.startsWith(start))
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', mjs: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml', png: 'image/png', ico: 'image/x-icon', woff2: 'font/woff2', ttf: 'font/ttf',
}

export type Asked = { status: 200; file: string; type: string } | { status: 400 | 404 | 405 }

/**
 * What a request to the own scheme asks for: a file inside the folder with a known type, or the refusal's status.
 * Names are made of plain characters only, so no encoding, device name or drive can lead out. Links are for the caller to check.
 * @param folder the served folder, absolute
 */
export function askedFile(method: string, url: string, folder: string): Asked {
  if (method !== 'GET') return { status: 405 }
  if (!isOwnUrl(url)) return { status: 404 }
  // The text as it came, not as it was parsed: a parser has already followed `..` and `%2e`.
  const path = url.slice(`${SCHEME}://${HOST}`.length).split(/[?#]/, 1)[0] ?? ''
  if (!/^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path) || path.includes('..')) return { status: path === '' || path === '/' ? 404 : 400 }
  const type = types[path.slice(path.lastIndexOf('.') + 1)]
  const file = join(folder, ...path.slice(1).split('/'))
  const inside = relative(folder, file)
  if (inside === '' || isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return { status: 400 }
  return type === undefined ? { status: 404 } : { status: 200, file, type }
}

/** Whether a file, links resolved, lies inside the folder, links resolved. */
export function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return path !== '' && !isAbsolute(path) && path !== '..' && !path.startsWith(`..${sep}`)
}
