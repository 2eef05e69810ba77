import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { lastLines, run } from './child.mjs'
import { readJson, sha512, writeWhole } from './files.mjs'
import { scratchFolder } from './places.mjs'
import { SetupError, step } from './say.mjs'

// The module is written for Node-API 10. On 9 the same functions exist but are counted as experimental, hence these names;
// the fourth keeps the signature of finalizers as in 10.
const compilerFlags = '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'

/** The lowest Node-API version for which the package's own prebuilt modules can be loaded; below it they end the process. */
export const prebuiltNapi = 10

/** @param {string} base */
const bindingFile = (base) => join(base, '.runtime', 'sqlite', 'better_sqlite3.node')
/** @param {string} base */
const stampFile = (base) => join(base, '.runtime', 'sqlite', 'built.json')
/** @param {string} base */
const recipe = (base) =>
  sha512([readJson(join(base, 'node_modules', 'better-sqlite3', 'package.json'))?.version, compilerFlags, process.platform, process.arch].join(' '))

/**
 * Whether some runtime that will load the database module is too old for the package's own prebuilt one.
 * @param {readonly number[]} napiVersions of the runtimes that will load it
 */
export const mustBeCompiled = (napiVersions) => napiVersions.some((napi) => napi < prebuiltNapi)

/**
 * Whether the compiled module lies in place, whole and made of the package that is installed.
 * @param {string} base the clone's top folder
 */
export function sqliteIsBuilt(base) {
  const stamp = readJson(stampFile(base))
  return stamp?.recipe === recipe(base) && existsSync(bindingFile(base)) && statSync(bindingFile(base)).size === stamp.size
}

/**
 * Compiles the encrypting SQLite module once and keeps only the finished file, outside node_modules.
 * @param {string} base the clone's top folder
 */
export async function buildSqlite(base) {
  if (process.platform === 'win32') {
    throw new SetupError(`Databasmodulen för den här Node-versionen (${process.version}) kan inte byggas på Windows. Installera Node 22.14 eller senare och försök igen.`)
  }
  await step('Bygger databasmodulen, en gång (ungefär en minut)', async () => {
    const scratch = makeScratch(base)
    try {
      const built = await compile(base, scratch)
      await mustLoad(base, built)
      const content = readFileSync(built)
      writeWhole(bindingFile(base), content)
      writeWhole(stampFile(base), JSON.stringify({ recipe: recipe(base), size: content.length }))
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  })
}

/**
 * make cannot handle a path with a space in it, which a clone's may well have.
 * @param {string} base
 */
function makeScratch(base) {
  const usual = scratchFolder(base)
  const place = /\s/.test(usual) ? tmpdir() : usual
  mkdirSync(place, { recursive: true })
  return mkdtempSync(join(place, 'sqlite-'))
}

/**
 * @param {string} base
 * @param {string} scratch
 */
async function compile(base, scratch) {
  const source = join(scratch, 'better-sqlite3')
  const modules = join(base, 'node_modules')
  // Without prebuilds, which the package's build description would otherwise be content with.
  cpSync(join(modules, 'better-sqlite3'), source, { recursive: true, filter: (path) => !path.endsWith('prebuilds') })
  cpSync(join(modules, 'node-addon-api'), join(scratch, 'node_modules', 'node-addon-api'), { recursive: true })
  const prefix = dirname(dirname(process.execPath))
  const ownHeaders = existsSync(join(prefix, 'include', 'node', 'node_api.h'))
  const nodeGyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js')
  const args = ['rebuild', '--release', '--force_build=1', `--jobs=${availableParallelism()}`, ...(ownHeaders ? [`--nodedir=${prefix}`] : [])]
  const env = {
    ...process.env,
    CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${compilerFlags}`.trim(),
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  }
  const { code, output } = await run(process.execPath, [nodeGyp, ...args], { cwd: source, env })
  const built = join(source, 'build', 'Release', 'better_sqlite3.node')
  if (code === 0 && existsSync(built)) return built
  const headers = ownHeaders ? '' : `\nNodes egna C-filer (include/node) finns inte i ${prefix} och hämtas då från nodejs.org; ange annars var de finns med npm_config_nodedir.`
  throw new SetupError(`Databasmodulen kunde inte byggas. Det som behövs är python3, make, en C++-kompilator och Nodes C-filer.${headers}\n\n${lastLines(output, 25)}`)
}

/**
 * @param {string} base
 * @param {string} file
 */
async function mustLoad(base, file) {
  const trial = `const Database = require(process.argv[1]);
    const db = new Database(':memory:', { nativeBinding: process.argv[2] });
    process.exit(db.prepare('SELECT 1 AS n').get().n === 1 ? 0 : 1)`
  const { code, output } = await run(process.execPath, ['-e', trial, join(base, 'node_modules', 'better-sqlite3'), file])
  if (code !== 0) throw new SetupError(`Databasmodulen byggdes men går inte att ladda i Node ${process.version}.\n\n${lastLines(output)}`)
}
