import type { OutcomeSets } from '@/domain/compare/comparableSets'
import type { OutcomeCell } from '@/domain/compare/outcomeCell'
import type { OutcomeRow } from '@/domain/compare/outcomeRow'
import type { Estimate } from '@/domain/estimate'
import { describeEstimate, type EstimateText } from '@/domain/estimateText'
import type { Evidence } from '@/domain/evidence'
import { formatNumber } from '@/domain/format'
import { comparatorArm, gainOver, hundredPeople, type HundredPeople } from '@/domain/hundredPeople'
import { PHRASES } from '@/domain/phrases'
import { say } from '@/words/interface/charts'
import {
  COLUMNS_ABOUT_NUMBER,
  intervalWithOrigin,
  twinCells,
  wordsWithoutNumber,
  type PictureColumn,
} from './cellTwin'
import { withoutEmptyColumns, type TableTwin } from './pictureModel'

/** One picture of 100 people, or the words that stand in its place. */
export interface IconArray {
  /** "Medicine A", or "Placebo, same study as medicine A". */
  readonly name: string
  /** The colour and mark of the treatment; undefined for what it was compared with. */
  readonly place: number | undefined
  readonly estimate: Estimate | undefined
  readonly text: EstimateText | undefined
  readonly people: HundredPeople | undefined
  /** People without the result, such as "32 of 100". */
  readonly without: string | undefined
  /** Stand below: gain or loss, what is not known, caveats. */
  readonly remarks: readonly string[]
  /** Stand in place of the picture. */
  readonly words: string | undefined
}

/** Pictures that may be read beside one another. */
export interface IconPanel {
  readonly arrays: readonly { readonly array: IconArray; readonly twinRow: number }[]
  readonly wordsBefore: readonly string[]
}

function withoutResult({ number }: EstimateText): string | undefined {
  const percent = Number(number)
  return number === undefined || Number.isNaN(percent)
    ? undefined
    : say('ofHundred', { count: formatNumber(100 - percent) })
}

function closeToEdge({ fewerThanOne, nearlyAll }: HundredPeople): readonly string[] {
  if (fewerThanOne) return [say('fewerThan1Of100')]
  return nearlyAll ? [say('nearlyAllButNotAll')] : []
}

function picture(name: string, place: number | undefined, estimate: Estimate, evidence: Evidence): IconArray {
  const text = describeEstimate(estimate, evidence)
  const people = hundredPeople(estimate, evidence)
  const shown = people.kind === 'people' ? people : undefined
  return {
    name,
    place,
    estimate,
    text,
    people: shown,
    without: shown && withoutResult(text),
    remarks: shown ? closeToEdge(shown) : [],
    words: people.kind === 'people' ? undefined : people.words,
  }
}

function gainWords(estimate: Estimate, arm: Estimate, comparator: string): string {
  const both = gainOver(estimate, arm)
  if (!both || both.gain + both.loss === 0) return say('asManyOf100As', { comparator })
  return both.gain > 0
    ? say('moreOf100ThanWith', { gain: both.gain, comparator })
    : say('fewerOf100ThanWith', { loss: both.loss, comparator })
}

/** The other arm has a column of its own, with the number of the same study. */
function shownElsewhere({ finding }: Estimate, cells: readonly OutcomeCell[]): boolean {
  return cells.some(
    (cell) => cell.treatment === finding.treatment && cell.lead?.estimate.finding.source === finding.source,
  )
}

