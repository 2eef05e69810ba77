import { expect, test } from 'vitest'
import { complaint, countPlaywright, countVitest, sum, summaryLine } from '../../build/test/summary.mjs'

const vitest = {
  numPassedTests: 40,
  numFailedTests: 2,
  numPendingTests: 3,
  numTodoTests: 1,
  testResults: [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ],
}
const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'no tests' }] }

test('every runner is counted, and files or runs that broke down count as failures', () => {
  expect(countVitest(vitest)).toEqual({ passed: 40, failed: 3, skipped: 4 })
  expect(countPlaywright(playwright)).toEqual({ passed: 5, failed: 3, skipped: 2 })
  expect(summaryLine(sum([countVitest(vitest), countPlaywright(playwright)]))).toBe('45 passed, 6 failed, 6 skipped')
  expect(summaryLine(sum([]))).toBe('0 passed, 0 failed, 0 skipped')
})

test('a missing report counts nothing', () => {
  expect(countVitest(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 })
  expect(countPlaywright(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 })
})

test('a run is good only when tests were run, none failed and none was skipped', () => {
  const good = { passed: 3, failed: 0, skipped: 0 }
  expect(complaint('vitest', 0, good)).toBeUndefined()
  expect(complaint('vitest', 1, good)).toMatch(/kod 1/)
  expect(complaint('vitest', 0, { ...good, failed: 1 })).toMatch(/1 prov misslyckades/)
  expect(complaint('vitest', 0, { ...good, passed: 0 })).toMatch(/inget prov/)
  expect(complaint('playwright', 0, { ...good, skipped: 2 })).toMatch(/2 prov hoppades över/)
})
