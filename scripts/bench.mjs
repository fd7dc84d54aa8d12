/**
 * Measures the app against a plain static page of the same content, in interleaved rounds in the test browser, and
 * writes docs/benchmarks.md. Run it on a quiet machine: `npm run bench`, or `npm run bench -- --rounds 9`; with
 * `--baselines` the app is measured beside the pages of tools/bench instead, all or those named (`--baselines app,vanilla`).
 */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { allRowsAreDrawn, readList, staticPage } from './bench/staticPage.mjs'
import { observePaint, readLoad, SLOW_4G, throttle, timeToPaint } from './bench/measure.mjs'
import { timeRanks, timeVerdicts } from './bench/domain.mjs'
import { forestFolder } from './bench/forestFolder.mjs'
import { baselineReport, withParts } from './bench/baselineReport.mjs'
import { benchmarkReport } from './bench/report.mjs'
import { ensureBuilt } from './build.mjs'
import { findBrowser } from './findBrowser.mjs'
import { precompress } from './precompress.mjs'
import { startServer } from './serve.mjs'

const argument = process.argv.indexOf('--rounds')
const rounds = argument > 0 ? Number(process.argv[argument + 1]) : 7
const SLOW = { cpu: 4, network: SLOW_4G }
/** Milliseconds: as quick as a hand that goes from one filter to the next. What follows an act then burdens no other. */
const BETWEEN_ACTS = 500
const VIEWPORT = { width: 1440, height: 900 }

/** The words of the line that stands first on the screen: a row, or the heading above it. Forces no layout. */
function firstLine() {
  const lines = [...document.querySelectorAll('.lines > :not(.out)')]
  const first = lines.reduce((one, other) =>
    Number(other.style.order) < Number(one.style.order) ? other : one,
  )
  return first.textContent
}

/** Each act is timed both ways: a filter set and cleared again, an order changed and changed back. */
const ACTS = [
  {
    name: 'filter',
    act: 'document.querySelector(".filter-panel input[type=checkbox]").click()',
    done: 'return document.querySelectorAll(".treatment-row.out").length > 0',
  },
  {
    name: 'filter',
    act: 'document.querySelector(".filter-panel input[type=checkbox]").click()',
    done: 'return document.querySelectorAll(".treatment-row.out").length === 0',
  },
  ...['name', 'line', 'group'].map((order) => ({
    name: 'sort',
    act: `window.__first = (${firstLine})(); const menu = [...document.querySelectorAll("main select")].find((each) => each.querySelector("option[value=onset]")); menu.value = "${order}"; menu.dispatchEvent(new Event("change", { bubbles: true }))`,
    done: `return (${firstLine})() !== window.__first`,
  })),
]

async function newPage(browser) {
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true })
  const page = await context.newPage()
  await page.addInitScript(observePaint)
  return page
}

async function measureLoad(browser, url, ready) {
  const page = await newPage(browser)
  await throttle(page, SLOW)
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  if (ready)
    await page.waitForFunction(() => performance.getEntriesByName('app-ready').length > 0, null, {
      timeout: 60_000,
    })
  await page.waitForTimeout(300)
  const figures = await page.evaluate(readLoad)
  await page.context().close()
  return figures
}

async function measureActs(browser, url, cpu) {
  const page = await newPage(browser)
  await page.goto(url)
  await page.waitForSelector('html[data-ready=all]', { state: 'attached' })
  await throttle(page, { cpu })
  const times = { filter: [], sort: [], compare: [] }
  for (const step of [...ACTS, ...ACTS]) {
    times[step.name].push(await timeToPaint(page, step))
    await page.waitForTimeout(BETWEEN_ACTS)
  }
  await page.goto(`${url}/?treatments=carbamazepine,mvd,srs`)
  await page.waitForSelector('html[data-ready=all]', { state: 'attached' })
  await page.waitForTimeout(1500) // the prefetch of Compare
  times.compare.push(
    await timeToPaint(page, {
      act: 'document.querySelector(".compare-bar a").click()',
      done: 'return document.querySelectorAll("main table thead th").length >= 3',
    }),
  )
  await page.context().close()
  return times
}

