import { fileOf, headerOf, type Column, type Table } from '@/domain/columns'
import { TABLES } from '@/domain/tables'

/**
 * The data dictionary as Markdown: every table and column, from the declaration that also checks them.
 */
export function writeDataDictionary(): string {
  const tables = Object.values(TABLES) as readonly Table[]
  return [
    '# Data dictionary',
    '',
    'Written by `npm run write-descriptor` from `src/domain/tables/`; a test keeps the two equal. The same declaration',
    'checks the files and makes `data/datapackage.json`. How the data were made, and their limits: `data/README.md`.',
    '',
    'An empty cell means: not stated, or does not apply. It never means 0. Lists are separated by `;`. Numbers have',
    'a decimal point and no percent sign; shares of patients are in percent, 0 to 100.',
    '',
    ...tables.map((table) => `- [${fileOf(table.name)}](#${table.name}csv): ${table.title}`),
    '',
    ...tables.flatMap(describeTable),
  ].join('\n')
}

function describeTable(table: Table): readonly string[] {
  return [
    `## ${fileOf(table.name)}`,
    '',
    `One row is ${table.title}. Rows are named by ${table.key.map((key) => `\`${headerOf(key)}\``).join(' and ')}.`,
    '',
    '| column | meaning | holds | empty |',
    '| --- | --- | --- | --- |',
    ...Object.entries(table.columns).map(
      ([property, column]) =>
        `| \`${headerOf(property)}\` | ${column.title} | ${contentOf(column)} | ${column.optional ? 'may be' : 'no'} |`,
    ),
    '',
  ]
}

function contentOf(column: Column): string {
  const words = (list: readonly string[]) => list.map((word) => `\`${word}\``).join(', ')
  const target = column.refersTo === undefined ? '' : `id of \`${fileOf(column.refersTo)}\``
  switch (column.type) {
    case 'text':
      return column.pattern === undefined ? 'text' : `text of the form \`${column.pattern}\``
    case 'number':
      return `number${limitsOf(column)}`
    case 'count':
      return 'whole number'
    case 'year':
      return 'year'
    case 'oneOf':
      return words(column.values ?? [])
    case 'term':
      return `word of \`terms.csv\`, facet \`${column.facet ?? ''}\``
    case 'reference':
      return column.orWords?.length ? `${target}, or ${words(column.orWords)}` : target
    case 'list':
      return target === '' ? 'list of text' : `list: ${target}`
  }
}

function limitsOf({ minimum, maximum }: Column): string {
  if (minimum === undefined && maximum === undefined) return ''
  return maximum === undefined ? `, at least ${minimum}` : `, ${minimum} to ${maximum}`
}
