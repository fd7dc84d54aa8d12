/**
 * Puts a .br and a .gz beside each text file of the build, for any web server that sends ready-made ones.
 * `dist/data` is left out: whoever swaps those files would leave old compressed ones behind.
 */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const COMPRESSIBLE = /\.(html|js|css|svg|json|webmanifest|txt)$/
const WORTH_COMPRESSING = 500

async function filesOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

async function writeIfOlder(path, source, compress) {
  const before = await stat(path).catch(() => undefined)
  if (before && before.mtimeMs >= source.mtimeMs) return
  await writeFile(path, await compress())
}

/** @param {string} dist a built folder; nothing is done for files that already have newer compressed ones */
export async function precompress(dist) {
  const evidence = join(dist, 'data')
  const names = (await filesOf(dist)).filter((path) => COMPRESSIBLE.test(path) && !path.startsWith(evidence))
  await Promise.all(
    names.map(async (path) => {
      const source = await stat(path)
      if (source.size < WORTH_COMPRESSING) return
      const bytes = await readFile(path)
      await Promise.all([
        writeIfOlder(`${path}.br`, source, () => promisify(brotliCompress)(bytes)),
        writeIfOlder(`${path}.gz`, source, () => promisify(gzip)(bytes, { level: 9 })),
      ])
    }),
  )
}

const isCommand = process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)
if (isCommand) await precompress(resolve(process.argv[2] ?? 'dist'))
