import type { ReadFile } from '@/data/loadTables'
import { answerFolderTasks } from '@/stores/folderAnswers'
import type { ToWorker } from '@/stores/folderMessages'

/** A worker without a thread: everything goes through the copy that browsers make of messages. */
export function folderWorkerOn(served: ReadFile) {
  const ended: string[] = []
  class PretendWorker extends EventTarget {
    isEnded = false
    readonly answer = answerFolderTasks((message, handOver = []) => {
      const data: unknown = structuredClone(message, { transfer: [...handOver] })
      setTimeout(() => {
        if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data }))
      })
    }, served)

    postMessage(message: ToWorker) {
      const copy = structuredClone(message)
      setTimeout(() => {
        if (!this.isEnded) this.answer(copy)
      })
    }

    terminate() {
      this.isEnded = true
      ended.push('terminated')
    }
  }
  return { PretendWorker, ended }
}
