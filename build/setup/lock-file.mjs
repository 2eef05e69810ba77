/**
 * One package as package-lock.json describes it.
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string>, [key: string]: unknown }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage>, [key: string]: unknown }} LockFile
 */

const platform = /-(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64)(?:-(.+))?$/

/**
 * The lock file with an entry for every package that is meant for another system. npm leaves them out when the registry it
 * asked does not have them, and the lock file can then not be installed from (npm 11: "Missing … from lock file") nor be used
 * on those systems. Such packages are pinned exactly by the one that wants them, so their version is known.
 * @param {LockFile} lock
 * @returns {{ lock: LockFile, added: string[] }} added: names and versions
 */
export function completeLock(lock) {
  const packages = { ...lock.packages }
  /** @type {string[]} */
  const added = []
  for (const [path, wanting] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(wanting.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name)) continue
      const system = platform.exec(name)
      if (system === null || !/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} ${version}, wanted by ${path}, is not in the lock file and is no package for one system only`)
      packages[`node_modules/${name}`] = entryFor(version, system, wanting.dev === true)
      added.push(`${name}@${version}`)
    }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  return { lock: { ...lock, packages: sorted }, added }
}

/**
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path of the package that wants it
 * @param {string} name
 */
function isLocked(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/'))).replace(/\/$/, '')) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (folder === '') return false
  }
}

/**
 * @param {string} version
 * @param {RegExpExecArray} system
 * @param {boolean} dev
 * @returns {LockedPackage}
 */
function entryFor(version, [, os = '', cpu = '', abi = ''], dev) {
  const libc = os !== 'linux' ? [] : abi.startsWith('musl') ? ['musl'] : abi.startsWith('gnu') ? ['glibc'] : []
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(libc.length > 0 ? { libc } : {}), optional: true, os: [os] }
}
