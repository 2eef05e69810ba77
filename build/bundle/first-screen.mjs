import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { root } from '../setup/places.mjs'
import { componentShaking } from './shaking.mjs'

/** The lock of a work store, by language and by whether there is a sample store beside it. @typedef {Record<'sv' | 'en', { alone: string, sample: string }>} FirstScreen */

/**
 * The first screen as markup, drawn by the very components that take it over: it is painted while their code is still on its way.
 * Throws the bundler's error, or one that says what the content policy would stop.
 * @returns {Promise<FirstScreen>}
 */
export async function drawFirstScreen() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['renderer/app/firstScreen.tsx'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
    plugins: [componentShaking, givenLanguage],
    logLevel: 'silent',
  })
  const run = new Script(`(function (module, exports, require, givenLanguage) {${outputFiles[0]?.text ?? ''}\n})`).runInThisContext()
  const draw = (/** @type {string} */ language, /** @type {boolean} */ sample) => {
    const module = { exports: /** @type {{ firstScreen?: (sample: boolean) => string }} */ ({}) }
    run(module, module.exports, createRequire(join(root, 'package.json')), language)
    const markup = module.exports.firstScreen?.(sample) ?? ''
    const stopped = /\s(?:style|on[a-z]+)=|<(?:script|style)\b/i.exec(markup)
    if (stopped || !markup.includes('type="password"')) throw new Error(`Den första bilden kan inte visas så: ${stopped?.[0].trim() ?? 'inget fält för lösenfrasen'}`)
    return markup
  }
  const both = (/** @type {string} */ language) => ({ alone: draw(language, false), sample: draw(language, true) })
  return { sv: both('sv'), en: both('en') }
}

/** There is no page to ask for its language. @type {import('esbuild').Plugin} */
const givenLanguage = {
  name: 'given-language',
  setup(build) {
    build.onLoad({ filter: /[\\/]renderer[\\/]text[\\/]language\.ts$/ }, () => ({ contents: 'export const language = givenLanguage; export const inLanguage = both => both[language]', loader: 'js' }))
  },
}
