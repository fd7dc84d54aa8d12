import type { Fault } from './fault'
import { nearestWord } from './nearestWord'
import type { ColumnReader } from './readHeader'

/** Digits with an optional minus and decimal point: nothing that would need to be interpreted. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const COUNT = /^(?:0|[1-9]\d*)$/
const YEAR = /^\d{4}$/
/** More digits than these a number in memory cannot hold exactly. */
const MOST_DIGITS = 15

const NO_MEMBERS: readonly string[] = Object.freeze([])

/** What an empty cell is read as. */
export function emptyCell({ column }: ColumnReader): readonly string[] | undefined {
  return column.type === 'list' ? NO_MEMBERS : undefined
}

/**
 * Reads a cell that is not empty. Nothing is interpreted: a cell either is what its column declares, or it is
 * refused.
 *
 * @returns undefined when the cell is refused; `explainCell` then says why
 */
export function readCell(
  reader: ColumnReader,
  cell: string,
): string | number | readonly string[] | undefined {
  const { column } = reader
  switch (column.type) {
    case 'text':
      if (hasOuterSpace(cell) && (reader.isKey || cell.trim() === '')) return undefined
      return reader.pattern && !reader.pattern.test(cell) ? undefined : cell
    case 'number':
      return NUMBER.test(cell) ? withinLimits(reader, cell) : undefined
    case 'count':
      return COUNT.test(cell) ? withinLimits(reader, cell) : undefined
    case 'year':
      return YEAR.test(cell) ? withinLimits(reader, cell) : undefined
    case 'oneOf':
      return reader.allowed?.has(cell) ? cell : undefined
    case 'reference':
    case 'term':
      return hasOuterSpace(cell) ? undefined : cell
    case 'list':
      return readMembers(cell)
  }
}

function withinLimits({ column }: ColumnReader, cell: string): number | undefined {
  if (cell.length > MOST_DIGITS && cell.replace(/\D/g, '').length > MOST_DIGITS) return undefined
  const value = Number(cell)
  if (column.minimum !== undefined && value < column.minimum) return undefined
  if (column.maximum !== undefined && value > column.maximum) return undefined
  return value
}

function readMembers(cell: string): readonly string[] {
  const members = cell.split(';')
  for (let index = members.length - 1; index >= 0; index--) {
    const member = (members[index] ?? '').trim()
    if (member === '') members.splice(index, 1)
    else members[index] = member
  }
  return Object.freeze(members)
}

/** True when a list cell has a member without text, or the same member twice. */
export function hasIdleMembers(cell: string, members: readonly string[]): boolean {
  if (!cell.includes(';')) return members.length !== 1
  return (
    members.length !== cell.split(';').length ||
    (members.length > 1 && new Set(members).size !== members.length)
  )
}

function hasOuterSpace(cell: string): boolean {
  return isSpace(cell.charCodeAt(0)) || isSpace(cell.charCodeAt(cell.length - 1))
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0
}

/** Says why `readCell` refused a cell, and how to mend it. */
export function explainCell(reader: ColumnReader, cell: string): Fault {
  const { column } = reader
  if (cell.trim() === '')
    return {
      type: column.optional ? 'cell/constraint' : 'cell/required',
      message: 'The cell holds nothing but spaces.',
      mending: column.optional ? 'Empty the cell.' : 'Fill the cell.',
    }
  if (hasOuterSpace(cell))
    return {
      type:
        column.type === 'number' || column.type === 'count' || column.type === 'year'
          ? 'cell/type'
          : 'cell/constraint',
      message: `"${cell}" starts or ends with a space.`,
      mending: 'Remove the space.',
    }
  if (column.type === 'number' || column.type === 'count' || column.type === 'year')
    return explainNumber(reader, cell)
  if (column.values) {
    const meant = nearestWord(cell, column.values)
    return {
      type: 'cell/constraint',
      message: `"${cell}" is not one of the words this column may hold.`,
      mending: meant ? `Correct it (is "${meant}" meant?).` : `Write one of: ${column.values.join(', ')}.`,
    }
  }
  return {
    type: 'cell/constraint',
    message: `"${cell}" does not have the form this column asks for.`,
    mending: `Write text of the form ${column.pattern ?? ''}, or leave the cell empty.`,
  }
}

const WHOLE = {
  number: 'a number',
  count: 'a whole number of 0 or more',
  year: 'a year of four digits',
} as const
const SAMPLE = { number: '53.3', count: '120', year: '2019' } as const

function explainNumber({ column }: ColumnReader, cell: string): Fault {
  const kind = column.type === 'count' || column.type === 'year' ? column.type : 'number'
  const empty = column.optional ? ', or leave the cell empty if the source gives none' : ''
  const mending = `Write digits alone, such as ${SAMPLE[kind]}${empty}.`
  const refuse = (why: string): Fault => ({
    type: 'cell/type',
    message: `"${cell}" is not ${WHOLE[kind]}${why}.`,
    mending,
  })

  if (cell.includes('%')) return refuse(': it has a percent sign')
  if (/^[-+\d.,\s\u00a0]*[,\s\u00a0][-+\d.,\s\u00a0]*$/.test(cell))
    return refuse(': it has a comma or a space; the decimal sign is a point and thousands are not separated')
  if (/^[\u2010-\u2015\u2212]\s*\d/.test(cell)) return refuse(': its minus is not the hyphen of the keyboard')
  const shape = kind === 'number' ? NUMBER : kind === 'count' ? COUNT : YEAR
  if (!shape.test(cell)) return refuse('')
  const { minimum, maximum } = column
  const value = Number(cell)
  if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) {
    const limits = maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`
    return {
      type: 'cell/constraint',
      message: `${cell} is outside what is possible (${limits}).`,
      mending: 'Compare with the source.',
    }
  }
  return refuse(': it has more digits than can be kept exactly')
}
