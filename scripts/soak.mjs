/**
 * `npm run soak`: clicks and goes through 2,000 random states of the app in one tab, compares each with a fresh load of
 * its own address, and tells how far it is. `--states 500 --seed 2` does a part of so many states, another for each
 * seed; Control and C ends early with the figures so far. Fails on an error of the console, a state that is not what
 * its address shows, or memory that grows.
 */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { clickInPage, goInPage, settleInPage, stateInPage } from './soakPage.mjs'
import { randomFrom, statesOf } from './soakStates.mjs'

/** The heap after as many states as you like may be larger by this much than after the first ones. */
export const MOST_GROWTH = 0.1
/** States before memory is first looked at: caches that are meant to fill are full by then. */
const WARM_UP = 40
/** A page that has not changed for so many ms is compared; where it then differs, it is given longer. */
const QUIET = 60
const MOST_TRIES = 10

/**
 * The browser translates functions to machine code the more often they run, for hundreds of states: that is its own
 * memory, and grows with nothing of ours. So it does not here.
 */
export const STEADY_HEAP = '--js-flags=--no-opt --no-maglev --no-sparkplug'

async function heapOf(page) {
  const session = await page.context().newCDPSession(page)
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** A tab of its own memory, so that the heap of one is not that of the other. */
async function openTab(browser, problems) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: uncaught: ${error}`))
  return page
}

async function settle(page, problems, quiet = QUIET) {
  if (!(await page.evaluate(settleInPage, quiet))) problems.push(`${page.url()}: does not come to rest`)
}

async function load(page, address, problems) {
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('html[data-ready=all]').waitFor({ state: 'attached' })
  await settle(page, problems)
}

function firstDifference(one, other) {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const around = (text) => text.slice(Math.max(0, at - 40), at + 60)
  return `“${around(one)}” and freshly loaded “${around(other)}”`
}

/** Compares what the tab shows with fresh loads in a second one; the words of an address are read once. */
function comparer(page, fresh, problems) {
  const known = new Map()
  let loaded
  const loadFresh = async (address) => {
    if (loaded === address) return settle(fresh, problems)
    loaded = address
    await load(fresh, address, problems)
  }
  return {
    /** Begins to load what will be asked for. */
    ahead: (address) => (known.has(address) ? undefined : loadFresh(address)),
    async compare() {
      let difference = ''
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        const here = await page.evaluate(stateInPage)
        if (known.get(here.address) === here.text) return
        await loadFresh(here.address)
        const there = (await fresh.evaluate(stateInPage)).text
        if (there === here.text) return void known.set(here.address, there)
        difference = firstDifference(here.text, there)
        // What is fetched once the browser is idle may come a moment after the page has come to rest.
        await Promise.all([page, fresh].map((tab) => settle(tab, problems, QUIET * tries)))
      }
      problems.push(`${page.url()}: ${difference}`)
    },
    loads: () => known.size,
  }
}

/**
 * The next state: a click, a step back, an address that was there before or a new one. One that comes again, after
 * others, is where what stays behind of another state would show.
 */
function stepper(page, { url, random, nextState, problems, ahead }) {
  const been = ['/']
  const goTo = async (address) => {
    const loading = ahead(`${url}${address}`)
    await page.evaluate(goInPage, address)
    await Promise.all([settle(page, problems), loading])
  }
  const goOn = () => {
    const address = nextState()
    been.push(address)
    return goTo(address)
  }
  return async () => {
    const kind = random()
    if (kind >= 0.7) return goOn()
    if (kind >= 0.35) return goTo(been[Math.floor(random() * been.length)])
    if (kind >= 0.25) await page.evaluate(() => history.back())
    else if (!(await page.evaluate(clickInPage, random()))) return goOn()
    await settle(page, problems)
  }
}

/**
 * @param {object} options
 * @param {import('playwright-core').Browser} options.browser
 * @param {string} options.url where the app is served, without a slash at its end
 * @param {Record<string, readonly Record<string, any>[]>} options.tables the data it shows
 * @param {number} options.states
 * @param {number} options.seed
 * @param {(done: number, growth: number, problems: readonly string[]) => void} [options.tell] each hundred states
 * @param {() => boolean} [options.isEnough] ends early
 * @returns {Promise<{ problems: string[], done: number, loads: number, growth: number }>}
 *   `done` states compared, `loads` different addresses among them, `growth` as a fraction of the heap
 */
export async function soak({ browser, url, tables, states, seed, tell, isEnough = () => false }) {
  const random = randomFrom(seed)
  const problems = []
  const page = await openTab(browser, problems)
  const { ahead, compare, loads } = comparer(page, await openTab(browser, problems), problems)
  const nextState = statesOf(tables, random)
  const step = stepper(page, { url, random, nextState, problems, ahead })
  const heapAtStart = async () => {
    await page.evaluate(goInPage, '/')
    await settle(page, problems, 4 * QUIET)
    return heapOf(page)
  }

  await load(page, `${url}/`, problems)
  // The script of each page is fetched once and stays: that is no growth.
  for (const address of nextState.ofEachPage()) {
    await page.evaluate(goInPage, address)
    await settle(page, problems)
  }
  const warmUp = Math.min(WARM_UP, Math.floor(states / 4))
  let [before, done] = [0, 0]
  const growthNow = async () => (before === 0 ? 0 : (await heapAtStart()) / before - 1)
  while (done < states && problems.length < 10 && !isEnough()) {
    await step()
    await compare()
    done += 1
    if (done === warmUp) before = await heapAtStart()
    else if (tell && done % 100 === 0) tell(done, await growthNow(), problems)
  }
  const growth = await growthNow()
  return { problems, done, loads: loads(), growth }
}

/** Control and C once lets the state at hand end, so that the figures are told. */
function untilInterrupted() {
  let isInterrupted = false
  process.once('SIGINT', () => (isInterrupted = true))
  return () => isInterrupted
}

const asPercent = (growth) => `${growth >= 0 ? '+' : ''}${(100 * growth).toFixed(1)} %`

async function run() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const { values } = parseArgs({
    options: { states: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  })
  const [{ chromium }, { findBrowser }, { ensureBuilt }, { startServer }, { loadSource }, { readFile }] =
    await Promise.all([
      import('playwright-core'),
      import('./findBrowser.mjs'),
      import('./build.mjs'),
      import('./serve.mjs'),
      import('./loadSource.mjs'),
      import('node:fs/promises'),
    ])
  await ensureBuilt(root)
  const { loadTables } = await loadSource('src/data/loadTables.ts')
  const { TABLE_NAMES } = await loadSource('src/domain/tables.ts')
  const { tables } = await loadTables((file) => readFile(join(root, 'data', file)), TABLE_NAMES)
  const found = await findBrowser({ root })
  const browser = await chromium.launch({
    ...found,
    args: [...found.args, STEADY_HEAP],
    handleSIGINT: false,
  })
  const server = await startServer({ dist: join(root, 'dist'), data: join(root, 'data') })
  const start = performance.now()
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(0)} s`
  const states = Number(values.states)
  const { problems, done, loads, growth } = await soak({
    browser,
    url: server.url,
    tables,
    states,
    seed: Number(values.seed),
    tell: (sofar, heap, faults) =>
      console.log(`${sofar} of ${states}, ${seconds()}, heap ${asPercent(heap)}, ${faults.length} problems`),
    isEnough: untilInterrupted(),
  })
  await browser.close()
  await server.close()
  for (const problem of problems) console.error(problem)
  console.log(
    `${done} states from seed ${values.seed} in ${seconds()}, each compared with a fresh load of its address (${loads} different); heap ${asPercent(growth)}; ${problems.length} problems`,
  )
  if (problems.length > 0 || growth > MOST_GROWTH) process.exitCode = 1
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await run()
