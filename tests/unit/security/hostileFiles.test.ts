import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openChosen } from '@/data/openArchive'
import { openFiles, readOpened } from '@/data/openFolder'
import { fileOf } from '@/domain/columns'
import { TABLES, TABLE_NAMES, type TableName } from '@/domain/tables'
import { HANG, HOSTILE_TEXTS, isPolluted, soon } from '../../support/hostile'

// Longer runs by hand: HOSTILE_RUNS=2000 npx vitest run --project unit hostileFiles
const numRuns = Number(process.env['HOSTILE_RUNS'] ?? 60)
const encode = (text: string) => new TextEncoder().encode(text)

/** What was opened, or the sentence that refuses it. Anything but those two throws. */
function opened(chosen: Parameters<typeof openChosen>[0], most?: number) {
  try {
    return openChosen(chosen, most)
  } catch (error) {
    const { message } = error as Error
    expect(message).toMatch(/^[^\0]+ could not be unpacked: .+\.$/s)
    return message
  }
}

const PLAIN = /^[\w-]+\.(csv|json)$/i
const names = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.constantFrom(...HOSTILE_TEXTS).map((text) => `${text}.csv`),
  fc.constantFrom(
    'findings.csv',
    '__proto__.csv',
    'constructor.json',
    'a/b/c/findings.csv',
    '.csv',
    'FINDINGS.CSV',
  ),
  fc.nat({ max: 3000 }).map((depth) => `${'a/'.repeat(depth)}findings.csv`),
)

describe('files of hostile names', () => {
  it('in a folder give plain names or nothing', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), (chosen) => {
        const found = soon(() => opened(chosen.map((name) => ({ name, bytes: encode(name) }))))
        if (typeof found === 'string') return expect(chosen.some((name) => /\.zip$/i.test(name))).toBe(true)
        for (const [name, bytes] of found) {
          expect(name).toMatch(PLAIN)
          // The bytes are those of a file that was chosen under this name, whatever lay around it.
          expect(new TextDecoder().decode(bytes).split(/[/\\]/).at(-1)).toBe(name)
        }
      }),
      { numRuns },
    )
  })

  it('in an archive are refused in a sentence or give plain names', () => {
    const short = names.filter((name) => encode(name).length < 65_000 && name !== '')
    fc.assert(
      fc.property(fc.uniqueArray(short, { minLength: 1, maxLength: 6 }), (entries) => {
        // As zipSync() takes them from an object, one of this name would set its prototype.
        const files = Object.fromEntries(
          entries.filter((name) => name !== '__proto__').map((name) => [name, encode('id\na')]),
        )
        const found = soon(() => opened([{ name: 'data.zip', bytes: zipSync(files) }]))
        if (typeof found !== 'string') for (const name of found.keys()) expect(name).toMatch(PLAIN)
      }),
      { numRuns },
    )
  })
})

describe('archives that are none, or bombs', () => {
  it('are refused in a sentence whatever follows the first bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (tail) => {
        const bytes = Uint8Array.from([0x50, 0x4b, 3, 4, ...tail])
        expect(soon(() => opened([{ name: 'data', bytes }]))).toEqual(expect.any(String))
      }),
      { numRuns },
    )
  })

  it('are never taken in by being many, or one in the other', () => {
    const megabyte = new Uint8Array(1_000_000)
    const small = zipSync({ 'findings.csv': megabyte }, { level: 9 })
    const many = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.zip`, bytes: small }))
    expect(opened(many, 5_000_000)).toMatch(/^5\.zip could not be unpacked: it holds 1,000,000 bytes/)
    const nested = zipSync({ 'inner.zip': zipSync({ 'findings.csv': encode('id') }) })
    expect(opened([{ name: 'a.zip', bytes: nested }])).toEqual(new Map())
  })
})

describe('a chosen table of hostile text', () => {
  const shipped = new Map(
    readdirSync('data')
      .filter((name) => PLAIN.test(name))
      .map((name) => [name, new Uint8Array(readFileSync(`data/${name}`))]),
  )
  const below = (file: string) => {
    const bytes = shipped.get(file)
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`${file} is missing.`))
  }
  const corpus = HOSTILE_TEXTS.join('\r\n')
  const headerOf = (name: TableName) =>
    new TextDecoder().decode(shipped.get(fileOf(TABLES[name].name))).split('\n', 1)[0]

  it.each(TABLE_NAMES.map((name) => [fileOf(TABLES[name].name), name] as const))(
    '%s is refused in a sentence or shown with its faults named',
    async (file, name) => {
      for (const text of [corpus, `${headerOf(name)}\n${corpus}`]) {
        const files = await openFiles([{ name: file, bytes: encode(text) }], below)
        const result = await readOpened(files).catch((error: Error) => error.message)
        if (typeof result === 'string') expect(result).toMatch(/^These data cannot be shown[.:] ?.+\.$/s)
        else expect(result.loaded.problems.filter((problem) => problem.file === file)).not.toEqual([])
        expect(isPolluted()).toBe(false)
      }
    },
    HANG * 4,
  )
})
