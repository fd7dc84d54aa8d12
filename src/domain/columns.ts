/**
 * The parts a table declaration is made of. A column says what its cells may hold; the type of a row,
 * its validation, the data dictionary and `datapackage.json` all follow from it.
 */

/** What a cell is read as. `list` is text cut at `;`. */
export type CellType = 'text' | 'number' | 'count' | 'year' | 'oneOf' | 'reference' | 'term' | 'list'

export interface Column<Value = unknown> {
  readonly type: CellType
  /** What the column means, in a few words: the entry of the data dictionary. */
  readonly title: string
  /** False: an empty cell is a fault. True: it is read as `undefined`. */
  readonly optional: boolean
  /** The only words a `oneOf` cell may hold. */
  readonly values?: readonly string[]
  /** The table that a reference (or each member of a list of references) points into. */
  readonly refersTo?: string
  /** Words that are allowed in place of a reference, such as `curator`. */
  readonly orWords?: readonly string[]
  /** True: a link that leads nowhere is reported and taken out, and the row stands. */
  readonly looseLinks?: boolean
  /** The facet of the table `terms` that holds the allowed words of a `term` cell. */
  readonly facet?: string
  readonly minimum?: number
  readonly maximum?: number
  /** A pattern the text must match, as source text so that the descriptor can carry it. */
  readonly pattern?: string
  /** Carries the TypeScript type of the value; never set. */
  readonly valueType?: Value
}

export type Columns = Readonly<Record<string, Column>>

export interface Table<Name extends string = string, Cols extends Columns = Columns> {
  readonly name: Name
  /** What one row is. */
  readonly title: string
  readonly columns: Cols
  /** The columns that together name a row. */
  readonly key: readonly string[]
}

type ValueOf<Col> = Col extends Column<infer Value> ? Value : never

/** One checked row of a table: frozen, numbers as numbers, an empty optional cell as `undefined`. */
export type RowOf<T extends Table> = {
  readonly [Name in keyof T['columns']]: ValueOf<T['columns'][Name]>
}

/** The CSV header of a property: `armEvents` is `arm_events`. One rule, so that a search finds both ends. */
export function headerOf(property: string): string {
  return property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
}

/** The CSV file of a table, inside the data folder. */
export function fileOf(table: string): string {
  return `${table}.csv`
}

/** Free text. */
export function text(title: string, limits: { pattern?: string } = {}): Column<string> {
  return { type: 'text', title, optional: false, ...limits }
}

/** A number with a decimal point, such as `12`, `-0.5` or `53.33`; no percent sign, comma, space or words. */
export function number(title: string, limits: { minimum?: number; maximum?: number } = {}): Column<number> {
  return { type: 'number', title, optional: false, ...limits }
}

/** A whole number of at least 0. */
export function count(title: string): Column<number> {
  return { type: 'count', title, optional: false, minimum: 0 }
}

/** A year of four digits. */
export function year(title: string): Column<number> {
  return { type: 'year', title, optional: false, minimum: 1800, maximum: 2100 }
}

/** One of a fixed set of words that the code itself knows. */
export function oneOf<const Words extends readonly string[]>(
  title: string,
  values: Words,
): Column<Words[number]> {
  return { type: 'oneOf', title, optional: false, values }
}

/** One of a fixed set of words that the code knows and that another table labels: both must have it. */
export function labelledWord<const Words extends readonly string[]>(
  title: string,
  values: Words,
  table: string,
): Column<Words[number]> {
  return { type: 'oneOf', title, optional: false, values, refersTo: table }
}

/** The id of a row of another table, or one of a few words in its place. */
export function refersTo(title: string, table: string, orWords: readonly string[] = []): Column<string> {
  return { type: 'reference', title, optional: false, refersTo: table, orWords }
}

/** An id of the table `terms` under the given facet: words that the data define, not the code. */
export function term(title: string, facet: string): Column<string> {
  return { type: 'term', title, optional: false, facet }
}

/** Several texts in one cell, separated by `;`. An empty cell is an empty list. */
export function list(title: string): Column<readonly string[]> {
  return { type: 'list', title, optional: true }
}

/** Several ids of another table in one cell, separated by `;`. An empty cell is an empty list. */
export function listOf(title: string, table: string): Column<readonly string[]> {
  return { type: 'list', title, optional: true, refersTo: table }
}

/**
 * The sources behind a text. A source that is gone does not take the row with it: the link is reported and
 * taken out, so that one faulty line of the sources cannot empty the list of treatments.
 */
export function citations(title: string): Column<readonly string[]> {
  return { type: 'list', title, optional: true, refersTo: 'sources', looseLinks: true }
}

/**
 * The same optional link, one that a row can do without: where it leads nowhere it is reported and taken out, and
 * the row stands.
 */
export function loose<Value>(column: Column<Value>): Column<Value> {
  return { ...column, looseLinks: true }
}

/** The same column, with an empty cell allowed and read as `undefined`. */
export function optional<Value>(column: Column<Value>): Column<Value | undefined> {
  return { ...column, optional: true } as Column<Value | undefined>
}

/** Declares a table. The file is `<name>.csv`; `key` names the columns that identify a row. */
export function defineTable<const Name extends string, const Cols extends Columns>(
  name: Name,
  title: string,
  columns: Cols,
  key: readonly (keyof Cols & string)[] = ['id'],
): Table<Name, Cols> {
  return { name, title, columns, key }
}
