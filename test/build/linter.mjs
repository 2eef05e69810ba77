import { join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { root } from '../../build/setup/places.mjs'

const typed = ['**/*.ts', '**/*.tsx']

// The house's own configuration, so that a rule switched off there is seen here; only what needs whole files on disk is left out.
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: join(root, 'build', 'eslint.config.mjs'),
  overrideConfig: [
    { files: typed, ...tseslint.configs.disableTypeChecked },
    { files: typed, languageOptions: { parserOptions: { projectService: false, project: false } } },
  ],
})

/**
 * The names of the rules that refuse this text in this file of the house. Throws when the text cannot be read at all.
 * @param {string} path
 * @param {string} text
 */
export async function refusals(path, text) {
  const [result] = await eslint.lintText(text, { filePath: join(root, path) })
  if (result === undefined) throw new Error(`${path} is not linted`)
  const unreadable = result.messages.find((message) => message.fatal || message.ruleId === null)
  if (unreadable !== undefined) throw new Error(`${path}: ${unreadable.message}`)
  return result.messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== '@typescript-eslint/no-unused-vars')
}
