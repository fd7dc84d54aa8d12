import { fileOf, type Table } from '@/domain/columns'
import type { Problem } from '@/domain/problem'
import { MAY_BE_ABSENT, type TableName } from '@/domain/tableNames'
import type { Tables } from '@/domain/tables'
import { checkLinks } from './checkLinks'
import { checkSense } from './checkSense'
import { fileProblem, problemOf, type Fault } from './fault'
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

/** What later checks need to know of rows that are already in use: their lines, and what was left out. */
const origins = new WeakMap<readonly AnyRow[], Pick<CheckedTable, 'lines' | 'leftOut' | 'isEmpty'>>()

const UNKNOWN_ORIGIN = { lines: [], leftOut: new Map<string, number>(), isEmpty: false }

const oddities = new WeakMap<readonly object[], readonly FileOddity[]>()

/** What was odd about the file of a table, though nothing is wrong with it. */
export function odditiesOf(rows: readonly object[]): readonly FileOddity[] {
  return oddities.get(rows) ?? []
}

/** The line of the file on which a row starts; undefined for rows that were not loaded from a file. */
export function lineOf(rows: readonly object[], index: number): number | undefined {
  return origins.get(rows as readonly AnyRow[])?.lines[index]
}

/**
 * Reads the named tables, at once, and checks cells, keys, sense and links: among themselves and with what an
 * earlier call returned. A broken row is left out and reported, and so is every row that leads to it. A table that
 * cannot be read is reported once; rows that lead to it stay. Never rejects.
 *
 * @param declared what the named tables are, and those of `before`
 * @param before the result of an earlier call; its tables are not read again
 * @returns `before` and the named tables together, and the problems of both; a table of `before` is the same array
 * unless rows of it had to go
 */
export async function loadDeclared<Name extends TableName>(
  readFile: ReadFile,
  names: readonly Name[],
  declared: Declared & Readonly<Record<Name, Table>>,
  before: LoadedTables = { tables: {}, problems: [] },
): Promise<LoadedTables> {
  const oddFiles = new Map<TableName, readonly FileOddity[]>()
  const wanted = names.filter((name) => before.tables[name] === undefined)
  const readings = await Promise.all(wanted.map((name) => readNamed(readFile, name, declared[name])))

  const checked = new Map<string, CheckedTable>()
  const known = Object.entries(declared) as [TableName, Table][]
  for (const [name, table] of known) {
    const rows = before.tables[name] as readonly AnyRow[] | undefined
    if (rows) checked.set(table.name, { table, rows, ...(origins.get(rows) ?? UNKNOWN_ORIGIN) })
  }
  const fresh = new Set<string>()
  for (const [index, name] of wanted.entries()) {
    const reading = readings[index]
    if (!reading?.rows) continue
    const { rows, lines, leftOut, isEmpty } = reading
    oddFiles.set(name, reading.oddities ?? [])
    const table = declared[name]
    checked.set(table.name, { table, rows, lines, leftOut, isEmpty })
    fresh.add(table.name)
  }

  const linked = checkLinks(checked, fresh)
  const tables: Partial<Record<TableName, readonly AnyRow[]>> = {}
  for (const [name, { name: file }] of known) {
    const table = linked.tables.get(file)
    if (!table) continue
    tables[name] = Object.freeze(table.rows)
    const odd = oddFiles.get(name) ?? oddities.get(before.tables[name] ?? [])
    if (odd) oddities.set(table.rows, odd)
    origins.set(table.rows, { lines: table.lines, leftOut: table.leftOut, isEmpty: table.isEmpty })
  }
  const earlier = before.problems.filter(
    (problem) => !wanted.some((name) => problem.file === fileOf(declared[name].name)),
  )
  const problems = [...earlier, ...readings.flatMap((reading) => reading.problems), ...linked.problems]
  return { tables: tables as Partial<Tables>, problems }
}

async function readNamed(readFile: ReadFile, name: TableName, table: Table): Promise<TableReading> {
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
  return withSense(name, table, readTable(table, bytes))
}

/** Takes out the rows that cannot be true. */
function withSense(name: TableName, table: Table, reading: TableReading): TableReading {
  const faultsByRow = new Map<number, readonly Fault[]>()
  reading.rows?.forEach((row, index) => {
    const faults = checkSense(name, row)
    if (faults.length > 0) faultsByRow.set(index, faults)
  })
  const { rows } = reading
  if (!rows || faultsByRow.size === 0) return reading

  const leftOut = new Map(reading.leftOut)
  const problems = [...reading.problems]
  for (const [index, faults] of faultsByRow) {
    const line = reading.lines[index] ?? 0
    problems.push(...faults.map((fault) => problemOf(fileOf(table.name), line, fault)))
    const key = keyOf(table, rows[index] ?? {})
    if (key !== undefined) leftOut.set(key, line)
  }
  return {
    rows: rows.filter((_, index) => !faultsByRow.has(index)),
    lines: reading.lines.filter((_, index) => !faultsByRow.has(index)),
    leftOut,
    isEmpty: reading.isEmpty,
    ...(reading.oddities ? { oddities: reading.oddities } : {}),
    problems,
  }
}
