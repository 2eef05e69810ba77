import { Fault } from '../../../shared/fault.ts'
import { loadFonts } from './assets.ts'
import { openNative } from './typst-native.ts'
import { openWasm } from './typst-wasm.ts'
import type { CompilerName, CompilerPort, PdfStandard } from './typst-port.ts'

export type { CompilerName, PdfStandard } from './typst-port.ts'

/**
 * - `template`: Typst source, ours. It reads `sys.inputs.data` (JSON) and `sys.inputs.created` (JSON: year … second, for `set document(date)`).
 * - `data`: everything that people wrote; it reaches the template as values and is never part of the source.
 * - `timestamp`: seconds since 1970 (UTC), the file's creation time; the clock is never read.
 */
export type CompileRequest = { template: string; data: unknown; standard: PdfStandard; timestamp: number }

const ports = new Map<CompilerName, Promise<CompilerPort>>()

async function open(forced: CompilerName | undefined): Promise<CompilerPort> {
  const fonts = await loadFonts()
  const native = forced === 'wasm' ? undefined : openNative(fonts)
  return native ?? openWasm(fonts)
}

function port(): Promise<CompilerPort> {
  const wanted: CompilerName = process.env['SPRANGBRADA_TYPST'] === 'wasm' ? 'wasm' : 'native'
  const known = ports.get(wanted)
  if (known !== undefined) return known
  const opening = open(wanted)
  ports.set(wanted, opening)
  // A failed start (a file that is missing) must be tried again next time, not remembered.
  opening.catch(() => ports.delete(wanted))
  return opening
}

function created(timestamp: number): string {
  const at = new Date(timestamp * 1000)
  return JSON.stringify({
    year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(),
    hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(),
  })
}

// The compiler quotes what it stumbled over; that may be somebody's name.
function withoutQuotes(message: string): string {
  return message.replace(/`[^`]*`|"[^"]*"/g, '…').slice(0, 200)
}

/** Which compiler this process uses: `native` gives the standard asked for, `wasm` gives tagged PDF 1.7. */
export async function compilerInUse(): Promise<CompilerName> {
  return (await port()).name
}

/**
 * Sets one document. Same request, same bytes. A warning from the compiler (unknown font, missing glyph) is an error.
 * @throws Fault `form-failed` with `detail` (what the compiler said, without anything quoted from the data)
 */
export async function compile({ template, data, standard, timestamp }: CompileRequest): Promise<Uint8Array> {
  const compiler = await port().catch((error: unknown) => {
    throw new Fault('form-failed', { detail: error instanceof Error && 'code' in error ? String(error.code) : 'kompilatorn startar inte' })
  })
  const outcome = await compiler.compile({ template, inputs: { data: JSON.stringify(data), created: created(timestamp) }, standard, timestamp })
  if ('pdf' in outcome) return outcome.pdf
  throw new Fault('form-failed', { detail: outcome.problems.map(withoutQuotes).join('; ') })
}
