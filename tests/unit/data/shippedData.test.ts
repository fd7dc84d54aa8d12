import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileOf, headerOf, type Table } from '@/domain/columns'
import { recordedText } from '@/domain/recordedText'
import { FIRST_TABLES, TABLE_NAMES, TABLES } from '@/domain/tables'
import { loadTables, type LoadedTables, type ReadFile } from '@/data/loadTables'

const DATA = new URL('../../../data/', import.meta.url)
const readShipped: ReadFile = async (file) => new Uint8Array(readFileSync(new URL(file, DATA)))

/** Rows as text, by a reader of its own: what the loader gives must give these back, cell for cell. */
function cellsOf(file: string): string[][] {
  const text = readFileSync(new URL(file, DATA), 'utf8')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isQuoted && character === '"' && text.charAt(at + 1) === '"') cell += text.charAt(at++)
    else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === ',' || character === '\n')) {
      row.push(cell)
      cell = ''
      if (character === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += character
  }
  return rows
}

function asText(row: object, property: string): string {
  const value = (row as Record<string, unknown>)[property]
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.join(';')
  return typeof value === 'number'
    ? String(recordedText(row as Record<string, unknown>, property))
    : String(value)
}

describe('the data folder as it is shipped', () => {
  let loaded: LoadedTables
  beforeAll(async () => {
    loaded = await loadTables(readShipped, TABLE_NAMES)
  })

  it('loads without a problem', () => {
    expect(loaded.problems).toEqual([])
  })

  it('holds all rows of the evidence', () => {
    const counts = Object.fromEntries(
      Object.entries(loaded.tables).map(([name, rows]) => [
        fileOf(TABLES[name as keyof typeof TABLES].name),
        rows.length,
      ]),
    )
    expect(counts).toMatchObject({
      'findings.csv': 1025,
      'sources.csv': 525,
      'treatments.csv': 98,
      'outcomes.csv': 118,
      'derived-outcomes.csv': 2,
      'definitions.csv': 38,
      'denominators.csv': 11,
      'estimate-kinds.csv': 5,
      'arm-designs.csv': 11,
      'measures.csv': 14,
      'populations.csv': 14,
      'groups.csv': 14,
      'recommendations.csv': 128,
      'cautions.csv': 407,
      'factors.csv': 91,
      'headlines.csv': 255,
      'durability-curves.csv': 26,
      'claims.csv': 25,
      'disease-facts.csv': 35,
      'preferences.csv': 68,
      'glossary.csv': 78,
    })
    expect(loaded.tables.treatments?.filter((treatment) => treatment.selectable === 'yes')).toHaveLength(80)
  })

  it.each(TABLE_NAMES)('%s: every cell of the file comes back as it stands there', (name) => {
    const table: Table = TABLES[name]
    const [header, ...rows] = cellsOf(fileOf(table.name))
    const properties = Object.keys(table.columns)
    expect(header).toEqual(properties.map(headerOf))
    expect(loaded.tables[name]?.map((row) => properties.map((property) => asText(row, property)))).toEqual(
      rows,
    )
  })

  it('has a declared table for every CSV file', () => {
    const files = readdirSync(DATA).filter((file) => file.endsWith('.csv'))
    expect(files.sort()).toEqual(TABLE_NAMES.map((name) => fileOf(TABLES[name].name)).sort())
  })

  it('loads in two steps without a row of the first being touched by the second', async () => {
    const first = await loadTables(readShipped, FIRST_TABLES)
    expect(first.problems).toEqual([])
    const second = await loadTables(readShipped, TABLE_NAMES, first)
    expect(second.problems).toEqual([])
    for (const name of FIRST_TABLES) expect(second.tables[name]).toBe(first.tables[name])
  })
})
