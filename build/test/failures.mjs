import { stripVTControlCharacters } from 'node:util'

/**
 * Where a failed test is and the beginning of what it said, for the end of a run: what is printed when it fails is far above by then, and often cut away.
 * @param {string} where
 * @param {unknown} said
 */
function told(where, said) {
  const lines = stripVTControlCharacters(String(said ?? '')).split('\n').map(line => line.trim()).filter(line => line !== '')
  return [where, ...lines.slice(0, 4).map(line => `  ${line.slice(0, 200)}`)].join('\n')
}

/**
 * The failed tests of a report of vitest's JSON reporter, and the files that could not be run.
 * @param {any} report
 * @param {(path: string) => string} short
 * @returns {string[]}
 */
export const failuresVitest = (report, short) =>
  (report?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    if (file.status === 'failed' && file.assertionResults.length === 0) return [told(short(file.name), file.message)]
    return file.assertionResults.filter((/** @type {any} */ one) => one.status === 'failed').map((/** @type {any} */ one) => told(`${short(file.name)} › ${one.fullName}`, one.failureMessages?.[0]))
  })

/**
 * The failed tests of a report of Playwright's JSON reporter, and what went wrong outside every test.
 * @param {any} report
 * @returns {string[]}
 */
export function failuresPlaywright(report) {
  /** @type {(suite: any) => string[]} */
  const inSuite = suite => [
    ...(suite.specs ?? []).filter((/** @type {any} */ spec) => !spec.ok).map((/** @type {any} */ spec) => {
      const errors = (spec.tests ?? []).flatMap((/** @type {any} */ test) => test.results ?? []).flatMap((/** @type {any} */ result) => result.errors ?? [])
      return told(`test/e2e/${spec.file}:${spec.line} › ${spec.title}`, errors[0]?.message)
    }),
    ...(suite.suites ?? []).flatMap(inSuite),
  ]
  return [...(report?.suites ?? []).flatMap(inSuite), ...outsideTests(report).map(error => told('utanför varje prov', error.message))]
}

/**
 * What went wrong outside every test; that a run ends at its first failure, as asked, is none of it.
 * @param {any} report
 * @returns {{ message?: string }[]}
 */
export const outsideTests = report => (report?.errors ?? []).filter((/** @type {any} */ error) => !/^Testing stopped early/.test(stripVTControlCharacters(error.message ?? '')))
