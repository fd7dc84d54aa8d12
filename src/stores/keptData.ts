import type { ReadFile } from '@/data/loadTables'
import { sha256 } from '@/data/sha256'

/*
 * The data folder as this browser last read it whole, for when the server cannot be reached. A folder is kept and
 * read as one: files of two states of the data are never mixed.
 */

const PREFIX = `tn-compare ${import.meta.env.BASE_URL} data `
/** Written last: a folder without it was not kept whole. */
const MARK = 'kept.json'

interface Mark {
  /** When the server was last seen to have these files, as `Date.toISOString` writes it. */
  readonly at: string
  /** The same for the same files. */
  readonly print: string
}

export interface KeptFolder {
  readonly at: string
  readonly read: ReadFile
}

const addressOf = (file: string) => `${import.meta.env.BASE_URL}data/${file}`

async function fingerprint(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const lines: string[] = []
  for (const [file, bytes] of files) lines.push(`${file} ${await sha256(bytes)}`)
  return (await sha256(new TextEncoder().encode(lines.sort().join('\n')))) ?? ''
}

const ownNames = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX))

async function readMark(name: string): Promise<Mark | undefined> {
  const response = await caches.match(addressOf(MARK), { cacheName: name })
  return response && ((await response.json()) as Mark)
}

async function newestWhole(): Promise<{ readonly name: string; readonly mark: Mark } | undefined> {
  const found = await Promise.all(
    (await ownNames()).map(async (name) => ({ name, mark: await readMark(name) })),
  )
  return found
    .flatMap(({ name, mark }) => (mark ? [{ name, mark }] : []))
    .sort((one, other) => other.mark.at.localeCompare(one.mark.at))[0]
}

const writeMark = (cache: Cache, mark: Mark) => cache.put(addressOf(MARK), new Response(JSON.stringify(mark)))

/**
 * Keeps the files of a folder that was read whole, and forgets what was kept before; only notes the time when they are
 * the same files.
 *
 * @param files by name, such as `findings.csv`
 * @throws Error when there is no room, or the browser keeps nothing; what was kept before then stays
 */
export async function keepFolder(files: ReadonlyMap<string, Uint8Array>, now: Date): Promise<void> {
  const mark: Mark = { at: now.toISOString(), print: await fingerprint(files) }
  const before = await newestWhole()
  if (before?.mark.print === mark.print) return writeMark(await caches.open(before.name), mark)
  const name = `${PREFIX}${mark.at}`
  const cache = await caches.open(name)
  try {
    for (const [file, bytes] of files)
      await cache.put(addressOf(file), new Response(bytes as Uint8Array<ArrayBuffer>))
    await writeMark(cache, mark)
  } catch (error) {
    await caches.delete(name)
    throw error
  }
  const old = (await ownNames()).filter((other) => other !== name)
  await Promise.all(old.map((other) => caches.delete(other)))
}

/** What was kept at an earlier visit; undefined where there is nothing, or the browser keeps nothing. */
export async function openKeptFolder(): Promise<KeptFolder | undefined> {
  const whole = await newestWhole().catch(() => undefined)
  if (!whole) return undefined
  return {
    at: whole.mark.at,
    async read(file) {
      const response = await caches.match(addressOf(file), { cacheName: whole.name })
      if (!response) throw new Error(`data/${file} is not among the files kept on this computer.`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}
