import type { Column } from '../columns'
import { TABLES, TABLE_NAMES, type TableName, type Tables } from '../tables'
import type { Hit, Rule } from './rule'

type AnyRow = Readonly<Record<string, unknown>>

/** What is left when a file in UTF-8 was read as Windows-1252 or Latin-1, or letters were replaced by question marks. */
const MOJIBAKE =
  /[\u00c2\u00c3\u00c5\u00e2][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2010-\u2122]|\p{L}\?\p{L}|\u00ef\u00bb\u00bf/u

/** Text columns of all tables. */
function textColumns(name: TableName): readonly string[] {
  return Object.entries<Column>(TABLES[name].columns)
    .filter(([, column]) => column.type === 'text')
    .map(([property]) => property)
}

/** Looks through every text of every table that was read. */
function textRule(
  id: string,
  severity: Rule['severity'],
  find: (text: string, column: string) => string | undefined,
  mending: string,
): readonly Rule[] {
  return TABLE_NAMES.map((table) => ({
    id,
    severity,
    reads: [table],
    check: (tables: Tables) =>
      (tables[table] as readonly AnyRow[]).flatMap((row) =>
        textColumns(table).flatMap((column): readonly Hit[] => {
          const text = row[column]
          const message = typeof text === 'string' ? find(text, column) : undefined
          return message === undefined ? [] : [{ table, row, column, message, mending, also: [] }]
        }),
      ),
  }))
}

const damaged = (text: string, column: string) =>
  column !== 'url' && column !== 'address' && MOJIBAKE.test(text.replace(/https?:\S+/g, ''))
    ? 'Letters of the text were damaged by a wrong encoding.'
    : undefined

const looseQuote = (text: string) =>
  (text.match(/"/g) ?? []).length % 2 === 1
    ? 'The text holds a quotation mark without its partner.'
    : undefined

const FEWEST_TEXTS = 6
const NEARLY_ALL = 0.97

/** A text without a full stop in a column of sentences, or with one in a column of names: it is cut off or misplaced. */
const fullStops: readonly Rule[] = TABLE_NAMES.map((table) => ({
  id: 'text/full-stop',
  severity: 'advice',
  reads: [table],
  check: (tables: Tables) =>
    textColumns(table).flatMap((column): readonly Hit[] => {
      const rows = (tables[table] as readonly AnyRow[]).filter((row) => typeof row[column] === 'string')
      const ends = (row: AnyRow) => String(row[column]).endsWith('.')
      const share = rows.filter(ends).length / rows.length
      if (rows.length < FEWEST_TEXTS || (share < NEARLY_ALL && share > 1 - NEARLY_ALL)) return []
      const odd = share >= NEARLY_ALL
      const message = odd
        ? 'The sentence does not end; other texts of this column do.'
        : 'This ends like a sentence; other texts of this column do not.'
      return rows
        .filter((row) => (odd ? !/[.?!)"]$/.test(String(row[column])) : ends(row)))
        .map((row) => ({
          table,
          row,
          column,
          message,
          mending: 'See whether the text is whole, and in the right column.',
          also: [],
        }))
    }),
}))

const LONG = 60
const TIMES_LONGER = 1.8

/** A text that is nearly twice as long as any other of its column: it may belong into another. */
const longest: readonly Rule[] = TABLE_NAMES.map((table) => ({
  id: 'text/long',
  severity: 'advice',
  reads: [table],
  check: (tables: Tables) =>
    textColumns(table).flatMap((column): readonly Hit[] => {
      if (column === 'note') return []
      const length = (row: AnyRow | undefined) => String(row?.[column] ?? '').length
      const [first, second] = (tables[table] as readonly AnyRow[]).toSorted((a, b) => length(b) - length(a))
      if (!first || !second || length(first) <= LONG || length(first) <= TIMES_LONGER * length(second))
        return []
      const message = `${length(first)} characters; the next longest text of this column has ${length(second)}.`
      return [
        {
          table,
          row: first,
          column,
          message,
          mending: 'See whether it stands in the right column.',
          also: [],
        },
      ]
    }),
}))

export const TEXT_RULES: readonly Rule[] = [
  ...longest,
  ...textRule(
    'text/encoding',
    'error',
    damaged,
    'Type the text anew, as the source has it, and save the file as UTF-8.',
  ),
  ...fullStops,
  ...textRule('text/quotes', 'advice', looseQuote, 'Close the quotation mark, or take it out.'),
]
