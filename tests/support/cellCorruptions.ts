import type { Column } from '@/domain/columns'
import {
  cellsWhere,
  encode,
  mistype,
  pick,
  replaceCells,
  type Cell,
  type Kind,
  type Random,
  type Shipped,
} from './corruptions'

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
export const isCoded = (column: Column, header: string) =>
  header !== 'order' && (isNumber(column) || isYear(column) || isWord(column) || isReference(column))

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

/** Reads the bytes of UTF-8 as if they were Windows-1252. */
const misread = (text: string) => new TextDecoder('windows-1252').decode(encode(text))

function isProse(column: Column, header: string): boolean {
  return column.type === 'text' && header !== 'id' && column.pattern === undefined
}

/** One cell is wrong. */
export const CELL_KINDS: Readonly<Record<string, Kind>> = {
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
  'letters damaged by encoding': (shipped, random) => {
    const cell = pick(cellsWhere(shipped, isProse), random)
    const letter = pick(['é', 'ü', 'ö', 'ß', '–', '’', '≥', '±'], random)
    const at = Math.floor(random() * cell.text.length)
    const text =
      cell.text.slice(0, at) + (random() < 0.5 ? misread(letter) : '\ufffd') + cell.text.slice(at + 1)
    return replaceCells(shipped, cell.table, cell.row, new Map([[cell.at, text]]), 'encoding')
  },
}
