/**
 * Starts of a cell that a spreadsheet may run as a formula: the four signs, also after spaces, tabs or line breaks, in
 * the full width that Asian keyboards give them, and a tab or line break itself.
 */
const FORMULA_START = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** A number as such, with a sign and thousands as plain digits: it cannot do anything. */
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i

/** Would a spreadsheet take the cell, less the apostrophes in front of it, for a formula? */
function looksLikeFormula(cell: string): boolean {
  const bare = cell.replace(/^'+/, '')
  return FORMULA_START.test(bare) && !PLAIN_NUMBER.test(bare)
}

/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, which
 * spreadsheets show as text. Numbers stay numbers, with their sign. A text that had apostrophes before its formula
 * gets one more, so that `restoreFormula` gives back every cell as it was.
 *
 * @see OWASP, CSV injection
 */
export function neutraliseFormula(cell: string): string {
  return looksLikeFormula(cell) ? `'${cell}` : cell
}

/** The cell as it was before `neutraliseFormula`: for reading a table that was saved from the app. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell) ? cell.slice(1) : cell
}

/** A cell as it stands in a file: in quotation marks where a comma, a mark, a line break or an outer space asks for it. */
function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** One line of a CSV file, without its end. A line of one empty cell is written as `""`: blank, it would be no line. */
export function csvLine(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === '' ? '""' : cells.map(quoteCell).join(',')
}

/**
 * A table as CSV: comma, CRLF, quotes where needed, the header first, cells that look like formulas disarmed.
 *
 * @param columns the header, one name a column
 * @param rows each as long as the header
 * @throws RangeError for a row of another length: its cells would stand under the wrong names
 * @see RFC 4180
 */
export function tableAsCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const faulty = rows.find((row) => row.length !== columns.length)
  if (faulty) throw new RangeError(`a row has ${faulty.length} cells under ${columns.length} columns`)
  return [columns, ...rows].map((row) => `${csvLine(row.map(neutraliseFormula))}\r\n`).join('')
}
