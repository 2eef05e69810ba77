import { EventEmitter } from 'node:events'

type Handler = (...args: unknown[]) => unknown

/** What the shell has done to the fake, in order; what the test has prepared for it. */
export const seen = { calls: [] as string[], windows: [] as FakeWindow[], errorBoxes: [] as string[][], menus: [] as unknown[] }
export const prepared = {
  only: true, packaged: false, idleSeconds: 0, printers: [] as { name: string }[], paths: {} as Record<string, string>,
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  open: { canceled: true, filePaths: [] as string[] }, save: { canceled: true, filePath: '' },
}
const handlers = new Map<string, Handler>()
const sessions = new Map<string, FakeSession>()

/** Forgets everything; each test starts with a fresh desk. */
export function resetElectron(): void {
  Object.assign(seen, { calls: [], windows: [], errorBoxes: [], menus: [] })
  Object.assign(prepared, { only: true, packaged: false, idleSeconds: 0, printers: [], paths: {}, open: { canceled: true, filePaths: [] }, save: { canceled: true, filePath: '' } })
  handlers.clear()
  sessions.clear()
  appEvents.removeAllListeners()
  powerEvents.removeAllListeners()
  for (const name of Object.keys(exposed)) delete exposed[name]
}

/** An object on which everything that has not been prepared is an error, as it would be to use Electron in a way nobody has thought of. */
function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (typeof key === 'string' && key !== 'then' && !(key in target)) throw new Error(`the fake Electron has no ${name}.${key}`)
      return Reflect.get(target, key, receiver)
    },
  })
}
const note = (call: string) => void seen.calls.push(call)

let nextId = 1
export class FakeContents extends EventEmitter {
  readonly id = nextId++
  readonly sent: unknown[][] = []
  readonly mainFrame = { url: 'sprangbrada://app/index.html', parent: null as unknown, framesInSubtree: [] as unknown[] }
  session: FakeSession | undefined
  openHandler: Handler = () => ({ action: 'allow' })
  zoom = 1
  destroyed = false
  printed: Handler[] = []
  setWindowOpenHandler(handler: Handler) { this.openHandler = handler }
  setWebRTCIPHandlingPolicy(policy: string) { note(`webrtc ${policy}`) }
  setZoomFactor(factor: number) { this.zoom = factor }
  getURL() { return this.mainFrame.url }
  send(...args: unknown[]) { this.sent.push(args) }
  isDestroyed() { return this.destroyed }
  getPrintersAsync() { return Promise.resolve(prepared.printers) }
  reloadIgnoringCache() { note('reload') }
  print(options: { silent: boolean }, done: Handler) {
    note(`print silent=${options.silent}`)
    this.printed.push(done)
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = strict('webContents', new FakeContents())
  destroyed = false
  constructor(readonly options: { show?: boolean; webPreferences: { session?: FakeSession } & Record<string, unknown> } & Record<string, unknown>) {
    super()
    this.webContents.session = options.webPreferences.session
    note('window')
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    note(`load ${url}`)
    this.webContents.mainFrame.url = url
    this.webContents.mainFrame.framesInSubtree = [this.webContents.mainFrame, { url }]
    const path = new URL(url)
    const served = await this.webContents.session?.served.get(path.protocol.slice(0, -1))?.({ method: 'GET', url })
    this.emit('served', served)
  }
  show() { note('show') }
  focus() { note('focus') }
  restore() { note('restore') }
  maximize() { note('maximize') }
  close() { this.destroy() }
  destroy() {
    this.destroyed = true
    this.webContents.destroyed = true
    this.emit('closed')
  }
  isMinimized() { return true }
  isFocused() { return true }
  isMaximized() { return false }
  isDestroyed() { return this.destroyed }
  getNormalBounds() { return { x: 1, y: 2, width: 800, height: 600 } }
}

export class FakeSession extends EventEmitter {
  readonly handlers: Record<string, Handler> = {}
  readonly served = new Map<string, Handler>()
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.served.set(scheme, handler),
    registerBufferProtocol: (scheme: string, handler: Handler) => {
      this.served.set(scheme, request => new Promise(reply => void handler(request, reply)))
      return true
    },
  }
  readonly webRequest = { onBeforeRequest: (handler: Handler) => void (this.handlers['request'] = handler) }
  setPermissionRequestHandler(handler: Handler) { this.handlers['permission'] = handler }
  setPermissionCheckHandler(handler: Handler) { this.handlers['check'] = handler }
  setDevicePermissionHandler(handler: Handler) { this.handlers['device'] = handler }
  setBluetoothPairingHandler(handler: Handler) { this.handlers['bluetooth'] = handler }
  setDisplayMediaRequestHandler(handler: Handler) { this.handlers['display'] = handler }
  setUSBProtectedClassesHandler(handler: Handler) { this.handlers['usb'] = handler }
  setSpellCheckerEnabled(on: boolean) { note(`spellchecker ${on}`) }
}

