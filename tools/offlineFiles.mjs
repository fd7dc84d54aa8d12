import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Not kept: the data, which may be swapped; what the hospital writes; copies, and files for web servers. */
const LEFT_OUT = /^(data\/|record-systems\.json$|sw\.js$|[_.])|\.(br|gz|map)$/

const sha256 = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding)

/**
 * @param {string} folder a built app
 * @returns {Promise<[file: string, integrity: string][]>} its own files, each with its SHA-256 as browsers write it; the
 * page is named by the empty path, at which every server answers with it
 */
export async function listOwnFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter((file) => !LEFT_OUT.test(file))
    .sort()
  const listed = []
  for (const file of files) {
    const integrity = `sha256-${sha256(await readFile(join(folder, file)), 'base64')}`
    listed.push([file === 'index.html' ? '' : file, integrity])
  }
  return listed
}

/**
 * @param {[file: string, integrity: string][]} files
 * @param {string} source of the service worker
 * @returns {string} the service worker of exactly these files; other files, another version
 */
export function writeServiceWorker(files, source) {
  const version = sha256(JSON.stringify(files), 'hex').slice(0, 16)
  return `const BUILD = ${JSON.stringify({ version, files })}\n${source}`
}

/**
 * Writes sw.js beside the built page, once all else is there.
 *
 * @returns {import('vite').Plugin}
 */
export function offlineFiles() {
  return {
    name: 'offline-files',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        const source = await readFile(new URL('serviceWorker.js', import.meta.url), 'utf8')
        await writeFile(join(dir, 'sw.js'), writeServiceWorker(await listOwnFiles(dir), source))
      },
    },
  }
}
