/** Why a store may not lie in a folder: SQLite's locks do not hold there, and a synchronising program copies half-written files. */
export type StorePlaceProblem = 'network' | 'synced'

const syncedNames: readonly RegExp[] = [
  /^onedrive($| |-)/, /^sharepoint($| )/, /^dropbox($| \(|_)/, /^icloud ?drive$/, /^mobile documents$/, /^com~apple~clouddocs$/, /^cloudstorage$/,
  /^google ?drive($| |\()/, /^googledrive-/, /^drivefs$/, /^my drive$/, /^min enhet$/, /^nextcloud\d*$/, /^owncloud$/, /^box( sync)?$/,
  /^pcloud ?drive$/, /^pclouddrive$/, /^mega(sync)?$/, /^syncthing$/,
]

/**
 * Says why a folder cannot hold the store, or null when it can. Reads only the path, never the disk; a mapped network drive
 * looks like a local one and is not recognised.
 * @param path absolute, with links resolved; Windows, macOS and Linux notation are all understood on any system
 * @param syncRoots folders that the system says are synchronised, e.g. the variable OneDrive on Windows
 */
export function storePlaceProblem(path: string, syncRoots: readonly string[] = []): StorePlaceProblem | null {
  const parts = partsOf(path)
  if (isNetwork(path, parts)) return 'network'
  if (parts.some(part => syncedNames.some(name => name.test(part)))) return 'synced'
  const inside = (root: string[]) => root.length > 0 && root.every((part, at) => parts[at] === part)
  return syncRoots.some(root => inside(partsOf(root))) ? 'synced' : null
}

/** Lower case and composed letters: file systems differ in both, and the names to be found do not depend on either. */
function partsOf(path: string): string[] {
  return path.normalize('NFC').toLowerCase().split(/[\\/]+/).map(part => part.replace(/[. ]+$/, '')).filter(part => part !== '' && part !== '?')
}

function isNetwork(path: string, parts: readonly string[]): boolean {
  const slashes = path.replaceAll('/', '\\')
  // \\?\C:\folder and \\.\C:\folder are local; \\?\UNC\server\share and \\server\share are not.
  if (/^\\\\[?.]\\/.test(slashes)) return !/^\\\\[?.]\\[a-z]:(\\|$)/i.test(slashes)
  if (slashes.startsWith('\\\\')) return true
  return parts.includes('gvfs') || (parts[0] === 'net' && path.startsWith('/')) || (parts[0] === 'volumes' && parts.some(part => part.endsWith('.local')))
}
