import { fontFolder, requireFromHere } from './assets.ts'
import { CLEAR_EVERY } from './typst-port.ts'
import type { CompilerPort, Job, Outcome } from './typst-port.ts'

type NativeModule = typeof import('@myriaddreamin/typst-ts-node-compiler')
type NativeCompiler = InstanceType<NativeModule['NodeCompiler']>
type NodeError = InstanceType<NativeModule['NodeError']>

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler'

function isNativeModule(value: unknown): value is NativeModule {
  return typeof value === 'object' && value !== null && 'NodeCompiler' in value && typeof value.NodeCompiler === 'function'
}

function messagesOf(error: NodeError | null): string[] {
  if (error === null) return []
  return error.shortDiagnostics.map(item => {
    const entry: unknown = item
    return typeof entry === 'object' && entry !== null && 'message' in entry ? String(entry.message) : 'okänt fel'
  })
}

// The export reports its findings only as the text of one exception.
function messagesIn(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error)
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(match => match[1] ?? '')
  return found.length > 0 ? found : ['PDF-filen kunde inte skapas']
}

function problemsOf(compiler: NativeCompiler, { template, inputs }: Job): string[] {
  const result = compiler.compile({ mainFileContent: template, inputs })
  return [...messagesOf(result.takeError()), ...messagesOf(result.takeWarnings())]
}

/** The native compiler, or undefined where the platform has none (no file for it, or one that does not load). */
export function openNative(fonts: readonly Buffer[]): CompilerPort | undefined {
  let module: unknown
  try {
    module = requireFromHere(PACKAGE)
  } catch {
    return undefined
  }
  if (!isNativeModule(module)) return undefined
  const compiler = module.NodeCompiler.create({ workspace: fontFolder(), fontArgs: [{ fontBlobs: [...fonts] }] })
  const tried = new Set<string>()
  let made = 0

  function set(job: Job): Outcome {
    // Only compile() tells warnings, but its document stays in memory until the garbage collector comes, which sees none of its size.
    // The warnings (fonts, deprecations) come from the template, not from the data: once for each template is enough.
    if (!tried.has(job.template)) {
      const problems = problemsOf(compiler, job)
      if (problems.length > 0) return { problems }
      tried.add(job.template)
    }
    const source = { mainFileContent: job.template, inputs: job.inputs }
    try {
      return { pdf: new Uint8Array(compiler.pdf(source, { pdfStandard: job.standard, creationTimestamp: job.timestamp })) }
    } catch (error) {
      return { problems: messagesIn(error) }
    }
  }

  return {
    name: 'native',
    compile: job => {
      const outcome = set(job)
      made += 1
      if (made % CLEAR_EVERY === 0) compiler.evictCache(1)
      return Promise.resolve(outcome)
    },
  }
}
