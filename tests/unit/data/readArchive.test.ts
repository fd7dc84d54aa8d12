import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ARCHIVE_LIMITS, crcOf, readArchive } from '@/data/readArchive'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const all = () => true
const open = (bytes: Uint8Array, limits = {}) =>
  readArchive('a.zip', bytes, all, { ...ARCHIVE_LIMITS, ...limits })

/** The same archive with some bytes written over, found from the start of a signature. */
function altered(
  bytes: Uint8Array,
  signature: number,
  offset: number,
  values: readonly number[],
): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at++)
    if (view.getUint32(at, true) === signature) copy.set(values, at + offset)
  return copy
}
const ENTRY = 0x02014b50
const END = 0x06054b50
const table = 'id,label\n' + 'a,b\n'.repeat(200)

describe('readArchive', () => {
  it('gives back the bytes of any files, packed or not', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\.csv$/), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        names,
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom(0, 6),
        (files, content, level) => {
          const zip = zipSync(Object.fromEntries(files.map((name) => [name, content])), { level })
          expect(open(zip).map(({ name, bytes }) => [name, [...bytes]])).toEqual(
            files.map((name) => [name, [...content]]),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('never gives other bytes than were packed, wherever the archive is damaged: it refuses in words', () => {
    const zip = zipSync({ 'terms.csv': bytesOf(table) })
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = zip.slice()
        damaged[at] = (damaged[at] ?? 0) ^ change
        try {
          for (const { bytes } of open(damaged)) expect(new TextDecoder().decode(bytes)).toBe(table)
        } catch (error) {
          expect(String(error)).toMatch(/^Error: a\.zip could not be unpacked: .+\.$/)
        }
      }),
      { numRuns: 400 },
    )
    fc.assert(
      fc.property(fc.nat(zip.length - 1), (length) => {
        expect(() => open(zip.slice(0, length))).toThrow(/could not be unpacked/)
      }),
      { numRuns: 100 },
    )
  })

  it('reckons the checksum of the specification', () => {
    expect(crcOf(bytesOf('123456789')).toString(16)).toBe('cbf43926')
  })

  it.each([
    [
      'too many bytes, by its own list',
      zipSync({ 'a.csv': bytesOf(table) }),
      { bytes: 500 },
      /it holds 809 bytes when unpacked, and no more than 500 bytes/,
    ],
    [
      'more than it says',
      altered(zipSync({ 'a.csv': bytesOf(table) }), ENTRY, 24, [100, 0, 0, 0]),
      {},
      /a\.csv in it is larger than the 100 bytes it says/,
    ],
    [
      'a bomb',
      zipSync({ 'a.csv': new Uint8Array(3_000_000) }, { level: 9 }),
      {},
      /a\.csv in it grows from [\d,]+ to 3,000,000 bytes, more than 200 times/,
    ],
    [
      'too many files',
      zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.csv`, bytesOf('a')]))),
      { entries: 10 },
      /it holds 12 files; at most 10 are opened/,
    ],
    ['a way out', zipSync({ '../a.csv': bytesOf('a') }), {}, /names a file outside itself: \.\.\/a\.csv/],
    ['a way out in the middle', zipSync({ 'x/../../a.csv': bytesOf('a') }), {}, /outside itself/],
    ['the root of the disk', zipSync({ '/etc/a.csv': bytesOf('a') }), {}, /outside itself: \/etc\/a\.csv/],
    ['a drive', zipSync({ 'C:\\a.csv': bytesOf('a') }), {}, /outside itself/],
    [
      'a name that is not UTF-8',
      altered(zipSync({ 'a.csv': bytesOf('a') }), ENTRY, 46, [0xe9]),
      {},
      /the name of a file in it is not written in UTF-8/,
    ],
    ['a lock', altered(zipSync({ 'a.csv': bytesOf('a') }), ENTRY, 8, [1]), {}, /locked with a password/],
    [
      'a way of packing that is not known',
      altered(zipSync({ 'a.csv': bytesOf('a') }), ENTRY, 10, [93]),
      {},
      /packed in a way that is not known/,
    ],
    [
      'files that lie over one another',
      altered(zipSync({ 'a.csv': bytesOf(table) }), ENTRY, 20, [0xff, 0xff, 0, 0]),
      {},
      /its files take 65,535 bytes by its own list/,
    ],
    [
      'an archive of the large kind',
      altered(zipSync({ 'a.csv': bytesOf('a') }), END, 16, [255, 255, 255, 255]),
      {},
      /zip64/,
    ],
    ['no archive', bytesOf('PK\x03\x04 and nothing'), {}, /damaged, or no zip archive/],
  ] as const)('refuses %s, with the figures', (_, bytes, limits, words) => {
    expect(() => open(bytes, limits)).toThrow(words)
  })

  it('does not look at the size of files that are not wanted', () => {
    const zip = zipSync({ 'film.mp4': new Uint8Array(4000), 'terms.csv': bytesOf('a') }, { level: 0 })
    const files = readArchive('a.zip', zip, (path) => path.endsWith('.csv'), {
      ...ARCHIVE_LIMITS,
      bytes: 1000,
    })
    expect(files.map(({ name }) => name)).toEqual(['terms.csv'])
  })
})
