/** The browser engines beside Chromium in which the main journey is tried, where this computer has them. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian's packages; WebKitGTK needs a screen, which xvfb stands in for where there is none. */
const ENGINES = [
  { name: 'Firefox', programs: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] },
  { name: 'WebKitGTK', programs: ['WebKitWebDriver'], packages: ['webkit2gtk-driver', 'xvfb'] },
]

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} name of a program
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string | undefined} its path, if the search path has it
 */
export function programPath(name, env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

const hasScreen = (env) =>
  Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY) || programPath('Xvfb', env) !== undefined

/**
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {{ name: string, path: string | undefined, packages: string[] }[]} `path` is undefined for an engine that
 *   cannot be run here; `packages` are what Debian calls it
 */
export function findEngines(env = process.env) {
  return ENGINES.map(({ name, programs, packages }) => {
    const path = programs.map((program) => programPath(program, env)).find(Boolean)
    return { name, path: name === 'WebKitGTK' && !hasScreen(env) ? undefined : path, packages }
  })
}

/** One line for each engine, for the output of `npm test`. */
export function tellEngines(engines = findEngines()) {
  return engines
    .map(({ name, path, packages }) =>
      path === undefined
        ? `${name}: not installed here, so not tried (Debian: apt-get install ${packages.join(' ')})`
        : `${name}: ${path}`,
    )
    .join('\n')
}
