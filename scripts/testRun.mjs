/** Running checks, telling how they went, and counting them: what scripts/test.mjs is made of. */

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {Count & { output: string }} Result what a check found, and what it printed
 * @typedef {{ name: string, run: () => Promise<Result> }} Check
 */

/**
 * @param {{ code: number, output: string }} finished
 * @returns {Result} one passed or one failed check
 */
export function asOneCheck({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output }
}

/** A line for each test that did not run, since nothing else in the output tells of it. */
function skippedTests(files) {
  const tests = files.flatMap(({ assertionResults = [] }) => assertionResults)
  return tests
    .filter(({ status }) => status === 'skipped' || status === 'pending')
    .map(({ fullName }) => `Skipped, and so counted as failed: ${fullName}`)
}

/**
 * Counts what Vitest says it ran. A skipped test counts as failed, and a run that ended badly without naming a failed
 * test (a file that does not load, an error outside a test, no report at all) is one failure, so that neither looks green.
 *
 * @param {string | undefined} report the text of its JSON report
 * @param {number} code its exit status
 * @param {string} output
 * @returns {Result}
 */
export function countTests(report, code, output) {
  let passed = 0
  let failed = 0
  let told = output
  try {
    const {
      numPassedTests = 0,
      numFailedTests = 0,
      numPendingTests = 0,
      testResults = [],
    } = JSON.parse(report ?? '')
    passed = numPassedTests
    failed = numFailedTests + numPendingTests
    if (numPendingTests > 0) told = [output, ...skippedTests(testResults)].join('\n')
  } catch {
    failed = 1
  }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output: told }
}

/**
 * @param {Result} result
 * @returns {Result} a failure when not a single test ran: silence is not success
 */
export function failIfNothingRan(result) {
  if (result.passed + result.failed > 0) return result
  return { ...result, failed: 1, output: `${result.output}\nNo test ran here, and that counts as a failure.` }
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

function heading({ name }, { passed, failed }, time) {
  const outcome = failed > 0 ? `FAILED (${failed} failed, ${passed} passed)` : `passed (${passed})`
  return `\n== ${name}: ${outcome}, ${time}`
}

/**
 * Runs checks two at a time, says how each ended when it ends, and goes on after a failure so that all is seen.
 *
 * @param {readonly Check[]} checks
 * @param {{ atOnce: number, print: (text: string) => void }} options
 * @returns {Promise<Count>} the sum
 */
export async function runChecks(checks, { atOnce, print }) {
  const waiting = [...checks]
  const total = { passed: 0, failed: 0 }
  async function runNext() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const start = performance.now()
      const result = await check.run().catch((error) => asOneCheck({ code: 1, output: error.message }))
      total.passed += result.passed
      total.failed += result.failed
      const isTold = result.output.trim() !== ''
      print(heading(check, result, seconds(start)) + (isTold ? `\n${result.output.trimEnd()}` : ''))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runNext))
  return total
}
