import Papa from 'papaparse'
import { fileOf, type Table } from '@/domain/columns'
import type { Problem } from '@/domain/problem'
import { decodeFile } from './decodeFile'
import { fileProblem, problemOf, type Fault } from './fault'
import { readHeader, type ColumnReader } from './readHeader'
import { explainRow, fillRow, idleMembers, isDamaged, rowMaker, type AnyRow } from './readRow'
import { isBlankLine, shapeFault } from './rowShape'

export interface TableReading {
  /** Rows without a fault of their own, frozen, in file order; undefined when the table cannot be read at all. */
  readonly rows?: readonly AnyRow[]
  /** The line of the file on which each row starts, the header being line 1. */
  readonly lines: readonly number[]
  /** The keys of rows that were left out, with their lines. */
  readonly leftOut: ReadonlyMap<string, number>
  /** True for a file with a header and no rows. */
  readonly isEmpty: boolean
  /** What may be so and is worth a look; no problem of its own. */
  readonly oddities?: readonly FileOddity[]
  readonly problems: readonly Problem[]
}

/** `column-order`: the columns stand in another order than documented. `last-line`: the file ends within a line. */
export type FileOddity = 'column-order' | 'last-line'

/** What is known of a table that could not be read. */
export const NOT_READ: Omit<TableReading, 'problems'> = { lines: [], leftOut: new Map(), isEmpty: false }

/** The key of a row as text, the parts of a compound key joined by a space; undefined when a part is missing. */
export function keyOf(table: Table, row: AnyRow): string | undefined {
  let key: string | undefined
  for (const property of table.key) {
    const part = row[property]
    if (part === undefined) return undefined
    key = key === undefined ? String(part) : `${key} ${String(part)}`
  }
  return key
}

/**
 * Reads one CSV file (RFC 4180, comma, UTF-8) against its declaration. Checks everything that can be seen without
 * another table: shape, types, limits, keys. A row with a fault is left out and reported; links are checked by
 * `checkLinks`, sense by `checkSense`.
 *
 * @param bytes the file as it is; a byte order mark and the line ends of Windows are accepted
 * @param onRows is told of every few thousand rows, how many more were read
 */
export function readTable(table: Table, bytes: Uint8Array, onRows?: (rows: number) => void): TableReading {
  const file = fileOf(table.name)
  const { text, problem } = decodeFile(file, bytes)
  if (text === undefined) return { ...NOT_READ, problems: problem ? [problem] : [] }

  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' })
  const { columns, problems } = readHeader(table, file, data[0] ?? [])
  if (!columns) return { ...NOT_READ, problems }

  const oneLineEach = countLineBreaks(text) + 1 === data.length
  while (isBlankLine(data.at(-1) ?? ['', ''])) data.pop()
  if (data.length > 1) {
    const quotes = new Map(errors.map((error) => [error.row ?? 0, error.code]))
    const reading = readRows(table, columns, data, {
      oneLineEach,
      quotes,
      lookForDamage: isDamaged(text),
      onRows,
    })
    return { ...reading, oddities: odditiesOf(text, columns), problems: [...problems, ...reading.problems] }
  }
  const mending = 'Put its rows back; if there are none on purpose, nothing needs to be done.'
  const empty = fileProblem('table/empty', file, 'The table has a header and no rows.', mending)
  return { ...NOT_READ, rows: [], isEmpty: true, problems: [...problems, empty] }
}

function odditiesOf(text: string, columns: readonly ColumnReader[]): readonly FileOddity[] {
  const places = columns.map((reader) => reader.at).filter((at) => at !== -1)
  const isMoved = places.some((at, index) => at < (places[index - 1] ?? -1))
  const isCut = !text.endsWith('\n')
  return [...(isMoved ? (['column-order'] as const) : []), ...(isCut ? (['last-line'] as const) : [])]
}

interface Layout {
  /** True: no cell has a line break, so row and line run together. */
  readonly oneLineEach: boolean
  /** Faults of quotation marks by row. */
  readonly quotes: ReadonlyMap<number, string>
  readonly lookForDamage: boolean
  readonly onRows: ((rows: number) => void) | undefined
}

/** Rows between two words to whoever waits. */
const TOLD_ROWS = 4000

function readRows(
  table: Table,
  columns: readonly ColumnReader[],
  data: readonly (readonly string[])[],
  { oneLineEach, quotes, lookForDamage, onRows }: Layout,
): TableReading {
  const file = fileOf(table.name)
  const rows: AnyRow[] = []
  const lines: number[] = []
  const leftOut = new Map<string, number>()
  const problems: Problem[] = []
  const lineOfKey = new Map<string, number>()
  const lists = columns.filter((reader) => reader.column.type === 'list')
  const header = data[0] ?? []
  const makeRow = rowMaker(columns)

  let nextLine = 1 + (oneLineEach ? 1 : linesOf(header))
  for (let index = 1; index < data.length; index++) {
    if (index % TOLD_ROWS === 0) onRows?.(TOLD_ROWS)
    const cells = data[index] ?? []
    const line = nextLine
    nextLine += oneLineEach ? 1 : linesOf(cells)
    const report = (fault: Fault) => problems.push(problemOf(file, line, fault))

    const shape = shapeFault(cells, header.length, line, nextLine - line, quotes.get(index))
    if (shape) {
      report(shape)
      const key = keyInCells(columns, cells)
      if (key !== undefined && !lineOfKey.has(key)) leftOut.set(key, line)
      continue
    }
    const row = makeRow()
    const isWhole = fillRow(row, columns, cells, lookForDamage)
    if (!isWhole) explainRow(columns, cells).forEach(report)
    else if (lists.length > 0) idleMembers(lists, cells, row).forEach(report)

    const key = keyOf(table, row)
    const first = key === undefined ? undefined : lineOfKey.get(key)
    if (first !== undefined) report(sameKey(columns, key, first, leftOut.has(key ?? '')))
    else if (key !== undefined) {
      lineOfKey.set(key, line)
      if (!isWhole) leftOut.set(key, line)
    }
    if (isWhole && first === undefined) {
      rows.push(Object.freeze(row))
      lines.push(line)
    }
  }
  return { rows, lines, leftOut, isEmpty: false, problems }
}

/** The key of a row that cannot be laid out, as far as its cells stand where the header has them. */
function keyInCells(columns: readonly ColumnReader[], cells: readonly string[]): string | undefined {
  const parts = columns.filter((reader) => reader.isKey).map((reader) => cells[reader.at] ?? '')
  return parts.includes('') ? undefined : parts.join(' ')
}

function sameKey(
  columns: readonly ColumnReader[],
  key: string | undefined,
  first: number,
  firstIsOut: boolean,
): Fault {
  const names = columns.filter((reader) => reader.isKey).map((reader) => reader.header)
  return {
    type: 'row/primary-key',
    column: names.join(' and '),
    cell: key,
    message: `Line ${first} already has this ${names.join(' and ')}. ${
      firstIsOut
        ? 'That row has a fault of its own, so neither is used.'
        : 'The first of the two rows counts.'
    }`,
    mending: 'Delete one of them, or give this one a name of its own.',
  }
}

function linesOf(cells: readonly string[]): number {
  let lines = 1
  for (const cell of cells) lines += countLineBreaks(cell)
  return lines
}

function countLineBreaks(text: string): number {
  let breaks = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}
