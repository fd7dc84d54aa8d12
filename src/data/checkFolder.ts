import { TABLE_NAMES, type Tables } from '@/domain/tables'
import { checkEvidence, type ReportEntry } from './checkEvidence'
import { readDataPackage } from './dataPackage'
import { loadTables, type ReadFile } from './loadTables'

/**
 * Reads and checks a whole folder, its description included. Never rejects: what cannot be read is in the report.
 *
 * @param readFile gives the bytes of a file of the folder, or rejects
 */
export async function checkFolder(
  readFile: ReadFile,
): Promise<{ readonly report: readonly ReportEntry[]; readonly tables: Partial<Tables> }> {
  const [description, loaded] = await Promise.all([
    readDataPackage(readFile),
    loadTables(readFile, TABLE_NAMES),
  ])
  const problems = [...description.problems, ...loaded.problems]
  return { report: checkEvidence({ tables: loaded.tables, problems }), tables: loaded.tables }
}
