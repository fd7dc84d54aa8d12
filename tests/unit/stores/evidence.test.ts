// @vitest-environment happy-dom
import { readFile as readDisk } from 'node:fs/promises'
import { fileOf } from '@/domain/columns'
import { selectableTreatments } from '@/domain/evidence'
import { FIRST_TABLES, TABLE_NAMES, TABLES } from '@/domain/tables'
import { LONGEST_SILENCE, useEvidenceStore } from '@/stores/evidence'
import { wholeServedFolder } from '@/stores/filesShown'
import { keepFolder } from '@/stores/keptData'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { MemoryCaches } from '../../support/cacheStorage'

const readData = async (file: string) => new Uint8Array(await readDisk(`data/${file}`))

function without(missing: string) {
  return async (file: string) => {
    if (file === missing) throw new Error(`data/${file} is not on the server (status 404).`)
    return readData(file)
  }
}

beforeEach(() => {
  setActivePinia(createPinia())
  delete document.documentElement.dataset['ready']
  performance.clearMarks()
})

describe('the evidence store', () => {
  it('shows the tables of the list first, then all of them', async () => {
    const store = useEvidenceStore()
    const steps: (readonly string[])[] = []
    watch(
      () => store.evidence,
      (evidence) => steps.push([...evidence.loaded].sort()),
      { flush: 'sync' },
    )
    await store.load(readData)
    expect(steps).toEqual([[...FIRST_TABLES].sort(), [...TABLE_NAMES].sort()])
    expect(store).toMatchObject({ state: 'ready', complete: true })
    expect(selectableTreatments(store.evidence)).toHaveLength(80)
    expect(document.documentElement.dataset['ready']).toBe('all')
  })

  it('asks for the files of the list in the order in which the page asked for them ahead', async () => {
    const asked: string[] = []
    await useEvidenceStore().load((file) => {
      asked.push(file)
      return readData(file)
    })
    expect(asked.slice(0, FIRST_TABLES.length)).toEqual(FIRST_TABLES.map((name) => fileOf(TABLES[name].name)))
    expect(asked).toHaveLength(TABLE_NAMES.length + 1)
  })

  it('makes no rows of a file that would hold the page up, and asks for a worker instead', async () => {
    const store = useEvidenceStore()
    await store.load((file) =>
      file === 'findings.csv' ? Promise.resolve(new Uint8Array(8_000_001)) : readData(file),
    )
    expect(store.large).toBe(store.visitShown())
    expect([store.state, store.failures, store.evidence.findings]).toEqual(['loading', [], []])
  })

  it('shows nothing, and says which file and why, when a table of the list is missing', async () => {
    const store = useEvidenceStore()
    await store.load(without('findings.csv'))
    expect(store.state).toBe('failed')
    expect(store.evidence.treatments).toHaveLength(0)
    expect(store.failures.map((failure) => failure.file)).toEqual(['findings.csv'])
    expect(store.failures[0]?.message).toContain('status 404')
  })

  it('can be asked again after the file has been put back', async () => {
    const store = useEvidenceStore()
    await store.load(without('findings.csv'))
    await store.load(readData)
    expect(store.state).toBe('ready')
    expect(store.failures).toEqual([])
    expect(store.problems).toEqual([])
  })

  it('shows the list and reports the file when a later table is missing', async () => {
    const store = useEvidenceStore()
    await store.load(without('cautions.csv'))
    expect(store).toMatchObject({ state: 'ready', complete: true })
    expect(store.problems.map((problem) => problem.file)).toEqual(['cautions.csv'])
    expect(store.evidence.loaded.has('cautions')).toBe(false)
  })

  it('reports a broken row of an early table once, although tables are loaded in two goes', async () => {
    const store = useEvidenceStore()
    await store.load(async (file) => {
      const bytes = await readData(file)
      if (file !== 'groups.csv') return bytes
      const broken = new TextDecoder().decode(bytes).replace(/,\d+,/, ',thirty two,')
      return new TextEncoder().encode(broken)
    })
    expect(store.problems.filter((problem) => problem.cell === 'thirty two')).toHaveLength(1)
  })

  it('marks the moment when the first page has been painted, once', async () => {
    const store = useEvidenceStore()
    await Promise.all([store.markReady(), store.markReady()])
    expect(performance.getEntriesByName('app-ready')).toHaveLength(1)
    expect(document.documentElement.dataset['ready']).toBe('first')
  })
})

