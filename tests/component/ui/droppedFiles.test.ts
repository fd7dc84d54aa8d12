import LocalDataBar from '@/app/LocalDataBar.vue'
import { localNotice } from '@/stores/localNotice'
import ChooseFolder from '@/ui/ChooseFolder.vue'
import { droppedFiles } from '@/ui/pickedFiles'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { HOSTILE_TEXTS } from '../../support/hostile'

const fileEntry = (name: string) => ({
  isFile: true,
  isDirectory: false,
  name,
  file: (done: (file: File) => void) => done(new File(['id'], name)),
})
const lost = (name: string) => ({
  ...fileEntry(name),
  file: (_: unknown, fail: (error: unknown) => void) => fail(new DOMException('gone', 'NotFoundError')),
})

function folder(name: string, entries: readonly unknown[]) {
  const portions = [entries.slice(0, 100), entries.slice(100), []]
  const readEntries = (done: (some: readonly unknown[]) => void) => done(portions.shift() ?? [])
  return { isFile: false, isDirectory: true, name, createReader: () => ({ readEntries }) }
}

const transfer = (entries: readonly unknown[], files: readonly File[] = []) =>
  ({
    types: ['Files'],
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files,
  }) as unknown as DataTransfer

function dropOn(target: EventTarget, dataTransfer: DataTransfer) {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  target.dispatchEvent(Object.assign(event, { dataTransfer }))
  return flushPromises()
}

describe('files that are dropped', () => {
  it('are all there, whatever they are called', async () => {
    const entries = HOSTILE_TEXTS.map(fileEntry)
    const more = Array.from({ length: 150 }, (_, at) => fileEntry(`${at}.csv`))
    const picked = await droppedFiles(transfer([folder('my-data', [...entries, ...more]), null]))
    expect(picked.map(({ path }) => path)).toEqual([...entries, ...more].map(({ name }) => `my-data/${name}`))
  })

  it.each([
    ['an empty folder', transfer([folder('empty', [])]), 'There is no file in it.'],
    ['words instead of files', transfer([null]), 'There is no file in it.'],
    [
      'a file that is gone',
      transfer([folder('my-data', [lost('findings.csv')])]),
      'did not let the browser read it',
    ],
  ])('are refused in a sentence when they are %s', async (_, dropped, words) => {
    await expect(droppedFiles(dropped)).rejects.toThrow(words)
  })
})

describe('a drop that cannot be read', () => {
  afterEach(() => void (localNotice.value = undefined))

  it('is said where it was dropped, and what is shown stays', async () => {
    const area = mount(ChooseFolder, { props: { busy: false, purpose: 'to open' } })
    await dropOn(area.element, transfer([folder('empty', [])]))
    expect(area.get('[role=status]').text()).toBe('Nothing was opened. There is no file in it.')
    expect(area.emitted('choose')).toBeUndefined()

    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] })
    const bar = mount(LocalDataBar, { global: { plugins: [createPinia(), router] } })
    await dropOn(window, transfer([folder('my-data', [lost('findings.csv')])]))
    expect(bar.text()).toContain(
      'What was dropped was not opened; what is shown stays. This computer did not let',
    )
    bar.unmount()
  })
})
