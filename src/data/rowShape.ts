import type { Fault } from './fault'

/** Papa Parse's name for a fault of quotation marks. */
export type QuoteFault = 'MissingQuotes' | 'InvalidQuotes' | (string & {})

/** True for a line without text. */
export function isBlankLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === ''
}

/**
 * Why a row cannot be laid out under the header; undefined when it can.
 *
 * @param lines how many lines of the file the row takes up
 */
export function shapeFault(
  cells: readonly string[],
  width: number,
  line: number,
  lines: number,
  quotes: QuoteFault | undefined,
): Fault | undefined {
  if (quotes === undefined && cells.length === width) return undefined
  const span = lines > 1 ? ` Lines ${line} to ${line + lines - 1} were read as one row and are left out.` : ''
  if (quotes !== undefined) {
    const where = quotes === 'MissingQuotes' ? 'is never closed' : 'is closed and more text follows'
    return {
      type: 'row/shape',
      cell: cells.at(-1),
      message: `A quotation mark in this row ${where}.${span}`,
      mending: 'Close the quotation mark; write one that belongs to the text twice ("").',
    }
  }
  if (isBlankLine(cells)) return { type: 'row/shape', message: 'The line is blank.', mending: 'Delete it.' }
  return {
    type: 'row/shape',
    cell: cells.at(-1),
    message: `The row has ${cells.length} cells and the header has ${width}.${span}`,
    mending: 'Look for a comma too many or too few; a cell that holds a comma stands in quotation marks.',
  }
}
