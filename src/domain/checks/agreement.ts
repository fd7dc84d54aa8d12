import { TABLE_NAMES, TABLES, type TableName, type Tables } from '../tables'
import { headerOf } from '../columns'
import { oddOneOut, rowsBy, type Hit, type Rule } from './rule'

type AnyRow = Readonly<Record<string, unknown>>

/** Rows that agree in `same` are expected to agree in `in`. */
interface Expected<Name extends TableName = TableName> {
  readonly table: Name
  readonly same: readonly (keyof Tables[Name][number] & string)[]
  readonly in: keyof Tables[Name][number] & string
}

function expected<Name extends TableName>(
  table: Name,
  same: readonly (keyof Tables[Name][number] & string)[],
  column: keyof Tables[Name][number] & string,
): Expected {
  return { table, same, in: column } as unknown as Expected
}

const EXPECTED: readonly Expected[] = [
  expected('claims', [], 'claimSource'),
  expected('findings', ['source', 'treatment', 'denominator'], 'armN'),
  expected('findings', ['source', 'comparator', 'denominator'], 'comparatorN'),
  expected('treatments', ['route'], 'routeKind'),
  expected('treatments', ['setting'], 'settingKind'),
  expected('treatments', ['reversible'], 'reversibleKind'),
  expected('treatments', ['group'], 'routeKind'),
  expected('treatments', ['group'], 'reversibleKind'),
  expected('treatments', ['group'], 'anaesthesia'),
  expected('recommendations', ['source', 'strength'], 'stance'),
  expected('recommendations', ['source', 'context'], 'stance'),
  expected('cautions', ['factor', 'reason'], 'level'),
  expected('cautions', ['factor', 'action'], 'level'),
  expected('cautions', ['factor', 'source'], 'level'),
  expected('cautions', ['source'], 'treatment'),
  expected('cautions', ['factor', 'locator'], 'source'),
  expected('findings', ['source', 'outcomeAsReported'], 'outcome'),
  expected('findings', ['source', 'outcome', 'outcomeAsReported'], 'definition'),
  expected('findings', ['source'], 'certainty'),
  expected('findings', ['unit'], 'measure'),
  expected('findings', ['cohort', 'treatment'], 'population'),
  expected('findings', ['source', 'measure'], 'estimateKind'),
  expected('findings', ['cohort', 'measure'], 'estimateKind'),
  expected('findings', ['source', 'treatment'], 'comparator'),
  expected('findings', ['source', 'outcome'], 'headlineOk'),
  expected('findings', ['source', 'outcome'], 'denominator'),
  expected('cautions', ['treatment', 'reason'], 'level'),
  expected('cautions', ['treatment', 'action'], 'level'),
  expected('cautions', ['treatment', 'locator'], 'source'),
  expected('preferences', ['source'], 'n'),
  expected('preferences', ['source'], 'topic'),
]

const FEWEST_OTHERS = 2

/** The only row of a group that has another word, while all others, two or more, have one and the same. */
function aloneIn(rows: readonly AnyRow[], column: string): AnyRow | undefined {
  if (rows.length <= FEWEST_OTHERS) return undefined
  return oddOneOut(rows, (row) => String(row[column] ?? ''))
}

function hitsOf({ table, same, in: column }: Expected, tables: Tables): readonly Hit[] {
  const rows = tables[table] as readonly AnyRow[]
  const keyOf = (row: AnyRow) =>
    same.every((part) => row[part] !== undefined && row[part] !== '')
      ? JSON.stringify(same.map((part) => row[part]))
      : undefined
  return [...rowsBy(rows, keyOf).values()].flatMap((group) => {
    const row = aloneIn(group, column)
    const usual = group.find((one) => one !== row)
    // A figure that the others lack is no fault of the one row that has it.
    if (!row || usual?.[column] === undefined) return []
    const what = same.map(headerOf).join(' and ')
    const message = `"${String(row[column] ?? '')}" here, and "${String(usual[column] ?? '')}" in the other ${group.length - 1} rows${what === '' ? '' : ` with the same ${what}`}.`
    const mending = 'Compare the row with those, and with its source.'
    return [{ table, row, column, message, mending, also: [] }]
  })
}

/** Rows that say the same in one column and, each alone, something else in another. */
const agreement: readonly Rule[] = [...new Set(EXPECTED.map(({ table }) => table))].map((table) => ({
  id: 'facet/agreement',
  severity: 'advice',
  reads: [table],
  check: (tables: Tables) => {
    const hits = EXPECTED.filter((one) => one.table === table).flatMap((one) => hitsOf(one, tables))
    const told = new Map<object, Set<string>>()
    return hits.filter(({ row, column }) => {
      const columns = told.get(row) ?? new Set()
      told.set(row, columns)
      const isFirst = !columns.has(column)
      columns.add(column)
      return isFirst
    })
  },
}))

const ID = /^[a-z0-9][A-Za-z0-9._-]*$/

/** Ids are letters, digits and hyphens, the first small: anything else came from another column. */
const formOfIds: readonly Rule[] = TABLE_NAMES.filter((name) => 'id' in TABLES[name].columns).map(
  (table) => ({
    id: 'id/form',
    severity: 'warning',
    reads: [table],
    check: (tables: Tables) =>
      (tables[table] as readonly AnyRow[])
        .filter((row) => !ID.test(String(row['id'])))
        .map((row) => ({
          table,
          row,
          column: TABLES[table].key[0] ?? 'id',
          message: 'An id is made of letters, digits and hyphens, and begins with a small letter.',
          mending: 'See whether its cell and a neighbouring one were exchanged.',
          also: [],
        })),
  }),
)

export const AGREEMENT_RULES = [...agreement, ...formOfIds]
