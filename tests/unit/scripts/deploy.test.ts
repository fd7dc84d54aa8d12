import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  contentPolicy,
  inlineStyleHashes,
  LONG_CACHE,
  recordOrigins,
  securityHeaders,
} from '../../../scripts/headers.mjs'
import { deployFiles } from '../../../scripts/write-deploy.mjs'

const PAGE = '<head><style>body{margin:0}</style></head>'
const RECORDS = 'https://records.example.org'
const FRAMES = ['https://frames.example.org']
let dist = ''

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'tn-compare-deploy-'))
  writeFileSync(join(dist, 'index.html'), PAGE)
  const systems = [{ issuer: `${RECORDS}/fhir`, clientId: 'x', origins: ['https://login.example.org'] }]
  writeFileSync(join(dist, 'record-systems.json'), JSON.stringify({ systems }))
})
afterAll(() => rmSync(dist, { recursive: true, force: true }))

describe('deployFiles', () => {
  it('writes every header of the one list into every configuration, with nothing left to fill in', async () => {
    const files = await deployFiles({ dist, frameAncestors: FRAMES })
    expect(Object.keys(files)).toEqual(['nginx.conf', 'Caddyfile', 'apache.conf', 'web.config', '_headers'])
    const expected = securityHeaders(inlineStyleHashes(PAGE), { frameAncestors: FRAMES })
    for (const [file, text] of Object.entries(files)) {
      expect(text).not.toMatch(/\{\{|\}\}/)
      expect(text).toContain(LONG_CACHE)
      for (const [name, value] of Object.entries(expected)) {
        expect(text).toContain(name)
        expect({ file, has: text.includes(value) }).toEqual({ file, has: true })
      }
    }
  })

  it('opens the record page, and no other, to the listed servers', async () => {
    const policy = contentPolicy(inlineStyleHashes(PAGE), {
      recordOrigins: [RECORDS, 'https://login.example.org'],
    })
    const { _headers: headers = '', ...files } = await deployFiles({ dist })
    for (const text of Object.values(files)) expect(text.split(policy)).toHaveLength(2)
    expect(headers).not.toContain(RECORDS)
  })

  it('frames nothing unless told', async () => {
    for (const text of Object.values(await deployFiles({ dist })))
      expect(text).toContain("frame-ancestors 'none'")
  })

  it.each([
    ['root', { root: '/var/www; } evil' }],
    ['listen', { listen: '80;' }],
    ['serverName', { serverName: 'a"b' }],
    ['frameAncestors', { frameAncestors: ["https://a.example; script-src 'unsafe-inline'"] }],
    ['frameAncestors', { frameAncestors: ['*'] }],
  ])('refuses a %s that would write something else into the configuration', async (_, options) => {
    await expect(deployFiles({ dist, ...options })).rejects.toThrow(/cannot stand|Not an origin/)
  })
})

describe('recordOrigins', () => {
  it('names each origin once', () => {
    const systems = [
      { issuer: 'https://a.example/fhir' },
      { issuer: 'https://a.example/other', origins: ['https://b.example:8443'] },
    ]
    expect(recordOrigins(JSON.stringify({ systems }))).toEqual([
      'https://a.example',
      'https://b.example:8443',
    ])
    expect(recordOrigins(readFileSync('public/record-systems.json', 'utf8'))).toEqual([])
  })

  it.each([
    '',
    '{}',
    '{"systems":{}}',
    '{"systems":[{"issuer":"x"}]}',
    '{"systems":[{"issuer":"https://a.example","origins":["*"]}]}',
  ])('does not take %s', (text) => expect(() => recordOrigins(text)).toThrow())
})
