/** Builds the app only when something it is made from has changed since the last build. */
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runScript } from './runScript.mjs'

/** What the build reads. The evidence in data/ is not here: it is served as it is. */
const INPUTS = [
  'src',
  'public',
  'index.html',
  // Pages about the app are documents of the repository.
  'docs',
  'SECURITY.md',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tools/compiledWords.mjs',
  'tools/offlineFiles.mjs',
  'tools/serviceWorker.js',
  'scripts/build.mjs',
  'scripts/budgets.mjs',
]

/** The newest change in a file or folder, in ms; a folder's own time tells of files that were deleted. */
function newestChange(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/**
 * @param {string} root
 * @returns {boolean} whether dist/ was built from what is there now
 */
export function isBuildFresh(root) {
  const page = join(root, 'dist', 'index.html')
  if (!existsSync(page)) return false
  return statSync(page).mtimeMs > Math.max(...INPUTS.map((input) => newestChange(join(root, input))))
}

/**
 * @param {string} root
 * @returns {Promise<{ isNew: boolean, output: string }>} what the build printed, empty if there was nothing to build
 * @throws Error with the build's own words when it fails
 */
export async function ensureBuilt(root) {
  if (isBuildFresh(root)) return { isNew: false, output: '' }
  const start = new Date()
  // Asked for by a test, it would else be another app than the one that is served.
  const { code, output } = await runScript(root, 'build', { env: { NODE_ENV: 'production' } })
  if (code !== 0) throw new Error(`The build failed:\n${stripVTControlCharacters(output).trim()}`)
  // A file saved while the build ran may not be in it: the build is as old as its start.
  utimesSync(join(root, 'dist', 'index.html'), start, start)
  return { isNew: true, output }
}
