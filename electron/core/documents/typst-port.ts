/** PDF standards a document may ask for, one at a time; `ua-1` serves to check that a template is accessible. The WASM compiler gives tagged 1.7 whatever is asked. */
export type PdfStandard = 'a-2a' | 'a-2b' | 'a-1b' | 'ua-1' | '1.7'

export type CompilerName = 'native' | 'wasm'

/** What both compilers take: the template as source, people's text only as string inputs, and seconds since 1970 (UTC). */
export type Job = { template: string; inputs: Record<string, string>; standard: PdfStandard; timestamp: number }

/** A document, or what was wrong: errors and warnings alike. */
export type Outcome = { pdf: Uint8Array } | { problems: string[] }

export type CompilerPort = { name: CompilerName; compile: (job: Job) => Promise<Outcome> }

/** The memory of a compiler is cleared after this many documents. */
export const CLEAR_EVERY = 10
