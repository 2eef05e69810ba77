import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The font files the forms are set in, regular first. The build copies them under these names to `fonts/` beside the bundle. */
export const FONT_FILES = [
  'SourceSans3_400Regular.ttf',
  'SourceSans3_400Regular_Italic.ttf',
  'SourceSans3_600SemiBold.ttf',
  'SourceSans3_700Bold.ttf',
] as const

/** The WASM compiler and its glue code, named as in their package. The build copies both beside the bundle. */
export const WASM_FILES = { module: 'typst_ts_web_compiler_bg.wasm', glue: 'typst_ts_web_compiler.mjs' } as const

const FONT_PACKAGE = '@expo-google-fonts/source-sans-3'

// The bundle is CommonJS and vitest gives modules the same variable; import.meta.url would be empty in the bundle.
const here = typeof __dirname === 'string' ? __dirname : process.cwd()

let chosenFolder: string | undefined

/** Says where `fonts/` and the WASM file lie, when that is not the folder of the bundle (for instance outside an archive). */
export function setAssetFolder(folder: string): void {
  chosenFolder = folder
}

/** Resolves packages from where this code lies; the native compiler is optional, so no bundler may see its name as an import. */
export const requireFromHere = createRequire(join(here, 'documents.cjs'))

function bundledFolder(): string | undefined {
  if (chosenFolder !== undefined) return chosenFolder
  return existsSync(join(here, 'fonts')) ? here : undefined
}

function fontPath(file: string): string {
  const folder = bundledFolder()
  if (folder !== undefined) return join(folder, 'fonts', file)
  const style = file.slice(file.indexOf('_') + 1, file.lastIndexOf('.'))
  return requireFromHere.resolve(`${FONT_PACKAGE}/${style}/${file}`)
}

/** The folder of the regular font: a template's whole world of files in the native compiler, which wants some folder. */
export function fontFolder(): string {
  return dirname(fontPath(FONT_FILES[0]))
}

/** The bytes of the four bundled fonts, in the order of FONT_FILES. */
export function loadFonts(): Promise<Buffer[]> {
  return Promise.all(FONT_FILES.map(file => readFile(fontPath(file))))
}

function wasmPath(file: string): string {
  const folder = bundledFolder()
  const bundled = folder === undefined ? undefined : join(folder, file)
  if (bundled !== undefined && existsSync(bundled)) return bundled
  return join(dirname(requireFromHere.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')), file)
}

/** The bytes of the WASM compiler (28 MB). */
export function loadWasm(): Promise<Buffer> {
  return readFile(wasmPath(WASM_FILES.module))
}

/** The source of the WASM compiler's JavaScript side. */
export function loadGlue(): Promise<string> {
  return readFile(wasmPath(WASM_FILES.glue), 'utf8')
}
