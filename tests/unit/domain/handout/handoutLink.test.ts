import { handoutLink, isLink, otherVersionNotice, usableAddress } from '@/domain/handout/handoutLink'
import { describe, expect, test } from 'vitest'

const linked = { treatments: ['mvd', 'srs'], outcomes: ['pain-free', 'stroke'], dataVersion: '1.0.0' }

describe('the link on paper', () => {
  test('carries treatments, outcomes and the version of the data, and nothing else', () => {
    expect(handoutLink('https://tn.example.org', linked)).toBe(
      'https://tn.example.org/compare?treatments=mvd,srs&outcomes=pain-free,stroke&data=1.0.0',
    )
  })

  test('keeps the path below which the app is served, with or without its last slash', () => {
    const expected = 'https://example.org/tn/compare?treatments=mvd&data=1.0.0'
    const only = { ...linked, treatments: ['mvd'], outcomes: [] }
    expect(handoutLink('https://example.org/tn', only)).toBe(expected)
    expect(handoutLink(' https://example.org/tn/ ', only)).toBe(expected)
  })

  test('names no version where the data have none', () => {
    expect(handoutLink('https://a.org', { ...linked, dataVersion: undefined })).not.toContain('data=')
  })

  test('is not there without a public address', () => {
    expect(handoutLink(undefined, linked)).toBe('not-set')
    expect(isLink(handoutLink('  ', linked))).toBe(false)
    expect(isLink(handoutLink('https://a.org', linked))).toBe(true)
  })

  test.each([
    'http://localhost:5173/',
    'http://LOCALHOST',
    'https://app.localhost/tn',
    'http://127.0.0.1:8080/',
    'http://127.1/',
    'http://0.0.0.0/',
    'http://[::1]:4173/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost./',
  ])('is not made from an address that only this machine can open: %s', (address) => {
    expect(usableAddress(address)).toBe('only-here')
  })

  test.each([
    'file:///home/tn/index.html',
    'ftp://example.org',
    'example.org',
    'javascript:alert(1)',
    'https://',
    'https://user@example.org/',
    'https://example.org/?q=1',
    'https://example.org/#x',
    'https://exam ple.org',
  ])('is not made from what is no plain web address: %s', (address) => {
    expect(usableAddress(address)).toBe('not-web')
  })

  test('may be that of a machine in the house', () => {
    expect(usableAddress('http://192.168.1.20:8080/tn')).toEqual({ base: 'http://192.168.1.20:8080/tn/' })
    expect(usableAddress('http://localhost.hospital.org')).toEqual({ base: 'http://localhost.hospital.org/' })
  })
})

describe('a link made with other data', () => {
  test('is told, with both versions', () => {
    expect(otherVersionNotice('1.0.0', '1.1.0')).toMatch(/version 1\.0\.0.*version 1\.1\.0/)
    expect(otherVersionNotice('1.0.0', undefined)).toMatch(/do not say their version/)
  })

  test('is nothing to tell where it names the same version, none, or no version at all', () => {
    expect(otherVersionNotice('1.0.0', '1.0.0')).toBeUndefined()
    expect(otherVersionNotice('', '1.0.0')).toBeUndefined()
    expect(otherVersionNotice('call 555 now!', '1.0.0')).toBeUndefined()
  })
})
