import type { Column } from '@/domain/columns'
import { keepRecordedText, recordedText } from '@/domain/recordedText'
import { TABLE_NAMES, TABLES, type TableName, type Tables } from '@/domain/tables'

/*
 * Rows as columns, for the way from a worker to the page. Two hundred thousand rows copied as objects would hold the
 * page for seconds and take three times the memory: here numbers go over as one array, and each text once.
 */

type AnyRow = Readonly<Record<string, unknown>>

/** The cells of one column in a block of rows. */
export type PackedColumn =
  /** NaN stands for an empty cell on this way alone: no cell that was read is NaN. */
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  /** Places in all words that came so far, from 1 on; 0 is an empty cell. */
  | { readonly kind: 'words'; readonly places: Uint32Array; readonly more: readonly string[] }
  | { readonly kind: 'lists'; readonly places: Uint32Array; readonly more: readonly (readonly string[])[] }

export interface PackedBlock {
  readonly table: TableName
  readonly rows: number
  readonly columns: Readonly<Record<string, PackedColumn>>
  /** Numbers whose text says more than the number, such as `0.80`. */
  readonly recorded: {
    readonly rows: readonly number[]
    readonly columns: readonly string[]
    readonly texts: readonly string[]
  }
}

/** Rows of one block: small enough that the page can draw between two of them. */
export const BLOCK_ROWS = 2000

const NUMBERS: ReadonlySet<Column['type']> = new Set(['number', 'count', 'year'])

const columnsOf = (table: TableName) => Object.entries<Column>(TABLES[table].columns)

/** Gives each word its place, and notes those that are new. */
class Places<Word> {
  readonly #known = new Map<string, number>()
  #more: Word[] = []

  placeOf(key: string, word: Word): number {
    let place = this.#known.get(key)
    if (place === undefined) {
      place = this.#known.size + 1
      this.#known.set(key, place)
      this.#more.push(word)
    }
    return place
  }

  takeMore(): readonly Word[] {
    const more = this.#more
    this.#more = []
    return more
  }
}

function packNumbers(rows: readonly AnyRow[], property: string, recorded: Recorded): PackedColumn {
  const values = new Float64Array(rows.length)
  for (const [at, row] of rows.entries()) {
    const value = row[property]
    values[at] = typeof value === 'number' ? value : Number.NaN
    if (typeof value !== 'number') continue
    const text = recordedText(row, property)
    if (text === undefined || text === String(value)) continue
    recorded.rows.push(at)
    recorded.columns.push(property)
    recorded.texts.push(text)
  }
  return { kind: 'numbers', values }
}

function packWords(rows: readonly AnyRow[], property: string, known: Places<string>): PackedColumn {
  const places = new Uint32Array(rows.length)
  for (const [at, row] of rows.entries()) {
    const value = row[property]
    if (typeof value === 'string') places[at] = known.placeOf(value, value)
  }
  return { kind: 'words', places, more: known.takeMore() }
}

function packLists(
  rows: readonly AnyRow[],
  property: string,
  known: Places<readonly string[]>,
): PackedColumn {
  const places = new Uint32Array(rows.length)
  for (const [at, row] of rows.entries()) {
    const value = row[property]
    // No member holds a semicolon: it is what parts them in the file.
    if (Array.isArray(value)) places[at] = known.placeOf(value.join(';'), value as readonly string[])
  }
  return { kind: 'lists', places, more: known.takeMore() }
}

interface Recorded {
  readonly rows: number[]
  readonly columns: string[]
  readonly texts: string[]
}

