declare module '*/build/bundle/plan.mjs' {
  export const programs: { main: string; preload: string; core: string; reader: string; screener: string; cli: string }
  export function nodeOptions(entries: Record<string, string>): import('esbuild').BuildOptions
}
