import { fileOf, headerOf, type Column, type Table } from '@/domain/columns'
import { TABLES } from '@/domain/tables'
import { writeDataDictionary } from './dataDictionary'
import { csvLine } from './exportTable'

/** An empty table to be filled in: its header, and one row that shows what a cell may hold. */
export interface Template {
  readonly file: string
  /** What one row of the table is. */
  readonly what: string
  readonly csv: string
}

const TEMPLATE_NOTE = 'templates-README.txt'

/** Texts that must have a form, by the pattern that asks for it. */
const EXAMPLES_OF_FORM: readonly string[] = [
  '10.1000/example',
  '12345678',
  'https://example.org/made-up',
  '2026-01-31',
  'yes',
  'en',
  '/compare',
]

/** Numbers of an example hang together: 20 of 40 is 50 percent, inside its interval and its range. */
const EXAMPLE_NUMBERS: Readonly<Record<string, string>> = {
  armN: '40',
  armEvents: '20',
  comparatorN: '38',
  comparatorEvents: '12',
  value: '50',
  ciLow: '35',
  ciHigh: '65',
  ciLevel: '95',
  rangeLow: '30',
  rangeHigh: '70',
  pValue: '0.04',
  timepoint: '12',
  timeLowMonths: '11',
  timeHighMonths: '13',
  onsetDaysLow: '1',
  onsetDaysHigh: '14',
  order: '1',
}
const EXAMPLE_WORDS: Readonly<Record<string, string>> = {
  timepointUnit: 'weeks',
  unit: 'percent of patients',
}

function idOf(table: string): string {
  return `example-${table}`
}

function exampleText(table: Table, property: string, column: Column): string {
  const form = column.pattern === undefined ? undefined : new RegExp(column.pattern)
  if (form) return EXAMPLES_OF_FORM.find((example) => form.test(example)) ?? ''
  return table.key.includes(property) ? idOf(table.name) : `Example, made up: ${column.title}`
}

/** A cell that the declaration allows. Ids of examples lead to one another, from template to template. */
function exampleCell(table: Table, property: string, column: Column): string {
  const known = EXAMPLE_NUMBERS[property] ?? EXAMPLE_WORDS[property]
  if (known !== undefined) return known
  switch (column.type) {
    case 'text':
      return exampleText(table, property, column)
    case 'number':
    case 'count':
      return String(column.minimum ?? 1)
    case 'year':
      return '2026'
    case 'oneOf':
      return column.values?.[0] ?? ''
    case 'reference':
      return idOf(column.refersTo ?? '')
    case 'term':
      return idOf('terms')
    case 'list':
      return column.refersTo === undefined ? 'example one; example two' : idOf(column.refersTo)
  }
}

/**
 * The template of a table, from the declaration that also checks it: it cannot lag behind. The row is made up and
 * says so; it passes every check of its own, and its links lead to the rows of the other templates.
 */
export function templateOf(table: Table): Template {
  const columns = Object.entries(table.columns)
  const header = columns.map(([property]) => headerOf(property))
  const row = columns.map(([property, column]) => exampleCell(table, property, column))
  return {
    file: fileOf(table.name),
    what: table.title,
    csv: `${csvLine(header)}\n${csvLine(row)}\n`,
  }
}

/** The templates of all tables, in the order in which they are declared. */
export function templates(): readonly Template[] {
  return Object.values(TABLES).map((table) => templateOf(table))
}

const NOTE = `Templates of the tables of a data folder.

Each file has its header and one row. The row is MADE UP: it shows what a cell may hold, and stands for no
treatment, study or patient. Delete it, or write over it, before the file is used.

The first rows lead to one another by their ids (example-treatments, example-sources ...).
What every column means and may hold: data-dictionary.md.
Empty cell: not stated, or does not apply. It never means 0.
Save as CSV in UTF-8, with commas. Check the folder on the page "Data", or with: npm run check-data -- FOLDER
`

/** All templates with a note and the data dictionary, as files by their names. */
export function templateFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...templates().map(({ file, csv }) => [file, csv] as const),
    [TEMPLATE_NOTE, NOTE],
    ['data-dictionary.md', writeDataDictionary()],
  ])
}
