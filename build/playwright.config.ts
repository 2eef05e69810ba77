import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const root = fileURLToPath(new URL('..', import.meta.url))

// One window at a time: the program allows one instance per store, and the tests measure what a user sees.
export default defineConfig({
  testDir: `${root}test/e2e`,
  outputDir: `${root}test-results/e2e`,
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // A shared or old machine may be four times slower than the one these were written on; a hang is still found.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: `${root}test-results/playwright.json` }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