/** The time to draw a forest plot of 500 findings, from the click on its tab, without slowdown. */
async function measureForest(browser, url) {
  const page = await newPage(browser)
  await page.goto(`${url}/compare?treatments=mvd,srs&outcome=pain-free-no-meds&picture=forest`)
  await page.waitForSelector('html[data-ready=all]', { state: 'attached' })
  await page.waitForTimeout(1500) // every part is loaded; now only the drawing is timed
  const tab = (name) =>
    `[...document.querySelectorAll('.picture-tabs button')].find((each) => each.textContent.includes('${name}'))`
  await page.locator('.picture-tabs button', { hasText: 'Bars' }).click()
  await page.waitForTimeout(500)
  const time = await timeToPaint(page, {
    act: `${tab('All findings')}.click()`,
    done: 'return document.querySelectorAll("main figure svg").length > 0 && document.querySelectorAll("main figure canvas").length === 0',
  })
  await page.context().close()
  return time
}

/** The static page is served by the same server, from a folder of its own. */
async function serveStaticPage(browser, appUrl) {
  const page = await newPage(browser)
  await page.goto(appUrl)
  await page.waitForSelector('html[data-ready=all]', { state: 'attached' })
  await page.waitForFunction(allRowsAreDrawn)
  // The words of rows that are out of sight are read only where they are laid out.
  await page.addStyleTag({ content: '.treatment-row { content-visibility: visible !important }' })
  const html = staticPage(await page.evaluate(readList))
  await page.context().close()
  const folder = await mkdtemp(join(tmpdir(), 'tn-compare-static-'))
  await writeFile(join(folder, 'index.html'), html)
  await precompress(folder)
  return startServer({ dist: folder, data: folder, port: 0 })
}

/** The figures that have goals of their own: the first table. */
async function measureGoals(browser, app, plain) {
  const large = await startServer({ dist: 'dist', data: await forestFolder(500), port: 0 })
  const results = {
    app: [],
    plain: [],
    acts: [],
    actsUnthrottled: [],
    forest: [],
    verdicts: await timeVerdicts(rounds),
    ranks: await timeRanks(rounds),
  }
  for (let round = 1; round <= rounds; round++) {
    process.stdout.write(`round ${round} of ${rounds}\r`)
    results.plain.push(await measureLoad(browser, plain.url, false))
    results.app.push(await measureLoad(browser, app.url, true))
    results.acts.push(await measureActs(browser, app.url, 4))
    results.actsUnthrottled.push(await measureActs(browser, app.url, 1))
    results.forest.push(await measureForest(browser, large.url))
  }
  await large.close()
  return results
}

const beside = process.argv.indexOf('--baselines')
const named = process.argv[beside + 1]
const only = beside > 0 && named && !named.startsWith('--') ? named.split(',') : undefined

await ensureBuilt(process.cwd())
const browser = await chromium.launch(await findBrowser())
const app = await startServer({ dist: 'dist', data: 'data', port: 0 })
const plain = await serveStaticPage(browser, app.url)
const { version: appVersion } = JSON.parse(await readFile('package.json', 'utf8'))
const about = {
  rounds,
  appVersion,
  browser: browser.version(),
  node: process.version,
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  date: new Date().toISOString().slice(0, 10),
}

async function measure() {
  if (beside < 0) {
    const report = benchmarkReport(await measureGoals(browser, app, plain), about)
    return { ...report, part: { goals: report.markdown } }
  }
  const { measureBaselines } = await import('./bench/baselines.mjs')
  const report = baselineReport(await measureBaselines(browser, { rounds, app, plain, only }), about)
  return { ...report, part: { baselines: report.markdown } }
}

const report = await measure()
await browser.close()
await Promise.all([app.close(), plain.close()])

const before = await readFile('docs/benchmarks.md', 'utf8').catch(() => '')
// A look at some pages alone is printed, and does not replace the table of all.
if (!only) await writeFile('docs/benchmarks.md', withParts(before, report.part))
console.log(report.markdown)
process.exitCode = report.missed.length > 0 ? 1 : 0
