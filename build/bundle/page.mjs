/**
 * The window's page with its script and style sheet as they are called in the bundle.
 * Throws when the page holds an inline script, an event attribute or an address on a server: the content policy would stop them silently.
 * @param {string} html renderer/app/index.html; its script is <script type="module" src="./main.tsx">
 * @param {boolean} hasStyles whether the bundle has a style sheet
 */
export function finishPage(html, hasStyles) {
  if (!html.includes('src="./main.tsx"')) throw new Error('renderer/app/index.html saknar <script type="module" src="./main.tsx"></script>')
  if (/<script(?![^>]*\ssrc=)[^>]*>/i.test(html)) throw new Error('renderer/app/index.html har ett skript i själva sidan; lägg det i en fil')
  if (/<[^>]+\son[a-z]+\s*=/i.test(html)) throw new Error('renderer/app/index.html har ett händelseattribut (on…=); lägg det i en fil')
  if (/\s(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i.test(html)) throw new Error('renderer/app/index.html hänvisar till en server')
  const withScript = html.replace('src="./main.tsx"', 'src="./main.js"')
  return hasStyles ? withScript.replace('</head>', '  <link rel="stylesheet" href="./main.css" />\n  </head>') : withScript
}
