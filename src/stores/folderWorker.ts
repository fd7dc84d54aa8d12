/** Reads and checks data folders away from the page, which stays usable meanwhile and can end it. */
import { answerFolderTasks } from './folderAnswers'
import type { ToWorker } from './folderMessages'
import { readServedFile } from './readServedFile'

const answer = answerFolderTasks(
  (message, handOver = []) => self.postMessage(message, { transfer: [...handOver] }),
  readServedFile,
)

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => answer(data))
