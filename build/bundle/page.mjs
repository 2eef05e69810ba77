/** @type {readonly (readonly [RegExp, string])[]} */
const forbidden = [
  [/<script(?![^>]*\ssrc=)[^>]*>/i, 'har ett skript i själva sidan; lägg det i en fil'],
  [/<[a-z][^>]*\son[a-z]+\s*=/i, 'har ett händelseattribut (on…=); lägg det i en fil'],
  [/\s(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i, 'hänvisar till en server'],
]

/**
 * What is wrong with the window's page, or undefined: it must name its script, and hold nothing that the content
 * policy would silently stop.
 * @param {string} html renderer/app/index.html
 */
export function checkPage(html) {
  const found = forbidden.find(([pattern]) => pattern.test(html))
  if (found !== undefined) return `renderer/app/index.html ${found[1]}.`
  if (!html.includes(source)) return `renderer/app/index.html saknar <script type="module" ${source}></script>.`
  return undefined
}

const source = 'src="./boot.ts"'

/**
 * The page with its script and style sheet under the names that they have in the bundle.
 * @param {string} html
 */
export const finishPage = (html) => html.replace(source, 'src="./boot.js"').replace('</head>', '  <link rel="stylesheet" href="./main.css">\n  </head>')
