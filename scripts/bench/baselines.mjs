/**
 * The app beside pages that show the same list with other libraries, a page without one, and a static page: what
 * `npm run bench -- --baselines` measures. In every round each page is loaded and worked once.
 */
import { buildPages, PAGES } from '../../tools/bench/build.mjs'
import { startServer } from '../serve.mjs'
import { actsOnCompare, actsOnList, DRIVERS, openCompare } from './drivers.mjs'
import { observePaint, readLoad, SLOW_4G, throttle, timeToPaint } from './measure.mjs'

const VIEWPORT = { width: 1440, height: 900 }
const TREATMENTS = ['carbamazepine', 'mvd', 'srs']
/** Milliseconds between two acts, as in the table of the goals. */
const BETWEEN_ACTS = 500
/** Milliseconds until the parts that a page fetches ahead are there. */
const SETTLED = 1500
/** Milliseconds without a new file after which all have come, on the slow network too. */
const NOTHING_COMES = 2000
const TIMEOUT = 60_000

async function newPage(browser) {
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true })
  const page = await context.newPage()
  await page.addInitScript(observePaint)
  return page
}

const waitUntilReady = (page) =>
  page.waitForFunction(() => performance.getEntriesByName('app-ready').length > 0, null, { timeout: TIMEOUT })

/** Until no file has come for a while: what a page fetches after its list, and ahead, counts among all its bytes. */
async function untilAllFetched(page) {
  const filesCome = () => page.evaluate(() => performance.getEntriesByType('resource').length)
  let before
  let now = await filesCome()
  do {
    before = now
    await page.waitForTimeout(NOTHING_COMES)
    now = await filesCome()
  } while (now > before)
}

/** Bytes that scripts still hold after the rubbish has been collected. */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

async function measureLoad(browser, { name, url }, slow) {
  const page = await newPage(browser)
  const session = await throttle(page, slow)
  await page.goto(url, { waitUntil: 'load', timeout: TIMEOUT })
  if (name !== 'static') await waitUntilReady(page)
  await untilAllFetched(page)
  const figures = await page.evaluate(readLoad)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.waitForTimeout(SETTLED)
  const heap = await heapOf(page)
  await page.context().close()
  return { ...figures, heap }
}

async function timeActs(page, acts, times) {
  for (const { name, prepare, ...scripts } of acts) {
    await prepare?.(page)
    times[name].push(await timeToPaint(page, scripts))
    await page.waitForTimeout(BETWEEN_ACTS)
  }
}

async function measureActs(browser, { name, url }) {
  const driver = DRIVERS[name]
  const times = { filter: [], search: [], sort: [], compare: [], outcome: [] }
  const page = await newPage(browser)
  await page.goto(`${url}/?treatments=${TREATMENTS}`)
  await waitUntilReady(page)
  await page.waitForTimeout(SETTLED)
  await throttle(page, { cpu: 4 })
  await timeActs(page, actsOnList(driver), times)
  await timeActs(page, [openCompare(driver)], times)
  await page.waitForSelector(driver.picture, { timeout: TIMEOUT })
  await page.waitForTimeout(SETTLED)
  await timeActs(page, actsOnCompare(driver), times)
  await page.context().close()
  return times
}

/** One page in one round: loaded on a slow machine and on a quick one, then worked. */
async function measurePage(browser, page) {
  const slow = await measureLoad(browser, page, { cpu: 4, network: SLOW_4G })
  const quick = await measureLoad(browser, page, { network: SLOW_4G })
  const acts = DRIVERS[page.name] ? await measureActs(browser, page) : {}
  return { ...slow, blockingUnthrottled: quick.blocking, ...acts }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ rounds: number, app: { url: string }, plain: { url: string }, only?: readonly string[] }} options servers of the
 * app and of the static page; `only` names the pages to measure
 * @returns {Promise<Readonly<Record<string, readonly object[]>>>} for each page its figures, a row a round
 */
export async function measureBaselines(browser, { rounds, app, plain, only }) {
  const folders = await buildPages()
  const servers = await Promise.all(
    PAGES.map(async (name) => ({
      name,
      server: await startServer({ dist: folders[name], data: 'data', port: 0 }),
    })),
  )
  const pages = [
    { name: 'app', url: app.url },
    { name: 'static', url: plain.url },
    ...servers.map(({ name, server }) => ({ name, url: server.url })),
  ].filter(({ name }) => !only || only.includes(name))
  const results = Object.fromEntries(pages.map(({ name }) => [name, []]))
  for (let round = 1; round <= rounds; round++)
    for (const page of pages) {
      process.stdout.write(`round ${round} of ${rounds}: ${page.name}        \r`)
      results[page.name].push(await measurePage(browser, page))
    }
  await Promise.all(servers.map(({ server }) => server.close()))
  return results
}
