import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { stringifyQuery } from 'vue-router'
import { readQuery } from '@/app/readQuery'
import { loadTables } from '@/data/loadTables'
import { readTable } from '@/data/readTable'
import { settleView } from '@/domain/settleView'
import { TABLES, TABLE_NAMES, type TableName } from '@/domain/tables'
import { FACETS, readView, writeView, type Query } from '@/domain/view'
import { realEvidence } from '../../support/evidence'
import { HOSTILE_TEXTS, isPolluted, soon } from '../../support/hostile'

// Longer runs by hand: HOSTILE_RUNS=20000 npx vitest run --project unit hostileInput
const numRuns = Number(process.env['HOSTILE_RUNS'] ?? 300)
const evidence = realEvidence()
const encode = (text: string) => new TextEncoder().encode(text)
const hostile = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 60 }))

/** Every line is a row in use, is named by a problem, or the file as a whole is. */
function accountsForAll(name: TableName, bytes: Uint8Array, lines: number) {
  const { rows, problems } = soon(() => readTable(TABLES[name], bytes))
  if (rows === undefined) return expect(problems.length).toBeGreaterThan(0)
  const faulty = new Set(problems.filter(({ rowLeftOut }) => rowLeftOut === true).map(({ line }) => line))
  const isFileFault = problems.some(({ line }) => line === undefined || line === 1)
  if (!isFileFault) expect(rows.length + faulty.size).toBeGreaterThanOrEqual(lines)
}

describe('a table with hostile cells', () => {
  const shipped = Papa.parse<string[]>(readFileSync('data/treatments.csv', 'utf8').trimEnd(), {
    delimiter: ',',
  }).data
  const [header = [], ...rows] = shipped

  it('is read to its end: each row is in use or is reported with its line', () => {
    const change = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: header.length - 1 }), hostile)
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const table = rows.slice(0, 10).map((row) => [...row])
        for (const [row, column, text] of changes) {
          const cells = table[row]
          if (cells) cells[column] = text
        }
        accountsForAll('treatments', encode(Papa.unparse([header, ...table])), table.length)
      }),
      { numRuns },
    )
  })

  it('keeps a hostile text as the text it is where text is allowed', () => {
    const column = header.indexOf('plain_summary')
    for (const text of HOSTILE_TEXTS.filter(
      (one) => one === one.trim() && !/[\0\uFEFF\uD800\r\n]/.test(one),
    )) {
      const row = [...(rows[0] ?? [])]
      row[column] = text
      const reading = readTable(TABLES.treatments, encode(Papa.unparse([header, row])))
      if (reading.rows?.length === 1)
        expect((reading.rows[0] as Record<string, unknown>)['plainSummary']).toBe(text)
      else expect(reading.problems.some(({ line }) => line === 2)).toBe(true)
    }
  })

  it('takes any header, prototype names included, without harm and not in silence', () => {
    fc.assert(
      fc.property(fc.nat({ max: header.length - 1 }), hostile, (at, name) => {
        fc.pre(name !== header[at])
        const changed = header.map((old, index) => (index === at ? name : old))
        const bytes = encode(Papa.unparse([changed, ...rows.slice(0, 3)]))
        expect(soon(() => readTable(TABLES.treatments, bytes)).problems.length).toBeGreaterThan(0)
      }),
      { numRuns },
    )
  })

  it('reads bytes that are no text, and a cell of five megabytes, without a crash or a hang', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        soon(() => readTable(TABLES.terms, bytes))
      }),
      { numRuns },
    )
    const huge = [...(rows[0] ?? [])]
    huge[header.indexOf('plain_summary')] = 'x'.repeat(5_000_000)
    accountsForAll('treatments', encode(Papa.unparse([header, huge])), 1)
    soon(() => readTable(TABLES.treatments, encode(`"${'""'.repeat(500_000)}`)))
    soon(() => readTable(TABLES.treatments, encode(`${header.join(',')}\n${','.repeat(1_000_000)}`)))
  })

  it('leaves the folder standing when every file of it is hostile', async () => {
    const loaded = await loadTables(() => Promise.resolve(encode(HOSTILE_TEXTS.join(','))), TABLE_NAMES)
    expect(loaded.problems.length).toBeGreaterThanOrEqual(TABLE_NAMES.length - 1)
    expect(isPolluted()).toBe(false)
  }, 20_000)
})

