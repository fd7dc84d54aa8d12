import { headerOf, type Column } from '@/domain/columns'
import { TABLE_NAMES, TABLES, type TableName } from '@/domain/tables'
import { linesOf, writeCsv, type CsvText } from './csvText'

/** One fault put into one file. */
export interface Corruption {
  readonly table: TableName
  readonly bytes: Uint8Array
  /** Lines of the file any of which is the right one; none: a fault of the whole file. */
  readonly lines: readonly number[]
  /** What was done, to be read when it is missed. */
  readonly what: string
  /** The key that other rows no longer find: naming the row that looks for it is naming the place. */
  readonly lostKey?: string
}

export interface Shipped {
  readonly csv: Readonly<Record<TableName, CsvText>>
  /** Which keys of a table other rows name. */
  readonly usedKeys: (name: TableName) => ReadonlySet<string>
}

export type Random = () => number
/** Puts the fault into a place drawn at random; undefined: nothing would change there, draw again. */
export type Kind = (shipped: Shipped, random: Random) => Corruption | undefined

export const encode = (text: string) => new TextEncoder().encode(text)

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to draw from')
  return item
}

export interface Cell {
  readonly table: TableName
  readonly row: number
  readonly at: number
  readonly column: Column
  readonly text: string
}

/** A list of the accepted problems is no fact; all other tables can be hit. */
export const FACT_TABLES = TABLE_NAMES.filter((name) => name !== 'acceptedProblems')

const cellLists = new WeakMap<Shipped, Map<(column: Column, header: string) => boolean, readonly Cell[]>>()

/** Every filled cell of all tables whose column is of the wanted kind: each is as likely to be drawn. */
export function cellsWhere(
  shipped: Shipped,
  isWanted: (column: Column, header: string) => boolean,
): readonly Cell[] {
  const lists =
    cellLists.get(shipped) ?? new Map<(column: Column, header: string) => boolean, readonly Cell[]>()
  cellLists.set(shipped, lists)
  const known = lists.get(isWanted)
  if (known) return known
  const cells = FACT_TABLES.flatMap((table) => {
    const { header, rows } = shipped.csv[table]
    return Object.entries<Column>(TABLES[table].columns).flatMap(([property, column]) => {
      const at = header.indexOf(headerOf(property))
      if (!isWanted(column, headerOf(property))) return []
      return rows.flatMap((cells, row) => {
        const text = cells[at] ?? ''
        return text === '' ? [] : [{ table, row, at, column, text }]
      })
    })
  })
  lists.set(isWanted, cells)
  return cells
}

export function withRows(csv: CsvText, change: (rows: (readonly string[])[]) => void): CsvText {
  const rows = [...csv.rows]
  change(rows)
  return { header: csv.header, rows }
}

/** The file with one cell, or several of one row, replaced. */
export function replaceCells(
  shipped: Shipped,
  table: TableName,
  row: number,
  changes: ReadonlyMap<number, string>,
  what: string,
): Corruption | undefined {
  const csv = shipped.csv[table]
  const old = csv.rows[row] ?? []
  if ([...changes].every(([at, text]) => old[at] === text)) return undefined
  const changed = withRows(csv, (rows) => {
    rows[row] = old.map((cell, at) => changes.get(at) ?? cell)
  })
  const key = csv.header.indexOf(headerOf(TABLES[table].key.at(-1) ?? 'id'))
  // Whoever changes a key takes it away from the rows that look for it.
  const lost = changes.has(key) ? { lostKey: old[key] ?? '' } : {}
  const line = linesOf(csv)[row] ?? 0
  const shown = [...changes].map(([at, text]) => `${csv.header[at]}: "${old[at]}" -> "${text}"`).join(', ')
  return {
    table,
    bytes: encode(writeCsv(changed)),
    lines: [line],
    what: `${what} in ${TABLES[table].name}.csv line ${line} (${old[0]}): ${shown}`,
    ...lost,
  }
}

/** Every table is as likely as every other. */
export const anyTable = (shipped: Shipped, random: Random) =>
  pick(
    FACT_TABLES.filter((name) => shipped.csv[name].rows.length > 2),
    random,
  )

export function rowKind(
  make: (
    csv: CsvText,
    row: number,
    table: TableName,
    random: Random,
    shipped: Shipped,
  ) => Partial<Corruption> | undefined,
): Kind {
  return (shipped, random) => {
    const table = anyTable(shipped, random)
    const csv = shipped.csv[table]
    const row = Math.floor(random() * csv.rows.length)
    const line = linesOf(csv)[row] ?? 0
    const made = make(csv, row, table, random, shipped)
    if (!made?.bytes) return undefined
    return {
      table,
      lines: [line],
      what: `${TABLES[table].name}.csv line ${line}`,
      ...made,
      bytes: made.bytes,
    }
  }
}

/** Swaps two neighbouring letters or leaves one out. */
export function mistype(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length - 1))
  return random() < 0.5
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}
