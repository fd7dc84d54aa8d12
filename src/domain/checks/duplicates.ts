import type { TableName, Tables } from '../tables'
import { hit, rowsBy, type Hit, type Rule } from './rule'

const DELETE = 'Delete one of the two rows, or correct the one that is wrong.'

function twins<Name extends TableName>(
  table: Name,
  column: keyof Tables[Name][number] & string,
  factOf: (row: Tables[Name][number]) => string | undefined,
): Rule['check'] {
  return (tables) => {
    const groups = rowsBy<Tables[Name][number]>(tables[table] as readonly Tables[Name][number][], factOf)
    return [...groups.values()].flatMap((rows) =>
      rows.slice(1).map((row): Hit => {
        const first = rows[0]
        const also = first ? [{ table, row: first }] : []
        return hit(table, row, column, 'Another row says the same.', DELETE, also)
      }),
    )
  }
}

const everythingBut = (row: object, ...ignored: readonly string[]) =>
  JSON.stringify(row, (key: string, value: unknown) => (ignored.includes(key) ? undefined : value))

/** Rows that say the same thing twice under two names. */
export const DUPLICATE_RULES: readonly Rule[] = [
  {
    id: 'duplicate/finding',
    severity: 'warning',
    reads: ['findings'],
    check: twins('findings', 'id', (row) =>
      row.value === undefined
        ? undefined
        : everythingBut(row, 'id', 'note', 'caveat', 'locator', 'certainty', 'headlineOk', 'reportedIn'),
    ),
  },
  {
    id: 'duplicate/caution',
    severity: 'warning',
    reads: ['cautions'],
    check: twins('cautions', 'id', (row) => everythingBut(row, 'id', 'locator', 'action')),
  },
  {
    id: 'duplicate/recommendation',
    severity: 'warning',
    reads: ['recommendations'],
    check: twins('recommendations', 'id', (row) => everythingBut(row, 'id', 'note', 'locator')),
  },
  {
    id: 'duplicate/source',
    severity: 'warning',
    reads: ['sources'],
    check: (tables) => [
      ...twins('sources', 'doi', (row) => row.doi?.toLowerCase())(tables),
      ...twins('sources', 'pmid', (row) => row.pmid)(tables),
    ],
  },
  {
    id: 'duplicate/text',
    severity: 'warning',
    reads: ['preferences', 'diseaseFacts', 'claims'],
    check: (tables) => [
      ...twins('preferences', 'id', (row) => everythingBut(row, 'id', 'locator'))(tables),
      ...twins('diseaseFacts', 'id', (row) => everythingBut(row, 'id', 'locator'))(tables),
      ...twins('claims', 'id', (row) => row.claim.toLowerCase())(tables),
    ],
  },
]
