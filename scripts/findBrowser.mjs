/** Finds a Chromium for the browser tests, the benchmark and the screenshots, and gets one if there is none. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installedPlaces, playwrightPlaces } from './browserPlaces.mjs'
import { installTestChromium } from './testChromium.mjs'

const run = promisify(execFile)
const VARIABLE = 'TN_COMPARE_BROWSER'

/** Nothing here changes what a page may do: only what the browser would do by itself. */
const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** A browser that is there but cannot show a page (a stub, a missing library, a forbidden sandbox) is no browser. */
async function showsAPage(browser) {
  const { chromium } = await import('playwright-core')
  try {
    const running = await chromium.launch({ ...browser, timeout: 30_000 })
    try {
      const page = await running.newPage()
      page.setDefaultTimeout(10_000)
      await page.setContent('<title>it works</title>')
      return (await page.title()) === 'it works'
    } finally {
      await running.close()
    }
  } catch {
    return false
  }
}

function listFolder(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

async function installWithApt(log) {
  log('Installing the system package chromium for the tests ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, timeout: 600_000, maxBuffer: 2 ** 26 }
  await run('apt-get', ['update'], options)
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  return { executablePath: '/usr/bin/chromium' }
}

/** What the search asks of the machine; a test passes its own. */
const THIS_MACHINE = {
  platform: process.platform,
  arch: process.arch,
  isRoot: process.getuid?.() === 0,
  hasApt: existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get'),
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  listFolder,
  showsAPage,
  installTestChromium,
  installWithApt,
}

function sources(root, machine, env, log) {
  const found = (paths) => paths.filter(machine.isFile).map((executablePath) => ({ executablePath }))
  const isLinux = machine.platform === 'linux'
  return [
    { name: 'installed', candidates: () => found(installedPlaces(machine.platform, env)) },
    {
      name: 'playwright',
      candidates: () => found(playwrightPlaces(machine.platform, env, machine.listFolder)),
    },
    isLinux &&
      machine.arch === 'x64' && {
        name: 'package',
        candidates: async () => [await machine.installTestChromium(root, log)],
      },
    isLinux &&
      machine.isRoot &&
      machine.hasApt && {
        name: 'system',
        candidates: async () => [await machine.installWithApt(log)],
      },
  ].filter(Boolean)
}

/**
 * Looks, in this order, at the variable TN_COMPARE_BROWSER, an installed Chrome, Chromium or Edge, Playwright's own,
 * on Linux x64 the Chromium of an npm package, and on Debian or Ubuntu with root the package `chromium`.
 * Each is tried with a page before it is taken.
 *
 * @param {object} [options]
 * @param {Readonly<Record<string, string | undefined>>} [options.env]
 * @param {readonly ('installed' | 'playwright' | 'package' | 'system')[]} [options.skip] places not to look at
 * @param {string} [options.root] the repository
 * @param {Partial<typeof THIS_MACHINE>} [options.machine] stands in for the real machine in tests
 * @param {(text: string) => void} [options.log] told before anything is installed
 * @returns {Promise<{ name: string, executablePath: string, args: string[], env: Record<string, string>, chromiumSandbox: boolean }>}
 *   what `chromium.launch()` of playwright-core takes; the sandbox is off only for root, where Chromium has none
 * @throws Error with one sentence that says what to do when there is none
 */
export async function findBrowser({
  env = process.env,
  skip = [],
  root = dirname(dirname(fileURLToPath(import.meta.url))),
  machine: overrides = {},
  log = () => {},
} = {}) {
  const machine = { ...THIS_MACHINE, ...overrides }
  const mayUseSandbox = !(machine.isRoot && machine.platform === 'linux')
  const complete = (name, candidate) => ({
    name,
    executablePath: candidate.executablePath,
    args: mayUseSandbox ? [...QUIET] : ['--no-sandbox', ...QUIET],
    env: { ...env, ...candidate.env },
    chromiumSandbox: mayUseSandbox,
  })

  const asked = env[VARIABLE]
  if (asked) {
    const browser = complete('environment', { executablePath: asked })
    if (machine.isFile(asked) && (await machine.showsAPage(browser))) return browser
    const fault = machine.isFile(asked) ? 'does not start' : 'does not exist'
    throw new Error(
      `${VARIABLE} names ${asked}, which ${fault}: set it to a Chrome, Chromium or Edge, or unset it.`,
    )
  }

  const passedOver = []
  for (const { name, candidates } of sources(root, machine, env, log)) {
    if (skip.includes(name)) continue
    try {
      for (const candidate of await candidates()) {
        const browser = complete(name, candidate)
        if (await machine.showsAPage(browser)) return browser
        passedOver.push(`${candidate.executablePath} does not start`)
      }
    } catch (error) {
      passedOver.push(`${name}: ${error.message.trim().split('\n').at(-1)}`)
    }
  }
  const why = passedOver.length > 0 ? ` (${passedOver.join('; ')})` : ''
  throw new Error(
    `There is no browser for the tests${why}: install Chrome, Chromium or Edge, or set ${VARIABLE} to the path of one.`,
  )
}
