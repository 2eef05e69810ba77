/** @typedef {{ selector: string, message: string }} Ban */

const database = '/(?:^|[a-z])(?:db|Db|database|Database|connection|Connection|sqlite)$/'

/** @type {readonly Ban[]} */
const everywhere = [
  ...['backup', 'serialize'].flatMap((method) =>
    [`callee.object.name=${database}`, `callee.object.property.name=${database}`].map((owner) => ({
      selector: `CallExpression[callee.property.name="${method}"][${owner}]`,
      message: `${method}() of an encrypted database fails or gives plain text. Use VACUUM INTO.`,
    })),
  ),
  { selector: 'Identifier[name="sendSync"]', message: 'sendSync stops the window. Use invoke.' },
  { selector: 'Identifier[name="openExternal"]', message: 'Nothing may be opened outside the program.' },
  { selector: 'Identifier[name="executeJavaScript"]', message: 'Code may not be sent to a window as text.' },
  { selector: 'MemberExpression[object.name="shell"][property.name="openPath"]', message: 'A file may not be opened by another program.' },
  { selector: 'MemberExpression[object.property.name="shell"][property.name="openPath"]', message: 'A file may not be opened by another program.' },
  { selector: 'VariableDeclarator[init.name="shell"] > ObjectPattern', message: 'Write shell.… in full, so that a ban on its functions can see it.' },
  { selector: 'ImportSpecifier[imported.name="shell"][local.name!="shell"]', message: 'Keep the name shell, so that a ban on its functions can see it.' },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"]', message: 'Markup may not be set as text.' },
  { selector: 'TSAsExpression > TSAsExpression.expression', message: 'A double cast hides an error. Narrow the value instead.' },
]

/** @type {Ban} */
const ipcMain = { selector: 'Identifier[name="ipcMain"]', message: 'Messages from the window are received only in electron/shell/gate*.ts, which checks the sender and the content.' }

/** @type {Ban} */
const chance = { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Math.random gives other results each time and no safe secrets. Use node:crypto, or a given seed.' }

/** @type {readonly Ban[]} */
const clock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Rules get their day from outside; new Date() makes them give another answer tomorrow.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Rules get their day from outside.' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Rules get their day from outside.' },
]

/** @type {Ban} */
const oneLanguage = { selector: 'ImportDeclaration[importKind!="type"][source.value=/[.](sv|en)[.]ts$/]', message: 'Rooms read texts from renderer/text/t.ts and words.ts, which know the language of the window.' }
/** What is written for others than the user is Swedish in every language of the window. */
const swedishByLaw = ['renderer/intake/receiptText.ts']

const rulesAndProgrammes = ['electron/core/rules/**', 'electron/core/programmes/**']
const gate = ['electron/shell/gate*.ts']

/**
 * @param {readonly string[]} files
 * @param {readonly Ban[]} bans
 * @param {readonly string[]} [ignores]
 */
const place = (files, bans, ignores = []) => ({
  files: [...files],
  ignores: [...ignores],
  rules: /** @type {import('eslint').Linter.RulesRecord} */ ({ 'no-restricted-syntax': ['error', ...bans] }),
})

/**
 * What must never be written, by folder. Each file is named by exactly one of these, since a later list replaces an earlier one.
 * @type {import('eslint').Linter.Config[]}
 */
export const bans = [
  place(rulesAndProgrammes, [...everywhere, ipcMain, chance, ...clock]),
  place(['electron/core/**'], [...everywhere, ipcMain, chance], rulesAndProgrammes),
  place(gate, everywhere),
  place(['electron/**', 'renderer/text/**', 'shared/**'], [...everywhere, ipcMain], ['electron/core/**', ...gate]),
  place(['renderer/**'], [...everywhere, ipcMain, oneLanguage], ['renderer/text/**', ...swedishByLaw]),
  {
    files: ['electron/**', 'renderer/**', 'shared/**', 'build/**'],
    // no-implied-eval only looks at functions it knows to be global.
    languageOptions: { globals: { setTimeout: 'readonly', setInterval: 'readonly', window: 'readonly', globalThis: 'readonly' } },
    rules: { 'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error', 'no-alert': 'error', 'no-script-url': 'error' },
  },
  { files: ['renderer/**', 'shared/**', 'electron/core/**'], rules: { 'no-console': 'error' } },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['test', 'it', 'describe'].flatMap((object) =>
          ['skip', 'skipIf', 'runIf', 'only', 'todo', 'fixme', 'fails'].map((property) => ({ object, property, message: 'Every test is run, always.' })),
        ),
      ],
    },
  },
]
