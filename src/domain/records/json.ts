/** What another server sent is of no known form until it has been looked at. */
export type Json = Readonly<Record<string, unknown>>

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A part of an object by its own name: never one that all objects inherit. */
export function part(value: unknown, name: string): unknown {
  return isJson(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** The longest text that is shown of a record. */
const LONGEST = 200

/** Characters that turn or hide what stands around them. */
const UNSEEN = /[\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** A text of the record, short, in one line and without characters that mislead the eye; undefined for anything else. */
export function wordsOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const words = value
    .slice(0, 4 * LONGEST)
    .replaceAll(UNSEEN, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (words === '') return undefined
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
