/**
 * `npm test`: every check there is, in one run. It goes on after a failure, and its last line is `N passed, N failed`.
 * `npm test -- words` runs only the tests whose file name contains the words, with all the other checks.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { tellEngines } from './engines.mjs'
import { findBrowser } from './findBrowser.mjs'
import { runCommand, runScript } from './runScript.mjs'
import { asOneCheck, countTests, failIfNothingRan, runChecks } from './testRun.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const filter = process.argv.slice(2)
const print = (text) => console.log(text)

/** A tool says something only when it has found a fault; what it prints when all is well is noise here. */
async function tool(script) {
  const result = asOneCheck(await runScript(root, script))
  return result.failed > 0 ? result : { ...result, output: '' }
}

/** Vite's word on how a future version will read its configuration helps nobody here. */
const QUIET_VITE = { NO_COLOR: '1', FORCE_COLOR: '0', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }

const quoted = (word) => JSON.stringify(word)

async function vitest(name, projects) {
  const report = join(root, 'node_modules', '.cache', `test-report-${name}.json`)
  await mkdir(dirname(report), { recursive: true })
  await rm(report, { force: true })
  const options = [
    ...projects.map((project) => `--project ${project}`),
    '--reporter=default --reporter=json',
    `--outputFile.json=${quoted(report)}`,
    '--allowOnly=false --passWithNoTests',
  ]
  const command = ['vitest run', ...options, ...filter.map(quoted)].join(' ')
  const { code, output } = await runCommand(root, command, { env: QUIET_VITE })
  const result = countTests(await readFile(report, 'utf8').catch(() => undefined), code, output)
  return filter.length > 0 ? result : failIfNothingRan(result)
}

/** Why the browser tests cannot run: told once, by the check that found it. */
const obstacles = []

async function browserIsThere() {
  const { executablePath } = await findBrowser({ root, log: print }).catch((error) => {
    obstacles.push('there is no browser')
    throw error
  })
  return { passed: 1, failed: 0, output: `Chromium: ${executablePath}\n${tellEngines()}` }
}

async function build() {
  const { isNew } = await ensureBuilt(root).catch((error) => {
    obstacles.push('the build failed')
    throw error
  })
  return { passed: 1, failed: 0, output: isNew ? '' : 'Nothing has changed since the last build.' }
}

async function browserTests() {
  if (obstacles.length === 0) return vitest('e2e', ['e2e', 'e2e-alone'])
  return { passed: 0, failed: 1, output: `Not run: ${obstacles.join(' and ')}.` }
}

const checks = [
  { name: 'types', run: () => tool('types') },
  { name: 'build', run: build },
  { name: 'lint', run: () => tool('lint') },
  { name: 'browser', run: browserIsThere },
  { name: 'arrows', run: () => tool('arrows') },
  { name: 'formatting', run: () => tool('formatting') },
  ...(existsSync(join(root, 'scripts', 'check-data.mjs'))
    ? [{ name: 'data', run: () => tool('check-data') }]
    : []),
  { name: 'unit and component tests', run: () => vitest('unit', ['unit', 'component']) },
]

const start = performance.now()
const fast = await runChecks(checks, { atOnce: 2, print })
// Alone, because these measure what a person waits for.
const slow = await runChecks([{ name: 'browser tests', run: browserTests }], { atOnce: 1, print })

const [passed, failed] = [fast.passed + slow.passed, fast.failed + slow.failed]
print(`\nAll of it took ${((performance.now() - start) / 1000).toFixed(0)} s.`)
print(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
