import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The compiled SQLite module for this runtime. The package's own binaries need N-API 10 and crash older runtimes without a word,
 * so there a module built once during setup is named instead. Null means: use the package's own.
 */
export function sqliteBinding(): string | null {
  if (Number(process.versions['napi'] ?? 0) >= 10) return null
  const named = process.env['SPRANGBRADA_SQLITE_BINDING']
  const candidates = named ? [named] : upwards(typeof __dirname === 'string' ? __dirname : process.cwd()).map(folder => join(folder, '.runtime', 'sqlite', 'better_sqlite3.node'))
  const found = candidates.find(existsSync)
  if (!found) throw new Error('Databasmodulen saknas för den här Node-versionen. Kör ”npm start” eller ”npm test” en gång, så byggs den.')
  return found
}

function upwards(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...upwards(parent)]
}
