import { readFile } from 'node:fs/promises'

/**
 * The style sheet without every @font-face that fetches its font from a server: Aksel's refers to NAV's, and this program
 * makes no request to any.
 * @param {string} css
 */
export const withoutRemoteFonts = (css) => css.replace(/@font-face\s*\{[^}]*\}/g, (block) => (remoteAddress.test(block) ? '' : block))

const remoteAddress = /url\(\s*["']?(?:https?:)?\/\//i
const remoteImport = /@import\s*(?:url\(\s*)?["']?(?:https?:)?\/\//i
const remoteImageSet = /image-set\(\s*["'](?:https?:)?\/\//i

/**
 * The first place in a finished style sheet that would make a request to a server, or undefined.
 * @param {string} css
 */
export function remoteReference(css) {
  const found = [remoteImport, remoteImageSet, remoteAddress].map((pattern) => pattern.exec(css)).find((match) => match !== null)
  return found === undefined ? undefined : css.slice(found.index, found.index + 120)
}

/** @type {import('esbuild').Plugin} */
export const localStyles = {
  name: 'local-styles',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: withoutRemoteFonts(await readFile(path, 'utf8')), loader: 'css' }))
  },
}
