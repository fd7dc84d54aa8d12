import { fileOf } from '@/domain/columns'
import { FIRST_TABLES, TABLE_NAMES, TABLES } from '@/domain/tables'
import type { Problem } from '@/domain/problem'
import { DATA_PACKAGE_FILE, readDataPackage, type DataPackageInfo } from './dataPackage'
import { checkHashes } from './fileHashes'
import { loadTables, type LoadedTables, type ReadFile } from './loadTables'
import { MOST_BYTES, openChosen, readerOf, type ChosenFile } from './openArchive'

/** Lines of all tables together, read in a worker. Beyond it the memory of a tab may not do. */
export const MOST_ROWS = 250_000

/** Files that stand for a data folder of its own, or for some tables of another. */
export interface LocalFiles {
  readonly read: ReadFile
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The tables that stand in for those of the folder below; empty: a folder of its own. */
  readonly replaced: readonly string[]
}

/** A folder as it was read and checked. */
export interface OpenedFolder extends LocalFiles {
  readonly loaded: LoadedTables
  readonly info?: DataPackageInfo
}

const figure = (value: number) => value.toLocaleString('en')
const isFolderOrArchive = ({ name }: ChosenFile) => /[/\\]/.test(name) || /\.zip$/i.test(name)
const KNOWN = new Set(TABLE_NAMES.map((name) => fileOf(TABLES[name].name)))
const NEEDED = FIRST_TABLES.map((name) => fileOf(TABLES[name].name))

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ')
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown
}

/** Lines, counted without reading what stands in them. */
function linesOf(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

/** How many rows the tables have at most. */
export function rowsOf(files: ReadonlyMap<string, Uint8Array>): number {
  let rows = 0
  for (const [name, bytes] of files) if (name.endsWith('.csv')) rows += linesOf(bytes)
  return rows
}

/** @throws Error in words for a reader, with the figure, when the files are more than can be shown */
export function refuseTooLarge(files: ReadonlyMap<string, Uint8Array>, most = MOST_ROWS) {
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  if (bytes > MOST_BYTES)
    throw new Error(`The files have ${figure(bytes)} bytes; at most ${figure(MOST_BYTES)} are opened.`)
  const rows = rowsOf(files)
  if (rows > most)
    throw new Error(`The tables have about ${figure(rows)} rows; at most ${figure(most)} are opened.`)
}

/**
 * What was chosen, as a folder. A folder or an archive must bring every table the list needs; single files may be
 * fewer, and then stand in for those of the folder below.
 *
 * @param below reads the folder under single tables
 * @param most rows of all tables together
 * @throws Error in words for a reader when there is no table in it, tables are missing or it is too large
 */
export async function openFiles(
  chosen: readonly ChosenFile[],
  below: ReadFile,
  most = MOST_ROWS,
): Promise<LocalFiles> {
  const found = openChosen(chosen)
  refuseTooLarge(found, most)
  const files = new Map([...found].filter(([name]) => KNOWN.has(name) || name === DATA_PACKAGE_FILE))
  const tables = [...files.keys()].filter((name) => KNOWN.has(name))
  if (tables.length === 0)
    throw new Error(
      'No table of a data folder is among the files. The tables and their names are listed under Data.',
    )
  const missing = NEEDED.filter((name) => !files.has(name))
  if (missing.length === 0) return { files, read: readerOf(files), replaced: [] }
  if (chosen.some(isFolderOrArchive))
    throw new Error(
      `The folder lacks ${someOf(missing)}. To put single tables in place of others, choose their CSV files.`,
    )
  const own = readerOf(files)
  const read: ReadFile = (file) => (KNOWN.has(file) && files.has(file) ? own(file) : below(file))
  return { files, read, replaced: tables }
}

/** A table that is there but leaves nothing to show would read as "no evidence". */
function refuseUnreadable({ tables, problems }: LoadedTables) {
  const faults = FIRST_TABLES.filter((name) => tables[name] === undefined).map((name) => {
    const file = fileOf(TABLES[name].name)
    return problems.find((problem) => problem.file === file)?.message ?? `${file} could not be read.`
  })
  if (faults.length > 0) throw new Error(`These data cannot be shown. ${faults.slice(0, 3).join(' ')}`)
  for (const name of ['treatments', 'findings', 'outcomes'] as const) {
    if (tables[name]?.length) continue
    const file = fileOf(TABLES[name].name)
    const why = problems.find((problem) => problem.file === file)
    throw new Error(
      `These data cannot be shown: no row of ${file} is usable.${why ? ` Line ${why.line ?? 1}: ${why.message}` : ''}`,
    )
  }
}

/** A description of other files than these says nothing of them. */
function withoutReplaced(problems: readonly Problem[], replaced: readonly string[]) {
  return problems.filter(({ file }) => !replaced.includes(file))
}

/** Reads and checks all tables of a folder that was chosen, by the rules for the shipped one. Never rejects. */
export async function readAll(opened: LocalFiles, onRows?: (rows: number) => void): Promise<OpenedFolder> {
  const read = new Map<string, Uint8Array>()
  const noting: ReadFile = async (file) => {
    const bytes = await opened.read(file)
    read.set(file, bytes)
    return bytes
  }
  const [description, loaded] = await Promise.all([
    readDataPackage(noting),
    loadTables(noting, TABLE_NAMES, undefined, onRows),
  ])
  const differing = withoutReplaced(await checkHashes(read), opened.replaced)
  const problems = [...loaded.problems, ...description.problems, ...differing]
  const info = description.info && infoOf(description.info, opened.replaced)
  return { ...opened, loaded: { tables: loaded.tables, problems }, ...(info ? { info } : {}) }
}

/**
 * The same, for showing it.
 *
 * @param onRows is told of every few thousand rows that were read
 * @throws Error in words for a reader when there would be nothing to show
 */
export async function readOpened(opened: LocalFiles, onRows?: (rows: number) => void): Promise<OpenedFolder> {
  const read = await readAll(opened, onRows)
  refuseUnreadable(read.loaded)
  return read
}

/** With other tables put in, it is not that version any more. @see https://semver.org/#spec-item-10 */
function infoOf(info: DataPackageInfo, replaced: readonly string[]): DataPackageInfo {
  return replaced.length === 0 ? info : { ...info, version: `${info.version}+local` }
}
