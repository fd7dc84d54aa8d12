import { strToU8, zipSync } from 'fflate'
import { fileOf } from '@/domain/columns'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import { DATA_PACKAGE_FILE } from './dataPackage'
import type { ReadFile } from './loadTables'

/** A fixed time, since a zip must carry one: two archives of the same files are the same, byte for byte. */
const ARCHIVE_TIME = '2000-01-01T00:00:00Z'

/** Files as a zip archive, in one folder of the given name. */
export function zipOf(files: ReadonlyMap<string, Uint8Array | string>, folder: string): Uint8Array {
  const entries = [...files].map(
    ([name, content]) =>
      [`${folder}/${name}`, typeof content === 'string' ? strToU8(content) : content] as const,
  )
  return zipSync(Object.fromEntries(entries), { mtime: ARCHIVE_TIME })
}

/**
 * The files of a data folder as they are, byte for byte: every table that is there, and the description. Nothing is
 * disarmed or written anew, so that the folder opens again as the one it was.
 *
 * @param readFile gives the bytes of a file, or rejects where there is none
 */
export async function filesOfFolder(readFile: ReadFile): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = [...TABLE_NAMES.map((name) => fileOf(TABLES[name].name)), DATA_PACKAGE_FILE]
  const read = await Promise.all(
    names.map(async (name) => {
      try {
        return [[name, await readFile(name)] as const]
      } catch {
        return []
      }
    }),
  )
  return new Map(read.flat())
}
