import type { ReportEntry } from '@/data/checkEvidence'
import type { FolderSource } from '@/data/folderWork'
import { say } from '@/words/interface/stores'
import { useEvidenceStore } from './evidence'
import { localNotice } from './localNotice'

/*
 * Data that somebody opens in this tab. They are read here and kept in the memory of the tab alone: nothing is sent
 * anywhere or stored.
 */

interface PickedFile {
  /** Its way inside the folder it came in, or its name. */
  readonly path: string
  readonly file: File
}

/** Files that could belong to a data folder, so that a photograph next to them is not read. */
const isOfFolder = ({ path }: PickedFile) => /\.(csv|json|zip)$/i.test(path) || !/\.\w+$/.test(path)

/** Errors and warnings that nobody has accepted. */
function countOpen(report: readonly ReportEntry[]): number {
  return report.filter(({ severity, accepted }) => severity !== 'advice' && accepted === undefined).length
}

/**
 * Shows other data in this tab until it is closed or loaded anew: a folder, a zip archive, or single tables in place
 * of the shipped ones. They are read in a worker, which can be ended. When they cannot be shown that is said, and
 * what is shown stays.
 *
 * @param name what the files are called in a sentence
 */
export async function openLocal(picked: readonly PickedFile[], name: string): Promise<void> {
  if (picked.length === 0 || localNotice.value?.kind === 'reading') return
  const files = picked.filter(isOfFolder).map(({ path, file }) => ({ name: path, file }))
  const source: FolderSource = { kind: 'picked', files }
  localNotice.value = { kind: 'reading', name }
  try {
    const [{ followTask }, { showOpened }] = await Promise.all([
      import('./followTask'),
      import('./showOpened'),
    ])
    const opened = await followTask(name, source)
    if (!opened) return
    const found = opened.report && countOpen(opened.report)
    await showOpened(opened, source, { name, replaced: opened.replaced, found })
    localNotice.value = undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : say('theFilesCouldNotBe')
    localNotice.value = { kind: 'refused', name, message }
  }
}

/** Shows the data of the server again, and forgets the others. */
export async function closeLocal(): Promise<void> {
  localNotice.value = undefined
  await useEvidenceStore().load()
}
