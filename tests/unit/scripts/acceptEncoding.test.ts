import { expect, it } from 'vitest'
import { bestEncoding } from '../../../scripts/acceptEncoding.mjs'

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['*', 'br'],
  ['br;q=0, *;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
  [undefined, undefined],
])('answers "%s" with %s', (header, encoding) => {
  expect(bestEncoding(header)).toBe(encoding)
})
