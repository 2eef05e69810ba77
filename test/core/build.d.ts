declare module '*/build/bundle/plan.mjs' {
  export function nodeOptions(entries: Record<string, string>): import('esbuild').BuildOptions
}
