import type { FolderSource, OpenedSource } from '@/data/folderWork'
import { indexEvidence } from '@/domain/evidence'
import { nextTick } from 'vue'
import { rememberSource } from './dataReport'
import { useEvidenceStore, type LocalData } from './evidence'

/**
 * Shows a folder that was read and checked already, in place of what is shown.
 *
 * @param local what it is called; undefined: it is the folder of the server
 */
export async function showOpened(
  opened: OpenedSource,
  source: FolderSource,
  local: LocalData | undefined,
): Promise<void> {
  const store = useEvidenceStore()
  const evidence = indexEvidence(opened.loaded.tables)
  rememberSource(evidence, source, opened.report)
  store.leaveFolder()
  await nextTick()
  store.evidence = evidence
  store.info = opened.info
  store.problems = opened.loaded.problems
  store.failures = []
  store.kept = undefined
  store.isLate = false
  store.local = local
  store.state = 'ready'
  store.complete = true
}
