// @vitest-environment happy-dom
import { readFile as readDisk } from 'node:fs/promises'
import { fileOf } from '@/domain/columns'
import { selectableTreatments } from '@/domain/evidence'
import { FIRST_TABLES, TABLE_NAMES, TABLES } from '@/domain/tables'
import { useEvidenceStore } from '@/stores/evidence'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { watch } from 'vue'

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
