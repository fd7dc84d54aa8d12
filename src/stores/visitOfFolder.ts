import type { ReadFile } from '@/data/loadTables'
import { NoAnswer } from './readServedFile'

/** One reading of a data folder, from its first file to its last. */
export interface VisitOfFolder {
  readonly read: ReadFile
  /** What it reads with. */
  readonly reader: ReadFile | undefined
  /** All that was read, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** A file did not come because the server could not be reached. */
  readonly cutOff: boolean
  /** A file is too large to be made rows of in the page, which would stand still for seconds. */
  readonly isLarge: boolean
}

/** In bytes; about 17,000 findings. The largest shipped file has 500,000. */
export const MOST_IN_PAGE = 8e6

/**
 * Reads a folder and remembers what came and what did not.
 *
 * @param reader undefined: nothing more is to be read
 */
export function visitFolder(reader?: ReadFile): VisitOfFolder {
  const files = new Map<string, Uint8Array>()
  const visit = {
    reader,
    files,
    cutOff: false,
    isLarge: false,
    async read(file: string) {
      try {
        const bytes = (await reader?.(file)) ?? new Uint8Array()
        files.set(file, bytes)
        visit.isLarge ||= bytes.length > MOST_IN_PAGE
        if (visit.isLarge) throw new Error()
        return bytes
      } catch (error) {
        visit.cutOff ||= error instanceof NoAnswer
        throw error
      }
    },
  }
  return visit
}