/** The rows of a table in blocks; a table without rows is one empty block. */
function* packTable(table: TableName, rows: readonly AnyRow[]): Generator<PackedBlock> {
  const words = new Map(columnsOf(table).map(([property]) => [property, new Places<string>()]))
  const lists = new Map(columnsOf(table).map(([property]) => [property, new Places<readonly string[]>()]))
  for (let start = 0; start === 0 || start < rows.length; start += BLOCK_ROWS) {
    const part = rows.slice(start, start + BLOCK_ROWS)
    const recorded: Recorded = { rows: [], columns: [], texts: [] }
    const columns = columnsOf(table).map(([property, { type }]): [string, PackedColumn] => {
      if (NUMBERS.has(type)) return [property, packNumbers(part, property, recorded)]
      if (type === 'list') return [property, packLists(part, property, lists.get(property) ?? new Places())]
      return [property, packWords(part, property, words.get(property) ?? new Places())]
    })
    yield { table, rows: part.length, columns: Object.fromEntries(columns), recorded }
  }
}

/** All tables in blocks, in the order of the dictionary, for `RowsUnpacker`. */
export function* packTables(tables: Partial<Tables>): Generator<PackedBlock> {
  for (const name of TABLE_NAMES) {
    const rows = tables[name]
    if (rows) yield* packTable(name, rows as readonly AnyRow[])
  }
}

/** The buffers of a block, to be handed over rather than copied. */
export function buffersOf({ columns }: PackedBlock): ArrayBuffer[] {
  return Object.values(columns).map(
    (column) => (column.kind === 'numbers' ? column.values : column.places).buffer as ArrayBuffer,
  )
}

const NO_MEMBERS: readonly string[] = Object.freeze([])

/** Fills one column of rows that are being made. */
function fillColumn(
  rows: readonly Record<string, unknown>[],
  property: string,
  column: PackedColumn,
  words: unknown[],
): void {
  if (column.kind === 'numbers') {
    for (const [at, value] of column.values.entries()) {
      const row = rows[at]
      if (row && !Number.isNaN(value)) row[property] = value
    }
    return
  }
  for (const word of column.more) words.push(Array.isArray(word) ? Object.freeze(word) : word)
  for (const [at, place] of column.places.entries()) {
    const row = rows[at]
    if (row && place > 0) row[property] = words[place - 1]
  }
}

/** Makes the rows anew, block by block, as the reader of the files made them: frozen, equal texts once in memory. */
export class RowsUnpacker {
  readonly #tables = new Map<TableName, AnyRow[]>()
  readonly #words = new Map<string, unknown[]>()
  /** Rows made so far, of all tables. */
  rows = 0

  add(block: PackedBlock): void {
    const { table, recorded } = block
    const all = this.#tables.get(table) ?? []
    this.#tables.set(table, all)
    const makeRow = rowMakerOf(table)
    const rows = Array.from({ length: block.rows }, makeRow)
    for (const [property, column] of Object.entries(block.columns)) {
      const key = `${table} ${property}`
      const words = this.#words.get(key) ?? []
      this.#words.set(key, words)
      fillColumn(rows, property, column, words)
    }
    for (const [at, text] of recorded.texts.entries()) {
      const row = rows[recorded.rows[at] ?? -1]
      const property = recorded.columns[at]
      if (row && property !== undefined) keepRecordedText(row, property, text)
    }
    for (const row of rows) all.push(Object.freeze(row))
    this.rows += rows.length
  }

  /** The tables that came. Called once, when all blocks have been added. */
  tables(): Partial<Tables> {
    for (const rows of this.#tables.values()) Object.freeze(rows)
    return Object.fromEntries(this.#tables) as unknown as Partial<Tables>
  }
}

/** As in reading: a copy of a parsed object stays small and quick in the engine, one that grew does not. */
function rowMakerOf(table: TableName): () => Record<string, unknown> {
  const shape = Object.fromEntries(columnsOf(table).map(([property]) => [property, null]))
  const template = JSON.parse(JSON.stringify(shape)) as Record<string, unknown>
  for (const [property, { type }] of columnsOf(table))
    template[property] = type === 'list' ? NO_MEMBERS : undefined
  return () => ({ ...template })
}
