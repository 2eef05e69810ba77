import { expect, test } from 'vitest'
import { refusals } from './linter.mjs'

const syntax = 'no-restricted-syntax'
const bans = /** @type {const} */ ([
  ['electron/core/upkeep/copy.ts', `export const copy = (db: D) => db.backup('x')`, syntax],
  ['electron/core/upkeep/copy.ts', `export const copy = (store: D) => store.database.backup('x')`, syntax],
  ['electron/core/store/open.ts', `export const bytes = (writeDb: D) => writeDb.serialize()`, syntax],
  ['electron/shell/window.ts', `export const f = (connection: D) => connection.serialize()`, syntax],
  ['electron/preload.ts', `ipcRenderer.sendSync('x')`, syntax],
  ['renderer/app/main.tsx', `ipc.sendSync('x')`, syntax],
  ['electron/shell/window.ts', `import { ipcMain } from 'electron'`, syntax],
  ['electron/main.ts', `electron.ipcMain.handle('x', f)`, syntax],
  ['electron/shell/files.ts', `shell.openPath('x')`, syntax],
  ['electron/shell/files.ts', `electron.shell.openPath('x')`, syntax],
  ['electron/shell/files.ts', `const { openPath } = shell`, syntax],
  ['electron/shell/files.ts', `import { shell as s } from 'electron'`, syntax],
  ['electron/shell/gate.ts', `shell.openExternal('x')`, syntax],
  ['electron/shell/files.ts', `const { openExternal } = shell`, syntax],
  ['electron/shell/window.ts', `contents.executeJavaScript('x')`, syntax],
  ['renderer/app/App.tsx', `export const a = <div dangerouslySetInnerHTML={{ __html: 'x' }} />`, syntax],
  ['renderer/app/App.tsx', `export const a = h('div', { dangerouslySetInnerHTML: { __html: 'x' } })`, syntax],
  ['shared/domain.ts', `export const a = (x: unknown) => x as unknown as string`, syntax],
  ['electron/core/rules/dates.ts', `export const today = () => new Date()`, syntax],
  ['electron/core/rules/dates.ts', `export const today = () => Date.now()`, syntax],
  ['electron/core/programmes/load.ts', `export const today = () => Date()`, syntax],
  ['electron/core/programmes/load.ts', `export const today = () => new Date()`, syntax],
  ['electron/core/rules/dates.ts', `export const x = Math.random()`, syntax],
  ['electron/core/intake/read.ts', `export const x = Math.random()`, syntax],
  ['electron/core/core.ts', `export const x = Math.random()`, syntax],
  ['renderer/app/App.tsx', `eval('1')`, 'no-eval'],
  ['build/x.mjs', `eval('1')`, 'no-eval'],
  ['electron/core/core.ts', `export const f = new Function('return 1')`, 'no-new-func'],
  ['renderer/app/App.tsx', `setTimeout('go()', 1)`, 'no-implied-eval'],
  ['electron/core/core.ts', `globalThis.setTimeout('go()', 1)`, 'no-implied-eval'],
  ['renderer/app/App.tsx', `alert('x')`, 'no-alert'],
  ['renderer/app/App.tsx', `if (confirm('x')) go()`, 'no-alert'],
  ['renderer/app/App.tsx', `window.prompt('x')`, 'no-alert'],
  ['renderer/app/App.tsx', `console.log('x')`, 'no-console'],
  ['electron/core/intake/read.ts', `console.error('x')`, 'no-console'],
  ['electron/core/rules/read.ts', `// TODO later\nexport const a = 1`, 'no-warning-comments'],
  ['electron/core/rules/read.ts', `export const a = (x: any) => x`, '@typescript-eslint/no-explicit-any'],
  ['electron/core/rules/read.ts', `// @ts-ignore\nexport const a = 1`, '@typescript-eslint/ban-ts-comment'],
  ['renderer/app/App.tsx', `import { useEffect } from 'react'\nexport const A = () => { if (x) useEffect(() => {}); return null }`, 'react-hooks/rules-of-hooks'],
  ['renderer/app/App.tsx', `import { useEffect } from 'react'\nexport const A = ({ n }: P) => { useEffect(() => { go(n) }, []); return null }`, 'react-hooks/exhaustive-deps'],
  ['test/core/x.test.ts', `test.skip('x', () => {})`, 'no-restricted-properties'],
  ['test/e2e/x.test.ts', `test.only('x', () => {})`, 'no-restricted-properties'],
  ['test/core/x.test.ts', `describe.todo('x')`, 'no-restricted-properties'],
])

test.each(bans)('in %s it is refused to write: %s', async (path, text, rule) => {
  expect(await refusals(path, text)).toContain(rule)
})

test.each([
  ['electron/shell/gate.ts', `import { ipcMain } from 'electron'\nipcMain.handle('x', () => 1)`],
  ['electron/shell/gate-files.ts', `import { ipcMain } from 'electron'\nipcMain.handle('x', () => 1)`],
  ['electron/shell/files.ts', `import { shell } from 'electron'\nshell.showItemInFolder('x')`],
  ['electron/core/core.ts', `export const backup = () => upkeep.backup()`],
  ['electron/core/journal.ts', `export const now = () => new Date()`],
  ['electron/core/rules/dates.ts', `export const day = (iso: string) => new Date(iso)`],
  ['electron/cli/main.ts', `console.log('x')`],
  ['build/x.mjs', `console.log('x')`],
  ['renderer/app/App.tsx', `export const t = { confirm: 'Ja' }\nprops.confirm()`],
  ['shared/domain.ts', `export const roles = ['a'] as const`],
])('in %s it is allowed to write: %s', async (path, text) => {
  expect(await refusals(path, text)).toEqual([])
})
