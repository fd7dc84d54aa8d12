/**
 * Prepares a release of a data folder: `npm run release-data` says what it would do, with `--write` it does it.
 * It checks the folder, works out by rule how far the version goes up (docs/releasing.md), and writes the change note,
 * the line in changes.csv, and version, date, sizes and hashes in datapackage.json. Nothing is written where the check
 * finds errors.
 *
 * npm run release-data -- [FOLDER] [--old FOLDER] [--text "What changed"] [--date 2026-12-01] [--notes FOLDER]
 *   [--next-review 2027-12-01] [--write]
 *
 * The folder before is `--old`, else what the repository held when the present version was given.
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commitOfVersion, readerOfCommit, readerOfFolder, typedPath } from './folderReader.mjs'
import { loadSource } from './loadSource.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = { type: /** @type {const} */ ('string') }
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    old: text,
    text,
    date: text,
    notes: text,
    'next-review': text,
    write: { type: 'boolean', default: false },
  },
})

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}

/** @param {string | undefined} day */
function checkedDay(day) {
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) stop(`"${day}" is not a day such as 2026-12-01.`)
  return day
}

const shipped = join(root, 'data')
const folder = positionals[0] ? typedPath(positionals[0]) : shipped
const notes = options.notes
  ? typedPath(options.notes)
  : folder === shipped
    ? join(root, 'docs', 'data-releases')
    : join(folder, 'release-notes')
const day = checkedDay(options.date) ?? new Date().toISOString().slice(0, 10)
const review = checkedDay(options['next-review'])

/**
 * Runs another command on data as a curator would; what it says is printed.
 *
 * @param {string} script
 * @param {readonly string[]} args
 */
function endsWell(script, args) {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'scripts', script), ...args], (error, stdout, stderr) => {
      process.stdout.write(`${stdout}${stderr}\n`)
      resolve(!error)
    })
  })
}

if (!(await endsWell('check-data.mjs', [folder])))
  stop('The folder has errors, so nothing is released. Mend them first.')

const { readFolder, diffFolders } = await loadSource('src/data/diffFolders.ts')
const { nextVersion } = await loadSource('src/domain/change/releaseRule.ts')
const { csvLine } = await loadSource('src/data/exportTable.ts')

const after = await readFolder(readerOfFolder(folder))
const version = after.info?.version
if (!version) stop('datapackage.json does not say which version the folder has.')

/** The folder before, and how it was found. */
async function earlierFolder() {
  if (options.old) return { reader: readerOfFolder(typedPath(options.old)), place: options.old }
  const commit = await commitOfVersion(folder, version)
  if (!commit) stop(`No commit gave this folder version ${version}. Name the folder before it: --old FOLDER`)
  return { reader: await readerOfCommit(folder, commit), place: `commit ${commit.slice(0, 10)}` }
}

const { reader, place } = await earlierFolder()
const before = await readFolder(reader)
if (before.evidence.treatments.length === 0) stop(`The folder before (${place}) cannot be read.`)

const { release } = diffFolders(before, after)
console.log(`Compared with ${place}, version ${before.info?.version ?? 'not stated'}.`)
if (release === 'none') stop('Nothing has changed since, so there is nothing to release.')

const next = nextVersion(version, release)
if (after.evidence.changes.some((row) => row.version === next))
  stop(`changes.csv already has a line for version ${next}.`)
const released = { ...after, info: { ...after.info, version: next, created: `${day}T00:00:00Z` } }
const { note, summary } = diffFolders(before, released, `Data ${next}, ${day}`)
const line = csvLine([next, day, options.text ?? summary])

console.log(`${version} -> ${next} (${release})\n\nchanges.csv: ${line}\n`)
console.log(`${join(notes, `${next}.md`)}:\n\n${note}`)

/** The description as it stands, with version, date and, where given, the day of the next review. */
async function releasedDescription() {
  const path = join(folder, 'datapackage.json')
  const description = JSON.parse(await readFile(path, 'utf8'))
  const changed = { ...description, version: next, created: released.info.created }
  if (review) changed.nextReview = review
  return { path, content: `${JSON.stringify(changed, null, 2)}\n` }
}

async function releasedHistory() {
  const path = join(folder, 'changes.csv')
  const history = await readFile(path, 'utf8')
  const end = history.includes('\r\n') ? '\r\n' : '\n'
  const whole = history === '' || history.endsWith('\n') ? history : `${history}${end}`
  return { path, content: `${whole}${line}${end}` }
}

if (options.write) {
  const files = [await releasedDescription(), await releasedHistory()]
  await mkdir(notes, { recursive: true })
  await writeFile(join(notes, `${next}.md`), note, { flag: 'wx' })
  for (const { path, content } of files) await writeFile(path, content)
  // Sizes and hashes of all files, those just written among them.
  if (!(await endsWell('write-descriptor.mjs', folder === shipped ? [] : [folder])))
    stop('The description could not be written anew: run npm run write-descriptor.')
  console.log(`Version ${next} is written. Look at it, and commit it as one change.`)
} else {
  console.log('Nothing was written: this was a dry run. To do it, add --write.')
}
