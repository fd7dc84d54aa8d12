/**
 * The scores of Lighthouse for the pages of the app, desktop preset: `npm run lighthouse`, or with the paths to look at,
 * `npm run lighthouse -- / /compare?treatments=mvd,srs`. `--only accessibility,seo` asks for less, `--write` puts the
 * table into docs/lighthouse.md. Says what is not full marks, and fails on it.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { ensureBuilt } from '../../scripts/build.mjs'
import { findBrowser } from '../../scripts/findBrowser.mjs'
import { startServer } from '../../scripts/serve.mjs'
import { ensureInstalled } from './build.mjs'

const ROUTES = [
  '/',
  '/compare?treatments=carbamazepine,mvd,srs',
  '/handout?treatments=carbamazepine,mvd',
  '/matters?treatments=carbamazepine,mvd',
  '/prepare?treatments=carbamazepine,mvd',
  '/show',
  '/network',
  '/evidence',
  '/sources',
  '/sources/garcia-2023-continuous-ketamine',
  '/guidelines',
  '/claims',
  '/condition',
  '/about',
  '/about/method',
  '/about/makers',
  '/about/versions',
  '/about/standards',
  '/about/regulatory',
  '/about/accessibility',
  '/about/privacy',
  '/about/security',
  '/about/licences',
  '/about/glossary',
  '/data-check',
  '/changes',
  '/smart',
  '/no-such-page',
]
const ALL = ['performance', 'accessibility', 'best-practices', 'seo']
const PORT = 9333

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: ALL.join(',') }, write: { type: 'boolean', default: false } },
})
const routes = positionals.length > 0 ? positionals : ROUTES
const CATEGORIES = values.only.split(',')

/** The first parts of the page that an audit complains of. */
const placesOf = ({ details }) =>
  (details?.items ?? [])
    .flatMap(({ node }) => node?.snippet ?? [])
    .slice(0, 3)
    .map((snippet) => `\n    ${snippet}`)
    .join('')

/** The audits of a category that took marks away, each by its title, with where. */
function faultsOf({ categories, audits }) {
  return CATEGORIES.flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(
        ({ id }) => `${name}: ${audits[id].title} ${audits[id].displayValue ?? ''}${placesOf(audits[id])}`,
      ),
  )
}

await ensureInstalled()
// Only now: it is one of the packages that may have been missing.
const { default: lighthouse, desktopConfig } = await import('lighthouse')
await ensureBuilt(root)
const found = await findBrowser({ root, log: () => undefined })
const browser = await chromium.launch({ ...found, args: [...found.args, `--remote-debugging-port=${PORT}`] })
const app = await startServer({ dist: `${root}dist`, data: `${root}data`, port: 0 })
const version = browser.version()
const rows = []
const faults = []
let lighthouseVersion = ''
const head = `| route | ${CATEGORIES.join(' | ')} |\n| --- | ${CATEGORIES.map(() => '---:').join(' | ')} |`
const tell = (list, line) => {
  list.push(line)
  console.log(line)
}
console.log(head)
const load = []
for (const route of routes) {
  const options = { port: PORT, onlyCategories: CATEGORIES, logLevel: 'error' }
  const look = async () => (await lighthouse(`${app.url}${route}`, options, desktopConfig)).lhr
  let lhr = await look()
  // A busy computer may lose the beginning of a page.
  if (lhr.runtimeError) lhr = await look()
  lighthouseVersion = lhr.lighthouseVersion
  const scores = CATEGORIES.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100))
  tell(rows, `| \`${route}\` | ${scores.join(' | ')} |`)
  if (lhr.runtimeError) tell(faults, `- \`${route}\`: ${lhr.runtimeError.message}`)
  if (scores.some((score) => score < 100))
    for (const fault of faultsOf(lhr)) tell(faults, `- \`${route}\`: ${fault}`)
  load.push(loadavg()[0])
}
await browser.close()
await app.close()

/** How busy the computer was stands beside the figures: on a busy one performance is worse than it is. */
function page() {
  const busy = `${Math.min(...load).toFixed(1)} to ${Math.max(...load).toFixed(1)} on ${availableParallelism()} processors`
  return `# Lighthouse

Scores of Lighthouse ${lighthouseVersion}, desktop preset, of 100; written by \`npm run lighthouse -- --write\` on
${new Date().toISOString().slice(0, 10)} with Chromium ${version} and Node ${process.versions.node}, against the build as \`npm start\` serves it. Load of the
computer meanwhile: ${busy}. Accessibility, best practices and search engines do not depend on it;
performance does: beyond one program for each processor it is worse than on a computer of its own.

${head}
${rows.join('\n')}

## What took marks away

${faults.length > 0 ? faults.join('\n') : 'Nothing.'}
`
}
if (values.write) await writeFile(`${root}docs/lighthouse.md`, page())
process.exitCode = faults.length === 0 ? 0 : 1
