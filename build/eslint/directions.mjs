import { isBuiltin } from 'node:module'
import { dirname, extname, posix } from 'node:path'

const rooms = ['intake', 'screening', 'placement', 'decision', 'documents', 'report', 'rulebook', 'proof', 'persons', 'people', 'log', 'search', 'upkeep']
// What all rooms stand on: the store, the rules, the programmes, and the case with its facts.
const floor = ['shared', 'electron/core/store', 'electron/core/rules', 'electron/core/programmes', 'electron/core/cases', 'electron/core/context.ts']
const window = ['shared', 'renderer/text', 'renderer/components']

/**
 * Who may import whom: a place, the places it may reach besides itself, and the kinds of packages it may use. The first
 * place whose folder holds the file counts. A place that ends in "/*" means the files directly in that folder, one with an
 * ending that file alone.
 * @type {readonly { place: string, reaches: readonly string[], packages: 'only zod' | 'browser' | 'node' | 'electron' }[]}
 */
const map = [
  { place: 'shared', reaches: [], packages: 'only zod' },
  { place: 'electron/core/store', reaches: ['shared'], packages: 'node' },
  { place: 'electron/core/rules', reaches: ['shared'], packages: 'node' },
  { place: 'electron/core/programmes', reaches: ['shared', 'electron/core/rules'], packages: 'node' },
  { place: 'electron/core/cases', reaches: floor, packages: 'node' },
  // The demonstration is made of the same made-up applicants as the tests.
  { place: 'electron/core/upkeep', reaches: [...floor, 'build/sample'], packages: 'node' },
  ...rooms.map((room) => ({ place: `electron/core/${room}`, reaches: floor, packages: /** @type {const} */ ('node') })),
  { place: 'electron/core/*', reaches: [...floor, ...rooms.map((room) => `electron/core/${room}`)], packages: 'node' },
  { place: 'electron/cli', reaches: ['shared', 'electron/core/*'], packages: 'node' },
  { place: 'electron/shell', reaches: ['shared', 'electron/core/*'], packages: 'electron' },
  { place: 'electron/*', reaches: ['shared', 'electron/core/*', 'electron/shell'], packages: 'electron' },
  { place: 'renderer/text', reaches: ['shared'], packages: 'browser' },
  { place: 'renderer/components', reaches: ['shared', 'renderer/text'], packages: 'browser' },
  { place: 'renderer/app', reaches: ['renderer'], packages: 'browser' },
  ...rooms.map((room) => ({ place: `renderer/${room}`, reaches: window, packages: /** @type {const} */ ('browser') })),
]

/**
 * @param {string} path in the clone, with forward slashes
 * @param {string} place
 */
function liesIn(path, place) {
  if (place.endsWith('/*')) return posix.dirname(path) === place.slice(0, -2)
  return path === place || path.startsWith(`${place}/`)
}

/** @param {string} path */
function rowFor(path) {
  const known = map.find((row) => liesIn(path, row.place))
  if (known !== undefined) return known
  // Other folders of the window (start, settings …) are rooms as well.
  const [top, folder] = path.split('/')
  return top === 'renderer' && folder !== undefined ? { place: `renderer/${folder}`, reaches: window, packages: /** @type {const} */ ('browser') } : undefined
}

/**
 * Why a file may not import this, or undefined when it may.
 * @param {string} file path of the importing file in the clone, with forward slashes
 * @param {string} source what it imports, as written
 */
export function importComplaint(file, source) {
  const row = rowFor(file)
  if (row === undefined) return undefined
  if (!source.startsWith('.')) return packageComplaint(row, source)
  const target = posix.join(dirname(file).replaceAll('\\', '/'), source)
  if (extname(source) === '') return `Write the file's ending: ${source}`
  if ([row.place, ...row.reaches, ...(row.reaches.includes('renderer') ? ['shared'] : [])].some((place) => liesIn(target, place))) return undefined
  return `${row.place} may not import ${target}: it may only reach ${[row.place, ...row.reaches].join(', ')}`
}

/**
 * @param {{ place: string, packages: 'only zod' | 'browser' | 'node' | 'electron' }} row
 * @param {string} source
 */
function packageComplaint({ place, packages }, source) {
  if (/^[a-z]+:\/\/|^\//.test(source)) return `Import by a relative path or a package name, not ${source}`
  if (packages === 'only zod') return source === 'zod' || source.startsWith('zod/') ? undefined : `${place} may only use the package zod, not ${source}`
  if ((source === 'electron' || source.startsWith('electron/')) && packages !== 'electron') return `${place} may not import electron; only electron/main.ts, preload.ts and shell do`
  if (packages === 'browser' && isBuiltin(source)) return `${place} runs in the window and may not use Node's ${source}`
  return undefined
}

/** @type {import('eslint').Rule.RuleModule} */
export const directions = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{why}}' } },
  create(context) {
    const file = posix.relative(context.cwd.replaceAll('\\', '/'), context.filename.replaceAll('\\', '/'))
    const check = (/** @type {any} */ literal) => {
      if (typeof literal?.value !== 'string') return
      const why = importComplaint(file, literal.value)
      if (why !== undefined) context.report({ node: literal, messageId: 'refused', data: { why } })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (/** @type {any} */ node) => check(node.source ?? node.argument?.literal),
      'CallExpression[callee.name="require"]': (/** @type {any} */ node) => check(node.arguments[0]),
    }
  },
}
