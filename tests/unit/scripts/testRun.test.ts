import { describe, expect, it } from 'vitest'
import { asOneCheck, countTests, failIfNothingRan, runChecks } from '../../../scripts/testRun.mjs'

const report = (numPassedTests: number, numFailedTests: number, numPendingTests = 0) =>
  JSON.stringify({ numPassedTests, numFailedTests, numPendingTests })

describe('countTests', () => {
  it('counts what the report says', () => {
    expect(countTests(report(10, 0), 0, '')).toMatchObject({ passed: 10, failed: 0 })
    expect(countTests(report(10, 2), 1, '')).toMatchObject({ passed: 10, failed: 2 })
  })

  it('counts a skipped test as failed', () => {
    expect(countTests(report(10, 0, 3), 0, '')).toMatchObject({ passed: 10, failed: 3 })
  })

  it('names a skipped test, which the output of the run does not', () => {
    const assertionResults = [
      { fullName: 'the page is read', status: 'passed' },
      { fullName: 'the page is printed', status: 'skipped' },
    ]
    const named = JSON.stringify({
      numPassedTests: 1,
      numPendingTests: 1,
      testResults: [{ assertionResults }],
    })
    expect(countTests(named, 0, 'ran').output).toBe(
      'ran\nSkipped, and so counted as failed: the page is printed',
    )
  })

  it('counts one failure for a run that ended badly although no test failed', () => {
    expect(countTests(report(10, 0), 1, '')).toMatchObject({ passed: 10, failed: 1 })
  })

  it('counts one failure for a run that left no report', () => {
    expect(countTests(undefined, 1, '')).toMatchObject({ passed: 0, failed: 1 })
    expect(countTests(undefined, 0, '')).toMatchObject({ passed: 0, failed: 1 })
    expect(countTests('{"numPas', 0, '')).toMatchObject({ passed: 0, failed: 1 })
  })
})

it('takes it for a failure when no test ran at all', () => {
  expect(failIfNothingRan(countTests(report(0, 0), 0, ''))).toMatchObject({ passed: 0, failed: 1 })
  expect(failIfNothingRan(countTests(report(1, 0), 0, ''))).toMatchObject({ passed: 1, failed: 0 })
})

describe('runChecks', () => {
  const check = (name: string, code: number) => ({
    name,
    run: () => Promise.resolve(asOneCheck({ code, output: `${name} said so` })),
  })

  it('goes on after a failure and adds everything up', async () => {
    const printed: string[] = []
    const checks = [
      check('types', 1),
      check('lint', 0),
      { name: 'crash', run: () => Promise.reject(new Error('it fell over')) },
      { name: 'tests', run: () => Promise.resolve(countTests(report(7, 2), 1, '')) },
    ]
    const total = await runChecks(checks, { atOnce: 2, print: (text: string) => printed.push(text) })
    expect(total).toEqual({ passed: 8, failed: 4 })
    expect(printed.join('\n')).toContain('types: FAILED (1 failed, 0 passed)')
    expect(printed.join('\n')).toContain('types said so')
    expect(printed.join('\n')).toContain('it fell over')
  })

  it('runs no more at once than it is told', async () => {
    let running = 0
    let most = 0
    const slow = {
      name: 'slow',
      run: async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running -= 1
        return asOneCheck({ code: 0, output: '' })
      },
    }
    await runChecks(Array(6).fill(slow), { atOnce: 2, print: () => undefined })
    expect(most).toBe(2)
  })
})
