import { headerOf, type Column } from '@/domain/columns'
import { TABLE_NAMES, TABLES, type TableName } from '@/domain/tables'
import { linesOf, writeCsv, writeRow, type CsvText } from './csvText'

/** One fault put into one file. */
export interface Corruption {
  readonly table: TableName
  readonly bytes: Uint8Array
  /** Lines of the file any of which is the right one; none: a fault of the whole file. */
  readonly lines: readonly number[]
  /** What was done, to be read when it is missed. */
  readonly what: string
  /** The key that other rows no longer find: naming the row that looks for it is naming the place. */
  readonly lostKey?: string
}

export interface Shipped {
  readonly csv: Readonly<Record<TableName, CsvText>>
  /** Which keys of a table other rows name. */
  readonly usedKeys: (name: TableName) => ReadonlySet<string>
}

export type Random = () => number
/** Puts the fault into a place drawn at random; undefined: nothing would change there, draw again. */
export type Kind = (shipped: Shipped, random: Random) => Corruption | undefined

const encode = (text: string) => new TextEncoder().encode(text)

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to draw from')
  return item
}

interface Cell {
  readonly table: TableName
  readonly row: number
  readonly at: number
  readonly column: Column
  readonly text: string
}

/** A list of the accepted problems is no fact; all other tables can be hit. */
export const FACT_TABLES = TABLE_NAMES.filter((name) => name !== 'acceptedProblems')

const cellLists = new WeakMap<Shipped, Map<(column: Column, header: string) => boolean, readonly Cell[]>>()

/** Every filled cell of all tables whose column is of the wanted kind: each is as likely to be drawn. */
function cellsWhere(
  shipped: Shipped,
  isWanted: (column: Column, header: string) => boolean,
): readonly Cell[] {
  const lists =
    cellLists.get(shipped) ?? new Map<(column: Column, header: string) => boolean, readonly Cell[]>()
  cellLists.set(shipped, lists)
  const known = lists.get(isWanted)
  if (known) return known
  const cells = FACT_TABLES.flatMap((table) => {
    const { header, rows } = shipped.csv[table]
    return Object.entries<Column>(TABLES[table].columns).flatMap(([property, column]) => {
      const at = header.indexOf(headerOf(property))
      if (!isWanted(column, headerOf(property))) return []
      return rows.flatMap((cells, row) => {
        const text = cells[at] ?? ''
        return text === '' ? [] : [{ table, row, at, column, text }]
      })
    })
  })
  lists.set(isWanted, cells)
  return cells
}

function withRows(csv: CsvText, change: (rows: (readonly string[])[]) => void): CsvText {
  const rows = [...csv.rows]
  change(rows)
  return { header: csv.header, rows }
}

/** The file with one cell, or several of one row, replaced. */
function replaceCells(
  shipped: Shipped,
  table: TableName,
  row: number,
  changes: ReadonlyMap<number, string>,
  what: string,
): Corruption | undefined {
  const csv = shipped.csv[table]
  const old = csv.rows[row] ?? []
  if ([...changes].every(([at, text]) => old[at] === text)) return undefined
  const changed = withRows(csv, (rows) => {
    rows[row] = old.map((cell, at) => changes.get(at) ?? cell)
  })
  const key = csv.header.indexOf(headerOf(TABLES[table].key.at(-1) ?? 'id'))
  // Whoever changes a key takes it away from the rows that look for it.
  const lost = changes.has(key) ? { lostKey: old[key] ?? '' } : {}
  const line = linesOf(csv)[row] ?? 0
  const shown = [...changes].map(([at, text]) => `${csv.header[at]}: "${old[at]}" -> "${text}"`).join(', ')
  return {
    table,
    bytes: encode(writeCsv(changed)),
    lines: [line],
    what: `${what} in ${TABLES[table].name}.csv line ${line} (${old[0]}): ${shown}`,
    ...lost,
  }
}

/** A kind that rewrites one cell drawn from all cells of the wanted columns. */
function cellKind(
  what: string,
  isWanted: (column: Column, header: string) => boolean,
  rewrite: (text: string, random: Random, cell: Cell, shipped: Shipped) => string | undefined,
): Kind {
  return (shipped, random) => {
    const cell = pick(cellsWhere(shipped, isWanted), random)
    const text = rewrite(cell.text, random, cell, shipped)
    if (text === undefined || text === cell.text) return undefined
    return replaceCells(shipped, cell.table, cell.row, new Map([[cell.at, text]]), what)
  }
}

