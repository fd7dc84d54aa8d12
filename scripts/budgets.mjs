/**
 * What the first view may weigh. `npm run build` ends here: a build that is too heavy fails, and says by how much.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { loadSource } from './loadSource.mjs'

/** Bytes, compressed with brotli as the files are served. */
export const BUDGETS = { script: 75_000, firstView: 200 * 1024 }

const brotli = promisify(brotliCompress)
const SCRIPT = /<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"[^>]*>/g
const STYLE = /<link\b[^>]*\brel="stylesheet"[^>]*>/g
const HREF = /\bhref="([^"]+)"/

/** Where the file of an address is, whatever path the app is built to be served under. */
const fileOf = (dist, address) => join(dist, address.replace(/^.*?\/(?=(assets|data)\/)/, ''))

async function weightOf(paths) {
  const sizes = await Promise.all(paths.map(async (path) => (await brotli(await readFile(path))).length))
  return sizes.reduce((total, size) => total + size, 0)
}

/** The tables that the list is made of. */
async function firstTables(dist) {
  const { FIRST_TABLES } = await loadSource('src/domain/firstTables.ts')
  const { fileOfTable } = await loadSource('src/domain/tableNames.ts')
  return FIRST_TABLES.map((name) => join(dist, 'data', fileOfTable(name)))
}

/**
 * @param {string} dist a built folder
 * @returns {Promise<{ script: number, firstView: number }>} bytes: of the scripts that the page names; of these, the page
 * itself, its styles and the tables of the list
 * @throws Error when the page names no script: then nothing was weighed
 */
export async function weighFirstView(dist) {
  const page = join(dist, 'index.html')
  const html = await readFile(page, 'utf8')
  const addresses = (found) => found.map((address) => fileOf(dist, address))
  const scripts = addresses([...html.matchAll(SCRIPT)].map(([, address]) => address))
  if (scripts.length === 0) throw new Error(`${page} names no script, so nothing can be weighed.`)
  const styles = [...html.matchAll(STYLE)].flatMap(([tag]) => HREF.exec(tag)?.[1] ?? [])
  const script = await weightOf(scripts)
  const others = [page, ...addresses(styles), ...(await firstTables(dist))]
  return { script, firstView: script + (await weightOf(others)) }
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

const OVER = (what, weight, budget) =>
  `${what} has ${kilobytes(weight)}, ${weight - budget} bytes over its budget of ${kilobytes(budget)} (brotli).`

/**
 * @param {{ script: number, firstView: number }} weights bytes
 * @param {{ ownData?: boolean }} options with tables of a hospital's own only the script is held to its budget
 * @returns {readonly string[]} a sentence for each budget that is passed
 */
export function budgetFaults({ script, firstView }, { ownData = false } = {}) {
  const faults = []
  if (script > BUDGETS.script)
    faults.push(
      `${OVER('The script of the first view', script, BUDGETS.script)} Load what is not needed at once later.`,
    )
  if (!ownData && firstView > BUDGETS.firstView)
    faults.push(
      `${OVER('The first view with its data', firstView, BUDGETS.firstView)} With larger tables of your own, build with OWN_DATA=yes.`,
    )
  return faults
}

const isCommand = process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)
if (isCommand) {
  const weights = await weighFirstView(resolve(process.argv[2] ?? 'dist'))
  console.log(
    `First view: ${kilobytes(weights.firstView)}, of it script ${kilobytes(weights.script)} (brotli).`,
  )
  for (const fault of budgetFaults(weights, { ownData: process.env.OWN_DATA === 'yes' })) {
    console.error(fault)
    process.exitCode = 1
  }
}
