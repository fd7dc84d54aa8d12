import type { OutcomeCell } from '@/domain/compare/outcomeCell'
import { patientsText, type EstimateText } from '@/domain/estimateText'
import type { Outcome } from '@/domain/tables/outcomes'
import { say } from '@/words/interface/charts'
import { withoutEmptyColumns, type TableTwin } from './pictureModel'

/** A treatment as pictures know it. */
export interface PictureColumn {
  readonly name: string
  /** Its place in the address, which gives it its colour and mark everywhere; 0 for the first. */
  readonly place: number
}

/** What is told of a number after its range, in every table twin. */
export const COLUMNS_ABOUT_NUMBER = [
  say('patientsCounted'),
  say('time'),
  say('whatWasCounted'),
  say('outOf'),
  say('patients'),
  say('design'),
  say('comparedWith'),
  say('certainty'),
  say('remark'),
] as const

const COLUMNS = [say('treatment'), say('result'), say('range'), ...COLUMNS_ABOUT_NUMBER] as const

/** The range with the words that say where it comes from. */
export function intervalWithOrigin(text: EstimateText): string {
  return text.intervalNote === undefined ? text.interval : `${text.interval} (${text.intervalNote})`
}

/** What a cell says where it has no number. */
export function wordsWithoutNumber(cell: OutcomeCell): string {
  return cell.words ?? cell.missing ?? ''
}

/** Cells of the table twin that tell one number, after the treatment's name. */
export function twinCells(text: EstimateText, words: string | undefined): readonly string[] {
  return [
    text.whole,
    text.number === undefined ? '' : intervalWithOrigin(text),
    text.counts,
    text.time,
    text.definition,
    text.denominator,
    patientsText(text),
    text.design,
    text.comparator ?? '',
    text.certainty,
    [text.caveat, words].filter((part) => part !== undefined).join(' '),
  ]
}

function rowOf(cell: OutcomeCell, name: string): readonly string[] {
  if (cell.lead) return [name, ...twinCells(cell.lead.text, cell.words)]
  return [name, wordsWithoutNumber(cell), ...COLUMNS.slice(2).map(() => '')]
}

/** The table twin of a picture of one outcome: a row for each treatment, in the order of the columns. */
export function cellTwin(
  outcome: Outcome,
  cells: readonly OutcomeCell[],
  columns: readonly PictureColumn[],
): TableTwin {
  return withoutEmptyColumns({
    caption: outcome.label,
    columns: COLUMNS,
    rows: cells.map((cell, index) => rowOf(cell, columns[index]?.name ?? cell.treatment)),
    rowFindingIds: cells.map((cell) => cell.lead?.estimate.finding.id),
  })
}

/** "Medicine A 32 of 100 (15 to 54)", or what is said where there is no number. */
export function readingOfCell(cell: OutcomeCell, name: string): string {
  if (!cell.lead) return `${name}: ${lowerFirst(wordsWithoutNumber(cell)).replace(/\.$/, '')}`
  const { text } = cell.lead
  if (text.number === undefined) return `${name} ${text.whole}`
  return `${name} ${text.whole} (${intervalInSentence(text)})`
}

/** "47 to 84", or the phrase that says why there is none, to stand inside a sentence. */
export function intervalInSentence(text: EstimateText): string {
  return text.intervalIsPhrase ? lowerFirst(text.interval).replace(/\.$/, '') : text.interval
}

/** An abbreviation keeps its capitals. */
function lowerFirst(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** One sentence with the number, range or missing phrase of every treatment, in the order of the columns. */
export function readingOfCells(cells: readonly OutcomeCell[], columns: readonly PictureColumn[]): string {
  const parts = cells.map((cell, index) => readingOfCell(cell, columns[index]?.name ?? cell.treatment))
  return `${parts.join('; ')}.`
}
