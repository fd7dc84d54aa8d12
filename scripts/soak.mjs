/**
 * `npm run soak`: clicks and goes through 2,000 random states of the app in one tab. `--states 200 --seed 7
 * --fresh-every 10` change how many, which, and how often a state is compared with a fresh load of its own address.
 * Fails on an error of the console, a state that is not what its address shows, or memory that grows.
 */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { randomFrom, statesOf } from './soakStates.mjs'

/** The heap after as many states as you like may be larger by this much than after the first ones. */
export const MOST_GROWTH = 0.1
/** States before memory is first looked at: caches that are meant to fill are full by then. */
const WARM_UP = 40

/**
 * The browser translates functions to machine code the more often they run, for hundreds of states: that is its own
 * memory, and grows with nothing of ours. So it does not here.
 */
export const STEADY_HEAP = '--js-flags=--no-opt --no-maglev --no-sparkplug'

/** Resolves once the page says the same for a while; runs in the page. */
async function settleInPage() {
  const pause = (time) => new Promise((done) => setTimeout(done, time))
  const look = () => location.href + document.title + (document.querySelector('main')?.innerText ?? '')
  window.scrollTo(0, 0)
  let [before, same] = ['', 0]
  for (let tries = 0; tries < 150 && same < 2; tries += 1) {
    await pause(40)
    const now = look()
    const isLoading = document.querySelector('main .skeleton') !== null
    same = now === before && !isLoading ? same + 1 : 0
    before = now
  }
  return same >= 2
}

/** Without the choices of the filters, which a reader may have unfolded, and without what was said of a change. */
const textInPage = () => {
  const apart = [...document.querySelectorAll('main .filter-group fieldset, main [role=status]')]
  for (const part of apart) part.style.display = 'none'
  const text = `${document.title}\n${document.querySelector('main')?.innerText ?? ''}`.replace(/\s+/g, ' ')
  for (const part of apart) part.style.removeProperty('display')
  return text
}

/** As a link inside the app does, without one at hand. */
const goInPage = (address) => {
  history.pushState(null, '', address)
  window.dispatchEvent(new PopStateEvent('popstate', { state: null }))
}

/** A link of the page, or a tick in the list: never a field about a patient. */
const clickInPage = (chance) => {
  const selector =
    location.pathname === '/'
      ? 'main a[href^="/"], main input[type=checkbox]'
      : 'main a[href^="/"], .app-nav a'
  const targets = [...document.querySelectorAll(selector)].filter(
    (target) =>
      target.getClientRects().length > 0 &&
      !target.disabled &&
      !target.getAttribute('href')?.startsWith('/data/') &&
      target.getAttribute('target') === null &&
      !target.hasAttribute('download'),
  )
  const target = targets[Math.floor(chance * targets.length)]
  target?.click()
  return target !== undefined
}

async function heapOf(page) {
  const session = await page.context().newCDPSession(page)
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

function listen(page, problems) {
  const where = () => page.url()
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${where()}: console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${where()}: uncaught: ${error}`))
}

async function settle(page, problems) {
  if (!(await page.evaluate(settleInPage))) problems.push(`${page.url()}: does not come to rest`)
}

function firstDifference(one, other) {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const around = (text) => text.slice(Math.max(0, at - 40), at + 60)
  return `“${around(one)}” and freshly loaded “${around(other)}”`
}

async function compareWithFresh(page, problems) {
  const fresh = await page.context().newPage()
  listen(fresh, problems)
  await fresh.goto(page.url())
  await fresh.locator('html[data-ready=all]').waitFor({ state: 'attached' })
  let [here, there] = ['', undefined]
  // What is fetched once the browser is idle may come a moment after the page has come to rest.
  for (let tries = 0; tries < 8 && here !== there; tries += 1) {
    await settle(fresh, problems)
    ;[here, there] = await Promise.all([page.evaluate(textInPage), fresh.evaluate(textInPage)])
    if (here !== there) await fresh.waitForTimeout(500)
  }
  if (here !== there) problems.push(`${page.url()}: ${firstDifference(here, there)}`)
  await fresh.close()
}

async function heapAtStart(page, url, problems) {
  await page.evaluate(goInPage, new URL('/', url).pathname)
  await settle(page, problems)
  return heapOf(page)
}

/**
 * @param {object} options
 * @param {import('playwright-core').Browser} options.browser
 * @param {string} options.url where the app is served
 * @param {Record<string, readonly Record<string, any>[]>} options.tables the data it shows
 * @param {number} options.states
 * @param {number} options.seed
 * @param {number} options.freshEvery each of so many states is compared with a fresh load
 * @returns {Promise<{ problems: string[], compared: number, growth: number }>} `growth` as a fraction of the heap
 */
export async function soak({ browser, url, tables, states, seed, freshEvery }) {
  const random = randomFrom(seed)
  const nextState = statesOf(tables, random)
  const problems = []
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  listen(page, problems)
  await page.goto(url)
  await page.locator('html[data-ready=all]').waitFor({ state: 'attached' })

  async function step() {
    const kind = random()
    if (kind < 0.25) {
      if (!(await page.evaluate(clickInPage, random()))) await page.evaluate(goInPage, nextState())
    } else if (kind < 0.35) await page.evaluate(() => history.back())
    else await page.evaluate(goInPage, nextState())
    await settle(page, problems)
  }

  for (let done = 0; done < Math.min(WARM_UP, states / 2); done += 1) await step()
  const before = await heapAtStart(page, url, problems)
  let compared = 0
  for (let done = 1; done <= states && problems.length < 10; done += 1) {
    await step()
    if (done % freshEvery === 0) {
      await compareWithFresh(page, problems)
      compared += 1
    }
  }
  const growth = (await heapAtStart(page, url, problems)) / before - 1
  await context.close()
  return { problems, compared, growth }
}

async function run() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const { values } = parseArgs({
    options: {
      states: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      'fresh-every': { type: 'string', default: '10' },
    },
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
  const browser = await chromium.launch({ ...found, args: [...found.args, STEADY_HEAP] })
  const server = await startServer({ dist: join(root, 'dist'), data: join(root, 'data') })
  const start = performance.now()
  const { problems, compared, growth } = await soak({
    browser,
    url: server.url,
    tables,
    states: Number(values.states),
    seed: Number(values.seed),
    freshEvery: Number(values['fresh-every']),
  })
  await browser.close()
  await server.close()
  for (const problem of problems) console.error(problem)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(
    `${values.states} states from seed ${values.seed} in ${seconds} s; ${compared} compared with a fresh load; heap ${growth >= 0 ? '+' : ''}${(100 * growth).toFixed(1)} %; ${problems.length} problems`,
  )
  if (problems.length > 0 || growth > MOST_GROWTH) process.exitCode = 1
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await run()
