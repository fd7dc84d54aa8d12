/**
 * A folder served as it is on disk at this moment, compressed: swap the folder, reload, and the new files are there.
 * Compressed copies are kept for as long as the file has not changed.
 */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { bestEncoding } from './acceptEncoding.mjs'

const TYPES = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** Below this a compressed answer saves nothing: it is one packet either way. */
const WORTH_COMPRESSING = 1000

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const brotliAt = (bytes, quality) =>
  brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

/** Two files of one name are the same file only if all of this is: a swapped folder can keep size and time. */
const identityOf = (found) => [found.size, found.mtimeMs, found.ctimeMs, found.ino].join('-')

/**
 * @param {string} folder
 * @returns {{ handle: (request, response, name: string) => Promise<boolean>, close: () => void }}
 *   `handle` answers for the file `name` inside the folder, or says false when there is no such file
 */
export function liveFolder(folder) {
  const kept = new Map()
  let isClosed = false
  let background = Promise.resolve()

  async function readEntry(name) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) {
      kept.delete(name)
      return undefined
    }
    const identity = identityOf(found)
    const before = kept.get(name)
    if (before?.identity === identity) return before
    const bytes = await readFile(path)
    const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const entry = { identity, bytes, etag, modified: found.mtime.toUTCString(), encoded: {} }
    kept.set(name, entry)
    return entry
  }

  /** The first reader gets a quick compression at once, later ones the best, which takes a second or more. */
  function encode(entry, encoding) {
    if (encoding === 'gzip') return (entry.encoded.gzip ??= zip(entry.bytes, { level: 9 }))
    if (!entry.encoded.br) {
      entry.encoded.br = brotliAt(entry.bytes, 5)
      background = background.then(async () => {
        if (isClosed) return
        const smaller = await brotliAt(entry.bytes, 11)
        entry.encoded.br = Promise.resolve(smaller)
      })
    }
    return entry.encoded.br
  }

  /** An exact date, not a later one: a folder put back from a backup is older and still new to the reader. */
  function isUnchanged(headers, entry) {
    const tags = headers['if-none-match']
    if (tags !== undefined) return tags.split(/\s*,\s*/).some((tag) => tag === entry.etag || tag === '*')
    return headers['if-modified-since'] === entry.modified
  }

  async function handle(request, response, name) {
    const entry = await readEntry(name)
    if (!entry) return false
    response.setHeader('ETag', entry.etag)
    response.setHeader('Last-Modified', entry.modified)
    response.setHeader('Vary', 'Accept-Encoding')
    if (isUnchanged(request.headers, entry)) {
      response.writeHead(304).end()
      return true
    }
    const isText = extname(name) in TYPES && entry.bytes.length >= WORTH_COMPRESSING
    const encoding = isText ? bestEncoding(request.headers['accept-encoding']) : undefined
    const body = encoding ? await encode(entry, encoding) : entry.bytes
    if (encoding) response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream')
    response.setHeader('Content-Length', body.length)
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
    return true
  }

  return { handle, close: () => void (isClosed = true) }
}
