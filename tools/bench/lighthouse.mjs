/**
 * The scores of Lighthouse for the pages of the app, desktop preset: `npm run lighthouse`, or with the paths to look at,
 * `npm run lighthouse -- / /compare?treatments=mvd,srs`. Says what is not full marks, and fails on it.
 */
import { fileURLToPath } from 'node:url'
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
  '/guidelines',
  '/claims',
  '/condition',
  '/about',
  '/data-check',
  '/changes',
  '/smart',
  '/no-such-page',
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const PORT = 9333

const root = fileURLToPath(new URL('../..', import.meta.url))
const routes = process.argv.length > 2 ? process.argv.slice(2) : ROUTES

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
let isFull = true
console.log(`| route | ${CATEGORIES.join(' | ')} |\n| --- | ${CATEGORIES.map(() => '---:').join(' | ')} |`)
for (const route of routes) {
  const options = { port: PORT, onlyCategories: CATEGORIES, logLevel: 'error' }
  const { lhr } = await lighthouse(`${app.url}${route}`, options, desktopConfig)
  const scores = CATEGORIES.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100))
  console.log(`| ${route} | ${scores.join(' | ')} |`)
  if (lhr.runtimeError) console.log(`  ${lhr.runtimeError.message}`)
  if (scores.some((score) => score < 100)) {
    isFull = false
    for (const fault of faultsOf(lhr)) console.log(`  ${fault}`)
  }
}
await browser.close()
await app.close()
process.exitCode = isFull ? 0 : 1
