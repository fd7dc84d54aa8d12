import { checkSource, openSource, type WorkNeeds } from '@/data/folderWork'
import type { ReadFile } from '@/data/loadTables'
import { buffersOf, packTables, type PackedBlock } from '@/data/packedRows'
import type { Tables } from '@/domain/tables'
import { say } from '@/words/interface/stores'
import type { FolderTask, FromWorker, ToWorker } from './folderMessages'

/** Sends a message to the page; what is handed over is moved and not copied. */
export type Post = (message: FromWorker, handOver?: readonly ArrayBuffer[]) => void

function countRows(tables: Partial<Tables>): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0)
}

/** The worker's side of a task on a data folder: one task in its life. */
export function answerFolderTasks(post: Post, served: ReadFile): (message: ToWorker) => void {
  const needs: WorkNeeds = { served, tell: (progress) => post({ kind: 'progress', progress }) }
  let blocks: Iterator<PackedBlock> | undefined
  let of = 0
  let opened: FromWorker | undefined

  function sendMore() {
    const next = blocks?.next()
    if (next && !next.done) post({ kind: 'block', block: next.value, of }, buffersOf(next.value))
    else if (opened) post(opened)
  }

  async function answer(task: FolderTask) {
    if (task.task === 'check') {
      post({ kind: 'report', report: await checkSource(task.source, needs, task.known) })
      return
    }
    const { loaded, ...rest } = await openSource(task.source, needs)
    of = countRows(loaded.tables)
    blocks = packTables(loaded.tables)
    opened = { kind: 'opened', rest: { ...rest, problems: loaded.problems } }
    sendMore()
  }

  return (message) => {
    if (message.task === 'more') return sendMore()
    answer(message).catch((error: unknown) => {
      const words = error instanceof Error ? error.message : say('theFilesCouldNotBe')
      post({ kind: 'failed', message: words })
    })
  }
}
