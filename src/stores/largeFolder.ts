import { fileProblem } from '@/data/fault'
import type { FolderSource } from '@/data/folderWork'
import { say } from '@/words/interface/stores'
import { useEvidenceStore } from './evidence'
import { followTask } from './followTask'
import { localNotice } from './localNotice'
import { showOpened } from './showOpened'

const NAME = say('theDataFolderOfThe')
const SOURCE: FolderSource = { kind: 'served' }
const ENDED = say('readingItWasEnded')

/**
 * Shows a folder of the server that is too large to be read in the page: it is read in a worker, all of it before
 * anything is shown, and refused beyond the limits for folders that are opened.
 */
export async function showLargeFolder(): Promise<void> {
  const store = useEvidenceStore()
  const mine = store.visitShown()
  localNotice.value = { kind: 'reading', name: NAME }
  let why = ENDED
  try {
    const opened = await followTask(NAME, SOURCE)
    localNotice.value = undefined
    if (mine !== store.visitShown()) return
    if (opened) {
      await showOpened(opened, SOURCE, undefined)
      document.documentElement.dataset.ready = 'all'
      return
    }
  } catch (error) {
    localNotice.value = undefined
    if (error instanceof Error) why = error.message
  }
  const mending = say('tryAgainOrAskWhoever')
  store.failures = [fileProblem('file/unreadable', NAME, why, mending)]
  store.state = 'failed'
}
