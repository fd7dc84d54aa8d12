import { fileOf, headerOf, type Column, type Table } from '@/domain/columns'
import type { Problem } from '@/domain/problem'
import { TABLES } from '@/domain/tables'
import { isListOfLicences, misshapenProperties } from './descriptionForm'
import { fileProblem } from './fault'
import type { ReadFile } from './loadTables'

/** The file that describes a data folder: a Data Package, version 2. @see https://datapackage.org/standard/data-package/ */
export const DATA_PACKAGE_FILE = 'datapackage.json'

/** What the folder says about itself, apart from its tables. */
export interface DataPackageInfo {
  readonly name: string
  readonly title: string
  readonly version: string
  /** RFC 3339 date and time, such as `2026-11-23T00:00:00Z`. */
  readonly created: string
  /** The day by which the data are to be reviewed, such as `2027-11-23`; our own property, which others may ignore. */
  readonly nextReview?: string
  readonly description?: string
  readonly keywords?: readonly string[]
  readonly licenses: readonly { readonly name?: string; readonly path?: string; readonly title?: string }[]
  readonly sources?: readonly { readonly title?: string; readonly path?: string }[]
  readonly contributors?: readonly { readonly title?: string; readonly roles?: readonly string[] }[]
}

/** What the description of a folder says of the content of a file. */
export interface FileFacts {
  /** Size in bytes. */
  readonly bytes: number
  /** `sha256:` and 64 hexadecimal digits. @see https://datapackage.org/standard/data-resource/#hash */
  readonly hash: string
}

const TEXTS = ['name', 'title', 'version', 'created'] as const
/** In the order in which they stand in the file. */
const PROPERTIES = [
  'name',
  'title',
  'description',
  'version',
  'created',
  'nextReview',
  'keywords',
  'licenses',
  'sources',
  'contributors',
] as const

/**
 * Reads what a data folder says about itself. The tables do not depend on it: their form is declared in code, so a
 * folder without this file works and only lacks a version to print. Never rejects.
 *
 * @returns no `info` when the file is missing or does not say name, title, version, date and licence
 */
export async function readDataPackage(
  readFile: ReadFile,
): Promise<{ info?: DataPackageInfo; problems: readonly Problem[] }> {
  const report = (type: 'file/missing' | 'file/unreadable', message: string, mending: string) => ({
    problems: [fileProblem(type, DATA_PACKAGE_FILE, message, mending)],
  })
  let bytes: Uint8Array
  try {
    bytes = await readFile(DATA_PACKAGE_FILE)
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
    const message = `The description of the data could not be read: ${why}. Version and date of the data are unknown.`
    return report('file/missing', message, `Put ${DATA_PACKAGE_FILE} into the data folder.`)
  }
  let meta: unknown
  try {
    meta = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const mending = 'Correct the file, or run "npm run write-descriptor" to write it anew.'
    return report('file/unreadable', 'The description of the data is not JSON in UTF-8.', mending)
  }
  const problems = lacks(meta).map((property): Problem => ({
    type: 'cell/required',
    file: DATA_PACKAGE_FILE,
    column: property,
    message: `The description of the data does not give its ${property}.`,
    mending: `Add "${property}".`,
    rowLeftOut: false,
  }))
  if (problems.length > 0) return { problems }
  const known = meta as Record<string, unknown>
  const misshapen = misshapenProperties(known)
  return {
    info: pickInfo(known, misshapen),
    problems: misshapen.map((property) => ({
      type: 'cell/type',
      file: DATA_PACKAGE_FILE,
      column: property,
      message: `The description of the data gives its ${property} in another form than a Data Package does; it is left out.`,
      mending: `Correct "${property}", or run "npm run write-descriptor" to write the file anew.`,
      rowLeftOut: false,
    })),
  }
}

function lacks(meta: unknown): readonly string[] {
  const known = (typeof meta === 'object' && meta !== null ? meta : {}) as Record<string, unknown>
  const texts = TEXTS.filter((property) => typeof known[property] !== 'string' || known[property] === '')
  const hasLicence = isListOfLicences(known['licenses'])
  return hasLicence ? texts : [...texts, 'licenses']
}

function pickInfo(meta: object, without: readonly string[] = []): DataPackageInfo {
  const given = meta as Readonly<Record<string, unknown>>
  const known = PROPERTIES.filter((property) => given[property] !== undefined && !without.includes(property))
  return Object.freeze(
    Object.fromEntries(known.map((property) => [property, given[property]])),
  ) as unknown as DataPackageInfo
}

/**
 * The descriptor of the whole folder: what it says about itself, and each table with its fields, keys and links, as
 * declared in `domain/tables.ts`. Links that Table Schema cannot express (lists of ids, an id or a word, a word of
 * one facet) stand at their field as `refersTo`, which other readers may ignore.
 *
 * @param files size and hash of each file, if known
 * @see https://datapackage.org/standard/table-schema/
 */
export function describeDataPackage(
  meta: DataPackageInfo,
  files: ReadonlyMap<string, FileFacts> = new Map(),
): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...pickInfo(meta),
    resources: Object.values(TABLES).map((table) => describeTable(table, files.get(fileOf(table.name)))),
  }
}

function describeTable(table: Table, facts: FileFacts | undefined): object {
  const columns = Object.entries(table.columns)
  const foreignKeys = columns
    .filter(([, column]) => isForeignKey(column))
    .map(([property, column]) => ({
      fields: [headerOf(property)],
      // A link into the same table leaves the name out.
      reference: { ...(column.refersTo === table.name ? {} : { resource: column.refersTo }), fields: ['id'] },
    }))
  return {
    name: table.name,
    type: 'table',
    path: fileOf(table.name),
    title: table.title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...facts,
    dialect: { header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
    schema: {
      fields: columns.map(([property, column]) => describeField(property, column)),
      missingValues: [''],
      primaryKey: table.key.map(headerOf),
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  }
}

/** A link that Table Schema can express: one cell, one id, nothing else allowed. */
function isForeignKey(column: Column): boolean {
  return column.refersTo !== undefined && column.type !== 'list' && (column.orWords ?? []).length === 0
}

const FIELD_TYPES = {
  text: 'string',
  number: 'number',
  count: 'integer',
  year: 'year',
  oneOf: 'string',
  reference: 'string',
  term: 'string',
  list: 'list',
} as const satisfies Record<Column['type'], string>

function describeField(property: string, column: Column): object {
  const { optional, values, minimum, maximum, pattern } = column
  const constraints = { required: optional ? undefined : true, enum: values, minimum, maximum, pattern }
  const isConstrained = Object.values(constraints).some((limit) => limit !== undefined)
  return {
    name: headerOf(property),
    type: FIELD_TYPES[column.type],
    ...(column.type === 'list' ? { delimiter: ';', itemType: 'string' } : {}),
    title: column.title,
    ...(isConstrained ? { constraints } : {}),
    ...describeReference(column),
  }
}

function describeReference(column: Column): object {
  if (column.facet !== undefined)
    return { refersTo: { resource: 'terms', fields: ['id'], facet: column.facet } }
  if (column.refersTo === undefined || isForeignKey(column)) return {}
  const orWords = column.orWords?.length ? { orWords: column.orWords } : {}
  return { refersTo: { resource: column.refersTo, fields: ['id'], ...orWords } }
}
