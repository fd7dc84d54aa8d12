import { fileOfTable, MAY_BE_ABSENT, TABLE_NAMES } from '@/domain/tableNames'
import { useEvidenceStore } from './evidence'
import { readServedFile } from './readServedFile'

/** What was read of the server's folder, if all of it came: what can be kept for a visit without network. */
export function wholeServedFolder(): ReadonlyMap<string, Uint8Array> | undefined {
  const store = useEvidenceStore()
  const { files, cutOff, reader } = store.visitShown()
  const isWhole = TABLE_NAMES.every((name) => MAY_BE_ABSENT.has(name) || files.has(fileOfTable(name)))
  return store.complete && isWhole && !cutOff && reader === readServedFile ? files : undefined
}
