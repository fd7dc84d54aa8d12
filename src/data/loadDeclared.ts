import { fileOf, type Table } from '@/domain/columns'
import type { Problem } from '@/domain/problem'
import { MAY_BE_ABSENT, type TableName } from '@/domain/tableNames'
import type { Tables } from '@/domain/tables'
import { checkLinks } from './checkLinks'
import { checkSense } from './checkSense'
import { fileProblem, problemOf } from './fault'
import type { AnyRow } from './readRow'
import { keyOf, NOT_READ, readTable, type FileOddity, type TableReading } from './readTable'
import type { CheckedTable } from './tableLinks'

/**
 * Gives the bytes of a file of the data folder, such as `findings.csv`. Rejects when the file is missing or cannot
 * be read, with an error whose message tells a person why.
 */
export type ReadFile = (file: string) => Promise<Uint8Array>

export interface LoadedTables {
  /** Checked rows, frozen, in file order. A table that could not be read is not here. */
  readonly tables: Partial<Tables>
  readonly problems: readonly Problem[]
}

/** Tables with what they hold. */
export type Declared = Readonly<Partial<Record<TableName, Table>>>

/** What later checks need to know of rows that are already in use: their lines, what was left out, what is odd. */
const origins = new WeakMap<readonly object[], CheckedTable>()

const UNKNOWN_ORIGIN = { lines: [], leftOut: new Map<string, number>(), isEmpty: false }

/** What was odd about the file of a table, though nothing is wrong with it. */
export function odditiesOf(rows: readonly object[]): readonly FileOddity[] {
  return origins.get(rows)?.oddities ?? []
}

/** The line of the file on which a row starts; undefined for rows that were not loaded from a file. */
export function lineOf(rows: readonly object[], index: number): number | undefined {
  return origins.get(rows)?.lines[index]
}

/**
 * Reads the named tables, at once, and checks cells, keys, sense and links: among themselves and with what an
 * earlier call returned. A broken row is left out and reported, and so is every row that leads to it. A table that
 * cannot be read is reported once; rows that lead to it stay. Never rejects.
 *
 * @param declared what the named tables are, and those of `before`
 * @param before the result of an earlier call; its tables are not read again
 * @param onRows is told of every few thousand rows, how many more were read
 * @returns `before` and the named tables together, and the problems of both; a table of `before` is the same array
 * unless rows of it had to go
 */
export async function loadDeclared<Name extends TableName>(
  readFile: ReadFile,
  names: readonly Name[],
  declared: Declared & Readonly<Record<Name, Table>>,
  before: LoadedTables = { tables: {}, problems: [] },
  onRows?: (rows: number) => void,
): Promise<LoadedTables> {
  const wanted = names.filter((name) => before.tables[name] === undefined)
  const readings = await Promise.all(wanted.map((name) => readNamed(readFile, name, declared[name], onRows)))

  const checked = new Map<string, CheckedTable>()
  const known = Object.entries(declared) as [TableName, Table][]
  for (const [name, table] of known) {
    const rows = before.tables[name] as readonly AnyRow[] | undefined
    if (rows) checked.set(table.name, { ...(origins.get(rows) ?? UNKNOWN_ORIGIN), table, rows })
  }
  const fresh = new Set<string>()
  for (const [index, name] of wanted.entries()) {
    const reading = readings[index]
    if (!reading?.rows) continue
    const table = declared[name]
    checked.set(table.name, { ...reading, table, rows: reading.rows })
    fresh.add(table.name)
  }

  const linked = checkLinks(checked, fresh)
  const tables: Partial<Record<TableName, readonly AnyRow[]>> = {}
  for (const [name, { name: file }] of known) {
    const table = linked.tables.get(file)
    if (!table) continue
    tables[name] = Object.freeze(table.rows)
    origins.set(table.rows, table)
  }
  const earlier = before.problems.filter(
    (problem) => !wanted.some((name) => problem.file === fileOf(declared[name].name)),
  )
  const problems = [...earlier, ...readings.flatMap((reading) => reading.problems), ...linked.problems]
  return { tables: tables as Partial<Tables>, problems }
}

async function readNamed(
  readFile: ReadFile,
  name: TableName,
  table: Table,
  onRows?: (rows: number) => void,
): Promise<TableReading> {
  const file = fileOf(table.name)
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    if (MAY_BE_ABSENT.has(name)) return { ...NOT_READ, rows: [], isEmpty: true, problems: [] }
    const why = error instanceof Error ? error.message : String(error)
    const message = `The table could not be read: ${why.replace(/\.$/, '')}. Links into it were not checked.`
    const mending = `Put ${file} into the data folder, readable for the web server.`
    return { ...NOT_READ, problems: [fileProblem('file/missing', file, message, mending)] }
  }
  return withSense(name, table, readTable(table, bytes, onRows))
}

/** Takes out the rows that cannot be true. */
function withSense(name: TableName, table: Table, reading: TableReading): TableReading {
  if (!reading.rows) return reading
  const rows: AnyRow[] = []
  const lines: number[] = []
  const leftOut = new Map(reading.leftOut)
  const problems = [...reading.problems]
  for (const [index, row] of reading.rows.entries()) {
    const line = reading.lines[index] ?? 0
    const faults = checkSense(name, row)
    if (faults.length === 0) {
      rows.push(row)
      lines.push(line)
      continue
    }
    for (const fault of faults) problems.push(problemOf(fileOf(table.name), line, fault))
    const key = keyOf(table, row)
    if (key !== undefined) leftOut.set(key, line)
  }
  return { ...reading, rows, lines, leftOut, problems }
}
