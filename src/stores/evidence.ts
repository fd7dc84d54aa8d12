import type { DataPackageInfo } from '@/data/dataPackage'
import { loadDeclared, type LoadedTables, type ReadFile } from '@/data/loadDeclared'
import { indexEvidence, type Evidence } from '@/domain/evidence'
import type { Problem } from '@/domain/problem'
import { FIRST, FIRST_TABLES } from '@/domain/firstTables'
import { fileOfTable, TABLE_NAMES } from '@/domain/tableNames'
import { defineStore } from 'pinia'
import { nextTick, shallowRef } from 'vue'
import type { readDescription } from './describedFolder'
import { readServedFile } from './readServedFile'
import { visitFolder } from './visitOfFolder'

export type EvidenceState = 'loading' | 'ready' | 'failed'

/** Why kept data are shown: the server could not be reached, took too long, or the reader asked for them. */
export type WhyKept = 'cut-off' | 'slow' | 'asked'

/** Data that somebody opened in this tab. */
export interface LocalData {
  /** The folder or file, as it is called on that computer. */
  readonly name: string
  /** The tables that stand in for shipped ones; empty: a folder of its own. */
  readonly replaced: readonly string[]
  /** Errors and warnings of the data check; undefined: so many rows that its rules run only when asked for. */
  readonly found: number | undefined
}

/** In milliseconds. */
export const LONGEST_SILENCE = 8000

/** The code that reads the description did not come: the tables are there all the same. */
const notDescribed = (): Awaited<ReturnType<typeof readDescription>> => ({
  problems: [],
  check: async () => [],
})

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
  /** When the data shown were kept, if they are not the server's of now; `why` the server's were not shown. */
  const kept = shallowRef<{ readonly at: string; readonly why: WhyKept }>()
  /** Set while data of this tab only are shown. */
  const local = shallowRef<LocalData>()
  /** The data take longer than a reader waits without a word. */
  const isLate = shallowRef(false)
  /** The tables the list cannot do without that did not arrive: an empty one would read as "no evidence". */
  const failures = shallowRef<readonly Problem[]>([])
  let visit = visitFolder(readServedFile)

  /** A reading that met a file too large for the page: the bars above every page have a worker read the folder. */
  const large = shallowRef<typeof visit>()

  /** True when not this reading is to be shown, but a later one, what was kept, or what a worker makes of it. */
  async function isPassedOver(mine: typeof visit) {
    if (mine !== visit || (mine.cutOff && (await showKept('cut-off')))) return true
    if (mine.isLarge) large.value = mine
    return mine.isLarge
  }

  async function loadRest(first: LoadedTables) {
    const mine = visit
    const names = TABLE_NAMES.filter((name) => !FIRST_TABLES.some((first) => first === name))
    const [rest, description] = await Promise.all([
      import('@/data/loadTables').then((part) => part.loadTables(mine.read, names, first)),
      import('./describedFolder').then((part) => part.readDescription(mine.read)).catch(notDescribed),
    ])
    if (await isPassedOver(mine)) return
    const differing = await description.check(mine.files)
    if (mine !== visit) return
    evidence.value = indexEvidence(rest.tables)
    info.value = description.info
    problems.value = [...rest.problems, ...description.problems, ...differing]
    complete.value = true
    await nextPaint()
    document.documentElement.dataset.ready = 'all'
  }

  async function read() {
    const mine = visit
    const first = await loadDeclared(mine.read, FIRST_TABLES, FIRST)
    if (await isPassedOver(mine)) return
    problems.value = first.problems
    const absent = FIRST_TABLES.filter((name) => first.tables[name] === undefined)
    if (absent.length > 0) {
      const files = absent.map(fileOfTable)
      failures.value = first.problems.filter(({ file }) => files.includes(file))
      state.value = 'failed'
      return
    }
    evidence.value = indexEvidence(first.tables)
    state.value = 'ready'
    await nextPaint()
    if (mine === visit) await loadRest(first)
  }

  /** Loads what the list needs, shows it, and then loads the rest. Safe to call again at any time. */
  async function load(readFile: ReadFile = readServedFile, from?: typeof kept.value) {
    const mine = (visit = visitFolder(readFile))
    state.value = 'loading'
    complete.value = false
    isLate.value = false
    failures.value = []
    kept.value = from
    local.value = undefined
    const timer = setTimeout(() => {
      isLate.value = mine === visit
      // Nothing is on screen yet: what was kept is better than to wait on. It is never put in for what is being read.
      if (mine === visit && state.value === 'loading' && !from) void showKept('slow')
    }, LONGEST_SILENCE)
    await read().finally(() => clearTimeout(timer))
    if (mine === visit) isLate.value = false
  }

  /**
   * Shows the folder that this browser kept at an earlier visit, the whole of it in place of what the server gave.
   *
   * @returns false when there is none, or these are its files
   */
  async function showKept(why: WhyKept): Promise<boolean> {
    const before = visit
    if (kept.value || visit.reader !== readServedFile) return false
    const folder = await import('./keptData').then((part) => part.openKeptFolder()).catch(() => undefined)
    if (!folder || visit !== before) return visit !== before
    await load(folder.read, { at: folder.at, why })
    return true
  }

  /** Ends whatever is being read: what is shown next comes from elsewhere. */
  function leaveFolder() {
    visit = visitFolder()
    complete.value = false
  }

  /** How the folder that is shown was read. */
  const visitShown = () => visit

  /** A first page has been shown. */
  const shown = shallowRef(false)

  /** Called by the first page once its content is in the document: notes when it has been painted. */
  async function markReady() {
    if (shown.value) return
    shown.value = true
    await nextPaint()
    performance.mark('app-ready')
    document.documentElement.dataset.ready ??= 'first'
  }

  return {
    evidence,
    state,
    complete,
    problems,
    failures,
    info,
    kept,
    local,
    isLate,
    load,
    large,
    leaveFolder,
    visitShown,
    showKept,
    shown,
    markReady,
  }
})
