import type { TableName, Tables } from '../tables'

/** Error: it cannot be so. Warning: it is most likely wrong. Advice: it may be right, and someone should look. */
export const SEVERITIES = ['error', 'warning', 'advice'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A row of a table that a hit points to. */
export interface RowPlace {
  readonly table: TableName
  readonly row: object
}

/** What a rule found in one row. */
export interface Hit extends RowPlace {
  /** The property of the cell, such as `armN`. */
  readonly column: string
  readonly message: string
  readonly mending: string
  /** The other rows that have part in it: the fault may stand in any of them. */
  readonly also: readonly RowPlace[]
}

/** Looks at checked rows for what contradicts itself or is hard to believe. Every rule is told in docs/data-checks.md. */
export interface Rule {
  /** Such as `share/events`; names the rule in reports, in accepted-problems.csv and in the documentation. */
  readonly id: string
  readonly severity: Severity
  /** The tables it looks at: it is skipped when one of them could not be read. */
  readonly reads: readonly TableName[]
  /** True: it finds what is absent, so that rows left out for another fault would set it off. */
  readonly findsAbsence?: boolean
  readonly check: (tables: Tables) => readonly Hit[]
}

export const COMPARE = 'Compare the row with its source.'

type RowIn<Name extends TableName> = Tables[Name][number]

/** A hit in a cell of a row. */
export function hit<Name extends TableName>(
  table: Name,
  row: RowIn<Name>,
  column: keyof RowIn<Name> & string,
  message: string,
  mending: string = COMPARE,
  also: readonly RowPlace[] = [],
): Hit {
  return { table, row, column, message, mending, also }
}

/** A rule that looks at the rows of one table one by one; `look` says what is wrong, or nothing. */
export function rowRule<Name extends TableName>(
  id: string,
  severity: Severity,
  table: Name,
  look: (row: RowIn<Name>, tables: Tables) => Hit | undefined,
  alsoReads: readonly TableName[] = [],
): Rule {
  return {
    id,
    severity,
    reads: [table, ...alsoReads],
    check: (tables) => {
      const hits: Hit[] = []
      for (const row of tables[table]) {
        const found = look(row, tables)
        if (found) hits.push(found)
      }
      return hits
    },
  }
}

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, object>>()

/** The row with an id; the rows of a table are indexed once. */
export function rowWithId<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
): Row | undefined {
  let index = indexes.get(rows)
  if (!index) indexes.set(rows, (index = new Map(rows.map((row) => [row.id, row]))))
  return index.get(id) as Row | undefined
}

/**
 * The one row that has another value than all the others, which share theirs; undefined among fewer than three rows,
 * where it cannot be told which of them is odd.
 */
export function oddOneOut<Row>(rows: readonly Row[], valueOf: (row: Row) => unknown): Row | undefined {
  if (rows.length < 3) return undefined
  const groups = new Map<unknown, { readonly row: Row; count: number }>()
  for (const row of rows) {
    const value = valueOf(row)
    const group = groups.get(value)
    if (group) group.count++
    else if (groups.size === 2) return undefined
    else groups.set(value, { row, count: 1 })
  }
  if (groups.size !== 2) return undefined
  return [...groups.values()].find(({ count }) => count === 1)?.row
}

/** Rows by a key, in file order; rows without the key are not in it. */
export function rowsBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | undefined,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
