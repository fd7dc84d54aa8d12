/** Starts of a cell that a spreadsheet would run as a formula. */
const FORMULA_START = /^[=+\-@\t\r]/

/** A number as such, with a sign and thousands as plain digits: it cannot do anything. */
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i

/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, which
 * spreadsheets show as text. Plain numbers stay numbers.
 *
 * @see OWASP, CSV injection
 */
export function neutraliseFormula(cell: string): string {
  return FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell
}

function writeCell(cell: string): string {
  const safe = neutraliseFormula(cell)
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
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
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}
