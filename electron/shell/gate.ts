import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import * as z from 'zod'
import { operations, type OperationName } from '../../shared/contract/operations.ts'
import { settingsChange } from '../../shared/contract/settings.ts'
import type { Sealed } from '../../shared/contract/wire.ts'
import type { Progress } from '../../shared/contract/views.ts'
import type { FaultCode, Result } from '../../shared/fault.ts'
import type { CoreHost } from './core-host.ts'
import { chooseFiles, chooseTarget, takeDropped } from './dialogs.ts'
import type { Log } from './log.ts'
import { isOwnUrl } from './page-url.ts'
import type { SettingsKeeper } from './settings.ts'
import type { TokenPurpose, Tokens } from './tokens.ts'
import { isTooHeavy } from './weight.ts'

// The schemas are interpreted: compiling them would run text as code, which nothing in the program may do.
z.config({ jitless: true })

const megabyte = 1_000_000
const heaviestPdf = 50 * megabyte

/** What a window must be given to name a file in each operation that takes one; by field where one operation reads one file and writes another. */
export const tokenPurpose: Partial<Record<OperationName, TokenPurpose | Readonly<Record<string, TokenPurpose>>>> = {
  'backup.create': 'backup', 'backup.inspect': 'file', 'backup.restore': 'file', 'intake.preview': 'file', 'intake.takeIn': 'file',
  'intake.inspect': 'file', 'intake.understand': 'file', 'intake.problems': 'file', 'intake.saveProblems': { 'plan.file': 'file', path: 'problems' }, 'intake.saveReceipt': 'receipt',
  'intake.exportLights': 'lights', 'documents.save': 'form', 'requests.saveLetter': 'form', 'desk.saveLetters': 'letters', 'documents.receivePreview': 'file', 'documents.receive': 'file', 'proof.readIssuer': 'file', 'proof.importStatusList': 'file', 'proof.presentFile': 'file', 'rules.export': 'programme', 'rules.import': 'file', 'rules.whatIfSave': 'what-if', 'log.export': 'log',
}

const callId = z.string().min(1).max(64)
const messages = {
  call: z.strictObject({ name: z.string().max(64), input: z.unknown(), callId: callId.optional() }),
  cancel: z.strictObject({ callId }),
  chooseFiles: z.strictObject({ purpose: z.enum(['intake', 'backup', 'programme', 'documents', 'document-folder', 'credential', 'issuer', 'status-list']) }),
  chooseTarget: z.strictObject({ purpose: z.enum(['lights', 'form', 'backup', 'programme', 'what-if', 'problems', 'receipt', 'log', 'letters']), suggestedName: z.string().max(300) }),
  dropFiles: z.strictObject({ paths: z.array(z.string().max(4096)).max(500), purpose: z.literal('documents').optional() }),
  print: z.strictObject({ pdf: z.instanceof(Uint8Array) }),
  settings: z.strictObject({ change: settingsChange.optional() }),
}

export type Desk = {
  host: Pick<CoreHost, 'call'>
  tokens: Tokens
  log: Log
  /** The window of a page, if it is one of the program's own. */
  windowOf(contentsId: number): BrowserWindow | undefined
  print(pdf: Uint8Array): Promise<Result<null>>
  settings: SettingsKeeper
}

