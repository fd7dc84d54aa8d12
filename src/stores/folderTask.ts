import type { ReportEntry } from '@/data/checkEvidence'
import type { FolderSource, OpenedSource, WorkNeeds } from '@/data/folderWork'
import { RowsUnpacker } from '@/data/packedRows'
import type { Problem } from '@/domain/problem'
import { say } from '@/words/interface/stores'
import type { FolderTask, FromWorker, ToWorker } from './folderMessages'
import { readServedFile } from './readServedFile'
import { startWorker } from './startWorker'

/** Somebody ended the work: nothing went wrong, and nothing comes of it. */
export class Cancelled extends Error {}

/** Work that takes long, and that whoever asked for it can end. */
export interface LongTask<Result> {
  /** Rejects with `Cancelled`, or with an error in words for a reader. */
  readonly result: Promise<Result>
  readonly cancel: () => void
}

type Tell = WorkNeeds['tell']

/** Hears one message; gives the result with the last. */
type Listener<Result> = (message: FromWorker, post: (message: ToWorker) => void) => Result | undefined

/** In the page itself, where workers are barred: it stands still meanwhile, so less is opened. */
async function openHere(source: FolderSource, tell: Tell): Promise<OpenedSource> {
  const { MOST_ROWS_HERE, openSource } = await import('@/data/folderWork')
  return openSource(source, { served: readServedFile, tell, mostRows: MOST_ROWS_HERE })
}

async function checkHere(
  source: FolderSource,
  tell: Tell,
  known: readonly Problem[] | undefined,
): Promise<readonly ReportEntry[]> {
  const { checkSource } = await import('@/data/folderWork')
  return checkSource(source, { served: readServedFile, tell }, known)
}

/** Rows between two words to whoever waits. */
const TOLD_ROWS = 10_000

const DIED = say('theBrowserEndedTheWork')

function inWorker<Result>(
  task: FolderTask,
  listen: Listener<Result>,
  here: () => Promise<Result>,
): LongTask<Result> {
  const worker = startWorker('folder')
  let cancel = (): void => undefined
  const cancelled = new Promise<never>((_, reject) => (cancel = () => reject(new Cancelled())))
  const work = !worker
    ? here()
    : new Promise<Result>((resolve, reject) => {
        let heard = false
        const post = (message: ToWorker) => worker.postMessage(message)
        worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
          heard = true
          if (data.kind === 'failed') return reject(new Error(data.message))
          const result = listen(data, post)
          if (result !== undefined) resolve(result)
        })
        // A worker whose script could not be loaded has done nothing yet: the page does it then.
        worker.addEventListener('error', () => (heard ? reject(new Error(DIED)) : resolve(here())))
        post(task)
      })
  const result = Promise.race([work, cancelled]).finally(() => worker?.terminate())
  return { result, cancel: () => cancel() }
}

/** Reads a folder so that it can be shown; its rows come over in blocks. */
export function openFolder(source: FolderSource, tell: Tell): LongTask<OpenedSource> {
  const unpacker = new RowsUnpacker()
  let told = 0
  const listen: Listener<OpenedSource> = (message, post) => {
    if (message.kind === 'progress') tell(message.progress)
    if (message.kind === 'block') {
      unpacker.add(message.block)
      if (unpacker.rows - told >= TOLD_ROWS || told === 0) {
        told = unpacker.rows
        tell({ step: 'shown', done: told, of: message.of })
      }
      post({ task: 'more' })
    }
    if (message.kind !== 'opened') return undefined
    const { problems, ...rest } = message.rest
    return { ...rest, loaded: { tables: unpacker.tables(), problems } }
  }
  return inWorker({ task: 'open', source }, listen, () => openHere(source, tell))
}

/** Runs the rules of the data check on a folder. */
export function checkFolder(
  source: FolderSource,
  known: readonly Problem[] | undefined,
  tell: Tell,
): LongTask<readonly ReportEntry[]> {
  const listen: Listener<readonly ReportEntry[]> = (message) => {
    if (message.kind === 'progress') tell(message.progress)
    return message.kind === 'report' ? message.report : undefined
  }
  return inWorker({ task: 'check', source, known }, listen, () => checkHere(source, tell, known))
}
