import { expect, test } from 'vitest'
import { failuresPlaywright, failuresVitest } from '../../build/test/failures.mjs'
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

test('failed tests are named with the beginning of what they said', () => {
  const report = {
    testResults: [
      { name: '/x/a.test.ts', status: 'failed', message: 'Failed to load', assertionResults: [] },
      { name: '/x/b.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'good' }, { status: 'failed', fullName: 'a light is right', failureMessages: ['\u001B[31mAssertionError: expected 1\u001B[39m\n\n to be 2\nat\nthere\nmore'] }] },
    ],
  }
  expect(failuresVitest(report, path => path.slice(3))).toEqual(['a.test.ts\n  Failed to load', 'b.test.ts › a light is right\n  AssertionError: expected 1\n  to be 2\n  at\n  there'])
  expect([failuresVitest(undefined, String), failuresPlaywright(undefined)]).toEqual([[], []])
})

test('failed tests of a nested group are named, and what broke outside them', () => {
  const failed = { ok: false, file: 'list.spec.ts', line: 7, title: 'filters', tests: [{ results: [{ errors: [{ message: 'not found' }] }] }] }
  const report = { suites: [{ specs: [{ ok: true }], suites: [{ specs: [failed] }] }], errors: [{ message: 'teardown' }] }
  expect(failuresPlaywright(report)).toEqual(['test/e2e/list.spec.ts:7 › filters\n  not found', 'utanför varje prov\n  teardown'])
})

test('a run that ends at its first failure has failed once', () => {
  const stopped = { stats: { unexpected: 1 }, errors: [{ message: '\u001B[31mTesting stopped early after 1 maximum allowed failures.\u001B[39m' }] }
  expect(countPlaywright(stopped).failed).toBe(1)
  expect(failuresPlaywright(stopped)).toEqual([])
})
