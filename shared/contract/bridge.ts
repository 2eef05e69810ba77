import type { Result } from '../fault.ts'
import type { OperationInput, OperationName, OperationOutput } from './operations.ts'
import type { Settings, SettingsChange } from './settings.ts'
import type { ChosenFile, Progress } from './views.ts'
import type { Sealed } from './wire.ts'

/** What the rooms ask and are told through. */
export type Bridge = {
  call<N extends OperationName>(name: N, input: OperationInput<N>, callId?: string): Promise<Result<OperationOutput<N>>>
  /** Asks a running long operation to stop; it then ends with the fault `cancelled` and has left no trace. */
  cancel(callId: string): Promise<void>
  onProgress(listener: (progress: Progress) => void): () => void
  /** Something stored has changed: lists and counts on screen should be read again. */
  onChanged(listener: (change: Changed) => void): () => void
  /** A command from the menu or the system. */
  onCommand(listener: (command: Command) => void): () => void
  chooseFiles(purpose: 'intake' | 'backup' | 'programme' | 'documents' | 'document-folder' | 'credential' | 'issuer' | 'status-list'): Promise<Result<ChosenFile[]>>
  chooseTarget(purpose: 'lights' | 'form' | 'backup' | 'programme' | 'what-if' | 'problems' | 'receipt' | 'log' | 'letters', suggestedName: string): Promise<Result<ChosenFile | null>>
  /** Files dropped on the window become tokens as if chosen in the dialog; folders too where documents are received. */
  dropFiles(files: File[], purpose?: 'documents'): Promise<Result<ChosenFile[]>>
  /** How the program looks on this machine, kept beside the window's place. */
  settings: {
    get(): Promise<Result<Settings>>
    set(change: SettingsChange): Promise<Result<Settings>>
    onChange(listener: (settings: Settings) => void): () => void
  }
  /** Prints a PDF made by the program through the system's own dialog. */
  print(pdf: Uint8Array): Promise<Result<null>>
}

/** What the preload puts on the page as `window.sprangbrada`: exactly these names and nothing else. Answers of the core are still as they travelled. */
export type Preloaded = Omit<Bridge, 'call'> & {
  call<N extends OperationName>(name: N, input: OperationInput<N>, callId?: string): Promise<Sealed<OperationOutput<N>>>
}
export type Changed = { what: 'store' | 'intakes' | 'cases' | 'rules'; intakeId?: number; caseId?: number }
export type Command = 'lock' | 'locked' | 'backup' | 'passphrase' | 'intakes' | 'find' | 'search' | 'shortcuts' | 'idle-warning' | 'idle-over' | 'other-language'
