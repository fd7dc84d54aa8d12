/** The packages that the app is built with, as the lock file names them: everything but what only builds and tests it. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/**
 * @param {string} root of the repository
 * @returns {Promise<{ name: string, version: string, licence: string, path: string }[]>} each once, by name
 */
export async function shippedPackages(root) {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const found = new Map()
  for (const [path, { dev, optional, devOptional, version, license }] of Object.entries(lock.packages)) {
    if (path === '' || dev || optional || devOptional) continue
    const name = path.split('node_modules/').at(-1) ?? path
    found.set(`${name} ${version}`, { name, version, licence: license ?? 'not stated', path })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/**
 * @param {string} root
 * @param {string} path of the package, inside the repository
 * @returns {Promise<string>} what its authors want to go with it, as they wrote it; empty where there is no such file
 */
export async function licenceText(root, path) {
  const folder = join(root, path)
  const names = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n')
}
