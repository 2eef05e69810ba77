import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { describe, expect, it } from 'vitest'

type Source = { path: string; text: string }
const under = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|tsx|mjs|cjs|html)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))

const program = [...under('electron'), ...under('renderer'), ...under('shared')]
const scripts = under('build')
const holding = (sources: Source[], pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('the source of the program', () => {
  it('is read at all', () => {
    expect(program.length).toBeGreaterThan(50)
    expect(holding(program, /contextBridge/)).toEqual(['electron/preload.ts'])
  })

  it.each([
    ['loosened page rights', /nodeIntegration(InWorker|InSubFrames)?: true|contextIsolation: false|sandbox: false|webSecurity: false|webviewTag: true|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures/],
    ['security warnings put out', /ELECTRON_DISABLE_SECURITY_WARNINGS|ELECTRON_ENABLE_/],
    ['certificate errors overridden', /certificate-error|setCertificateVerifyProc|ignore-certificate-errors|rejectUnauthorized|NODE_TLS_REJECT/],
    ['text run as code', /\beval\(|new Function\b|executeJavaScript|insertCSS|executeInMainWorld|\bdangerouslySetInnerHTML\s*=|document\.write\(/],
    ['things opened outside', /openExternal\(|openPath\(|showItemInFolder\(|openExternal\b.*shell/],
    ['synchronous messages or the remote module', /sendSync|returnValue\s*=|@electron\/remote|enableRemoteModule/],
    ['pages from files', /loadFile\(|['"`]file:\/\//],
    ['a web view', /<webview/],
    ['loosening switches', /disable-web-security|allow-file-access|remote-debugging|disable-site-isolation|disable-features=|js-flags|inspect-brk/],
    ['native boxes that break typing', /\bwindow\.(alert|confirm|prompt)\(/],
    ['a network', /\bfetch\(|XMLHttpRequest|new WebSocket|EventSource\(|sendBeacon|node:https?['"]|node:net['"]|node:dgram['"]|autoUpdater|crashReporter/],
  ])('has no %s', (_what, pattern) => {
    expect(holding(program, pattern)).toEqual([])
  })

  it('starts nothing with loosening switches either', () => {
    const loosening = /disable-web-security|allow-file-access-from-files|remote-debugging-port|ignore-certificate-errors|ELECTRON_DISABLE_SECURITY_WARNINGS/
    expect(holding([...scripts, ...under('test/e2e')], loosening)).toEqual([])
  })

  it('turns the sandbox off for nobody but root on Linux', () => {
    expect(holding([...program, ...scripts, ...under('test/e2e')], /['"]--no-sandbox['"]/)).toEqual(['build/setup/electron-switches.mjs'])
    expect(readFileSync('build/setup/electron-switches.mjs', 'utf8')).toMatch(/platform === 'linux' && process\.getuid\?\.\(\) === 0/)
  })

  it('receives messages in the gate alone and imports Electron in the shell alone', () => {
    expect(holding(program, /\bipcMain\b/)).toEqual(['electron/shell/gate.ts'])
    expect(holding(program, /\bipcRenderer\b/)).toEqual(['electron/preload.ts'])
    expect(holding(program, /from 'electron'/).filter(path => !/^electron\/(main|preload)\.ts$|^electron\/shell\//.test(path))).toEqual([])
  })
})

describe('the preload', () => {
  const { outputFiles } = buildSync({ entryPoints: ['electron/preload.ts'], bundle: true, write: false, platform: 'node', format: 'cjs', external: ['electron'] })
  const text = outputFiles[0]?.text ?? ''
  it('needs nothing but Electron and is small', () => {
    expect([...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron'])
    expect(outputFiles).toHaveLength(1)
    expect(text.length).toBeLessThan(5_000)
    expect(text).not.toMatch(/node:|process\.|zod/)
  })
})

describe('what the program is made of', () => {
  type Lock = { packages: Record<string, { version?: string; resolved?: string; integrity?: string; optional?: boolean }> }
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

  it('is named by exact versions', () => {
    const versions = Object.values({ ...manifest['dependencies'], ...manifest['devDependencies'] })
    expect(versions.filter(version => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('is locked by content, all that is installed here and all that every machine needs', () => {
    const unlocked = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && (entry.optional !== true || existsSync(path)) && !entry.integrity?.startsWith('sha512-'))
    expect(unlocked.map(([path]) => path)).toEqual([])
  })
})
