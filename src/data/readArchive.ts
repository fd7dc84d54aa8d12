import { Inflate } from 'fflate'

/** One file of an archive, unpacked. */
export interface ArchiveFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ArchiveLimits {
  /** Bytes of all files together, unpacked. */
  readonly bytes: number
  /** Files and folders in the archive, whether they are wanted or not. */
  readonly entries: number
  /** Bytes unpacked for each byte packed; asked only of files of more than a million bytes. */
  readonly ratio: number
}

/** Tables pack to a fifth or a tenth; what packs to a two-hundredth is no table that anybody wrote. */
export const ARCHIVE_LIMITS: ArchiveLimits = { bytes: 200_000_000, entries: 1000, ratio: 200 }

const RATIO_FROM = 1_000_000
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
/** Unpacked in such portions, so that a file that is larger than it says stops soon after. */
const PORTION = 16_384

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly start: number
}

const figure = (value: number) => value.toLocaleString('en')

function isPlainPath(name: string): boolean {
  if (/^([/\\]|[a-z]:)/i.test(name) || name.includes('\0')) return false
  return !name.split(/[/\\]/).includes('..')
}

function endOf(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - 65_535)
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

function nameAt(bytes: Uint8Array, start: number, length: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, start + length))
  } catch {
    throw new Error('the name of a file in it is not written in UTF-8.')
  }
}

/** The list of contents, at the end of the archive. */
function readEntries(bytes: Uint8Array, limits: ArchiveLimits): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) throw new Error('it is damaged, or no zip archive.')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (at === 0xffffffff) throw new Error('it is of the kind for archives of more than 4 GB (zip64).')
  if (count > limits.entries)
    throw new Error(`it holds ${figure(count)} files; at most ${figure(limits.entries)} are opened.`)
  const entries: Entry[] = []
  for (let number = 0; number < count; number++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== 0x02014b50)
      throw new Error('its list of contents is damaged.')
    const length = view.getUint16(at + 28, true)
    entries.push({
      name: nameAt(bytes, at + ENTRY_LENGTH, length),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    })
    at += ENTRY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Refuses by what the archive says of itself, before anything is unpacked. */
function refuseByList(
  all: readonly Entry[],
  wanted: readonly Entry[],
  length: number,
  limits: ArchiveLimits,
) {
  const odd = all.find(({ name }) => !isPlainPath(name))
  if (odd) throw new Error(`it names a file outside itself: ${odd.name.replaceAll('\0', '?').slice(0, 80)}.`)
  const packed = all.reduce((sum, entry) => sum + entry.packed, 0)
  if (packed > length)
    throw new Error(`its files take ${figure(packed)} bytes by its own list, but it has ${figure(length)}.`)
  const size = wanted.reduce((sum, entry) => sum + entry.size, 0)
  if (size > limits.bytes)
    throw new Error(
      `it holds ${figure(size)} bytes when unpacked, and no more than ${figure(limits.bytes)} bytes are opened.`,
    )
  for (const { name, encrypted, method, packed: from, size: to } of wanted) {
    if (encrypted) throw new Error(`${name} in it is locked with a password.`)
    if (method !== 0 && method !== 8) throw new Error(`${name} in it is packed in a way that is not known.`)
    if (to > RATIO_FROM && to > from * limits.ratio)
      throw new Error(
        `${name} in it grows from ${figure(from)} to ${figure(to)} bytes, more than ${figure(limits.ratio)} times.`,
      )
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** The checksum of zip archives. @see https://www.rfc-editor.org/rfc/rfc1952#section-8 */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

/** Never takes more memory than the file says it needs: one that goes on beyond it is refused at that byte. */
function inflate(packed: Uint8Array, { name, size }: Entry): Uint8Array {
  const unpacked = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((portion) => {
    if (length + portion.length > size)
      throw new Error(`${name} in it is larger than the ${figure(size)} bytes it says.`)
    unpacked.set(portion, length)
    length += portion.length
  })
  for (let at = 0; at < packed.length || at === 0; at += PORTION)
    stream.push(packed.subarray(at, at + PORTION), at + PORTION >= packed.length)
  return unpacked.subarray(0, length)
}

function unpackEntry(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { start, packed, method, name, size, crc } = entry
  const damaged = new Error(`${name} in it is damaged.`)
  if (start + LOCAL_LENGTH > bytes.length || view.getUint32(start, true) !== 0x04034b50) throw damaged
  const from = start + LOCAL_LENGTH + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (from + packed > bytes.length) throw damaged
  const content = bytes.subarray(from, from + packed)
  let unpacked: Uint8Array
  try {
    unpacked = method === 0 ? content.slice() : inflate(content, entry)
  } catch (error) {
    throw error instanceof Error && error.message.startsWith(name) ? error : damaged
  }
  if (unpacked.length !== size || crcOf(unpacked) !== crc) throw damaged
  return unpacked
}

/**
 * Unpacks the wanted files of a zip archive. An archive that could exhaust the memory or names files outside itself is
 * refused as a whole: by what it says of itself before anything is unpacked, and again while unpacking.
 *
 * @param name of the archive, for the message
 * @throws Error in words for a reader, with the figures
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readArchive(
  name: string,
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): readonly ArchiveFile[] {
  try {
    const entries = readEntries(bytes, limits)
    const wanted = entries.filter((entry) => !entry.name.endsWith('/') && isWanted(entry.name))
    refuseByList(entries, wanted, bytes.length, limits)
    return wanted.map((entry) => ({ name: entry.name, bytes: unpackEntry(bytes, entry) }))
  } catch (error) {
    throw new Error(
      `${name} could not be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}
