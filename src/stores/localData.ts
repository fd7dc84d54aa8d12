import type { ReportEntry } from '@/data/checkEvidence'
import { nextTick } from 'vue'
import { useEvidenceStore } from './evidence'
import { localNotice } from './localNotice'
import { readServedFile } from './readServedFile'

/*
 * Data that somebody opens in this tab. They are read here and kept in the memory of the tab alone: nothing is sent
 * anywhere or stored.
 */

interface PickedFile {
  /** Its way inside the folder it came in, or its name. */
  readonly path: string
  readonly file: File
}

const figure = (value: number) => value.toLocaleString('en')

/** Resolves once the words "is being read" have been painted: checking takes the whole attention of the page. */
async function painted() {
  await nextTick()
  await new Promise<void>((resolve) => setTimeout(resolve, 30))
}

async function bytesOf(files: readonly PickedFile[], most: number) {
  const size = files.reduce((sum, { file }) => sum + file.size, 0)
  if (size > most)
    throw new Error(`The files have ${figure(size)} bytes; at most ${figure(most)} are opened.`)
  return Promise.all(
    files.map(async ({ path, file }) => ({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

/** Files that could belong to a data folder, so that a photograph next to them is not read. */
const isOfFolder = ({ path }: PickedFile) => /\.(csv|json|zip)$/i.test(path) || !/\.\w+$/.test(path)

/** Errors and warnings that nobody has accepted. */
function countOpen(report: readonly ReportEntry[]): number {
  return report.filter(({ severity, accepted }) => severity !== 'advice' && accepted === undefined).length
}

/**
 * Shows other data in this tab until it is closed or loaded anew: a folder, a zip archive, or single tables in place
 * of the shipped ones. When they cannot be shown that is said, and what is shown stays.
 *
 * @param name what the files are called in a sentence
 */
export async function openLocal(picked: readonly PickedFile[], name: string): Promise<void> {
  const files = picked.filter(isOfFolder)
  if (picked.length === 0 || localNotice.value?.kind === 'reading') return
  const store = useEvidenceStore()
  localNotice.value = { kind: 'reading', name }
  await painted()
  try {
    const { MOST_ROWS_CHECKED, openFiles, readOpened, rowsOf } = await import('@/data/openFolder')
    const { MOST_BYTES } = await import('@/data/openArchive')
    const local = await openFiles(await bytesOf(files, MOST_BYTES), readServedFile)
    const opened = await readOpened(local)
    const { checkEvidence } = await import('@/data/checkEvidence')
    const isLarge = rowsOf(local.files) > MOST_ROWS_CHECKED
    const found = isLarge ? undefined : countOpen(checkEvidence(opened.loaded))
    await store.showLocal(opened, { name, replaced: opened.replaced, found })
    localNotice.value = undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The files could not be read.'
    localNotice.value = { kind: 'refused', name, message }
  }
}

/** Shows the data of the server again, and forgets the others. */
export async function closeLocal(): Promise<void> {
  localNotice.value = undefined
  await useEvidenceStore().load()
}
