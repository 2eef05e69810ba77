/** @type {readonly (readonly [RegExp, string])[]} */
const forbidden = [
  [/<script(?![^>]*\ssrc=)[^>]*>/i, 'har ett skript i själva sidan; lägg det i en fil'],
  [/<[a-z][^>]*\son[a-z]+\s*=/i, 'har ett händelseattribut (on…=); lägg det i en fil'],
  [/\s(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i, 'hänvisar till en server'],
]

/**
 * What is wrong with the window's page, or undefined: it must name the bundle's script, and hold nothing that the content
 * policy would silently stop.
 * @param {string} html renderer/app/index.html
 */
export function checkPage(html) {
  const found = forbidden.find(([pattern]) => pattern.test(html))
  if (found !== undefined) return `renderer/app/index.html ${found[1]}.`
  if (!html.includes('src="./main.js"')) return 'renderer/app/index.html saknar <script type="module" src="./main.js"></script>.'
  return undefined
}
