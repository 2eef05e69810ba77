import { expect, test } from 'vitest'
import { importComplaint } from '../../build/eslint/directions.mjs'
import { refusals } from './linter.mjs'

test.each([
  ['shared/domain.ts', '../electron/core/core.ts'],
  ['shared/contract/views.ts', '../../renderer/text/t.ts'],
  ['shared/domain.ts', 'react'],
  ['shared/domain.ts', 'node:path'],
  ['shared/domain.ts', 'electron'],
  ['electron/core/store/open.ts', '../rules/parse.ts'],
  ['electron/core/store/open.ts', '../intake/read.ts'],
  ['electron/core/rules/parse.ts', '../store/open.ts'],
  ['electron/core/rules/parse.ts', '../core.ts'],
  ['electron/core/programmes/load.ts', '../store/open.ts'],
  ['electron/core/intake/read.ts', '../screening/light.ts'],
  ['electron/core/intake/reader/worker.ts', '../../documents/typst.ts'],
  ['electron/core/decision/decide.ts', '../core.ts'],
  ['electron/core/upkeep/copy.ts', '../../shell/log.ts'],
  ['electron/core/upkeep/copy.ts', 'electron'],
  ['electron/core/core.ts', 'electron'],
  ['electron/core/core.ts', '../shell/log.ts'],
  ['electron/core/core.ts', '../cli/main.ts'],
  ['electron/cli/main.ts', 'electron'],
  ['electron/cli/main.ts', '../shell/log.ts'],
  ['electron/cli/main.ts', '../core/intake/read.ts'],
  ['electron/shell/log.ts', '../core/store/open.ts'],
  ['electron/shell/log.ts', '../main.ts'],
  ['electron/shell/log.ts', '../../renderer/text/t.ts'],
  ['electron/main.ts', './core/intake/read.ts'],
  ['electron/preload.ts', '../renderer/app/App.tsx'],
  ['renderer/text/sv.ts', '../components/t.ts'],
  ['renderer/components/Table.tsx', '../intake/List.tsx'],
  ['renderer/components/Table.tsx', '../app/App.tsx'],
  ['renderer/intake/List.tsx', '../screening/Card.tsx'],
  ['renderer/settings/List.tsx', '../start/Card.tsx'],
  ['renderer/intake/List.tsx', '../app/App.tsx'],
  ['renderer/intake/List.tsx', '../../electron/core/core.ts'],
  ['renderer/app/App.tsx', '../../electron/core/core.ts'],
  ['renderer/app/App.tsx', 'electron'],
  ['renderer/app/App.tsx', 'node:fs'],
  ['renderer/app/App.tsx', 'fs/promises'],
  ['renderer/app/App.tsx', 'https://example.org/x.js'],
  ['electron/core/core.ts', './intake/read'],
  ['electron/core/core.ts', '../../build/bundle.mjs'],
  ['electron/core/core.ts', '../../test/fixtures/a.ts'],
])('%s may not import %s', (file, source) => {
  expect(importComplaint(file, source)).toBeDefined()
})

test.each([
  ['shared/contract/views.ts', '../domain.ts'],
  ['shared/contract/views.ts', 'zod'],
  ['electron/core/store/open.ts', '../../../shared/domain.ts'],
  ['electron/core/store/open.ts', 'node:fs'],
  ['electron/core/programmes/load.ts', './jobbspranget/rules.yaml'],
  ['electron/core/programmes/load.ts', '../rules/parse.ts'],
  ['electron/core/intake/reader/worker.ts', '../columns.ts'],
  ['electron/core/screening/light.ts', '../store/open.ts'],
  ['electron/core/screening/light.ts', '../programmes/jobbspranget/rules.yaml'],
  ['electron/core/documents/forms.ts', './templates/decision.typ'],
  ['electron/core/core.ts', './intake/read.ts'],
  ['electron/core/worker.ts', './host.ts'],
  ['electron/cli/main.ts', '../core/core.ts'],
  ['electron/cli/main.ts', './args.ts'],
  ['electron/shell/log.ts', '../core/messages.ts'],
  ['electron/shell/log.ts', 'electron'],
  ['electron/main.ts', './shell/log.ts'],
  ['electron/main.ts', 'electron'],
  ['renderer/components/Table.tsx', '../text/t.ts'],
  ['renderer/intake/List.tsx', '../components/Table.tsx'],
  ['renderer/settings/List.tsx', '../../shared/domain.ts'],
  ['renderer/app/App.tsx', '../intake/List.tsx'],
  ['renderer/app/App.tsx', '../../shared/domain.ts'],
  ['renderer/app/App.tsx', 'react'],
  ['test/core/x.test.ts', '../../electron/core/intake/read.ts'],
  ['build/sample/plan.ts', '../../shared/domain.ts'],
])('%s may import %s', (file, source) => {
  expect(importComplaint(file, source)).toBeUndefined()
})

test.each([
  `import { a } from '../screening/light.ts'`,
  `import type { A } from '../screening/light.ts'`,
  `import '../screening/light.ts'`,
  `export { a } from '../screening/light.ts'`,
  `export * from '../screening/light.ts'`,
  `export const a = () => import('../screening/light.ts')`,
  `export type A = import('../screening/light.ts').A`,
  `const a = require('../screening/light.ts')`,
])('the linter sees every way of importing: %s', async (text) => {
  expect(await refusals('electron/core/intake/read.ts', text)).toContain('house/directions')
})