/** The one place where a page's messages are received: sender, weight and schema are checked before anything is done, and a fault is an answer. */
export function openGate(desk: Desk): void {
  const running = new Map<string, AbortController>()

  receive('call', messages.call, (window, { name, input, callId: id }) => callOperation(window, name, input, id))
  receive('cancel', messages.cancel, async (window, { callId: id }) => {
    running.get(`${window.webContents.id} ${id}`)?.abort()
    return { ok: true, value: null }
  })
  receive('choose-files', messages.chooseFiles, (window, { purpose }) => chooseFiles(window, desk.tokens, purpose))
  receive('choose-target', messages.chooseTarget, (window, { purpose, suggestedName }) => chooseTarget(window, desk.tokens, purpose, suggestedName))
  receive('drop-files', messages.dropFiles, (window, { paths, purpose }) => takeDropped(window, desk.tokens, paths, purpose))
  receive('print', messages.print, async (_window, { pdf }) => (startsAsPdf(pdf) ? desk.print(pdf) : refused('input-invalid')))
  receive('settings', messages.settings, async (_window, { change }) => ({ ok: true, value: change ? desk.settings.set(change) : desk.settings.get() }))

  function receive<S extends z.ZodType>(channel: string, schema: S, act: (window: BrowserWindow, message: z.output<S>) => Promise<Sealed>): void {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...sent: unknown[]): Promise<Sealed> => {
      try {
        const window = senderWindow(event)
        if (window === undefined) {
          desk.log.note('sender-refused', channel)
          return refused('sender-refused')
        }
        if (sent.length !== 1 || isTooHeavy(sent[0], channel === 'print' ? heaviestPdf : megabyte)) return refused('input-invalid')
        const message = schema.safeParse(sent[0])
        return message.success ? await act(window, message.data) : refused('input-invalid')
      } catch (error) {
        return { ok: false, fault: { code: 'internal', params: { incident: desk.log.incident(error instanceof Error ? error.name : typeof error, channel) } } }
      }
    })
  }

  /** Only the top frame of a window of ours, showing our own page, may speak. */
  function senderWindow({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow | undefined {
    if (senderFrame === null || senderFrame === undefined || senderFrame.parent !== null || senderFrame !== sender.mainFrame) return undefined
    return isOwnUrl(senderFrame.url) ? desk.windowOf(sender.id) : undefined
  }

  async function callOperation(window: BrowserWindow, name: string, input: unknown, id: string | undefined): Promise<Sealed> {
    if (!isOperation(name)) return refused('operation-unknown')
    const parsed = operations[name].input.safeParse(input)
    if (!parsed.success) return refused('input-invalid', fieldOf(parsed.error))
    const contents = window.webContents
    const ready = withPaths(name, { ...parsed.data }, (field, token) => desk.tokens.redeem(contents.id, purposeOf(name, field), token))
    if (ready === null) return refused('token-unknown')
    const { language } = desk.settings.get()
    if (id === undefined) return desk.host.call(name, ready, { language })

    const key = `${contents.id} ${id}`
    if (running.has(key)) return refused('input-invalid', 'callId')
    const stop = new AbortController()
    running.set(key, stop)
    const onProgress = (step: string, done: number, total: number | null) => {
      if (!contents.isDestroyed()) contents.send('progress', { callId: id, step, done, total } satisfies Progress)
    }
    try {
      return await desk.host.call(name, ready, { signal: stop.signal, onProgress, language })
    } finally {
      running.delete(key)
    }
  }
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)

function purposeOf(name: OperationName, field: string): TokenPurpose {
  const purpose = tokenPurpose[name] ?? 'file'
  return typeof purpose === 'string' ? purpose : purpose[field] ?? 'file'
}

type PathOf = (field: string, token: string) => string | null

/** Puts the paths in place of their tokens; null when one token is not good. `a.b` is the field b of what a holds, or of each if a is a list. */
function withPaths(name: OperationName, input: Record<string, unknown>, pathOf: PathOf): Record<string, unknown> | null {
  for (const field of operations[name].paths) {
    const [outer = '', inner] = field.split('.')
    const exchange = (held: unknown): unknown => {
      if (inner === undefined) return typeof held === 'string' ? pathOf(field, held) : null
      if (typeof held !== 'object' || held === null) return null
      const token: unknown = Object.getOwnPropertyDescriptor(held, inner)?.value
      const path = typeof token === 'string' ? pathOf(field, token) : null
      return path === null ? null : { ...held, [inner]: path }
    }
    const given = input[outer]
    const paths = Array.isArray(given) ? given.map(exchange) : [exchange(given)]
    if (paths.includes(null)) return null
    input[outer] = Array.isArray(given) ? paths : paths[0]
  }
  return input
}

/** The first field that did not fit, if its name is one of the contract's own: an unknown key's name is the sender's text. */
function fieldOf(error: z.ZodError): string | undefined {
  const first = error.issues[0]?.path[0]
  return typeof first === 'string' ? first : undefined
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte)
}

function refused(code: FaultCode, field?: string): Result<never> {
  return { ok: false, fault: { code, params: field === undefined ? {} : { field } } }
}
