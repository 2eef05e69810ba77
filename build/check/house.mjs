import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../setup/child.mjs'
import { root } from '../setup/places.mjs'
import { say } from '../setup/say.mjs'
import { longestFile, tooLong } from './size.mjs'

const folders = ['electron', 'renderer', 'shared', 'test', 'build']

/**
 * Checks types, lint and file lengths of the whole house and says what is wrong. Gives whether all is well.
 * All steps are run, even when an earlier one has remarks.
 */
export async function checkHouse() {
  const began = Date.now()
  const typescript = (/** @type {string} */ project) => tool('typescript/bin/tsc', ['-p', project, '--pretty', 'false'])
  const verdicts = await Promise.all([
    stage('Fillängder', async () => tooLong(root, sourcePaths()).map(({ path, lines }) => `${path}: ${lines} rader (högst ${longestFile})`).join('\n')),
    stage('Typer', async () => [await typescript('tsconfig.json'), await typescript('build/tsconfig.json')].filter(Boolean).join('\n')),
    stage('Lint och importriktningar', () => tool('eslint/bin/eslint.js', ['--config', 'build/eslint.config.mjs', '--max-warnings', '0', ...folders])),
  ])
  const good = verdicts.every(Boolean)
  say(`${good ? 'Kontrollen är klar utan anmärkningar' : 'Kontrollen har anmärkningar'} (${seconds(began)}).`)
  return good
}

/**
 * @param {string} name
 * @param {() => Promise<string>} work gives the remarks, empty when there are none
 */
async function stage(name, work) {
  const began = Date.now()
  const remarks = await work()
  say(`${remarks === '' ? '✓' : '✗'} ${name} (${seconds(began)})`)
  if (remarks !== '') say(remarks)
  return remarks === ''
}

/**
 * @param {string} program in node_modules
 * @param {readonly string[]} args
 */
async function tool(program, args) {
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root })
  return code === 0 ? '' : output.trimEnd() || `slutade med kod ${code}`
}

/** @returns {string[]} */
const sourcePaths = () =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/')),
  )

/** @param {number} began */
const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1).replace('.', ',')} s`
