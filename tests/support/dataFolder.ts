import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { startServer } from '../../scripts/serve.mjs'

/** New content for a file, a function from the old content to the new, or null for a file that is to be missing. */
export type FileChange = string | Uint8Array | ((before: string) => string) | null

const folders: string[] = []
const servers = new Map<string, ReturnType<typeof startServer>>()

afterAll(async () => {
  const running = await Promise.all(servers.values())
  await Promise.all(running.map((server) => server.close()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/**
 * A copy of the repository's data folder with some files changed, removed or added. Gone when the test file is done.
 *
 * @throws Error when a function changes nothing: the test would prove nothing
 */
export function makeDataFolder(changes: Readonly<Record<string, FileChange>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tn-compare-data-'))
  folders.push(folder)
  writeDataFolder(folder, changes)
  return folder
}

/** Writes the repository's data, with changes, into a folder that is being served: what a curator does to a running app. */
export function writeDataFolder(folder: string, changes: Readonly<Record<string, FileChange>>): void {
  const original = join(inject('repository'), 'data')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(original, { withFileTypes: true }))
    if (entry.isFile() && !(entry.name in changes))
      writeFileSync(join(folder, entry.name), readFileSync(join(original, entry.name)))
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) continue
    writeFileSync(
      join(folder, name),
      typeof change === 'function' ? changed(join(original, name), change) : change,
    )
  }
  if (!('datapackage.json' in changes)) describeFiles(folder)
}

/** The changed files get their hashes in the description, as a curator's do. Who tests hashes brings a description. */
function describeFiles(folder: string) {
  const path = join(folder, 'datapackage.json')
  const description = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly resources: { path: string; bytes: number; hash: string }[]
  }
  for (const resource of description.resources) {
    const bytes = existsSync(join(folder, resource.path)) && readFileSync(join(folder, resource.path))
    if (!bytes) continue
    resource.bytes = bytes.length
    resource.hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  }
  writeFileSync(path, JSON.stringify(description))
}

function changed(path: string, change: (before: string) => string): string {
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`The change to ${path} changes nothing.`)
  return after
}

/** Serves the built app with another data folder, one server a folder, until the test file is done. */
export async function serveData(folder: string): Promise<string> {
  const running =
    servers.get(folder) ?? startServer({ dist: join(inject('repository'), 'dist'), data: folder })
  servers.set(folder, running)
  return (await running).url
}
