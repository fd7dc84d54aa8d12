import { fileOf } from '@/domain/columns'
import type { Problem } from '@/domain/problem'
import { TABLES } from '@/domain/tables'
import { DATA_PACKAGE_FILE, type FileFacts } from './dataPackage'
import { fileProblem } from './fault'
import type { ReadFile } from './loadTables'
import { sha256 } from './sha256'

/**
 * Size and hash of each table of a folder, for its description. A file that cannot be read is passed over.
 *
 * @throws Error where there are no digests
 */
export async function readFileFacts(readFile: ReadFile): Promise<ReadonlyMap<string, FileFacts>> {
  const facts = new Map<string, FileFacts>()
  for (const table of Object.values(TABLES)) {
    const file = fileOf(table.name)
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) continue
    const hash = await sha256(bytes)
    if (hash === undefined) throw new Error('There is no SHA-256 here.')
    facts.set(file, { bytes: bytes.length, hash })
  }
  return facts
}

/** The hashes and sizes that a description gives; none when it gives none or is not one. */
function described(description: Uint8Array | undefined): ReadonlyMap<string, Partial<FileFacts>> {
  const facts = new Map<string, Partial<FileFacts>>()
  try {
    const { resources } = JSON.parse(new TextDecoder().decode(description)) as { resources: unknown }
    for (const resource of resources as readonly Record<string, unknown>[]) {
      const { path, bytes, hash } = resource
      if (typeof path !== 'string') continue
      facts.set(path, {
        ...(typeof bytes === 'number' ? { bytes } : {}),
        // Other methods than SHA-256 are allowed there, and cannot be checked here.
        ...(typeof hash === 'string' && /^sha256:[\da-f]{64}$/i.test(hash)
          ? { hash: hash.toLowerCase() }
          : {}),
      })
    }
  } catch {
    // That the description cannot be read is told where it is read.
  }
  return facts
}

/**
 * Are the files those that the description of the folder names? One that is not was edited by hand, copied in part,
 * or replaced while the folder was read; its rows stay in use. Where the browser offers no digests, sizes are
 * compared and nothing more.
 *
 * @param files all that was read of the folder, by name, the description among them
 * @returns one problem a file that differs; none where the description gives no hash
 */
export async function checkHashes(files: ReadonlyMap<string, Uint8Array>): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const [file, said] of described(files.get(DATA_PACKAGE_FILE))) {
    const bytes = files.get(file)
    if (!bytes) continue
    const isOther =
      (said.bytes !== undefined && said.bytes !== bytes.length) ||
      (said.hash !== undefined && said.hash !== ((await sha256(bytes)) ?? said.hash))
    if (!isOther) continue
    const message = `The file is not the one that ${DATA_PACKAGE_FILE} describes: it was changed by hand, cut off, or only a part of the folder was replaced. What it says is shown all the same.`
    const mending =
      'If the change is meant, run "npm run write-descriptor"; if not, copy the whole folder again.'
    problems.push(fileProblem('folder/hash', file, message, mending))
  }
  return problems
}
