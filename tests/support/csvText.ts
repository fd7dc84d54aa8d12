/** A CSV file as rows of cells, by a reader of its own, so that a corruption does not lean on what it tests. */
export interface CsvText {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function readCsv(text: string): CsvText {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isQuoted && character === '"' && text.charAt(at + 1) === '"') cell += text.charAt(at++)
    else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === ',' || character === '\n')) {
      row.push(cell)
      cell = ''
      if (character === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += character
  }
  const [header = [], ...rest] = rows
  return { header, rows: rest }
}

const quote = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const writeRow = (cells: readonly string[]) => `${cells.map(quote).join(',')}\n`

export const writeCsv = ({ header, rows }: CsvText) => [header, ...rows].map(writeRow).join('')

/** The line on which each row starts, the header being line 1; cells with line breaks take up several. */
export function linesOf({ header, rows }: CsvText): readonly number[] {
  const breaks = (cells: readonly string[]) =>
    cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1)
  const lines: number[] = []
  let line = 1 + breaks(header)
  for (const row of rows) {
    lines.push(line)
    line += breaks(row)
  }
  return lines
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
