function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function readSome(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

/** The files of a folder that was dropped, those of the folders in it left alone: a data folder is flat. */
async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  // A reader gives its entries in portions, and an empty one at the end.
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader))
    entries.push(...some)
  return Promise.all(
    entries.filter((entry) => entry.isFile).map((entry) => fileOf(entry as FileSystemFileEntry)),
  )
}

/** Files, archives and folders that were dropped on the page. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly File[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry())
  const folders = entries.filter((entry) => entry?.isDirectory === true) as FileSystemDirectoryEntry[]
  if (folders.length === 0) return [...files]
  const single = entries.filter((entry) => entry?.isFile === true) as FileSystemFileEntry[]
  const all = await Promise.all([
    ...folders.map(filesOfFolder),
    ...single.map(async (entry) => [await fileOf(entry)]),
  ])
  return all.flat()
}
