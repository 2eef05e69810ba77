/** How a table may stand in a text file. Words only: the window reads them too, and takes no schema with them. */
export const TEXT_ENCODINGS = ['windows-1252', 'utf-8', 'utf-8-bom', 'utf-16', 'utf-16be'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

export const SEPARATORS = [';', ',', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]
