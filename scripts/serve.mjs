/**
 * The local web server of `npm start`, the browser tests and the benchmark: the build, the live `data/` folder, and
 * the strict headers of headers.mjs.
 */
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import sirv from 'sirv'
import {
  ASK_AGAIN,
  cacheControl,
  inlineStyleHashes,
  RECORD_FILE,
  RECORD_PATH,
  recordOrigins,
  securityHeaders,
} from './headers.mjs'
import { liveFolder } from './liveFolder.mjs'
import { precompress } from './precompress.mjs'

/**
 * @param {string} address as the browser sent it
 * @returns {string | undefined} the decoded path, or undefined for one that is malformed or points outside or at a hidden file
 */
export function safePath(address) {
  try {
    const path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '')
    const isPlain = path.startsWith('/') && !/[\\\0]/.test(path)
    return isPlain && !path.split('/').some((part) => part.startsWith('.')) ? path : undefined
  } catch {
    return undefined
  }
}

/** A person who goes to an address of the app gets the page; a script that asks for a missing file gets a 404. */
function isNavigation(request, path) {
  const mode = request.headers['sec-fetch-mode']
  if (mode !== undefined && mode !== 'navigate') return false
  const takesPages = request.headers.accept?.includes('text/html') ?? false
  return takesPages && !/^\/(data|assets)\//.test(path) && !/\.[a-z\d]+$/i.test(path)
}

function answer(response, status, text) {
  response.setHeader('Cache-Control', ASK_AGAIN)
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.writeHead(status).end(`${text}\n`)
}

/** The headers of the page as it is built now; a rebuild while the server runs is seen. */
function pageHeaders(page, options) {
  let builtAt
  let hashes
  return async (extra = {}) => {
    const { mtimeMs } = await stat(page)
    if (mtimeMs !== builtAt) {
      hashes = inlineStyleHashes(await readFile(page, 'utf8'))
      builtAt = mtimeMs
    }
    return securityHeaders(hashes, { ...options, ...extra })
  }
}

/** The record systems listed now; a list that cannot be read opens nothing. */
async function listedOrigins(file) {
  const text = await readFile(file, 'utf8').catch(() => '{"systems":[]}')
  try {
    return recordOrigins(text)
  } catch (error) {
    console.error(`${file}: ${error.message}`)
    return []
  }
}

const isRecordPage = (path) => path === RECORD_PATH || path === `${RECORD_PATH}/`

function appHandler(dist, data, { frameAncestors, recordFile }) {
  const headersNow = pageHeaders(join(dist, 'index.html'), { frameAncestors })
  const evidence = liveFolder(data)
  const files = sirv(dist, { dev: true, etag: true, brotli: true, gzip: true, extensions: [] })

  async function handle(request, response) {
    const asked = isRecordPage(safePath(request.url)) ? await listedOrigins(recordFile) : []
    const headers = await headersNow({ recordOrigins: asked })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return answer(response, 405, 'Only GET and HEAD are answered.')
    }
    const path = safePath(request.url)
    if (path === undefined) return answer(response, 400, 'This address is not understood.')
    const notFound = () => answer(response, 404, `Not found: ${path}`)
    response.setHeader('Cache-Control', cacheControl(path))
    if (path.startsWith('/data/')) {
      if (!(await evidence.handle(request, response, path.slice('/data/'.length)))) notFound()
      return
    }
    if (path === `/${RECORD_FILE}`) {
      const text = await readFile(recordFile).catch(() => undefined)
      if (text === undefined) return notFound()
      response.setHeader('Content-Type', 'application/json; charset=utf-8')
      response.writeHead(200).end(request.method === 'HEAD' ? undefined : text)
      return
    }
    delete request.headers.range
    if (path === '/') request.url = '/index.html'
    files(request, response, () => {
      if (!isNavigation(request, path)) return notFound()
      request.url = '/index.html'
      response.setHeader('Cache-Control', ASK_AGAIN)
      files(request, response, notFound)
    })
  }
  return { handle, close: evidence.close }
}

function listen(server, port, host) {
  return new Promise((resolved, rejected) => {
    server.once('error', rejected)
    server.listen(port, host, () => resolved(server.address().port))
  })
}

/**
 * @param {object} options
 * @param {string} options.dist the built app
 * @param {string} options.data the folder shown under /data/, read anew for each request
 * @param {number} [options.port] 0 takes any free one
 * @param {string} [options.host] this computer only, unless told otherwise
 * @param {readonly string[]} [options.frameAncestors] origins that may show the app in a frame
 * @param {string} [options.recordFile] the list of record systems, if not the one in `dist`
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` has no slash at its end
 * @throws Error with code EADDRINUSE when the port is taken, or in words when a folder is missing
 */
export async function startServer({ dist, data, port = 0, host = '127.0.0.1', frameAncestors, recordFile }) {
  const [app, evidence] = [resolve(dist), resolve(data)]
  if (!(await stat(join(app, 'index.html')).catch(() => undefined)))
    throw new Error(`No built app in ${app}: run "npm run build" first.`)
  if (!(await stat(evidence).catch(() => undefined))?.isDirectory())
    throw new Error(`The data folder ${evidence} does not exist.`)
  // Only a gain in speed: a build on a read-only disk is served as it is.
  await precompress(app).catch(() => undefined)
  const { handle, close } = appHandler(app, evidence, {
    frameAncestors,
    recordFile: recordFile ?? join(app, RECORD_FILE),
  })
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      console.error(`${request.method} ${request.url}: ${error.message}`)
      if (response.headersSent) response.destroy()
      else answer(response, 500, 'The server failed to answer; its window says why.')
    })
  })
  const taken = await listen(server, port, host)
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: () =>
      new Promise((closed) => {
        close()
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
