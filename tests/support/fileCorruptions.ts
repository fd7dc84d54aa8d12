import { TABLES } from '@/domain/tables'
import { anyTable, encode, mistype, type Kind, type Random } from './corruptions'
import { writeCsv } from './csvText'

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

/** The whole file is damaged. */
export const FILE_KINDS: Readonly<Record<string, Kind>> = {
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