const isNumber = ({ type }: Column) => type === 'number' || type === 'count'
/** Ranks of menus and lists are no facts. */
const isFigure = (column: Column, header: string) => isNumber(column) && header !== 'order'
const isMeasured = (column: Column, header: string) => column.type === 'number' && header !== 'ci_level'
const isYear = ({ type }: Column) => type === 'year'
const isWord = ({ type, values }: Column) => type === 'term' || (type === 'oneOf' && values !== undefined)
const isReference = ({ type, refersTo }: Column) => type === 'reference' && refersTo !== undefined
const isReferenceOrList = (column: Column) => column.refersTo !== undefined && column.type !== 'oneOf'
/** Codes, figures and links; prose is left out, because no rule can know that a sentence belongs elsewhere. */
const isCoded = (column: Column, header: string) =>
  header !== 'order' && (isNumber(column) || isYear(column) || isWord(column) || isReference(column))

/** Swaps two neighbouring letters or leaves one out. */
function mistype(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length - 1))
  return random() < 0.5
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

function slipDecimal(text: string, random: Random): string {
  const figure = Number(text)
  if (figure === 0) return text
  const digits = text.replace(/^-/, '')
  const sign = text.startsWith('-') ? '-' : ''
  const places = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
  return random() < 0.5
    ? sign + (Math.abs(figure) * 10).toFixed(Math.max(0, places - 1))
    : sign + (Math.abs(figure) / 10).toFixed(places + 1)
}

