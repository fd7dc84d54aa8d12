import { headerOf, type Column, type Table } from '@/domain/columns'
import type { Problem, ProblemType } from '@/domain/problem'
import { nearestWord } from './nearestWord'

/** A column of a table, made ready for reading many rows. */
export interface ColumnReader {
  readonly property: string
  readonly header: string
  readonly column: Column
  readonly isKey: boolean
  readonly allowed: ReadonlySet<string> | undefined
  readonly pattern: RegExp | undefined
  /** Where its cells stand in a row; -1 when the file has no such column. */
  readonly at: number
}

export interface HeaderReading {
  /** In the order of the declaration; undefined when the table cannot be read. */
  readonly columns?: readonly ColumnReader[]
  readonly problems: readonly Problem[]
}

/**
 * Finds the declared columns in the header line, in whatever order they stand. A column that is not declared is
 * reported and ignored; an optional one that is missing is reported and empty; without a required column, or with
 * a declared one twice, the table is not read.
 */
export function readHeader(table: Table, file: string, header: readonly string[]): HeaderReading {
  const problems: Problem[] = []
  let readable = true
  const report = (type: ProblemType, column: string | undefined, message: string, mending: string) =>
    problems.push({ type, file, line: 1, column, message, mending, rowLeftOut: false })

  const declared = new Set(Object.keys(table.columns).map(headerOf))
  const separator = header.length === 1 ? otherSeparator(header[0] ?? '') : undefined
  if (separator) {
    const message = `The cells are separated by ${separator}, not by commas. The table was not read.`
    report('table/header', undefined, message, 'Save the file with commas between the cells.')
    return { problems }
  }

  for (const [index, name] of header.entries()) {
    if (!declared.has(name)) {
      const meant = nearestWord(name, declared)
      const known = meant !== undefined && !header.includes(meant)
      const shown =
        name.trim() === '' ? `Column ${index + 1} has no name` : `The column "${name}" is not known`
      const mending = known ? `Rename it to "${meant}".` : 'Remove the column, or correct its name.'
      report('table/extra-column', name, `${shown}; its cells are ignored.`, mending)
    } else if (
      header.indexOf(name) !== index &&
      header.indexOf(name) === header.lastIndexOf(name, index - 1)
    ) {
      readable = false
      const message = `The column "${name}" stands in the header more than once. The table was not read.`
      report('table/duplicate-column', name, message, 'Keep one of them.')
    }
  }

  const columns = Object.entries(table.columns).map(([property, column]): ColumnReader => {
    const name = headerOf(property)
    return {
      property,
      header: name,
      column,
      isKey: table.key.includes(property),
      allowed: column.values && new Set(column.values),
      pattern: column.pattern === undefined ? undefined : new RegExp(column.pattern),
      at: header.indexOf(name),
    }
  })
  const missing = columns.filter((reader) => reader.at === -1)
  if (missing.some((reader) => !reader.column.optional)) readable = false
  const end = readable ? 'Its cells are taken as empty.' : 'The table was not read.'
  for (const { header: name } of missing) {
    const message = `The column "${name}" is missing. ${end}`
    report('table/missing-column', name, message, `Add a column with the header "${name}".`)
  }
  return readable ? { columns, problems } : { problems }
}

function otherSeparator(header: string): string | undefined {
  if (header.includes(';')) return 'semicolons'
  if (header.includes('\t')) return 'tabs'
  return undefined
}
