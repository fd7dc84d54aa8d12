/**
 * How the app bears collections larger than the shipped one: `npm run bench:scale`. Makes folders of many treatments
 * and findings from the shipped tables, opens them in the test browser, and writes docs/benchmarks-scale.md.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from '../findBrowser.mjs'
import { startServer } from '../serve.mjs'
import { makeManyRows } from './manyRows.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [dist = join(root, 'dist')] = process.argv.slice(2)
const data = join(root, 'data')
const CASES = [
  { treatments: 2000, findings: 10_000 },
  { treatments: 2000, findings: 50_000 },
  { treatments: 2000, findings: 200_000 },
]
const LONGEST_WAIT = 400_000

/** From a click to the paint that shows it, in milliseconds. */
const timeFilter = async () => {
  const box = document.querySelector('.filter-panel input[type=checkbox]')
  const times = []
  for (let turn = 0; turn < 8; turn++) {
    const before = document.querySelector('.explore-count').textContent
    const start = performance.now()
    box.click()
    await new Promise((resolve) => {
      const look = () =>
        requestAnimationFrame(() =>
          document.querySelector('.explore-count').textContent === before ? look() : setTimeout(resolve),
        )
      look()
    })
    times.push(performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  times.sort((one, other) => one - other)
  return { median: times[4], longest: times.at(-1) }
}

/** Notes how long the page stood still: the longest gap between two beats of 10 ms. */
const watchFreezes = () => {
  let last = performance.now()
  window.longestFreeze = 0
  const beat = () => {
    const now = performance.now()
    window.longestFreeze = Math.max(window.longestFreeze, now - last - 10)
    last = now
    setTimeout(beat, 10)
  }
  beat()
}

const freezeSince = (page) =>
  page.evaluate(() => {
    const longest = window.longestFreeze
    window.longestFreeze = 0
    return longest
  })

/** Milliseconds of something that is waited for. */
async function timed(act) {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Opens the folder as local data, after opening it once and ending that. */
async function measure(browser, size, server) {
  const folder = makeManyRows(data, size)
  const bytes = readFileSync(join(folder, 'findings.csv')).length
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  page.setDefaultTimeout(LONGEST_WAIT)
  try {
    await page.addInitScript(watchFreezes)
    await page.goto(`${server.url}/data-check`)
    await page.locator('.found').waitFor()
    const choose = () => page.getByLabel('Folder to open').setInputFiles(folder)
    await choose()
    await page.locator('.notice-bar .work-progress .number').waitFor()
    const cancel = await timed(async () => {
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      await page.locator('.notice-bar .work-progress').waitFor({ state: 'detached' })
    })
    const explore = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Explore' })
    await freezeSince(page)
    const load = await timed(async () => {
      await choose()
      await page.locator('.notice-bar .work-progress').waitFor()
      await explore.click()
      await page.locator('.local-data').waitFor()
      await page.locator('.treatment-row', { hasText: ' 1' }).first().waitFor()
    })
    await page.waitForTimeout(2000)
    const freeze = await freezeSince(page)
    const filter = await page.evaluate(timeFilter)
    const rows = await page.locator('.treatment-row').count()
    const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0)
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Data' }).click()
    const check = await timed(() => page.locator('.found').waitFor())
    return { ...size, bytes, cancel, load, freeze, filter, rows, heap, check }
  } finally {
    await page.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const found = await findBrowser({ root, log: () => undefined })
const browser = await chromium.launch({ ...found, args: [...found.args, '--enable-precise-memory-info'] })
const server = await startServer({ dist, data })
const figure = (value) => Math.round(value).toLocaleString('en')
const lines = []
for (const size of CASES) {
  try {
    const now = await measure(browser, size, server)
    const { treatments, findings, bytes, load, freeze, cancel, filter, check, rows, heap } = now
    const cells = [
      ...[treatments, findings].map(figure),
      (bytes / 1e6).toFixed(1),
      ...[load, freeze, cancel, filter.median, filter.longest, check, rows, heap / 1e6].map(figure),
    ]
    lines.push(`| ${cells.join(' | ')} |`)
  } catch (error) {
    const why = String(error.message).split('\n')[0].slice(0, 80)
    lines.push(
      `| ${figure(size.treatments)} | ${figure(size.findings)} | not measured: ${why} ${'| '.repeat(8)}|`,
    )
  }
  console.log(lines.at(-1))
}
await browser.close()
await server.close()

writeFileSync(
  join(root, 'docs', 'benchmarks-scale.md'),
  `# Larger collections

Written by \`npm run bench:scale\` on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}. The folders are the
shipped tables repeated under other ids, opened as local data. Times in milliseconds. "Shown" is from choosing the
folder to its list; "longest freeze" is the longest time in which the page did nothing else, until two seconds after;
"ended" is from the click on Cancel to the end of the worker; "filter" is from the click on a filter to the frame that
shows the new count, median and longest of eight; "check" is from opening the Data page to its report, which for up to
20,000 rows is made while the folder is opened.

| Treatments | Findings | findings.csv, MB | Shown | Longest freeze | Ended | Filter, median | Filter, longest | Check | Rows in the document | Memory of scripts in the page, MB |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}

Files are read, checked and made rows of in a worker; the rows come to the page in blocks of 2,000, each text once. A
file of the server beyond 8,000,000 bytes is read there too. A folder is refused with the figure when its tables have
more than 250,000 rows or 200,000,000 bytes, or when an archive of it would unpack to more; where the browser bars
workers, beyond 60,000 rows. Beyond 20,000 rows the rules of the data check run when the Data page is opened and not
before. Beyond 300 lines the list draws only those near the screen, and beyond 500 entries the report lists more when
asked.
`,
)
