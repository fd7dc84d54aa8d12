/** Where Chrome, Chromium and Edge are usually installed, and where Playwright keeps its own. */
import { posix, win32 } from 'node:path'

const ON_PATH = {
  linux: [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  darwin: ['google-chrome', 'chromium'],
  win32: ['chrome.exe', 'chromium.exe', 'msedge.exe'],
}

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const WINDOWS_FOLDERS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe']
const EDGE = 'Microsoft\\Edge\\Application\\msedge.exe'

/**
 * @param {string} platform as process.platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]} paths where an installed browser may be, the usual places before the search path
 */
export function installedPlaces(platform, env) {
  const { join, delimiter } = platform === 'win32' ? win32 : posix
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  const onPath = (ON_PATH[platform] ?? ON_PATH.linux).flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  )
  return [...new Set([...usualPlaces(platform, env, join), ...onPath])]
}

function usualPlaces(platform, env, join) {
  if (platform === 'darwin')
    return MAC_APPS.flatMap((app) =>
      ['/Applications', join(env.HOME ?? '/', 'Applications')].map((folder) =>
        join(folder, `${app}.app`, 'Contents', 'MacOS', app),
      ),
    )
  if (platform === 'win32') {
    const bases = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean)
    return [...WINDOWS_FOLDERS, EDGE].flatMap((place) => bases.map((base) => join(base, place)))
  }
  return [
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/snap/bin/chromium',
    '/opt/microsoft/msedge/msedge',
  ]
}

const PLAYWRIGHT_EXECUTABLES = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-mac/headless_shell',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  'chrome-headless-shell-win64/chrome-headless-shell.exe',
  'chrome-win/headless_shell.exe',
]

function playwrightCache(platform, env) {
  if (env.PLAYWRIGHT_BROWSERS_PATH) return env.PLAYWRIGHT_BROWSERS_PATH
  if (platform === 'darwin') return posix.join(env.HOME ?? '/', 'Library', 'Caches', 'ms-playwright')
  if (platform === 'win32') return win32.join(env.LOCALAPPDATA ?? 'C:\\', 'ms-playwright')
  return posix.join(env.XDG_CACHE_HOME ?? posix.join(env.HOME ?? '/', '.cache'), 'ms-playwright')
}

const revision = (name) => Number(name.slice(name.lastIndexOf('-') + 1))

/**
 * @param {string} platform as process.platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {(folder: string) => readonly string[]} listFolder names in a folder, none when it does not exist
 * @returns {string[]} paths of Playwright's Chromium, the newest first
 */
export function playwrightPlaces(platform, env, listFolder) {
  const { join } = platform === 'win32' ? win32 : posix
  const cache = playwrightCache(platform, env)
  return listFolder(cache)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .toSorted((a, b) => revision(b) - revision(a))
    .flatMap((name) => PLAYWRIGHT_EXECUTABLES.map((path) => join(cache, name, ...path.split('/'))))
}
