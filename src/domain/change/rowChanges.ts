import { fileOf, headerOf, type Table } from '../columns'
import { recordedText } from '../recordedText'
import { TABLES, TABLE_NAMES, type TableName, type Tables } from '../tables'

/** A row by its key, and its first words, so that a reader knows which one is meant. */
export interface RowName {
  readonly key: string
  readonly words: string
}

/** One cell that differs; an empty text is an empty cell. */
export interface CellChange {
  /** As in the header of the file. */
  readonly column: string
  readonly before: string
  readonly after: string
}

export interface RowChange {
  readonly row: RowName
  readonly cells: readonly CellChange[]
}

/** What differs in one table. A table without a difference has no entry. */
export interface TableChange {
  readonly table: TableName
  readonly file: string
  readonly added: readonly RowName[]
  readonly removed: readonly RowName[]
  readonly changed: readonly RowChange[]
  /** Rows that both have stand in another order: lists and menus may follow it. */
  readonly reordered: boolean
}

type AnyRow = Readonly<Record<string, unknown>>

/** Working notes are for curators and are nowhere shown: that one changed is told, its words are not. */
const NEVER_SHOWN: ReadonlySet<string> = new Set(['note'])
const WORKING_NOTE = { before: '(working note)', after: '(another working note)' }
const MOST_LETTERS = 110

/** A cell as the file has it: `0.80` stays `0.80`, a list is joined by semicolons, an empty cell is ''. */
export function cellText(row: object, property: string): string {
  const value = (row as AnyRow)[property]
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.join('; ')
  return recordedText(row as AnyRow, property) ?? String(value)
}

function keyOf(table: Table, row: object): string {
  return table.key.map((property) => cellText(row, property)).join(' ')
}

function nameOf(table: Table, row: object): RowName {
  const words = Object.keys(table.columns)
    .filter((property) => !table.key.includes(property) && !NEVER_SHOWN.has(property))
    .map((property) => cellText(row, property))
    .filter((text) => text !== '')
    .slice(0, 3)
    .join(' · ')
  const short = words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS - 1)}…` : words
  return { key: keyOf(table, row), words: short }
}

function cellChanges(table: Table, before: object, after: object): readonly CellChange[] {
  return Object.keys(table.columns).flatMap((property): CellChange[] => {
    const [old, now] = [cellText(before, property), cellText(after, property)]
    if (old === now) return []
    const column = headerOf(property)
    return [NEVER_SHOWN.has(property) ? { column, ...WORKING_NOTE } : { column, before: old, after: now }]
  })
}

/** Keys that both have, in the order of one of them. */
function commonKeys(rows: ReadonlyMap<string, object>, other: ReadonlyMap<string, object>) {
  return [...rows.keys()].filter((key) => other.has(key)).join('\n')
}

function tableChange(
  name: TableName,
  before: readonly object[],
  after: readonly object[],
): TableChange | undefined {
  const table: Table = TABLES[name]
  const old = new Map(before.map((row) => [keyOf(table, row), row]))
  const now = new Map(after.map((row) => [keyOf(table, row), row]))
  const added = [...now].filter(([key]) => !old.has(key)).map(([, row]) => nameOf(table, row))
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, row]) => nameOf(table, row))
  const changed = [...now].flatMap(([key, row]): RowChange[] => {
    const earlier = old.get(key)
    const cells = earlier ? cellChanges(table, earlier, row) : []
    return cells.length > 0 ? [{ row: nameOf(table, row), cells }] : []
  })
  const reordered = commonKeys(old, now) !== commonKeys(now, old)
  if (added.length + removed.length + changed.length === 0 && !reordered) return undefined
  return { table: name, file: fileOf(table.name), added, removed, changed, reordered }
}

/**
 * What differs between two folders, row by row and cell by cell. Rows are the same when their keys are.
 *
 * @param before, after checked tables; one that could not be read counts as empty
 * @returns tables with a difference, in the order in which tables are declared
 */
export function diffTables(before: Partial<Tables>, after: Partial<Tables>): readonly TableChange[] {
  return TABLE_NAMES.flatMap((name) => tableChange(name, before[name] ?? [], after[name] ?? []) ?? [])
}
