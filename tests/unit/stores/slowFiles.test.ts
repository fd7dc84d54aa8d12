// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { DATA_PACKAGE_FILE } from '@/data/dataPackage'
import { fileOf } from '@/domain/columns'
import { FIRST_TABLES, TABLE_NAMES, TABLES } from '@/domain/tables'
import { LONGEST_SILENCE, useEvidenceStore } from '@/stores/evidence'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** The first line alone: how long a file takes to come does not depend on what stands in it. */
const headerOf = (file: string) => {
  const text = readFileSync(`data/${file}`, 'utf8')
  return new TextEncoder().encode(file.endsWith('.csv') ? `${text.split('\n', 1)[0]}\n` : text)
}
const first = FIRST_TABLES.map((name) => fileOf(TABLES[name].name))

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => void vi.useRealTimers())

it.each([...TABLE_NAMES.map((name) => fileOf(TABLES[name].name)), DATA_PACKAGE_FILE])(
  '%s that is slow is told of, holds up nothing that does not need it, and is shown when it comes',
  async (slow) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const store = useEvidenceStore()
    const loading = store.load(async (file) => {
      if (file === slow) await held
      return headerOf(file)
    })
    await vi.advanceTimersByTimeAsync(LONGEST_SILENCE + 500)
    const isNeeded = first.includes(slow)
    await vi.waitFor(() => expect(store.state).toBe(isNeeded ? 'loading' : 'ready'))
    expect(store).toMatchObject({ isLate: true, complete: false })

    release()
    vi.useRealTimers()
    await loading
    expect(store).toMatchObject({ state: 'ready', isLate: false, complete: true })
  },
)
