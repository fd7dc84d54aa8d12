import { createRequire } from 'node:module'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvLine, neutraliseFormula, restoreFormula, tableAsCsv } from '@/data/exportTable'
import { readTable } from '@/data/readTable'
import { defineTable, optional, text } from '@/domain/columns'

const FORMULAS = [
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '+',
  '-1.6 points',
  ' =1',
  '\n@a',
  '＝1',
]

/** Read back as the app reads every file, and as it disarmed it. */
function readBack(csv: string): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' })
  return data.slice(0, -1).map((row) => row.map(restoreFormula))
}

describe('neutraliseFormula', () => {
  it.each(FORMULAS)('disarms %j', (cell) => {
    expect(neutraliseFormula(cell)).toBe(`'${cell}`)
    expect(restoreFormula(neutraliseFormula(cell))).toBe(cell)
  })

  it.each(['-1.6', '+12', '-3e-4', '68 of 100', '', '−1.6', "it's", "'quoted'", 'a=b'])(
    'leaves %j as it is',
    (cell) => {
      expect(neutraliseFormula(cell)).toBe(cell)
      expect(restoreFormula(cell)).toBe(cell)
    },
  )

  it('lets no number lose its sign and nothing else begin with one, whatever the cell', () => {
    const cells = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n \'",;a1.') }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.string(),
    )
    fc.assert(
      fc.property(cells, (cell) => {
        const written = neutraliseFormula(cell)
        if (/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(written).toBe(cell)
        else expect(written).not.toMatch(/^\s*[=+@-](?!\d+(\.\d+)?(e[+-]?\d+)?$)/i)
        expect(restoreFormula(written)).toBe(cell)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('tableAsCsv', () => {
  it('reads back as the table it was made from, whatever stands in it', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'=-@\t\r\n ",\'a') }))
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
    fc.assert(
      fc.property(table, ([columns = [], ...rows]) => {
        expect(readBack(tableAsCsv(columns, rows))).toEqual([columns, ...rows])
      }),
      { numRuns: 1000 },
    )
  })

  it('ends every line as RFC 4180 asks', () => {
    expect(tableAsCsv(['a', 'b'], [['1', '2']])).toBe('a,b\r\n1,2\r\n')
    expect(csvLine([''])).toBe('""')
  })

  it('refuses a row that would stand under the wrong names', () => {
    expect(() => tableAsCsv(['a', 'b'], [['1']])).toThrow(RangeError)
  })
})

/** A table of texts, any of which may be empty. */
function textTable(width: number) {
  const columns = Array.from({ length: width }, (_, place) => [`c${place}`, optional(text('Cell'))] as const)
  return defineTable('texts', 'one row', Object.fromEntries(columns), [])
}

const spectrum = dirname(createRequire(import.meta.url).resolve('csv-spectrum'))
const spectrumNames = readdirSync(join(spectrum, 'csvs')).map((file) => file.replace('.csv', ''))

/** Its degree signs were lost before it was published. */
const DAMAGED = 'location_coordinates'

describe('the tricky files of csv-spectrum', () => {
  it('are all there', () => expect(spectrumNames).toHaveLength(12))

  it('name one whose characters are damaged: it is refused, and said so', () => {
    const csv = readFileSync(join(spectrum, 'csvs', `${DAMAGED}.csv`), 'utf8')
    const { rows, problems } = readTable(textTable(4), new TextEncoder().encode(`c0,c1,c2,c3\n${csv}`))
    expect(rows).toHaveLength(1)
    expect(problems).toMatchObject([
      { line: 3, column: 'c1', cell: expect.stringContaining('\ufffd') as string },
    ])
  })

  it.each(spectrumNames.filter((name) => name !== DAMAGED))('%s is read and written without loss', (name) => {
    const csv = readFileSync(join(spectrum, 'csvs', `${name}.csv`), 'utf8')
    const json: unknown = JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8'))
    const wanted = [json].flat() as readonly Readonly<Record<string, string>>[]
    const names = Object.keys(wanted[0] ?? {})
    // Line ends of Windows inside a cell are read as line ends, everywhere in the app.
    const cells = wanted.map((row) => names.map((column) => (row[column] ?? '').replaceAll('\r\n', '\n')))

    // The header of a table is of our own words: the cells are what is tricky.
    const table = textTable(names.length)
    const body = csv.replace(/^[^\r\n]*/, Object.keys(table.columns).join(','))
    const { rows = [], problems } = readTable(table, new TextEncoder().encode(body))
    expect(problems).toEqual([])
    expect(rows.map((row) => Object.values(row).map((value) => value ?? ''))).toEqual(cells)
    expect(readBack(tableAsCsv(names, cells))).toEqual([names, ...cells])
  })
})

/** Cases of the kind that Papa Parse's own tests list: input, and the cells it holds. */
const PAPA_CASES: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['a comma in quotes', 'A,"B,B",C', [['A', 'B,B', 'C']]],
  ['line breaks in quotes', 'A,"B\nB",C', [['A', 'B\nB', 'C']]],
  ['doubled quotes', 'A,"B""B""B",C', [['A', 'B"B"B', 'C']]],
  ['doubled quotes at both ends', 'A,"""B""",C', [['A', '"B"', 'C']]],
  ['quotes inside an unquoted cell', 'A,B "B" B,C', [['A', 'B "B" B', 'C']]],
  ['spaces around cells', 'A, B ,C', [['A', ' B ', 'C']]],
  ['a quoted cell of spaces', 'A,"  B  ",C', [['A', '  B  ', 'C']]],
  ['empty quoted cells', 'A,"",C', [['A', '', 'C']]],
  ['cells that are all empty', ',,', [['', '', '']]],
  ['a cell of quotes alone', 'A,"""",C', [['A', '"', 'C']]],
  ['quotes next to a comma in quotes', 'A,"B"",""C",D', [['A', 'B","C', 'D']]],
  [
    'a line break at the end of a cell',
    'A,"B\n",C\nD,E,F',
    [
      ['A', 'B\n', 'C'],
      ['D', 'E', 'F'],
    ],
  ],
  ['other scripts and signs', 'é,Ω ≥ 中,🙂', [['é', 'Ω ≥ 中', '🙂']]],
  ['an apostrophe and a formula', "'A,=1+1,'=1", [["'A", '=1+1', "'=1"]]],
]

it.each(PAPA_CASES)('%s come in and go out without loss', (_, csv, wanted) => {
  const table = textTable(wanted[0]?.length ?? 0)
  const header = Object.keys(table.columns).join(',')
  if (!wanted.every((row) => row.every((cell) => cell === ''))) {
    const { rows = [], problems } = readTable(table, new TextEncoder().encode(`${header}\n${csv}\n`))
    expect(problems).toEqual([])
    expect(rows.map((row) => Object.values(row).map((value) => value ?? ''))).toEqual(wanted)
  }
  expect(readBack(tableAsCsv(header.split(','), wanted)).slice(1)).toEqual(wanted)
})
