import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const sqliteBinding = fileURLToPath(new URL('../.runtime/sqlite/better_sqlite3.node', import.meta.url))

// Scripts in build/ run before anything is installed and are therefore plain JavaScript, and so are their tests (.mjs).
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [
    {
      // The bundler's text loader, for the same imports.
      name: 'text',
      enforce: 'pre',
      load(id) {
        return /\.(?:yaml|typ)$/.test(id) ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined
      },
    },
  ],
  test: {
    include: ['test/**/*.test.{ts,tsx,mjs}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    environment: 'node',
    env: existsSync(sqliteBinding) ? { SPRANGBRADA_SQLITE_BINDING: sqliteBinding } : {},
    // The least machine has two processors, and by itself one of them would be left to wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 90_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
