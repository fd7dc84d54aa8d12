import type { ReportEntry } from '@/data/checkEvidence'
import type { FolderSource, OpenedSource } from '@/data/folderWork'
import type { PackedBlock } from '@/data/packedRows'
import type { Problem } from '@/domain/problem'
import type { WorkProgress } from '@/domain/workProgress'

/** What the page asks of the worker. */
export type FolderTask =
  | { readonly task: 'open'; readonly source: FolderSource }
  | {
      readonly task: 'check'
      readonly source: FolderSource
      /** What was told when the files were read. */
      readonly known: readonly Problem[] | undefined
    }

/** `more` asks for the next block of rows: the page draws in between, and no heap of blocks waits for it. */
export type ToWorker = FolderTask | { readonly task: 'more' }

/** A folder that was opened, apart from its rows. */
export type OpenedRest = Omit<OpenedSource, 'loaded'> & { readonly problems: readonly Problem[] }

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: WorkProgress }
  | { readonly kind: 'block'; readonly block: PackedBlock; readonly of: number }
  | { readonly kind: 'opened'; readonly rest: OpenedRest }
  | { readonly kind: 'report'; readonly report: readonly ReportEntry[] }
  /** Words for a reader. */
  | { readonly kind: 'failed'; readonly message: string }
