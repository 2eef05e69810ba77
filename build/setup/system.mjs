import { existsSync } from 'node:fs'
import { hasProgram, lastLines, run } from './child.mjs'
import { SetupError, say, step } from './say.mjs'

/**
 * What a task needs of the system. A need is met when its program can be run, or, for a library, when one of the Debian
 * packages is installed (newer Debian and Ubuntu have the ending t64).
 * @typedef {{ packages: readonly string[], program?: string }} Need
 */

/** @type {Record<'window' | 'display' | 'papers' | 'compile', readonly Need[]>} */
export const needs = {
  window: [
    { packages: ['libgtk-3-0', 'libgtk-3-0t64'] },
    { packages: ['libnss3'] },
    { packages: ['libasound2', 'libasound2t64'] },
    { packages: ['libgbm1'] },
    { packages: ['libxss1'] },
  ],
  display: [{ packages: ['xvfb'], program: 'xvfb-run' }, { packages: ['xauth'], program: 'xauth' }, { packages: ['fonts-liberation'] }],
  papers: [
    { packages: ['poppler-utils'], program: 'pdftotext' },
    { packages: ['qpdf'], program: 'qpdf' },
  ],
  compile: [
    { packages: ['python3'], program: 'python3' },
    { packages: ['make'], program: 'make' },
    { packages: ['g++'], program: 'g++' },
  ],
}

/** Whether Linux has no screen to open a window on. */
export const withoutDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/dpkg-query')

/**
 * Those of the needs that are not met. Libraries are only looked for on Debian and its kin; elsewhere only programs are.
 * @param {readonly Need[]} wanted
 */
export async function missingNeeds(wanted) {
  const debian = isDebian()
  const installed = debian ? await installedPackages(wanted.filter((need) => need.program === undefined).flatMap((need) => need.packages)) : new Set()
  return wanted.filter((need) => {
    if (need.program !== undefined) return !hasProgram(need.program)
    return debian && !need.packages.some((name) => installed.has(name))
  })
}

/** @param {readonly string[]} names */
async function installedPackages(names) {
  if (names.length === 0) return new Set()
  const { output } = await run('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n', ...names])
  return new Set(output.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice('installed '.length)] : [])))
}

/**
 * Installs what is missing when that is possible (Debian or Ubuntu, as root); otherwise stops and says what to run.
 * @param {readonly Need[]} missing
 */
export async function installNeeds(missing) {
  if (missing.length === 0) return
  if (!isDebian()) {
    throw new SetupError(`Det här saknas på datorn: ${missing.map((need) => need.program ?? need.packages[0]).join(', ')}. Installera det och försök igen.`)
  }
  const names = await Promise.all(missing.map(nameHere))
  if (process.getuid?.() !== 0) {
    throw new SetupError(`Några systempaket saknas. Installera dem och försök igen:\n  sudo apt-get install ${names.join(' ')}`)
  }
  await step(`Installerar systempaket: ${names.join(' ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const updated = await run('apt-get', ['update'], { env })
    if (updated.code !== 0) say('  paketlistan kunde inte förnyas; försöker med den som finns')
    const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env })
    if (code !== 0) throw new SetupError(`Systempaketen kunde inte installeras (apt-get slutade med kod ${code}).\n\n${lastLines(output)}`)
  })
}

/**
 * The name that this release of the system uses.
 * @param {Need} need
 */
async function nameHere(need) {
  const [first = '', ...others] = need.packages
  for (const name of others) {
    const { output } = await run('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(output)) return name
  }
  return first
}
