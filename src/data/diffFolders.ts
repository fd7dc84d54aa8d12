import Papa from 'papaparse'
import { changeNote, summaryOfDiff } from '@/domain/change/changeNote'
import { diffEvidence, type EvidenceDiff } from '@/domain/change/evidenceDiff'
import { releaseOf, type Release, type ShapeChange } from '@/domain/change/releaseRule'
import { fileOf } from '@/domain/columns'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import type { Problem } from '@/domain/problem'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import { readDataPackage, type DataPackageInfo } from './dataPackage'
import { loadTables, type ReadFile } from './loadTables'

/** A folder as far as comparing needs it. */
export interface FolderReading {
  readonly evidence: Evidence
  readonly problems: readonly Problem[]
  readonly info: DataPackageInfo | undefined
  /** The header of each file that is there. */
  readonly headers: ReadonlyMap<string, readonly string[]>
}

export interface FolderDiff {
  readonly diff: EvidenceDiff
  readonly shape: ShapeChange
  readonly release: Release
  /** One sentence that counts what changed. */
  readonly summary: string
  /** The whole difference as Markdown. */
  readonly note: string
}

function headerOfFile(bytes: Uint8Array): readonly string[] {
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',', preview: 1 })
  return data[0] ?? []
}

/** Reads a folder for comparing. Never rejects: what cannot be read is among the problems. */
export async function readFolder(readFile: ReadFile): Promise<FolderReading> {
  const headers = new Map<string, readonly string[]>()
  const reader: ReadFile = async (file) => {
    const bytes = await readFile(file)
    if (file.endsWith('.csv')) headers.set(file, headerOfFile(bytes))
    return bytes
  }
  const [{ tables, problems }, description] = await Promise.all([
    loadTables(reader, TABLE_NAMES),
    readDataPackage(reader),
  ])
  return {
    evidence: indexEvidence({ ...emptyTables(), ...tables }),
    problems: [...problems, ...description.problems],
    info: description.info,
    headers,
  }
}

/** A table that is missing or cannot be read counts as empty, and as loaded: a verdict must not wait for it. */
function emptyTables() {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, []]))
}

/** Files and columns that one of two folders has and the other has not. */
export function shapeChange(
  before: Pick<FolderReading, 'headers'>,
  after: Pick<FolderReading, 'headers'>,
): ShapeChange {
  const files = TABLE_NAMES.map((name) => fileOf(TABLES[name].name))
  const missing = (from: FolderReading['headers'], there: FolderReading['headers']) =>
    files.filter((file) => there.has(file) && !from.has(file))
  const columns = (from: FolderReading['headers'], there: FolderReading['headers']) =>
    [...there].flatMap(([file, header]) => {
      const known = from.get(file)
      return known
        ? header.filter((column) => !known.includes(column)).map((column) => `${file}: ${column}`)
        : []
    })
  return {
    filesAdded: missing(before.headers, after.headers),
    filesRemoved: missing(after.headers, before.headers),
    columnsAdded: columns(before.headers, after.headers),
    columnsRemoved: columns(after.headers, before.headers),
  }
}

/** "version 1.0.0 of 2026-11-23", or that the folder does not say. */
export function versionWords(info: DataPackageInfo | undefined): string {
  return info ? `version ${info.version} of ${info.created.slice(0, 10)}` : 'a version that is not stated'
}

/**
 * Compares two folders that have been read.
 *
 * @param title the heading of the note
 */
export function diffFolders(
  before: FolderReading,
  after: FolderReading,
  title = 'What changed in the data',
): FolderDiff {
  const diff = diffEvidence(before.evidence, after.evidence)
  const shape = shapeChange(before, after)
  const head = { title, before: versionWords(before.info), after: versionWords(after.info) }
  return {
    diff,
    shape,
    release: releaseOf(diff, shape),
    summary: summaryOfDiff(diff),
    note: changeNote(diff, shape, head),
  }
}
