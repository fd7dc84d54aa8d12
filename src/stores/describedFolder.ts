import { readDataPackage } from '@/data/dataPackage'
import { checkHashes } from '@/data/fileHashes'
import type { ReadFile } from '@/data/loadTables'

/** What the folder says about itself, and a check whether its files are those it names. Loaded apart from the tables. */
export async function readDescription(readFile: ReadFile) {
  return { ...(await readDataPackage(readFile)), check: checkHashes }
}
