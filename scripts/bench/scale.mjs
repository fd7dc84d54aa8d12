/**
 * How the app bears collections larger than the shipped one: `npm run bench:scale`. Makes folders of many treatments
 * and findings from the shipped tables, opens them in the test browser, and writes docs/benchmarks-scale.md.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { chromium } from 'playwright-core'
import { findBrowser } from '../findBrowser.mjs'
import { startServer } from '../serve.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [dist = join(root, 'dist')] = process.argv.slice(2)
const CASES = [
  { treatments: 2000, findings: 10_000 },
  { treatments: 2000, findings: 30_000 },
  { treatments: 2000, findings: 100_000 },
  { treatments: 2000, findings: 200_000 },
]

const read = (table) =>
  Papa.parse(readFileSync(join(root, 'data', `${table}.csv`), 'utf8'), { header: true, skipEmptyLines: true })
    .data

/** The shipped rows over and over, each copy under ids of its own. */
function makeFolder({ treatments, findings }) {
  const folder = mkdtempSync(join(tmpdir(), 'tn-compare-scale-'))
  cpSync(join(root, 'data'), folder, { recursive: true })
  const options = read('treatments')
  const more = Array.from({ length: treatments }, (_, at) => {
    const copy = Math.floor(at / options.length)
    const row = options[at % options.length]
    return copy === 0
      ? row
      : { ...row, id: `${row.id}-${copy}`, name: `${row.name} ${copy}`, parent: '', cautions_from: '' }
  })
  const rows = read('findings')
  const known = new Set(more.map(({ id }) => id))
  const numbers = Array.from({ length: findings }, (_, at) => {
    const copy = Math.floor(at / rows.length)
    const row = rows[at % rows.length]
    if (copy === 0) return row
    const treatment = `${row.treatment}-${copy % 20}`
    return {
      ...row,
      id: `${row.id}-${copy}`,
      treatment: known.has(treatment) ? treatment : row.treatment,
      cohort: row.cohort && `${row.cohort}-${copy}`,
    }
  })
  for (const [table, content] of [
    ['treatments', more],
    ['findings', numbers],
  ])
    writeFileSync(join(folder, `${table}.csv`), `${Papa.unparse(content, { newline: '\n' })}\n`, {
      mode: 0o644,
    })
  rmSync(join(folder, 'datapackage.json'))
  return folder
}

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

async function measure(browser, size) {
  const folder = makeFolder(size)
  const bytes = readFileSync(join(folder, 'findings.csv')).length
  const server = await startServer({ dist, data: folder })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  try {
    const start = performance.now()
    await page.goto(server.url)
    await page.locator('.treatment-row').first().waitFor({ timeout: 120_000 })
    const list = performance.now() - start
    await page.locator('[data-ready="all"]').waitFor({ state: 'attached', timeout: 120_000 })
    const all = performance.now() - start
    await page.waitForTimeout(2000)
    const filter = await page.evaluate(timeFilter)
    const rows = await page.locator('.treatment-row').count()
    const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0)
    return { ...size, bytes, list, all, filter, rows, heap }
  } finally {
    await page.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const found = await findBrowser({ root, log: () => undefined })
const browser = await chromium.launch({ ...found, args: [...found.args, '--enable-precise-memory-info'] })
const figure = (value) => Math.round(value).toLocaleString('en')
const lines = []
for (const size of CASES) {
  try {
    const { treatments, findings, bytes, list, all, filter, rows, heap } = await measure(browser, size)
    lines.push(
      `| ${figure(treatments)} | ${figure(findings)} | ${(bytes / 1e6).toFixed(1)} | ${figure(list)} | ${figure(all)} | ${figure(filter.median)} | ${figure(filter.longest)} | ${figure(rows)} | ${figure(heap / 1e6)} |`,
    )
  } catch (error) {
    lines.push(
      `| ${figure(size.treatments)} | ${figure(size.findings)} | not measured: ${String(error.message).split('\n')[0].slice(0, 80)} |||||||`,
    )
  }
  console.log(lines.at(-1))
}
await browser.close()

writeFileSync(
  join(root, 'docs', 'benchmarks-scale.md'),
  `# Larger collections

Written by \`npm run bench:scale\` on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}). The folders are the shipped
tables repeated under other ids, served by the test server. Times in milliseconds; "filter" is from the click on a
filter to the frame that shows the new count, median and longest of eight.

| Treatments | Findings | findings.csv, MB | List shown | All read | Filter, median | Filter, longest | Rows in the document | Memory of scripts, MB |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}

Beyond 300 lines the list draws only those near the screen. A folder that is opened in the app is refused with the
figure when its tables have more than 60,000 rows or 200,000,000 bytes, or when an archive of it would unpack to more;
beyond 8,000 rows the rules of the data check run when the Data page is opened and not before. These tables are read in
the page itself, not yet in a worker.
`,
)
