import type { ReportEntry } from '@/data/checkEvidence'
import { readReportView, writeReportView, type ReportView, type Shown } from '@/domain/checks/reportView'
import type { Query } from '@/domain/view'
import type { WorkProgress } from '@/domain/workProgress'
import { reportOfShown } from '@/stores/dataReport'
import { useEvidenceStore } from '@/stores/evidence'
import { Cancelled, type LongTask } from '@/stores/folderTask'
import { useView } from '@/stores/useView'
import { say } from '@/words/interface/datacheck'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'

/** Where an entry belongs: accepted ones stand apart, whatever their degree. */
export const kindOf = (entry: ReportEntry): Shown =>
  entry.accepted === undefined ? entry.severity : 'accepted'

function whyEnded(error: unknown): string {
  if (error instanceof Cancelled) return say('theDataCheckWasEnded')
  const why = error instanceof Error ? error.message : ''
  return say('theDataCheckCouldNot', { why })
}

/** The report of the data check: made when all tables have arrived, filtered by the address. */
export function useReport() {
  const store = useEvidenceStore()
  const route = useRoute()
  const { changeOwn } = useView()
  /** Undefined until the rules have run. */
  const report = shallowRef<readonly ReportEntry[]>()

  const progress = shallowRef<WorkProgress>()
  /** Why there is no report, in words. */
  const ended = shallowRef<string>()
  let task: LongTask<readonly ReportEntry[]> | undefined

  /** The rules run in a worker, so that the page can be used or left meanwhile. */
  async function check() {
    task?.cancel()
    report.value = undefined
    ended.value = undefined
    progress.value = undefined
    const mine = (task = reportOfShown((now) => {
      if (mine === task) progress.value = now
    }))
    try {
      const found = await mine.result
      if (mine === task) report.value = found
    } catch (error) {
      if (mine === task) ended.value = whyEnded(error)
    }
  }
  const cancel = () => task?.cancel()
  watch(
    () => [store.complete || store.state === 'failed', store.evidence] as const,
    ([settled]) => {
      if (settled) void check()
    },
    { immediate: true },
  )
  onScopeDispose(cancel)

  const own = computed(() => readReportView(route.query as Query))
  const change = (to: Partial<ReportView>) =>
    changeOwn(() => writeReportView({ ...own.value, ...to }), { replace: true })

  const ofFile = computed(() =>
    (report.value ?? []).filter((entry) => own.value.file === undefined || entry.file === own.value.file),
  )
  /** Without a choice, all that nobody has accepted. */
  const shown = computed(() =>
    ofFile.value.filter((entry) =>
      own.value.show === undefined ? entry.accepted === undefined : kindOf(entry) === own.value.show,
    ),
  )
  const count = (kind: Shown) => ofFile.value.filter((entry) => kindOf(entry) === kind).length
  const files = computed(() => [...new Set((report.value ?? []).map((entry) => entry.file))].sort())
  return { store, report, progress, ended, check, cancel, own, change, shown, count, files }
}
