import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { inlineStyleHashes, securityHeaders } from '../../scripts/headers.mjs'
import { startServer } from '../../scripts/serve.mjs'
import { programOf, SERVER_NAMES, startWebServer, type WebServer } from '../support/webServers'

const RECORDS = 'https://records.example.org'
const FRAMES = ['https://frames.example.org']

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly bytes: number
}

/** By hand: fetch() opens what is compressed and hides how it came. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => (bytes += part.length))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
      )
    })
    sent.on('error', reject).end()
  })
}

const PERSON = { accept: 'text/html,*/*;q=0.8', 'sec-fetch-mode': 'navigate' }

/** A copy of the build whose hospital has listed one record system. */
function copyOfBuild(): string {
  const dist = mkdtempSync(join(tmpdir(), 'tn-compare-dist-'))
  // Web servers do not run as the user who made the folder.
  chmodSync(dist, 0o755)
  cpSync(join(inject('repository'), 'dist'), dist, { recursive: true })
  const systems = [{ name: 'Ward', issuer: `${RECORDS}/fhir`, clientId: 'x' }]
  writeFileSync(join(dist, 'record-systems.json'), JSON.stringify({ systems }))
  mkdirSync(join(dist, '.git'))
  for (const hidden of ['.git/config', 'assets/.hidden', 'data/.hidden'])
    writeFileSync(join(dist, hidden), 'not for you')
  return dist
}

const required = process.env['CI'] === 'true'
const servers = ['npm start', ...SERVER_NAMES] as const

describe.each(servers)('the configuration for %s', (name) => {
  const isThere = name === 'npm start' || programOf(name) !== undefined
  if (!isThere && !(required && name === 'nginx')) {
    it.todo(`is run where ${name} is installed, which is not so here`)
    return
  }

  let dist = ''
  let server: WebServer
  let asset = ''
  let expected: Readonly<Record<string, string>> = {}

  beforeAll(async () => {
    if (!isThere)
      throw new Error('nginx is not installed: apt-get install nginx libnginx-mod-http-brotli-static')
    dist = copyOfBuild()
    server =
      name === 'npm start'
        ? { name, ...(await startServer({ dist, data: join(dist, 'data'), frameAncestors: FRAMES })) }
        : await startWebServer(name, dist, FRAMES)
    asset = readdirSync(join(dist, 'assets')).find((file) => /-[\w-]{8,}\.js\.br$/.test(file)) ?? ''
    asset = `/assets/${asset.replace(/\.br$/, '')}`
    const hashes = inlineStyleHashes(readFileSync(join(dist, 'index.html'), 'utf8'))
    expected = securityHeaders(hashes, { frameAncestors: FRAMES })
  })
  afterAll(async () => {
    await server?.close()
    rmSync(dist, { recursive: true, force: true })
  })

  const get = (path: string, headers: Record<string, string> = {}, method?: string) =>
    ask(server.url + path, headers, method)

  it('sends every security header once with every kind of answer', async () => {
    for (const path of [
      '/',
      '/compare?treatments=a,b',
      asset,
      '/data/findings.csv',
      '/data/none.csv',
      '/none.js',
    ]) {
      const { headers } = await get(path, PERSON)
      for (const [header, value] of Object.entries(expected))
        expect({ path, header, value: headers[header.toLowerCase()] }).toEqual({ path, header, value })
      expect(headers['server'] ?? '').not.toMatch(/\d/)
    }
  })

  it('lets only the record page ask the listed record system', async () => {
    for (const path of ['/smart', '/smart?iss=x&launch=y', '/smart/']) {
      const { status, headers } = await get(path, PERSON)
      expect(status).toBe(200)
      const policy = expected['Content-Security-Policy'] ?? ''
      expect(headers['content-security-policy']).toBe(
        policy.replace("connect-src 'self'", `connect-src 'self' ${RECORDS}`),
      )
    }
    for (const path of ['/smartest', '/?smart', '/compare'])
      expect((await get(path, PERSON)).headers['content-security-policy']).not.toContain(RECORDS)
  })

  it('answers any address of the app with the page, and a missing file with 404', async () => {
    for (const path of ['/', '/compare', '/about/security', '/sources/some-id', '/no/such/page']) {
      const { status, headers } = await get(path, PERSON)
      expect({ path, status, type: headers['content-type'] }).toEqual({
        path,
        status: 200,
        type: expect.stringMatching(/^text\/html; ?charset=utf-8$/i),
      })
      expect(headers['cache-control']).toBe('no-cache')
    }
    for (const path of ['/data/none.csv', '/data/none', '/assets/none-12345678.js', '/none.js']) {
      const { status, headers } = await get(path, PERSON)
      expect({ path, status }).toEqual({ path, status: 404 })
      expect(headers['cache-control']).toBe('no-cache')
    }
  })

  it('gives out no hidden file', async () => {
    for (const path of ['/.git/config', '/assets/.hidden', '/data/.hidden'])
      expect([400, 403, 404]).toContain((await get(path, PERSON)).status)
  })

  it('keeps files with a hash for a year, and has page and data asked for again, at no cost if unchanged', async () => {
    expect((await get(asset)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    for (const path of [
      '/',
      '/index.html',
      '/data/findings.csv',
      '/data/datapackage.json',
      '/record-systems.json',
    ])
      expect((await get(path, PERSON)).headers['cache-control']).toBe('no-cache')
    const SMALL = { 'accept-encoding': 'gzip, deflate, br, zstd' }
    for (const [path, headers] of [
      ['/data/findings.csv', {}],
      ['/data/findings.csv', SMALL],
      ['/', PERSON],
      ['/compare', { ...PERSON, ...SMALL }],
      ['/sw.js', SMALL],
    ] as const) {
      const first = (await get(path, headers)).headers
      const again = await get(path, {
        ...headers,
        'if-none-match': String(first['etag'] ?? ''),
        ...(first['etag'] === undefined ? { 'if-modified-since': String(first['last-modified']) } : {}),
      })
      expect({ path, status: again.status, bytes: again.bytes }).toEqual({ path, status: 304, bytes: 0 })
      expect(again.headers['cache-control']).toBe('no-cache')
    }
  })

  it('sends ready-made brotli or gzip, says that it differs, and names the type of what is inside', async () => {
    const plain = await get(asset)
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const encoding of ['br', 'gzip']) {
      const { headers, bytes } = await get(asset, { 'accept-encoding': encoding })
      expect(headers['content-encoding']).toBe(encoding)
      expect(headers['vary']).toMatch(/accept-encoding/i)
      expect(headers['content-type']).toMatch(/^text\/javascript/)
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(bytes).toBeLessThan(plain.bytes / 2)
      const page = await get('/compare', { ...PERSON, 'accept-encoding': encoding })
      expect(page.headers['content-encoding']).toBe(encoding)
      expect(page.headers['content-type']).toMatch(/^text\/html/)
    }
    const both = await get(asset, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect(both.headers['content-encoding']).toBe('br')
  })

  it('compresses data as they are sent, with their type', async () => {
    const plain = await get('/data/findings.csv')
    const small = await get('/data/findings.csv', { 'accept-encoding': 'gzip' })
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(small.bytes).toBeLessThan(plain.bytes / 2)
    expect(small.headers['content-type']).toMatch(/^text\/csv; ?charset=utf-8$/i)
    expect((await get('/data/datapackage.json')).headers['content-type']).toMatch(/^application\/json/)
  })

  it('takes nothing in', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      for (const path of ['/', '/data/findings.csv'])
        expect((await get(path, {}, method)).status).toBeGreaterThanOrEqual(400)
  })
})
