// The scripts in build/ are plain JavaScript, because they run before anything is installed.
declare module '*/build/electron-path.mjs' {
  export function electronPath(base?: string): string
}
declare module '*/build/setup.mjs' {
  export function storeEnvironment(): NodeJS.ProcessEnv
}
declare module '*/build/setup/electron-switches.mjs' {
  export function electronSwitches(): string[]
}
declare module '*/build/setup/places.mjs' {
  export const root: string
}
