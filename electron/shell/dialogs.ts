import { stat } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { ChosenFile } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { shellText } from './text.ts'
import type { TokenPurpose, Tokens } from './tokens.ts'

export type ReadPurpose = 'intake' | 'backup' | 'programme' | 'documents' | 'document-folder' | 'credential' | 'issuer' | 'status-list'
export type TargetPurpose = 'lights' | 'form' | 'backup' | 'programme' | 'what-if' | 'problems' | 'receipt' | 'log' | 'letters'

const extensions = { lights: 'csv', form: 'pdf', backup: 'sprangbrada', programme: 'yaml', 'what-if': 'csv', problems: 'csv', receipt: 'txt', log: 'csv' } as const satisfies Record<Exclude<TargetPurpose, 'letters'>, string>
const mostFiles = 20
const mostDocuments = 500

/** Lets the person choose files to read. An empty list when nothing was chosen. */
export async function chooseFiles(window: BrowserWindow, tokens: Tokens, purpose: ReadPurpose): Promise<Result<ChosenFile[]>> {
  const { title, filters } = shellText().dialogs.open[purpose]
  const multiple = purpose === 'intake' || purpose === 'documents' ? (['multiSelections'] as const) : []
  const kind = purpose === 'document-folder' ? 'openDirectory' : 'openFile'
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters: filters.map(each => ({ ...each, extensions: [...each.extensions] })), properties: [kind, ...multiple] })
  return { ok: true, value: canceled ? [] : filePaths.slice(0, purpose === 'documents' ? mostDocuments : mostFiles).map(path => chosen(window, tokens, 'file', path)) }
}

/** Lets the person choose where to write; the system asks before an existing file is replaced. Null when nothing was chosen. */
export async function chooseTarget(window: BrowserWindow, tokens: Tokens, purpose: TargetPurpose, suggestedName: string): Promise<Result<ChosenFile | null>> {
  if (purpose === 'letters') return chooseFolder(window, tokens, purpose)
  const extension = extensions[purpose]
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: shellText().dialogs.save[purpose].title,
    defaultPath: join(app.getPath('documents'), safeName(suggestedName, extension)),
    filters: [{ name: shellText().dialogs.save[purpose].kind, extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return { ok: true, value: canceled || filePath === '' ? null : chosen(window, tokens, purpose, filePath) }
}

/** Where many files are written: a folder, in which the program makes one of its own. */
async function chooseFolder(window: BrowserWindow, tokens: Tokens, purpose: 'letters'): Promise<Result<ChosenFile | null>> {
  const { canceled, filePaths: [path] } = await dialog.showOpenDialog(window, { title: shellText().dialogs.save[purpose].title, defaultPath: app.getPath('documents'), properties: ['openDirectory', 'createDirectory'] })
  return { ok: true, value: canceled || path === undefined ? null : chosen(window, tokens, purpose, path) }
}

/** Files dropped on the window, as if chosen in the dialog. The paths come from the preload, never from the page. */
export async function takeDropped(window: BrowserWindow, tokens: Tokens, paths: readonly string[], purpose?: 'documents'): Promise<Result<ChosenFile[]>> {
  const files: ChosenFile[] = []
  for (const path of paths.slice(0, purpose === 'documents' ? mostDocuments : mostFiles)) {
    const found = isAbsolute(path) ? await stat(path).catch(() => null) : null
    if (found === null) return { ok: false, fault: { code: 'file-missing', params: path === '' ? {} : { file: basename(path) } } }
    if (!found.isFile() && !(purpose === 'documents' && found.isDirectory())) return { ok: false, fault: { code: 'file-unreadable', params: { file: basename(path) } } }
    files.push(chosen(window, tokens, 'file', path))
  }
  return { ok: true, value: files }
}

function chosen(window: BrowserWindow, tokens: Tokens, purpose: TokenPurpose, path: string): ChosenFile {
  return { token: tokens.issue(window.webContents.id, purpose, path), name: basename(path) }
}

/** A name that every system can hold: no folders, no device names, no signs that some system forbids, the right ending. */
export function safeName(suggested: string, extension: string): string {
  const plain = suggested.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ').replaceAll(/\s+/g, ' ')
  const ending = `.${extension}`
  const stem = (plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain).slice(0, 100).replaceAll(/^[. ]+|[. ]+$/g, '')
  const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem.split('.')[0] ?? '')
  return `${stem === '' || device ? `sprangbrada ${stem}`.trim() : stem}${ending}`
}