// The router warns of each address that is not encoded well; that is its right.
const quiet = vi.spyOn(console, 'warn')
beforeEach(() => void quiet.mockReturnValue())

describe('a hostile address', () => {
  const keys = [
    ...FACETS,
    'treatments',
    'outcomes',
    'outcome',
    'search',
    'sort',
    'picture',
    'harm',
    'reference',
  ]
  const key = fc.oneof(fc.constantFrom(...keys, 'finding', 'lead', 'rows', 'hidden'), hostile)
  const known = fc.constantFrom('carbamazepine', 'mvd', 'first', 'number')
  const value = fc.oneof(
    hostile,
    known,
    fc.array(fc.oneof(hostile, known), { maxLength: 30 }).map((ids) => ids.join(',')),
  )
  const address = fc
    .array(fc.tuple(key, value), { maxLength: 12 })
    .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&'))
  const isIn = (text: string | undefined) => text !== undefined && /[<>"\0\u202E]/.test(text)

  it('is read into a view that names only what the data have, and what was left out is said', () => {
    fc.assert(
      fc.property(address, (text) => {
        soon(() => {
          const asked = readView(readQuery(text) as Query)
          const { view } = settleView(asked, evidence)
          expect(view.treatments.length).toBeLessThanOrEqual(6)
          expect(view.search.length).toBeLessThanOrEqual(200)
          for (const id of view.treatments) expect(evidence.treatmentById.has(id)).toBe(true)
          for (const id of view.outcomes) expect(evidence.outcomeById.has(id)).toBe(true)
          for (const one of [view.outcome, view.harm, view.reference, view.finding])
            expect(isIn(one)).toBe(false)
        })
      }),
      { numRuns },
    )
  })

  it('settles to an address that reads the same again', () => {
    fc.assert(
      fc.property(address, (text) => {
        const { view } = settleView(readView(readQuery(text) as Query), evidence)
        const again = settleView(readView(readQuery(stringifyQuery(writeView(view))) as Query), evidence)
        expect(again).toEqual({ view, ignored: [] })
      }),
      { numRuns },
    )
  })

  it('cannot give the query another prototype', () => {
    const query = readQuery('?__proto__=a&%5F_proto__=b&constructor=c&sort=number&toString=x')
    expect(query).toEqual({ sort: 'number' })
    expect(Object.getPrototypeOf(query)).toBe(Object.prototype)
    expect(readView(readQuery('__proto__=x') as Query)).toEqual(readView({}))
  })

  it('of half a character, as a cut leaves behind, can be written again', () => {
    const cut = readView({ search: '😀'.repeat(100).slice(1) })
    for (const view of [cut, { ...cut, search: 'a\uD800b' }])
      expect(() => stringifyQuery(writeView(view))).not.toThrow()
    expect(writeView({ ...cut, search: 'a\uD800b' })).toEqual({ search: 'ab' })
  })

  it('of ten thousand characters, of ten thousand keys or of one key a thousand times is read at once', () => {
    for (const text of [
      `treatments=${'x'.repeat(10_000)}`,
      `treatments=${'a,'.repeat(10_000)}`,
      Array.from({ length: 10_000 }, (_, index) => `k${index}=1`).join('&'),
      'treatments=mvd&'.repeat(1000),
      `search=${encodeURIComponent('😀'.repeat(5000))}`,
      '&&&===;;;%%%',
    ])
      soon(() => settleView(readView(readQuery(text) as Query), evidence))
  })
})
