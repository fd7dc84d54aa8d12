import { keepRecordedText } from '@/domain/recordedText'
import type { Fault } from './fault'
import { emptyCell, explainCell, hasIdleMembers, readCell } from './readCell'
import type { ColumnReader } from './readHeader'

/** A row before its table is known to the type checker. */
export type AnyRow = Readonly<Record<string, unknown>>

/**
 * Characters that nobody types: what a wrong conversion leaves behind, and control characters that word processors
 * and old systems put in. Looked for one by one, since that is many times faster than a pattern on a long text.
 */
const DAMAGE = ['\ufffd', '\0', '\u0008', '\u000b', '\u000c', '\u001a', '\u007f']

/** True when the text, a cell or a whole file, holds a character that nobody typed. */
export function isDamaged(text: string): boolean {
  return DAMAGE.some((character) => text.includes(character))
}

/**
 * Makes rows whose cells are all empty. A row that grew column by column would be kept by the engine as a
 * dictionary: three times the memory, and slower wherever it is read. A copy of a parsed object is not.
 */
export function rowMaker(columns: readonly ColumnReader[]): () => Record<string, unknown> {
  const shape = JSON.stringify(Object.fromEntries(columns.map((reader) => [reader.property, null])))
  const template = JSON.parse(shape) as Record<string, unknown>
  for (const reader of columns) template[reader.property] = emptyCell(reader)
  return () => ({ ...template })
}

/**
 * Reads the cells of one line into an empty row, as far as they can be read.
 *
 * @returns false when the row has a fault; `explainRow` then tells which
 */
export function fillRow(
  row: Record<string, unknown>,
  columns: readonly ColumnReader[],
  cells: readonly string[],
  lookForDamage: boolean,
): boolean {
  let whole = true
  // Written out plainly: this runs once for each cell of the folder, before the engine has warmed up.
  for (let index = 0; index < columns.length; index++) {
    const reader = columns[index]
    if (reader === undefined) continue
    const cell = cells[reader.at] ?? ''
    if (cell === '') {
      if (!reader.column.optional) whole = false
      continue
    }
    const value = readCell(reader, cell)
    row[reader.property] = value
    if (value === undefined || (lookForDamage && isDamaged(cell))) whole = false
    else if (typeof value === 'number' && String(value) !== cell) keepRecordedText(row, reader.property, cell)
  }
  return whole
}

function cellOf(reader: ColumnReader, cells: readonly string[]): string {
  return reader.at === -1 ? '' : (cells[reader.at] ?? '')
}

/** Tells every fault of a row that `fillRow` refused. */
export function explainRow(columns: readonly ColumnReader[], cells: readonly string[]): readonly Fault[] {
  if (cells.every((cell) => cell.trim() === ''))
    return [{ type: 'row/shape', message: 'All cells of the row are empty.', mending: 'Delete the line.' }]

  const faults: Fault[] = []
  for (const reader of columns) {
    const cell = cellOf(reader, cells)
    const column = reader.header
    if (cell === '') {
      if (reader.column.optional) continue
      const message = 'The cell is empty, and it must not be.'
      faults.push({ type: 'cell/required', column, cell, message, mending: 'Fill the cell.' })
    } else if (readCell(reader, cell) === undefined) {
      faults.push({ ...explainCell(reader, cell), column, cell })
    } else if (isDamaged(cell)) {
      const message = 'The cell holds a character that nobody can have typed.'
      const mending = 'Type the text anew, as the source has it.'
      faults.push({ type: 'cell/constraint', column, cell, message, mending })
    }
  }
  return faults
}

/** Lists with an empty member or the same member twice: told, and read without it. */
export function idleMembers(
  lists: readonly ColumnReader[],
  cells: readonly string[],
  row: AnyRow,
): readonly Fault[] {
  const faults: Fault[] = []
  for (const reader of lists) {
    const members = row[reader.property]
    if (!Array.isArray(members)) continue
    const cell = cellOf(reader, cells)
    if (cell === '' || !hasIdleMembers(cell, members)) continue
    faults.push({
      type: 'cell/constraint',
      column: reader.header,
      cell,
      message: 'The list has an empty member or the same member twice; it is read without.',
      mending: 'Leave one semicolon between two members and none at the ends.',
      rowStands: true,
    })
  }
  return faults
}