/** Swaps two neighbouring digits that differ. */
function transpose(text: string, random: Random): string | undefined {
  const pairs = [...text.matchAll(/\d(?=\d)/g)]
    .map(({ index }) => index)
    .filter((at) => text[at] !== text[at + 1])
  if (pairs.length === 0) return undefined
  const at = pick(pairs, random)
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

const otherCell = (_: string, random: Random, cell: Cell, shipped: Shipped) =>
  pick(shipped.csv[cell.table].rows, random)[cell.at] || undefined

/** Every table is as likely as every other. */
const anyTable = (shipped: Shipped, random: Random) =>
  pick(
    FACT_TABLES.filter((name) => shipped.csv[name].rows.length > 2),
    random,
  )

function rowKind(
  make: (
    csv: CsvText,
    row: number,
    table: TableName,
    random: Random,
    shipped: Shipped,
  ) => Partial<Corruption> | undefined,
): Kind {
  return (shipped, random) => {
    const table = anyTable(shipped, random)
    const csv = shipped.csv[table]
    const row = Math.floor(random() * csv.rows.length)
    const line = linesOf(csv)[row] ?? 0
    const made = make(csv, row, table, random, shipped)
    if (!made?.bytes) return undefined
    return {
      table,
      lines: [line],
      what: `${TABLES[table].name}.csv line ${line}`,
      ...made,
      bytes: made.bytes,
    }
  }
}

const headerKind =
  (change: (header: string[], random: Random) => boolean): Kind =>
  (shipped, random) => {
    const table = anyTable(shipped, random)
    const csv = shipped.csv[table]
    const header = [...csv.header]
    if (!change(header, random) || header.join() === csv.header.join()) return undefined
    return {
      table,
      bytes: encode(writeCsv({ header, rows: csv.rows })),
      lines: [],
      what: `${TABLES[table].name}.csv: ${header.join(',').slice(0, 200)}`,
    }
  }

/** Exchanges the cells of two columns in rows of findings that have both and in which they differ. */
function exchange(what: string, pairs: readonly (readonly [string, string])[]): Kind {
  return (shipped, random) => {
    const { header, rows } = shipped.csv.findings
    const row = Math.floor(random() * rows.length)
    const cells = rows[row] ?? []
    const changes = new Map<number, string>()
    for (const [one, other] of pairs) {
      const [a, b] = [header.indexOf(one), header.indexOf(other)]
      const [first = '', second = ''] = [cells[a], cells[b]]
      if (first === '' || second === '') continue
      changes.set(a, second)
      changes.set(b, first)
    }
    return changes.size === 0 ? undefined : replaceCells(shipped, 'findings', row, changes, what)
  }
}

/** Reads the bytes of UTF-8 as if they were Windows-1252. */
const misread = (text: string) => new TextDecoder('windows-1252').decode(encode(text))

/** The faults that are put in, by name. Each draws its place at random among all places where it changes something. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'wrong cell (of another row)': cellKind('wrong cell', isCoded, otherCell),
  'slipped decimal': cellKind('decimal', isFigure, slipDecimal),
  'transposed digits': cellKind('digits', isFigure, transpose),
  'wrong sign': cellKind('sign', isFigure, (text) =>
    Number(text) === 0 ? undefined : text.startsWith('-') ? text.slice(1) : `-${text}`,
  ),
  'wrong year': cellKind('year', isYear, (text, random) =>
    String(Number(text) + pick([-10, -2, -1, 1, 2, 10], random)),
  ),
  'lost figure': cellKind('lost', isFigure, () => ''),
  'decimal comma': cellKind('comma', isMeasured, (text) =>
    text.includes('.') ? text.replace('.', ',') : undefined,
  ),
  'sign or word at a figure': cellKind('sign', isFigure, (text, random) =>
    pick([`${text}%`, `~${text}`, `<${text}`, `${text} people`, `${text} `], random),
  ),
  'bad enum': cellKind('enum', isWord, mistype),
  'capital in a word': cellKind('capital', isWord, (text) => text.charAt(0).toUpperCase() + text.slice(1)),
  'broken reference': cellKind('reference', isReferenceOrList, mistype),
  'percent and fraction': (shipped, random) => {
    const { header, rows } = shipped.csv.findings
    const row = Math.floor(random() * rows.length)
    const cells = rows[row] ?? []
    if (!cells[header.indexOf('measure')]?.includes('proportion')) return undefined
    const changes = new Map<number, string>()
    for (const name of ['value', 'ci_low', 'ci_high', 'range_low', 'range_high']) {
      const at = header.indexOf(name)
      const text = cells[at] ?? ''
      if (text !== '') changes.set(at, String(Number((Number(text) / 100).toPrecision(12))))
    }
    return changes.size === 0 ? undefined : replaceCells(shipped, 'findings', row, changes, 'fraction')
  },
  'swapped interval ends': exchange('interval', [['ci_low', 'ci_high']]),
  'swapped arms': exchange('arms', [
    ['arm_n', 'comparator_n'],
    ['arm_events', 'comparator_events'],
  ]),
  'swapped treatment and comparator': exchange('treatments', [['treatment', 'comparator']]),
  'other unit of time': (shipped, random) => {
    const { header, rows } = shipped.csv.findings
    const at = header.indexOf('timepoint_unit')
    const row = Math.floor(random() * rows.length)
    if ((rows[row]?.[at] ?? '') === '' || rows[row]?.[header.indexOf('timepoint')] === '0') return undefined
    const unit = pick(['hours', 'days', 'weeks', 'months', 'years'], random)
    return replaceCells(shipped, 'findings', row, new Map([[at, unit]]), 'unit')
  },
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
  'letters damaged by encoding': (shipped, random) => {
    const cell = pick(cellsWhere(shipped, isProse), random)
    const letter = pick(['é', 'ü', 'ö', 'ß', '–', '’', '≥', '±'], random)
    const at = Math.floor(random() * cell.text.length)
    const text =
      cell.text.slice(0, at) + (random() < 0.5 ? misread(letter) : '\ufffd') + cell.text.slice(at + 1)
    return replaceCells(shipped, cell.table, cell.row, new Map([[cell.at, text]]), 'encoding')
  },
  'file in another encoding': (shipped, random) => {
    const table = anyTable(shipped, random)
    const text = writeCsv(shipped.csv[table])
    return {
      table,
      bytes: new Uint8Array(Buffer.from(text, 'utf16le')),
      lines: [],
      what: `${TABLES[table].name}.csv in UTF-16`,
    }
  },
  'truncated file': (shipped, random) => {
    const table = anyTable(shipped, random)
    const bytes = encode(writeCsv(shipped.csv[table]))
    return {
      table,
      bytes: bytes.slice(0, Math.floor(bytes.length * random())),
      lines: [],
      what: `${TABLES[table].name}.csv cut`,
    }
  },
  'semicolons in place of commas': (shipped, random) => {
    const table = anyTable(shipped, random)
    return {
      table,
      bytes: encode(writeCsv(shipped.csv[table]).replaceAll(',', ';')),
      lines: [],
      what: `${TABLES[table].name}.csv with semicolons`,
    }
  },
  'missing column': (shipped, random) => {
    const table = anyTable(shipped, random)
    const { header, rows } = shipped.csv[table]
    const at = Math.floor(random() * header.length)
    const without = (cells: readonly string[]) => cells.filter((_, place) => place !== at)
    return {
      table,
      bytes: encode(writeCsv({ header: without(header), rows: rows.map(without) })),
      lines: [],
      what: `${TABLES[table].name}.csv without ${header[at]}`,
    }
  },
  'misspelt header': headerKind((header, random) => {
    const at = Math.floor(random() * header.length)
    header[at] = mistype(header[at] ?? '', random)
    return true
  }),
  'swapped columns': headerKind((header, random) => {
    const [one, other] = [Math.floor(random() * header.length), Math.floor(random() * header.length)]
    const [first = '', second = ''] = [header[one], header[other]]
    header[one] = second
    header[other] = first
    return one !== other
  }),
}

function isProse(column: Column, header: string): boolean {
  return column.type === 'text' && header !== 'id' && column.pattern === undefined
}
