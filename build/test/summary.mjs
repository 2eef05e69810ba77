import { outsideTests } from './failures.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts from the report of vitest's JSON reporter. A file that could not be run at all counts as one failure; without a report nothing was counted.
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const files = Array.isArray(report?.testResults) ? report.testResults : []
  const brokenFiles = files.filter((/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + brokenFiles,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

/**
 * Counts from the report of Playwright's JSON reporter. What went wrong outside every test counts as failures; a test that only passed at a second try has failed.
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  return { passed: expected, failed: unexpected + flaky + outsideTests(report).length, skipped }
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export const sum = (parts) =>
  parts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }), { passed: 0, failed: 0, skipped: 0 })

/** @param {Counts} counts */
export const summaryLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * Why a runner's result is not good enough, or undefined: a failed run, no test run at all, or a skipped one.
 * @param {string} runner
 * @param {number} exitCode
 * @param {Counts} counts
 */
export function complaint(runner, exitCode, counts) {
  if (counts.failed > 0) return `${runner}: ${counts.failed} prov misslyckades.`
  if (exitCode !== 0) return `${runner} slutade med kod ${exitCode}.`
  if (counts.passed === 0) return `${runner} körde inget prov.`
  if (counts.skipped > 0) return `${runner}: ${counts.skipped} prov hoppades över.`
  return undefined
}
