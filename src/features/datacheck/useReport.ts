import type { ReportEntry } from '@/data/checkEvidence'
import { readReportView, writeReportView, type ReportView, type Shown } from '@/domain/checks/reportView'
import { TABLE_NAMES, type Tables } from '@/domain/tables'
import type { Query } from '@/domain/view'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { computed, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'

/** Where an entry belongs: accepted ones stand apart, whatever their degree. */
export const kindOf = (entry: ReportEntry): Shown =>
  entry.accepted === undefined ? entry.severity : 'accepted'

/** The report of the data check: made when all tables have arrived, filtered by the address. */
export function useReport() {
  const store = useEvidenceStore()
  const route = useRoute()
  const { changeOwn } = useView()
  /** Undefined until the rules have run. */
  const report = shallowRef<readonly ReportEntry[]>()

  /** The rules come in a file of their own, and run when the page has been painted. */
  async function check() {
    const { checkEvidence } = await import('@/data/checkEvidence')
    await new Promise((resolve) => setTimeout(resolve))
    const { evidence, problems } = store
    const read = TABLE_NAMES.filter((name) => evidence.loaded.has(name))
    const tables = Object.fromEntries(
      read.map((name) => [name, evidence[name]]),
    ) as unknown as Partial<Tables>
    report.value = checkEvidence({ tables, problems })
  }
  watch(
    () => store.complete || store.state === 'failed',
    (settled) => {
      if (settled) void check()
    },
    { immediate: true },
  )

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
  return { store, report, own, change, shown, count, files }
}
