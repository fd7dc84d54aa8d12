import { fileOf, headerOf, type Column, type Table } from '@/domain/columns'
import type { Fault } from './fault'
import { nearestWord } from './nearestWord'
import type { AnyRow } from './readRow'
import { keyOf, type FileOddity } from './readTable'

/** A table between reading and use: its rows with their lines, and the keys of rows that were left out. */
export interface CheckedTable {
  readonly table: Table
  readonly rows: readonly AnyRow[]
  readonly lines: readonly number[]
  readonly leftOut: ReadonlyMap<string, number>
  /** True for a file with a header and no rows. */
  readonly isEmpty: boolean
  /** What is odd about its file. */
  readonly oddities?: readonly FileOddity[]
}

/** A column whose cells lead to rows of the table `target`. */
export interface Link {
  readonly property: string
  readonly column: Column
  readonly target: string
}

/** The links that a table declares: references, lists of references, words of `terms`, labelled words. */
export function linksOf(table: Table): readonly Link[] {
  return Object.entries(table.columns).flatMap(([property, column]) => {
    const target = column.type === 'term' ? 'terms' : column.refersTo
    return target === undefined ? [] : [{ property, column, target }]
  })
}

/** The key of the row that a word of a link leads to. */
export function keyOfLink(link: Link, word: string): string {
  return link.column.facet === undefined ? word : `${link.column.facet} ${word}`
}

export function rowsByKey(checked: CheckedTable): ReadonlyMap<string, AnyRow> {
  const keys = new Map<string, AnyRow>()
  for (const row of checked.rows) {
    const key = keyOf(checked.table, row)
    if (key !== undefined) keys.set(key, row)
  }
  return keys
}

/**
 * True when a word leads to a row, or needs none. A word whose only use is to be labelled also passes when the row
 * with its label was left out: it is known, and prints as it stands.
 */
export function isSound(
  link: Link,
  word: string,
  keys: ReadonlyMap<string, AnyRow>,
  target: CheckedTable,
): boolean {
  const key = keyOfLink(link, word)
  if (keys.has(key) || link.column.orWords?.includes(word)) return true
  const isLabelled = link.column.type === 'term' || link.column.type === 'oneOf'
  return isLabelled && target.leftOut.has(key)
}

/** Says that a link leads nowhere: to a row that was left out, or to none at all. */
export function brokenLink(link: Link, word: string, target: CheckedTable): Fault {
  const { column } = link
  const file = fileOf(link.target)
  const rowStands = column.looseLinks === true
  const about = { type: 'cell/foreign-key', column: headerOf(link.property), cell: word, rowStands } as const
  const end = rowStands ? 'the link is taken out and this row stays' : 'this row is left out'

  const line = target.leftOut.get(keyOfLink(link, word))
  if (line !== undefined) {
    const message = `"${word}" (line ${line} of ${file}) was left out, so ${end} too.`.replace(
      'stays too',
      'stays',
    )
    return { ...about, message, mending: `Mend line ${line} of ${file}.`, cause: { file, line } }
  }
  const prefix = column.facet === undefined ? '' : `${column.facet} `
  const words = [...rowsByKey(target).keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
  const meant = nearestWord(word, [...words, ...(column.orWords ?? [])])
  const facet = column.facet === undefined ? '' : ` under the facet "${column.facet}"`
  const correction = meant ? `Correct it (is "${meant}" meant?)` : 'Correct it'
  const message = `"${word}" is not in ${file}${facet}, so ${end}.`
  return { ...about, message, mending: `${correction}, or add "${word}" to ${file}${facet}.` }
}
