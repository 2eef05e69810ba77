import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const longestFile = 300
const counted = /\.(?:ts|tsx|mjs|cjs|css|typ|yaml)$/
const exempt = /^test\/fixtures\//

/** @param {string} text */
export const lineCount = (text) => (text === '' ? 0 : text.replace(/\n$/, '').split('\n').length)

/**
 * The files that are longer than a file may be, with their length.
 * @param {string} base the clone's top folder
 * @param {readonly string[]} paths in the clone, with forward slashes
 */
export const tooLong = (base, paths) =>
  paths
    .filter((path) => counted.test(path) && !exempt.test(path))
    .map((path) => ({ path, lines: lineCount(readFileSync(join(base, path), 'utf8')) }))
    .filter(({ lines }) => lines > longestFile)
