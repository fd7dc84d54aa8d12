import type { ReadFile } from './loadTables'
import { ARCHIVE_LIMITS, readArchive } from './readArchive'

/** A file that somebody chose: its name, with folders if it came with them, and its bytes. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Unpacked, all files of an archive together; the shipped folder has 1.5 million bytes. */
export const MOST_BYTES = ARCHIVE_LIMITS.bytes

/** Files of a data folder; whatever else lies in it is left alone. */
const DATA_FILE = /^[\w-]+\.(csv|json)$/i

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

function depth(path: string): number {
  return path.split(/[/\\]/).length
}

function isZip({ name, bytes }: ChosenFile): boolean {
  return /\.zip$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
}

/** Apple's archives bring a shadow of each file. */
function isShadow(path: string): boolean {
  return path.startsWith('__MACOSX/') || baseName(path).startsWith('.')
}

function isDataFile(path: string): boolean {
  return !isShadow(path) && DATA_FILE.test(baseName(path))
}

function unpack({ name, bytes }: ChosenFile, most: number): readonly ChosenFile[] {
  return readArchive(name, bytes, isDataFile, { ...ARCHIVE_LIMITS, bytes: most })
}

/** Several archives together hold no more than one may: many small bombs are one large one. */
function unpackAll(chosen: readonly ChosenFile[], most: number): readonly ChosenFile[] {
  let left = most
  return chosen.flatMap((file) => {
    if (!isZip(file)) return [file]
    const files = unpack(file, left)
    left -= files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    return files
  })
}

/**
 * The files of a data folder among what somebody chose: a folder, single files or zip archives. Where a name comes
 * twice, the file nearest to the top counts.
 *
 * @param most bytes that all files of all archives may have, unpacked
 * @returns files by their plain names, such as `findings.csv`
 * @throws Error in words for a reader when an archive is damaged or too large
 */
export function openChosen(
  chosen: readonly ChosenFile[],
  most = MOST_BYTES,
): ReadonlyMap<string, Uint8Array> {
  const found = unpackAll(chosen, most)
    .filter(({ name }) => isDataFile(name))
    .sort((a, b) => depth(a.name) - depth(b.name))
  const files = new Map<string, Uint8Array>()
  for (const { name, bytes } of found) if (!files.has(baseName(name))) files.set(baseName(name), bytes)
  return files
}

/** Reads files that were chosen as if they were a folder. */
export function readerOf(files: ReadonlyMap<string, Uint8Array>): ReadFile {
  return (file) => {
    const bytes = files.get(file)
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`${file} is not among the files`))
  }
}
