import type { readDataPackage } from '@/data/dataPackage'
import { loadTables, type LoadedTables, type ReadFile } from '@/data/loadTables'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import type { Problem } from '@/domain/problem'
import { FIRST_TABLES, TABLE_NAMES } from '@/domain/tables'
import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef } from 'vue'
import { readServedFile } from './readServedFile'

/** Name, version, date and licence of the data folder. */
export type DataPackageInfo = Awaited<ReturnType<typeof readDataPackage>>['info']

export type EvidenceState = 'loading' | 'ready' | 'failed'

/** Resolves after the next paint; also when the tab is hidden and nothing is painted. */
async function nextPaint(): Promise<void> {
  await nextTick()
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 200)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve)
    })
  })
}

/** The evidence of the data folder: read-only, and the one place that loads it. */
export const useEvidenceStore = defineStore('evidence', () => {
  const evidence = shallowRef<Evidence>(indexEvidence({}))
  const state = shallowRef<EvidenceState>('loading')
  /** False until every table has been asked for: what is absent before that is not yet missing. */
  const complete = shallowRef(false)
  const problems = shallowRef<readonly Problem[]>([])
  const info = shallowRef<DataPackageInfo>()
  /** The tables the list cannot do without that did not arrive: an empty one would read as "no evidence". */
  const failures = computed(() =>
    state.value === 'failed' ? problems.value.filter((problem) => problem.type.startsWith('file/')) : [],
  )
  let reader: ReadFile = readServedFile

  async function loadRest(first: LoadedTables) {
    const names = TABLE_NAMES.filter((name) => !FIRST_TABLES.includes(name))
    const [rest, description] = await Promise.all([
      loadTables(reader, names, first),
      import('@/data/dataPackage').then((data) => data.readDataPackage(reader)),
    ])
    evidence.value = indexEvidence(rest.tables)
    info.value = description.info
    problems.value = [...rest.problems, ...description.problems]
    complete.value = true
    await nextPaint()
    document.documentElement.dataset.ready = 'all'
  }

  /** Loads what the list needs, shows it, and then loads the rest. Safe to call again after a failure. */
  async function load(readFile: ReadFile = readServedFile) {
    reader = readFile
    state.value = 'loading'
    complete.value = false
    const first = await loadTables(reader, FIRST_TABLES)
    problems.value = first.problems
    if (FIRST_TABLES.some((name) => first.tables[name] === undefined)) {
      state.value = 'failed'
      return
    }
    evidence.value = indexEvidence(first.tables)
    state.value = 'ready'
    await nextPaint()
    await loadRest(first)
  }

  let marked = false

  /** Called by the first page once its content is in the document: notes when it has been painted. */
  async function markReady() {
    if (marked) return
    marked = true
    await nextPaint()
    performance.mark('app-ready')
    document.documentElement.dataset.ready ??= 'first'
  }

  return { evidence, state, complete, problems, failures, info, load, markReady }
})
