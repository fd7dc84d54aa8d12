import { fileOf } from '@/domain/columns'
import type { Problem } from '@/domain/problem'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import type { WorkProgress } from '@/domain/workProgress'
import { checkEvidence, type ReportEntry } from './checkEvidence'
import { DATA_PACKAGE_FILE, type DataPackageInfo } from './dataPackage'
import type { LoadedTables, ReadFile } from './loadTables'
import { MOST_BYTES, readerOf } from './openArchive'
import {
  MOST_ROWS,
  openFiles,
  readAll,
  readOpened,
  refuseTooLarge,
  rowsOf,
  type LocalFiles,
} from './openFolder'

/*
 * The long work on a data folder, as a worker does it, or the page where workers are barred: reading all of it, and
 * running the rules of the data check.
 */

/** Rows that are opened where the browser bars workers and the page itself must read: beyond it the tab would stand still. */
export const MOST_ROWS_HERE = 60_000

/** Up to so many lines the rules of the data check run while the folder is opened; beyond it when they are asked for. */
export const MOST_ROWS_CHECKED = 20_000

/** Where a folder comes from. */
export type FolderSource =
  /** Files that somebody chose; `name` is the way inside their folder. */
  | { readonly kind: 'picked'; readonly files: readonly { readonly name: string; readonly file: Blob }[] }
  /** The folder of the server. */
  | { readonly kind: 'served' }
  /** Files that the page has read already. */
  | { readonly kind: 'read'; readonly files: ReadonlyMap<string, Uint8Array> }

export interface WorkNeeds {
  /** Reads the folder of the server. */
  readonly served: ReadFile
  readonly tell: (progress: WorkProgress) => void
  /** Rows of all tables together that are opened. */
  readonly mostRows?: number
}

/** A folder as it can be shown. */
export interface OpenedSource {
  readonly loaded: LoadedTables
  readonly info?: DataPackageInfo
  readonly replaced: readonly string[]
  /** All that the data check found; absent: so many rows that its rules run when they are asked for. */
  readonly report?: readonly ReportEntry[]
}

const figure = (value: number) => value.toLocaleString('en')

async function readPicked(
  picked: readonly { readonly name: string; readonly file: Blob }[],
  tell: WorkNeeds['tell'],
) {
  const size = picked.reduce((sum, { file }) => sum + file.size, 0)
  if (size > MOST_BYTES)
    throw new Error(`The files have ${figure(size)} bytes; at most ${figure(MOST_BYTES)} are opened.`)
  const chosen = []
  let done = 0
  for (const { name, file } of picked) {
    tell({ step: 'files', done, of: size })
    chosen.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
    done += file.size
  }
  return chosen
}

/** Fetches a whole folder before anything is made of it, so that one that is too large is refused in time. */
async function readServed({ served, tell, mostRows }: WorkNeeds): Promise<LocalFiles> {
  const names = [...TABLE_NAMES.map((name) => fileOf(TABLES[name].name)), DATA_PACKAGE_FILE]
  const files = new Map<string, Uint8Array>()
  const failed = new Map<string, unknown>()
  for (const [done, name] of names.entries()) {
    tell({ step: 'fetched', done, of: names.length })
    try {
      files.set(name, await served(name))
    } catch (error) {
      failed.set(name, error)
    }
    refuseTooLarge(files, mostRows)
  }
  const own = readerOf(files)
  const read: ReadFile = (file) => (failed.has(file) ? Promise.reject(failed.get(file) as Error) : own(file))
  return { files, read, replaced: [] }
}

async function filesOf(source: FolderSource, needs: WorkNeeds): Promise<LocalFiles> {
  const { served, tell, mostRows = MOST_ROWS } = needs
  if (source.kind === 'picked') return openFiles(await readPicked(source.files, tell), served, mostRows)
  if (source.kind === 'served') return readServed(needs)
  return { files: source.files, read: readerOf(source.files), replaced: [] }
}

/** Adds up the rows that were read. */
function rowTeller({ files }: LocalFiles, tell: WorkNeeds['tell']) {
  const of = rowsOf(files)
  let done = 0
  tell({ step: 'rows', done, of })
  return (rows: number) => tell({ step: 'rows', done: (done = Math.min(of, done + rows)), of })
}

const ruleTeller = (tell: WorkNeeds['tell']) => (done: number, of: number) =>
  tell({ step: 'rules', done, of })

/**
 * Reads a folder so that it can be shown.
 *
 * @throws Error in words for a reader when it cannot be
 */
export async function openSource(source: FolderSource, needs: WorkNeeds): Promise<OpenedSource> {
  const local = await filesOf(source, needs)
  const { loaded, info, replaced } = await readOpened(local, rowTeller(local, needs.tell))
  const isLarge = rowsOf(local.files) > MOST_ROWS_CHECKED
  const report = isLarge ? undefined : checkEvidence(loaded, undefined, ruleTeller(needs.tell))
  return { loaded, replaced, ...(info ? { info } : {}), ...(report ? { report } : {}) }
}

/**
 * Runs all rules of the data check on a folder.
 *
 * @param known what was told when these files were read; left out: what is found in reading them now
 */
export async function checkSource(
  source: FolderSource,
  needs: WorkNeeds,
  known?: readonly Problem[],
): Promise<readonly ReportEntry[]> {
  const local = await filesOf(source, needs)
  const { tables, problems } = (await readAll(local, rowTeller(local, needs.tell))).loaded
  return checkEvidence({ tables, problems: known ?? problems }, undefined, ruleTeller(needs.tell))
}
