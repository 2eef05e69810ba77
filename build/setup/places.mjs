import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone's top folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Where everything that setup makes lies, apart from node_modules. */
export const runtimeFolder = join(root, '.runtime')
export const electronFolder = join(runtimeFolder, 'electron')
export const sqliteFolder = join(runtimeFolder, 'sqlite')
export const sqliteBinding = join(sqliteFolder, 'better_sqlite3.node')
export const outFolder = join(root, 'out')

/** @param {string} base a clone's top folder; tests use another than this one */
export const scratchFolder = (base) => join(base, '.runtime', 'tmp')