describe('a server that cannot be reached', () => {
  const memory = new MemoryCaches()
  const served = (edit = (text: string) => text) =>
    vi.fn(async (address: string) => {
      const bytes = await readData(address.replace('/data/', ''))
      const text = new TextDecoder().decode(bytes)
      return new Response(address.endsWith('treatments.csv') ? edit(text) : text)
    })
  const gone = () => Promise.reject(new TypeError('Failed to fetch'))
  const firstName = () => useEvidenceStore().evidence.treatments[0]?.name

  beforeEach(() => vi.stubGlobal('caches', memory))
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is made up for by what was kept of it, as a whole, with the day', async () => {
    const store = useEvidenceStore()
    vi.stubGlobal('fetch', served())
    await store.load()
    const files = wholeServedFolder()
    expect(files?.size).toBe(TABLE_NAMES.length + 1)
    await keepFolder(files ?? new Map(), new Date(Date.UTC(2026, 10, 23)))
    const name = firstName() ?? ''

    // The network goes while the folder, changed since, is being read: the two are not mixed.
    const changed = served((text) => text.replace(name, 'Another name'))
    vi.stubGlobal('fetch', (address: string) => (address.endsWith('sources.csv') ? gone() : changed(address)))
    await store.load()
    expect(store).toMatchObject({
      state: 'ready',
      complete: true,
      problems: [],
      kept: { at: '2026-11-23T00:00:00.000Z', why: 'cut-off' },
    })
    expect(firstName()).toBe(name)
    expect(wholeServedFolder()).toBeUndefined()

    vi.stubGlobal('fetch', changed)
    await store.load()
    expect(store.kept).toBeUndefined()
    expect(firstName()).toBe('Another name')
    expect(store.problems).toEqual([
      expect.objectContaining({ type: 'folder/hash', file: 'treatments.csv', rowLeftOut: false }),
    ])
  })

  it('is waited for with a word after 8 seconds, and made up for when there is something kept', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const store = useEvidenceStore()
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
    vi.stubGlobal('caches', undefined)
    void store.load()
    await vi.advanceTimersByTimeAsync(LONGEST_SILENCE)
    expect(store).toMatchObject({ state: 'loading', isLate: true })

    vi.stubGlobal('caches', memory)
    void store.load()
    await vi.advanceTimersByTimeAsync(LONGEST_SILENCE)
    vi.useRealTimers()
    await vi.waitFor(() => expect(store).toMatchObject({ complete: true, isLate: false }), 10_000)
    expect(store.kept?.why).toBe('slow')
  })

  it('says that nothing can be shown when nothing was kept', async () => {
    const store = useEvidenceStore()
    vi.stubGlobal('caches', undefined)
    vi.stubGlobal('fetch', gone)
    await store.load()
    expect(store.state).toBe('failed')
    expect(store.failures).toHaveLength(FIRST_TABLES.length)
    expect(store.failures[0]?.message).toContain('the server gave no answer')
  })

  it('names a file of the list that is no table, not only one that is missing', async () => {
    const store = useEvidenceStore()
    await store.load(async (file) =>
      file === 'findings.csv' ? new TextEncoder().encode('{"error": "try later"}') : readData(file),
    )
    expect(store.state).toBe('failed')
    expect(store.failures.map((failure) => failure.file)).toContain('findings.csv')
  })
})
