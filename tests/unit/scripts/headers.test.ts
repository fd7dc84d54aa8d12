import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  ASK_AGAIN,
  LONG_CACHE,
  cacheControl,
  contentPolicy,
  inlineStyleHashes,
  securityHeaders,
} from '../../../scripts/headers.mjs'

describe('contentPolicy', () => {
  it('lets nothing in that it does not name, and no inline script or style', () => {
    const policy = contentPolicy()
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types vue sw worker")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('http')
  })

  it('allows the inline style of the built page by its hash, and nothing else', () => {
    const css = 'body{margin:0}\n'
    const hash = createHash('sha256').update(css).digest('base64')
    const hashes = inlineStyleHashes(`<head><style data-x="1">${css}</style></head><script>alert(1)</script>`)
    expect(hashes).toEqual([`'sha256-${hash}'`])
    expect(contentPolicy(hashes)).toBe(
      contentPolicy().replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`),
    )
  })

  it('has no line break, which would end the header', () => {
    for (const value of Object.values(securityHeaders())) expect(value).not.toMatch(/[\r\n]/)
  })
})

describe('cacheControl', () => {
  it('keeps a file with a hash in its name for a year', () => {
    expect(cacheControl('/assets/index-Bx1c2_Qz.js')).toBe(LONG_CACHE)
  })

  it.each([
    '/',
    '/index.html',
    '/sw.js',
    '/data/findings.csv',
    '/data/assets/findings-12345678.csv',
    '/assets/logo.svg',
  ])('has the browser ask again for %s', (path) => {
    expect(cacheControl(path)).toBe(ASK_AGAIN)
  })
})
