import { headerOf } from '@/domain/columns'
import { TABLES } from '@/domain/tables'
import { isCoded } from './cellCorruptions'
import {
  anyTable,
  cellsWhere,
  encode,
  FACT_TABLES,
  mistype,
  pick,
  replaceCells,
  rowKind,
  withRows,
  type Kind,
} from './corruptions'
import { linesOf, writeCsv, writeRow } from './csvText'

/** Rows are broken, doubled, gone or mixed up. */
export const ROW_KINDS: Readonly<Record<string, Kind>> = {
  'neighbouring cells exchanged': (shipped, random) => {
    const table = anyTable(shipped, random)
    const csv = shipped.csv[table]
    const row = Math.floor(random() * csv.rows.length)
    const cells = csv.rows[row] ?? []
    const at = Math.floor(random() * (cells.length - 1))
    const [one = '', other = ''] = [cells[at], cells[at + 1]]
    const changes = new Map([
      [at, other],
      [at + 1, one],
    ])
    return one === other ? undefined : replaceCells(shipped, table, row, changes, 'exchanged')
  },
  'shifted columns': rowKind((csv, row, table, random) => {
    const cells = csv.rows[row] ?? []
    const at = Math.floor(random() * (cells.length - 1))
    const shifted = [...cells.slice(0, at), '', ...cells.slice(at, -1)]
    if (shifted.join('\n') === cells.join('\n')) return undefined
    return {
      bytes: encode(writeCsv(withRows(csv, (rows) => (rows[row] = shifted)))),
      what: `${TABLES[table].name}.csv ${cells[0]}: shifted from ${csv.header[at]} on`,
    }
  }),
  'cells of two rows exchanged': (shipped, random) => {
    const cell = pick(cellsWhere(shipped, isCoded), random)
    const csv = shipped.csv[cell.table]
    const other = Math.floor(random() * csv.rows.length)
    const theirs = csv.rows[other]?.[cell.at] ?? ''
    if (theirs === '' || theirs === cell.text) return undefined
    const put = (cells: readonly string[] | undefined, text: string) =>
      (cells ?? []).map((one, at) => (at === cell.at ? text : one))
    const changed = withRows(csv, (rows) => {
      rows[cell.row] = put(rows[cell.row], theirs)
      rows[other] = put(rows[other], cell.text)
    })
    const lines = linesOf(csv)
    const both = [lines[cell.row] ?? 0, lines[other] ?? 0]
    return {
      table: cell.table,
      bytes: encode(writeCsv(changed)),
      lines: both,
      what: `${TABLES[cell.table].name}.csv lines ${both.join(', ')}: ${csv.header[cell.at]} "${cell.text}" <-> "${theirs}"`,
    }
  },
  'broken key': (shipped, random) => {
    const table = pick(
      FACT_TABLES.filter((name) => shipped.usedKeys(name).size > 0),
      random,
    )
    const csv = shipped.csv[table]
    const at = csv.header.indexOf(headerOf(TABLES[table].key[0] ?? 'id'))
    const row = Math.floor(random() * csv.rows.length)
    const key = csv.rows[row]?.[at] ?? ''
    if (!shipped.usedKeys(table).has(key) || key.length < 3) return undefined
    return replaceCells(shipped, table, row, new Map([[at, mistype(key, random)]]), 'key')
  },
  'deleted row that others need': (shipped, random) => {
    const table = pick(
      FACT_TABLES.filter((name) => shipped.usedKeys(name).size > 0),
      random,
    )
    const csv = shipped.csv[table]
    const at = csv.header.indexOf(headerOf(TABLES[table].key[0] ?? 'id'))
    const row = Math.floor(random() * csv.rows.length)
    const key = csv.rows[row]?.[at] ?? ''
    if (!shipped.usedKeys(table).has(key)) return undefined
    const changed = withRows(csv, (rows) => rows.splice(row, 1))
    return {
      table,
      bytes: encode(writeCsv(changed)),
      lines: [],
      lostKey: key,
      what: `${TABLES[table].name}.csv: deleted ${key}`,
    }
  },
  'duplicated row': rowKind((csv, row) => ({
    bytes: encode(writeCsv(withRows(csv, (rows) => rows.splice(row, 0, rows[row] ?? [])))),
    lines: [linesOf(csv)[row] ?? 0, (linesOf(csv)[row] ?? 0) + 1],
  })),
  'row entered twice under two names': (shipped, random) => {
    const table = pick(
      [
        'findings',
        'cautions',
        'recommendations',
        'sources',
        'preferences',
        'diseaseFacts',
        'claims',
      ] as const,
      random,
    )
    const csv = shipped.csv[table]
    const row = Math.floor(random() * csv.rows.length)
    const cells = csv.rows[row] ?? []
    const line = linesOf(csv)[row] ?? 0
    const last = (linesOf(csv).at(-1) ?? 0) + 1
    const changed = withRows(csv, (rows) => rows.push([`${cells[0]}x`, ...cells.slice(1)]))
    return {
      table,
      bytes: encode(writeCsv(changed)),
      lines: [line, last],
      what: `${TABLES[table].name}.csv: ${cells[0]} once more`,
    }
  },
  'merged rows': rowKind((csv, row) => {
    if (row + 1 >= csv.rows.length) return undefined
    const text = [csv.header, ...csv.rows]
      .map((cells, at) => (at === row + 1 ? writeRow(cells).slice(0, -1) : writeRow(cells)))
      .join('')
    return { bytes: encode(text) }
  }),
  'lost quotation mark': rowKind((csv, row, table, random) => {
    const own = writeRow(csv.rows[row] ?? [])
    const marks = [...own.matchAll(/"/g)].map(({ index }) => index)
    if (marks.length === 0) return undefined
    const at = pick(marks, random)
    const text = [csv.header, ...csv.rows]
      .map((cells, place) => (place === row + 1 ? own.slice(0, at) + own.slice(at + 1) : writeRow(cells)))
      .join('')
    return { bytes: encode(text), what: `${TABLES[table].name}.csv ${csv.rows[row]?.[0]}: mark ${at} lost` }
  }),
  'lost comma': rowKind((csv, row, _table, random) => {
    const cells = csv.rows[row] ?? []
    const at = Math.floor(random() * (cells.length - 1))
    const merged = [...cells.slice(0, at), `${cells[at]}${cells[at + 1]}`, ...cells.slice(at + 2)]
    return { bytes: encode(writeCsv(withRows(csv, (rows) => (rows[row] = merged)))) }
  }),
}
