import { fileOf, headerOf, type Column, type Table } from '@/domain/columns'
import type { Fault } from './fault'
import { nearestWord } from './nearestWord'
import type { AnyRow } from './readRow'
import { keyOf } from './readTable'

/** A table between reading and use: its rows with their lines, and the keys of rows that were left out. */
export interface CheckedTable {
  readonly table: Table
  readonly rows: readonly AnyRow[]
  readonly lines: readonly number[]
  readonly leftOut: ReadonlyMap<string, number>
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

/** Says that a link leads nowhere: to a row that was left out, or to none at all. */
export function brokenLink(link: Link, word: string, target: CheckedTable): Fault {
  const { column } = link
  const file = fileOf(link.target)
  const rowStands = column.type === 'list' && column.looseLinks === true
  const about = { type: 'cell/foreign-key', column: headerOf(link.property), cell: word, rowStands } as const
  const end = rowStands ? 'The link is taken out and the row stays.' : 'So this row is left out too.'

  const line = target.leftOut.get(keyOfLink(link, word))
  if (line !== undefined) {
    const message = `"${word}" (${file}, line ${line}) was left out because of another fault. ${end}`
    return { ...about, message, mending: `Mend line ${line} of ${file} first; this one may then be right.` }
  }
  const prefix = column.facet === undefined ? '' : `${column.facet} `
  const words = [...rowsByKey(target).keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
  const meant = nearestWord(word, [...words, ...(column.orWords ?? [])])
  const facet = column.facet === undefined ? '' : ` under the facet "${column.facet}"`
  const mending = meant
    ? `Write "${meant}", or add "${word}" to ${file}.`
    : `Correct it, or add "${word}" to ${file}${facet}.`
  return { ...about, message: `"${word}" is not in ${file}${facet}. ${end}`, mending }
}
