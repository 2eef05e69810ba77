import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { usedLanguages } from './countries.mjs'
import { componentShaking } from './shaking.mjs'
import { localStyles } from './styles.mjs'
import { viewerBeside } from './viewer.mjs'

/** The programs that run on Node, in Electron's main process, in worker threads or in a terminal: file in out/ ← source. */
export const programs = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  core: 'electron/core/worker.ts',
  reader: 'electron/core/intake/reader/worker.ts',
  screener: 'electron/core/cases/fresh/worker.ts',
  cli: 'electron/cli/main.ts',
}

const page = { main: 'renderer/app/main.tsx', boot: 'renderer/app/boot.ts' }

/** Text that sources import as a string. @type {Record<string, import('esbuild').Loader>} */
export const textLoaders = { '.yaml': 'text', '.typ': 'text' }

/** Modules with native code or WebAssembly, which must stay whole files in node_modules, and Electron itself. */
const left = ['electron', 'better-sqlite3', '@node-rs/argon2', '@myriaddreamin/*']

/**
 * Everything runs on Node 20 and Chromium 130 (Electron 33) as well as on what is newer.
 * @param {Record<string, string>} entries
 * @returns {import('esbuild').BuildOptions}
 */
export const nodeOptions = (entries) => ({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: join(root, 'out'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: left,
  loader: textLoaders,
  plugins: [usedLanguages],
  // A CommonJS bundle has no import.meta; sources are ESM and use it to find files beside them.
  define: { 'import.meta.url': '__bundleUrl', 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  banner: { js: `'use strict';const __bundleUrl=require('node:url').pathToFileURL(__filename).href;` },
  logLevel: 'silent',
})

/**
 * A preload script in the sandbox may only require electron, so it gets no banner with node:url.
 * @param {boolean} dev
 * @returns {import('esbuild').BuildOptions[]}
 */
export function plan(dev) {
  const { preload, ...others } = programs
  return [nodeOptions(others), { ...nodeOptions({ preload }), banner: {}, define: {} }, pageOptions(dev)].map((options) => ({
    ...options,
    // Names stay: an error's kind is logged by its name. What is left out is a third of what every start reads.
    minifyWhitespace: !dev,
    minifySyntax: !dev,
    sourcemap: dev ? 'linked' : false,
  }))
}

/**
 * The window's program is one file: rooms that are not shown yet are not run either, but nobody waits for fifty small files. Only the
 * PDF viewer, as large as all the rest, lies beside it.
 * @param {boolean} dev
 * @returns {import('esbuild').BuildOptions}
 */
const pageOptions = (dev) => ({
  absWorkingDir: root,
  entryPoints: page,
  outdir: join(root, 'out', 'renderer'),
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'browser',
  target: 'chrome130',
  jsx: 'automatic',
  minify: !dev,
  entryNames: '[name]',
  assetNames: 'assets/[name]-[hash]',
  loader: { ...textLoaders, '.woff2': 'file', '.svg': 'file' },
  define: { 'process.env.NODE_ENV': JSON.stringify(dev ? 'development' : 'production') },
  plugins: [localStyles, componentShaking, viewerBeside],
  legalComments: 'none',
  logLevel: 'silent',
})
