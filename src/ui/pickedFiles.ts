import { say } from '@/words/interface/ui'

/** A file that somebody chose or dropped, with its way inside the folder it came in. */
export interface PickedFile {
  /** Such as `findings.csv`, or `my-data/findings.csv` when a folder was chosen. */
  readonly path: string
  readonly file: File
}

/** What a file input holds. */
export function inputFiles({ files }: HTMLInputElement): readonly PickedFile[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

/** What the files are called in a sentence: the folder, the one file, or how many there are. */
export function nameOfPicked(files: readonly PickedFile[]): string {
  const [first] = files
  if (!first) return say('noFile')
  const [folder, ...rest] = first.path.split('/')
  if (folder && rest.length > 0) return folder
  return files.length === 1 ? first.path : say('files', { files: files.length })
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function readSome(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

/** The files of a folder that was dropped, those of the folders in it left alone: a data folder is flat. */
async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<readonly PickedFile[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  // A reader gives its entries in portions, and an empty one at the end.
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader))
    entries.push(...some)
  const files = entries.filter((entry) => entry.isFile) as FileSystemFileEntry[]
  return Promise.all(
    files.map(async (entry) => ({ path: `${folder.name}/${entry.name}`, file: await fileOf(entry) })),
  )
}

/**
 * Files, archives and folders that were dropped on the page.
 *
 * @throws Error in words for a reader when there is no file in it, or the computer does not let the browser read it
 */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly PickedFile[]> {
  const picked = await filesOf(dropped).catch(() => {
    throw new Error(
      'This computer did not let the browser read it. Choose the files instead of dragging them.',
    )
  })
  if (picked.length === 0) throw new Error('There is no file in it.')
  return picked
}

async function filesOf({ items, files }: DataTransfer): Promise<readonly PickedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry())
  const folders = entries.filter((entry) => entry?.isDirectory === true) as FileSystemDirectoryEntry[]
  const single = [...files].filter((file) => !folders.some(({ name }) => name === file.name))
  const inFolders = await Promise.all(folders.map(filesOfFolder))
  return [...inFolders.flat(), ...single.map((file) => ({ path: file.name, file }))]
}
