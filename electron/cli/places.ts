/** Where the bundle's own files lie: fonts and compiler, and the reading thread's script. */
export type Places = { assets: string }
