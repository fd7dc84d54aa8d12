import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { fileOf, headerOf, type Column, type Table } from '@/domain/columns'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import { TABLES, type Tables } from '@/domain/tables'

/*
 * The data folder as evidence, for tests of the domain: a plain reader without checks, so that such a test never
 * fails for a reason of the loader.
 */

const DATA = 'data/'

function readCell(column: Column, cell: string): unknown {
  if (column.type === 'list')
    return cell
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  if (cell === '') return undefined
  return ['number', 'count', 'year'].includes(column.type) ? Number(cell) : cell
}

function readRows(table: Table): readonly unknown[] {
  const text = readFileSync(DATA + fileOf(table.name), 'utf8')
  const { data } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  })
  return data.map((cells) =>
    Object.freeze(
      Object.fromEntries(
        Object.entries(table.columns).map(([property, column]) => [
          property,
          readCell(column, cells[headerOf(property)] ?? ''),
        ]),
      ),
    ),
  )
}

/** All tables of data/, unchecked. */
export function readTables(): Tables {
  const entries = Object.entries(TABLES).map(([name, table]) => [name, readRows(table)])
  return Object.fromEntries(entries) as unknown as Tables
}

let remembered: Evidence | undefined

/** The evidence of data/, read once for each test file. */
export function realEvidence(): Evidence {
  return (remembered ??= indexEvidence(readTables()))
}

/** The evidence of data/ with some tables replaced or changed. */
export function evidenceWith(change: (tables: Tables) => Partial<Tables>): Evidence {
  const tables = readTables()
  return indexEvidence({ ...tables, ...change(tables) })
}

function found<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new RangeError(`${what} is not in data/`)
  return row
}

/** A row of the data by id; throws when there is none, so that a renamed id breaks the test that names it. */
export const findingOf = (id: string) => found(realEvidence().findingById.get(id), `finding ${id}`)
export const treatmentOf = (id: string) => found(realEvidence().treatmentById.get(id), `treatment ${id}`)
export const outcomeOf = (id: string) => found(realEvidence().outcomeById.get(id), `outcome ${id}`)
