import type { ReportEntry } from '@/data/checkEvidence'
import type { FolderSource } from '@/data/folderWork'
import type { Evidence } from '@/domain/evidence'
import type { WorkProgress } from '@/domain/workProgress'
import { useEvidenceStore } from './evidence'
import { checkFolder, type LongTask } from './folderTask'

/** Where evidence came from, if not from files that the page has read itself. */
const sources = new WeakMap<Evidence, FolderSource>()
const reports = new WeakMap<Evidence, readonly ReportEntry[]>()

/** Remembers of evidence that is about to be shown where it can be read anew, and what is known of it. */
export function rememberSource(
  evidence: Evidence,
  source: FolderSource,
  report: readonly ReportEntry[] | undefined,
): void {
  sources.set(evidence, source)
  if (report) reports.set(evidence, report)
}

/** All that the data check finds in what is shown: found once, away from the page. */
export function reportOfShown(tell: (progress: WorkProgress) => void): LongTask<readonly ReportEntry[]> {
  const store = useEvidenceStore()
  const { evidence, problems } = store
  const known = reports.get(evidence)
  if (known) return { result: Promise.resolve(known), cancel: () => undefined }
  const source = sources.get(evidence) ?? { kind: 'read', files: store.visitShown().files }
  const { result, cancel } = checkFolder(source, problems, tell)
  void result.then(
    (report) => reports.set(evidence, report),
    () => undefined,
  )
  return { result, cancel }
}
