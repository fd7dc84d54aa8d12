import { fileProblem } from '@/data/fault'
import type { FolderSource } from '@/data/folderWork'
import { useEvidenceStore } from './evidence'
import { followTask } from './followTask'
import { localNotice } from './localNotice'
import { showOpened } from './showOpened'

const NAME = 'The data folder of the server'
const SOURCE: FolderSource = { kind: 'served' }
const ENDED = 'Reading it was ended.'

/**
 * Shows a folder of the server that is too large to be read in the page: it is read in a worker, all of it before
 * anything is shown, and refused beyond the limits for folders that are opened.
 *
 * @param isAskedFor false once something else is to be shown
 */
export async function showLargeFolder(isAskedFor: () => boolean): Promise<void> {
  const store = useEvidenceStore()
  localNotice.value = { kind: 'reading', name: NAME }
  let why = ENDED
  try {
    const opened = await followTask(NAME, SOURCE)
    localNotice.value = undefined
    if (!isAskedFor()) return
    if (opened) {
      await showOpened(opened, SOURCE, undefined)
      document.documentElement.dataset.ready = 'all'
      return
    }
  } catch (error) {
    localNotice.value = undefined
    if (error instanceof Error) why = error.message
  }
  const mending = 'Try again, or ask whoever keeps the folder.'
  store.failures = [fileProblem('file/unreadable', NAME, why, mending)]
  store.state = 'failed'
}
