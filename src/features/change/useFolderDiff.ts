import {
  diffFolders,
  readFolder,
  versionWords,
  type FolderDiff,
  type FolderReading,
} from '@/data/diffFolders'
import { openChosen, readerOf } from '@/data/openArchive'
import { readServedFile } from '@/stores/readServedFile'
import { nameOfPicked, type PickedFile } from '@/ui/pickedFiles'
import { say } from '@/words/interface/change'
import { computed, nextTick, shallowRef } from 'vue'

/** The comparison as far as it has come. Nothing of the chosen files leaves this computer. */
export type DiffState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly name: string; readonly left: number }

interface Both {
  readonly shipped: FolderReading
  readonly chosen: FolderReading
}

/** Resolves once the words "is being compared" have been painted: comparing takes the whole attention of the page. */
async function painted() {
  await nextTick()
  await new Promise<void>((resolve) => setTimeout(resolve, 30))
}

async function bytesOf(files: readonly PickedFile[]) {
  return Promise.all(
    files.map(async ({ path, file }) => ({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

async function readBoth(files: readonly PickedFile[]): Promise<Both> {
  const chosenFiles = openChosen(await bytesOf(files))
  const tables = [...chosenFiles.keys()].filter((name) => name.endsWith('.csv'))
  if (tables.length === 0) throw new Error('There is no CSV file among what was chosen.')
  const served = new Map<string, Uint8Array>()
  const shipped = await readFolder(async (file) => {
    const bytes = await readServedFile(file)
    served.set(file, bytes)
    return bytes
  })
  // Tables that were not chosen are taken to be unchanged: one CSV alone can be compared.
  const chosen = await readFolder(readerOf(new Map([...served, ...chosenFiles])))
  return { shipped, chosen }
}

/** Compares the data of the app with files that were chosen, here in the browser. */
export function useFolderDiff() {
  const state = shallowRef<DiffState>({ kind: 'idle' })
  const both = shallowRef<Both>()
  /** False: the chosen folder is the newer one. */
  const chosenIsOlder = shallowRef(false)

  const result = computed<FolderDiff | undefined>(() => {
    if (!both.value) return undefined
    const { shipped, chosen } = both.value
    return chosenIsOlder.value ? diffFolders(chosen, shipped) : diffFolders(shipped, chosen)
  })
  const versions = computed(() => {
    if (!both.value) return undefined
    return { shipped: versionWords(both.value.shipped.info), chosen: versionWords(both.value.chosen.info) }
  })

  async function choose(files: readonly PickedFile[]) {
    if (files.length === 0) return
    const name = nameOfPicked(files)
    both.value = undefined
    state.value = { kind: 'reading', name }
    await painted()
    try {
      const read = await readBoth(files)
      both.value = read
      const left = read.chosen.problems.filter((problem) => problem.rowLeftOut).length
      state.value = { kind: 'done', name, left }
    } catch (error) {
      const message = error instanceof Error ? error.message : say('theFilesCouldNotBe')
      state.value = { kind: 'failed', message }
    }
  }

  return { state, result, versions, chosenIsOlder, choose }
}