/** The picture of a cell and, where its study prints both arms, that of the other arm beside it. */
function arraysOf(
  cell: OutcomeCell,
  { name, place }: PictureColumn,
  others: readonly OutcomeCell[],
  evidence: Evidence,
): readonly IconArray[] {
  const lead = cell.lead
  if (!lead) {
    const words = wordsWithoutNumber(cell)
    const none = { estimate: undefined, text: undefined, people: undefined, without: undefined }
    return [{ name, place, ...none, remarks: [], words }]
  }
  const own = picture(name, place, lead.estimate, evidence)
  const caveats = [lead.text.caveat, cell.words].flatMap((remark) => remark ?? [])
  const arm = own.people && comparatorArm(lead.estimate, evidence)
  const other = lead.text.comparator ?? ''
  const unknown = own.people && !isControl(arm, evidence) ? [PHRASES.withoutTreatmentUnknown] : []
  const gain = arm ? [gainWords(lead.estimate, arm, other)] : []
  const told = { ...own, remarks: [...own.remarks, ...gain, ...unknown, ...caveats] }
  if (!arm || shownElsewhere(arm, others)) return [told]
  return [told, picture(say('inTheSameStudy', { other }), undefined, arm, evidence)]
}

/** The other arm got no treatment that is under study: placebo, sham, nothing. */
function isControl(arm: Estimate | undefined, evidence: Evidence): boolean {
  return arm !== undefined && evidence.treatmentById.get(arm.finding.treatment)?.kind === 'comparator'
}

/**
 * The pictures of 100 people of an outcome, divided into panels by what may be compared; those that cannot be
 * drawn come last, with their words.
 *
 * @param columns name, colour and mark of each cell of the row
 */
export function iconPanels(
  row: OutcomeRow,
  sets: OutcomeSets,
  columns: readonly PictureColumn[],
  evidence: Evidence,
): readonly IconPanel[] {
  let twinRow = 0
  const byPlace = row.cells.map((cell, place) => {
    const column = columns[place] ?? { name: cell.treatment, place }
    return arraysOf(cell, column, row.cells, evidence).map((array) => ({ array, twinRow: twinRow++ }))
  })
  const panelOf = (places: readonly number[], wordsBefore: readonly string[]) => ({
    arrays: places.flatMap((place) => byPlace[place] ?? []),
    wordsBefore,
  })
  const drawn = sets.sets
    .map((set) => panelOf(set.places, set.wordsBefore))
    .filter((panel) => panel.arrays.some(({ array }) => array.people))
  const shown = new Set(drawn.flatMap((panel) => panel.arrays))
  const rest = byPlace.flat().filter((entry) => !shown.has(entry))
  // The first panel has nothing above it, even where a set before it could not be drawn.
  const [first, ...others] = drawn
  return [
    ...(first ? [{ ...first, wordsBefore: [] }, ...others] : []),
    ...(rest.length > 0 ? [{ arrays: rest, wordsBefore: [] }] : []),
  ]
}

const COLUMNS = [
  say('treatment'),
  say('withTheResultColumn'),
  say('range'),
  say('withoutTheResultColumn'),
  ...COLUMNS_ABOUT_NUMBER,
] as const

function twinRowOf({ name, text, without, remarks, words }: IconArray): readonly string[] {
  if (!text) return [name, words ?? '', ...COLUMNS.slice(2).map(() => '')]
  const [result = '', , ...rest] = twinCells(text, undefined)
  const remark = [words, ...remarks].filter((part) => part !== undefined).join(' ')
  return [name, result, intervalWithOrigin(text), without ?? '', ...rest.slice(0, -1), remark]
}

/** The pictures in the order of their rows in the table. */
export function arraysInOrder(panels: readonly IconPanel[]): readonly IconArray[] {
  return panels
    .flatMap((panel) => panel.arrays)
    .sort((a, b) => a.twinRow - b.twinRow)
    .map(({ array }) => array)
}

/** The table twin: a row for each picture. */
export function iconTwin(outcome: string, panels: readonly IconPanel[]): TableTwin {
  const arrays = arraysInOrder(panels)
  return withoutEmptyColumns({
    caption: outcome,
    columns: COLUMNS,
    rows: arrays.map(twinRowOf),
    rowFindingIds: arrays.map((array) => array.estimate?.finding.id),
  })
}
