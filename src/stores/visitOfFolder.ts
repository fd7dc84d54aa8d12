import type { ReadFile } from '@/data/loadTables'
import { NoAnswer } from './readServedFile'

/** One reading of a data folder, from its first file to its last. */
export interface VisitOfFolder {
  readonly read: ReadFile
  /** All that was read, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** A file did not come because the server could not be reached. */
  readonly cutOff: boolean
}

/** Reads a folder and remembers what came and what did not. */
export function visitFolder(readFile: ReadFile): VisitOfFolder {
  const files = new Map<string, Uint8Array>()
  let cutOff = false
  return {
    async read(file) {
      try {
        const bytes = await readFile(file)
        files.set(file, bytes)
        return bytes
      } catch (error) {
        cutOff ||= error instanceof NoAnswer
        throw error
      }
    },
    files,
    get cutOff() {
      return cutOff
    },
  }
}
