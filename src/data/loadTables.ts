import { TABLES, type TableName } from '@/domain/tables'
import { loadDeclared, type LoadedTables, type ReadFile } from './loadDeclared'

export { lineOf, odditiesOf, type LoadedTables, type ReadFile } from './loadDeclared'

/** `loadDeclared` for any table of the data folder. */
export function loadTables(
  readFile: ReadFile,
  names: readonly TableName[],
  before?: LoadedTables,
  onRows?: (rows: number) => void,
): Promise<LoadedTables> {
  return loadDeclared(readFile, names, TABLES, before, onRows)
}
