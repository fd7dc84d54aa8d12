import { mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { safePath, startServer } from '../../../scripts/serve.mjs'
import { temporaryFolder } from './temporaryFolder'

const PAGE = '<!doctype html><style>h1{color:red}</style><h1>TN Compare</h1>'
const SCRIPT = `console.log(1)\n${'// a line that repeats\n'.repeat(100)}`
const TABLE = `id,value\n${'carbamazepine,70\n'.repeat(200)}`

async function serve() {
  const folder = temporaryFolder({
    'dist/index.html': PAGE,
    'dist/assets/index-12345678.js': SCRIPT,
    'dist/data/findings.csv': 'the copy made at build time',
    'data/findings.csv': TABLE,
    'secret.txt': 'not to be seen',
  })
  const data = join(folder, 'data')
  const server = await startServer({ dist: join(folder, 'dist'), data })
  onTestFinished(() => server.close())
  return { folder, data, server }
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Sends the path as it is: fetch() would tidy it first. */
function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

const NAVIGATION = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-mode': 'navigate' }

describe('the page', () => {
  it('is the answer to every address of the app, with the strict headers', async () => {
    const { server } = await serve()
    for (const path of ['/', '/compare?treatments=mvd,srs', '/a/b']) {
      const { status, headers, body } = await get(server.port, path, NAVIGATION)
      expect([path, status, body.toString()]).toEqual([path, 200, PAGE])
      expect(headers['cache-control']).toBe('no-cache')
      expect(headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-[\w+/]{43}='/)
      expect(headers['cross-origin-embedder-policy']).toBe('require-corp')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('is never the answer to a missing file, not even when the file is asked for as a page', async () => {
    const { server } = await serve()
    for (const path of ['/data/none.csv', '/data/', '/assets/none-12345678.js', '/none.png']) {
      const { status, headers } = await get(server.port, path, NAVIGATION)
      expect([path, status, headers['cache-control']]).toEqual([path, 404, 'no-cache'])
    }
    expect((await get(server.port, '/compare', { accept: '*/*' })).status).toBe(404)
    expect(
      (await get(server.port, '/compare', { accept: 'text/html', 'sec-fetch-mode': 'cors' })).status,
    ).toBe(404)
  })

  it('is asked for again after a rebuild, with the hash of the new style', async () => {
    const { folder, server } = await serve()
    const before = await get(server.port, '/', NAVIGATION)
    const page = join(folder, 'dist', 'index.html')
    writeFileSync(page, PAGE.replace('red', 'tan'))
    utimesSync(page, 2_000_000_000, 2_000_000_000)
    const etag = String(before.headers.etag)
    const after = await get(server.port, '/', { ...NAVIGATION, 'if-none-match': etag })
    expect(after.status).toBe(200)
    expect(after.headers['content-security-policy']).not.toBe(before.headers['content-security-policy'])
  })
})

describe('files of the build', () => {
  it('come compressed and are kept for a year', async () => {
    const { server } = await serve()
    const { headers, body } = await get(server.port, '/assets/index-12345678.js', {
      'accept-encoding': 'gzip, br',
    })
    expect(headers['content-encoding']).toBe('br')
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['content-type']).toContain('javascript')
    expect(brotliDecompressSync(body).toString()).toBe(SCRIPT)
  })

  it('survives a range that makes no sense', async () => {
    const { server } = await serve()
    const { status } = await get(server.port, '/assets/index-12345678.js', { range: 'bytes=9-2' })
    expect(status).toBe(200)
  })
})

describe('the data folder', () => {
  it('is the one given, not the copy in the build, and a swapped one is seen at once', async () => {
    const { data, server } = await serve()
    const before = await get(server.port, '/data/findings.csv')
    expect(before.body.toString()).toBe(TABLE)

    const { atime, mtime } = statSync(join(data, 'findings.csv'))
    renameSync(data, `${data}-old`)
    mkdirSync(data)
    const swapped = TABLE.replace('70', '71')
    writeFileSync(join(data, 'findings.csv'), swapped)
    utimesSync(join(data, 'findings.csv'), atime, mtime)
    const after = await get(server.port, '/data/findings.csv', {
      'if-none-match': String(before.headers.etag),
    })
    expect([after.status, after.body.toString()]).toEqual([200, swapped])
  })

  it('is asked for each time, and not sent again when nothing has changed', async () => {
    const { server } = await serve()
    const { headers } = await get(server.port, '/data/findings.csv')
    expect(headers['cache-control']).toBe('no-cache')
    const byTag = await get(server.port, '/data/findings.csv', {
      'if-none-match': `"x", ${String(headers.etag)}`,
    })
    expect([byTag.status, byTag.body.length]).toEqual([304, 0])
    const byDate = { 'if-modified-since': String(headers['last-modified']) }
    expect((await get(server.port, '/data/findings.csv', byDate)).status).toBe(304)
  })

  it('counts as changed when an older copy is put back', async () => {
    const { server } = await serve()
    const later = { 'if-modified-since': new Date(Date.now() + 3_600_000).toUTCString() }
    expect((await get(server.port, '/data/findings.csv', later)).status).toBe(200)
  })

  it('comes compressed as the browser asks', async () => {
    const { server } = await serve()
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const)
      for (let round = 0; round < 2; round += 1) {
        const { headers, body } = await get(server.port, '/data/findings.csv', {
          'accept-encoding': encoding,
        })
        expect(headers['content-encoding']).toBe(encoding)
        expect(headers.vary).toBe('Accept-Encoding')
        expect(unpack(body).toString()).toBe(TABLE)
      }
  })

  it('is told without a body to one who asks only for the headers', async () => {
    const { server } = await serve()
    const { headers, body } = await get(server.port, '/data/findings.csv', {}, 'HEAD')
    expect([headers['content-length'], body.length]).toEqual([String(TABLE.length), 0])
  })
})

describe('what is refused', () => {
  it.each([
    '/../secret.txt',
    '/data/../../secret.txt',
    '/data/%2e%2e/%2e%2e/secret.txt',
    '/data/..%2f..%2fsecret.txt',
    '/data/..%5c..%5csecret.txt',
    '/.git/config',
    '/%ff',
    '/a%00b',
  ])('%s', async (path) => {
    const { server } = await serve()
    const { status, body } = await get(server.port, path, NAVIGATION)
    expect([status, body.includes('not to be seen')]).toEqual([400, false])
    expect(safePath(path)).toBeUndefined()
  })

  it('anything but reading', async () => {
    const { server } = await serve()
    const { status, headers } = await get(server.port, '/', {}, 'POST')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('to start without a build or a data folder, in words', async () => {
    const { folder, data } = await serve()
    const dist = join(folder, 'dist')
    await expect(startServer({ dist: data, data })).rejects.toThrow('run "npm run build" first')
    await expect(startServer({ dist, data: join(folder, 'none') })).rejects.toThrow('does not exist')
  })

  it('a port that is taken, with the code that tells the caller to try the next', async () => {
    const { folder, data, server } = await serve()
    const again = startServer({ dist: join(folder, 'dist'), data, port: server.port })
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