function makeSession(name: string): FakeSession {
  const known = sessions.get(name)
  if (known !== undefined) return known
  const made = strict('session', new FakeSession())
  sessions.set(name, made)
  note(`session ${name}`)
  app.emit('session-created', made)
  return made
}

const appEvents = new EventEmitter()
const app = strict('app', {
  on: (name: string, handler: Handler) => void appEvents.on(name, handler),
  emit: (name: string, ...args: unknown[]) => appEvents.emit(name, ...args),
  get isPackaged() { return prepared.packaged },
  enableSandbox: () => note('enableSandbox'),
  commandLine: strict('commandLine', { appendSwitch: (name: string, value?: string) => note(`switch ${name}${value === undefined ? '' : `=${value}`}`) }),
  setPath: (name: string, path: string) => {
    note(`setPath ${name}`)
    prepared.paths[name] = path
  },
  getPath(name: string) {
    const path = prepared.paths[name]
    if (path === undefined) throw new Error(`the test has prepared no path ${name}`)
    return path
  },
  requestSingleInstanceLock: () => {
    note('requestSingleInstanceLock')
    return prepared.only
  },
  whenReady: () => {
    note('whenReady')
    return Promise.resolve()
  },
  getVersion: () => '1.2.3',
  quit: () => note('quit'),
  exit: (code: number) => note(`exit ${code}`),
})

export const nativeTheme = strict('nativeTheme', { themeSource: 'system', get shouldUseDarkColors() { return this.themeSource === 'dark' } })
const powerEvents = new EventEmitter()
const powerMonitor = strict('powerMonitor', {
  on: (name: string, handler: Handler) => void powerEvents.on(name, handler),
  off: (name: string, handler: Handler) => void powerEvents.off(name, handler),
  emit: (name: string) => powerEvents.emit(name),
  getSystemIdleTime: () => prepared.idleSeconds,
})

/** Sends a page's message through the handler of a channel, as Electron would. */
export function invoke(channel: string, event: unknown, ...args: unknown[]): unknown {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`no handler for ${channel}`)
  return handler(event, ...args)
}
export const channels = (): string[] => [...handlers.keys()].sort()
/** What a preload has put on the page. */
export const exposed: Record<string, unknown> = {}
export const invoked: unknown[][] = []

export const electron = strict('electron', {
  app,
  powerMonitor,
  BrowserWindow: FakeWindow,
  ipcMain: strict('ipcMain', {
    handle(channel: string, handler: Handler) {
      if (handlers.has(channel)) throw new Error(`two handlers for ${channel}`)
      handlers.set(channel, handler)
    },
  }),
  ipcRenderer: strict('ipcRenderer', {
    invoke: (...args: unknown[]) => {
      invoked.push(args)
      return Promise.resolve({ ok: true, value: null })
    },
    on: (channel: string, handler: Handler) => void appEvents.on(`page ${channel}`, handler),
    off: (channel: string, handler: Handler) => void appEvents.off(`page ${channel}`, handler),
  }),
  contextBridge: strict('contextBridge', { exposeInMainWorld: (name: string, api: unknown) => void (exposed[name] = api) }),
  webUtils: strict('webUtils', { getPathForFile: (file: { name: string }) => `/valda/${file.name}` }),
  protocol: strict('protocol', { registerSchemesAsPrivileged: (schemes: unknown) => note(`schemes ${JSON.stringify(schemes)}`) }),
  session: strict('session', { fromPartition: makeSession, get defaultSession() { return makeSession('default') } }),
  dialog: strict('dialog', {
    showErrorBox: (...text: string[]) => void seen.errorBoxes.push(text),
    showMessageBox: () => Promise.resolve({ response: 0 }),
    showOpenDialog: () => Promise.resolve(prepared.open),
    showSaveDialog: (_window: unknown, options: { defaultPath: string }) => {
      note(`save ${options.defaultPath}`)
      return Promise.resolve(prepared.save)
    },
  }),
  nativeTheme,
  screen: strict('screen', { getAllDisplays: () => prepared.displays }),
  Menu: strict('Menu', { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (menu: unknown) => void seen.menus.push(menu) }),
})
