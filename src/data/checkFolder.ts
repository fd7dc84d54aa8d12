import { TABLE_NAMES, type Tables } from '@/domain/tables'
import { checkEvidence, type ReportEntry } from './checkEvidence'
import { readDataPackage } from './dataPackage'
import { checkHashes } from './fileHashes'
import { loadTables, type ReadFile } from './loadTables'

/**
 * Reads and checks a whole folder, its description included. Never rejects: what cannot be read is in the report.
 *
 * @param readFile gives the bytes of a file of the folder, or rejects
 */
export async function checkFolder(
  readFile: ReadFile,
): Promise<{ readonly report: readonly ReportEntry[]; readonly tables: Partial<Tables> }> {
  const files = new Map<string, Uint8Array>()
  const read: ReadFile = async (file) => {
    const bytes = await readFile(file)
    files.set(file, bytes)
    return bytes
  }
  const [description, loaded] = await Promise.all([readDataPackage(read), loadTables(read, TABLE_NAMES)])
  const problems = [...description.problems, ...loaded.problems, ...(await checkHashes(files))]
  return { report: checkEvidence({ tables: loaded.tables, problems }), tables: loaded.tables }
}
