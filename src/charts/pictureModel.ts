/**
 * What every picture brings with it: the same numbers as a table, and one sentence that reads it out.
 */

/** One sentence that says what the picture shows, for those who do not see it and above it for those who do. */
export type PictureReading = string

/**
 * The same numbers as a table: the formatted text of the domain, as screen readers, print, exports and tests
 * read it.
 */
export interface TableTwin {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The finding behind each row; undefined for a row of words. In the order of `rows`. */
  readonly rowFindingIds: readonly (string | undefined)[]
  /** The column whose text is the button that opens the finding; 1 unless said. */
  readonly numberColumn?: number
}

/** The column of a twin that opens the finding. */
export function numberColumnOf(twin: TableTwin): number {
  return twin.numberColumn ?? 1
}

/** A table without the columns that hold nothing in any row; those up to the number stay. */
export function withoutEmptyColumns(twin: TableTwin): TableTwin {
  const kept = twin.columns
    .map((_, place) => place)
    .filter((place) => place <= numberColumnOf(twin) || twin.rows.some((row) => (row[place] ?? '') !== ''))
  const keep = (cells: readonly string[]) => kept.map((place) => cells[place] ?? '')
  return { ...twin, columns: keep(twin.columns), rows: twin.rows.map(keep) }
}

/**
 * A row of the twin read out: "Medicine A: Result 68 of 100; Range 47 to 84; ...". Marks of a picture are
 * described by it, so that eyes, ears and table are told the same.
 *
 * @throws RangeError for a row the twin does not have
 */
export function twinRowText(twin: TableTwin, index: number): string {
  const row = twin.rows[index]
  if (!row) throw new RangeError(`the table has no row ${index}`)
  const told = twin.columns.flatMap((column, place) => {
    const cell = row[place]
    return place === 0 || cell === undefined || cell === '' ? [] : [`${column} ${cell}`]
  })
  return told.length === 0 ? (row[0] ?? '') : `${row[0] ?? ''}: ${told.join('; ')}`
}
