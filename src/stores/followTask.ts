import type { FolderSource, OpenedSource } from '@/data/folderWork'
import { nextTick } from 'vue'
import { Cancelled, openFolder } from './folderTask'
import { localNotice } from './localNotice'

/** Resolves once the words "is being read" have been painted: where workers are barred, the page stands still next. */
async function painted() {
  await nextTick()
  await new Promise<void>((resolve) => setTimeout(resolve, 30))
}

/**
 * Opens a folder and says on every page how far that is.
 *
 * @returns undefined when somebody ended it; nothing is said any more then
 * @throws Error in words for a reader when it cannot be shown
 */
export async function followTask(name: string, source: FolderSource): Promise<OpenedSource | undefined> {
  await painted()
  const { result, cancel } = openFolder(source, (progress) => {
    if (localNotice.value?.kind === 'reading')
      localNotice.value = { kind: 'reading', name, progress, cancel: () => cancel() }
  })
  try {
    return await result
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
    localNotice.value = undefined
    return undefined
  }
}
