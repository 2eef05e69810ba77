import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { copyFile, rename } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { copiedFiles } from './bundle/copies.mjs'
import { drawFirstScreen } from './bundle/first-screen.mjs'
import { checkPage, finishPage } from './bundle/page.mjs'
import { nodeOptions, plan } from './bundle/plan.mjs'
import { fingerprint } from './bundle/sources.mjs'
import { remoteReference } from './bundle/styles.mjs'
import { readJson, writeWhole } from './setup/files.mjs'
import { withLock } from './setup/lock.mjs'
import { outFolder, root, runtimeFolder } from './setup/places.mjs'
import { SetupError, say } from './setup/say.mjs'

const stampFile = join(outFolder, '.bundle.json')
/** The lock as it is painted before the window's program has come. */
export const firstScreenFile = join(outFolder, 'first-screen.json')

/**
 * Bundles the program into out/. Throws a SetupError with the compiler's words when a source is wrong; out/ is then left as it was.
 * @param {{ dev?: boolean }} [options] dev: source maps, readable window code
 */
export async function bundle({ dev = false } = {}) {
  const began = Date.now()
  await withLock(join(runtimeFolder, 'bundle.lock'), 'Bygget', () => bundleNow(dev))
  say(`Programmet är byggt (${Date.now() - began} ms).`)
}

/**
 * Bundles only if a source has changed since last time.
 * @param {{ dev?: boolean }} [options]
 */
export async function ensureBundle(options = {}) {
  const stamp = readJson(stampFile)
  if (stamp?.fingerprint === fingerprint(root) && stamp?.dev === (options.dev ?? false)) return
  await bundle(options)
}

/** Bundles the measurements into out/bench.cjs; a mistake in them is no mistake in the program. */
export async function bundleBench() {
  const { build } = await import('esbuild')
  await build({ ...nodeOptions({ bench: 'test/bench/main.ts' }), write: true }).catch(explain)
}

/** Bundles the broken inputs for every reader into out/fuzz.cjs. */
export async function bundleFuzz() {
  const { build } = await import('esbuild')
  await build({ ...nodeOptions({ fuzz: 'test/fuzz/main.ts' }), write: true }).catch(explain)
}

/** Bundles the mistakes made on purpose into out/rules-mutate.cjs. */
export async function bundleMutations() {
  const { build } = await import('esbuild')
  await build({ ...nodeOptions({ 'rules-mutate': 'test/bench/rules/mutations.ts' }), write: true }).catch(explain)
}

/** @param {boolean} dev */
async function bundleNow(dev) {
  const { build } = await import('esbuild')
  const before = fingerprint(root)
  const [screen, ...results] = await Promise.all([drawFirstScreen().catch(explain), ...plan(dev).map((options) => build(options).catch(explain))])
  await writeOutputs(results.flatMap((result) => result.outputFiles ?? []))
  writeWhole(firstScreenFile, JSON.stringify(screen))
  writeWhole(stampFile, JSON.stringify({ fingerprint: before, dev }))
}

/**
 * Puts the finished files in place one by one, each whole, and removes what an earlier bundle left.
 * @param {readonly import('esbuild').OutputFile[]} outputs
 */
export async function writeOutputs(outputs) {
  for (const output of outputs) {
    const remote = output.path.endsWith('.css') ? remoteReference(output.text) : undefined
    if (remote !== undefined) throw new SetupError(`Formatmallen hänvisar till en server, vilket programmet aldrig får göra: ${remote}`)
  }
  const html = readFileSync(join(root, 'renderer', 'app', 'index.html'), 'utf8')
  const complaint = checkPage(html)
  if (complaint !== undefined) throw new SetupError(complaint)
  const page = join(outFolder, 'renderer', 'index.html')
  const kept = new Set([stampFile, page])
  writeWhole(page, finishPage(html))
  for (const output of outputs) {
    kept.add(output.path)
    if (!existsSync(output.path) || !readFileSync(output.path).equals(output.contents)) writeWhole(output.path, output.contents)
  }
  for (const [name, from] of Object.entries(copiedFiles())) kept.add(await copyWhole(from, join(outFolder, name)))
  removeOthers(kept)
}

/**
 * @param {string} from
 * @param {string} to
 */
async function copyWhole(from, to) {
  if (existsSync(to) && statSync(to).size === statSync(from).size) return to
  mkdirSync(dirname(to), { recursive: true })
  const part = `${to}.${process.pid}.part`
  await copyFile(from, part)
  await rename(part, to)
  return to
}

/** @param {ReadonlySet<string>} kept */
function removeOthers(kept) {
  const ours = /^[^/]+\.(?:cjs|cjs\.map|mjs|wasm)$|^(?:renderer|fonts)\//
  for (const entry of readdirSync(outFolder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(outFolder, path).split(sep).join('/')
    if (entry.isFile() && ours.test(name) && !kept.has(path)) rmSync(path, { force: true })
  }
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function explain(error) {
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) {
    const lines = error.errors.map(({ text, location }) => (location ? `  ${location.file}:${location.line}:${location.column} ${text}` : `  ${text}`))
    throw new SetupError(`Programmet kunde inte byggas:\n${lines.join('\n')}`)
  }
  throw error
}
