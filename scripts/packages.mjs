/**
 * Are the npm packages of a folder those of its lock file? If not, `npm ci`.
 * Node's own modules only: this runs before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param {string} version such as '20.19.0'
 * @returns {boolean} whether the build tools run on it: 20.19 or later, and of the 22 line 22.12 or later
 */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return undefined
  }
}

const isSame = (wanted, found) => wanted.version === found.version && wanted.integrity === found.integrity

/**
 * Compares npm's own record of what it installed with the lock file, package by package, so that neither a
 * checkout that only touches the clock nor an interrupted install is mistaken.
 *
 * @param {string} folder the folder with package-lock.json
 * @returns {boolean} false when anything is missing, different, left over or was deleted from disk
 */
export function arePackagesInstalled(folder) {
  const wanted = readLock(join(folder, 'package-lock.json'))
  const found = readLock(join(folder, 'node_modules', '.package-lock.json'))
  if (!wanted || !found) return false
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const installed = found[path]
    if (installed ? !isSame(entry, installed) : !entry.optional) return false
    if (installed && !existsSync(join(folder, path))) return false
  }
  return Object.keys(found).every((path) => path in wanted)
}

/**
 * Runs npm with the npm that started us, if there is one.
 *
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Promise<{ code: number, output: string }>}
 */
function runNpm(args, folder) {
  const npm = process.env.npm_execpath
  const isScript = npm !== undefined && /\.c?js$/.test(npm)
  const child = isScript
    ? spawn(process.execPath, [npm, ...args], { cwd: folder })
    : spawn('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  return new Promise((resolve) => {
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Installs exactly what the lock file names; development packages too, whatever NODE_ENV says.
 *
 * @param {string} folder
 * @throws Error with npm's own words when it fails
 */
export async function installPackages(folder) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await runNpm(args, folder)
  if (code !== 0) throw new Error(`npm ci failed in ${folder}:\n${output.trim()}`)
}
