import type { CrossSets } from '@/domain/compare/benefitAndHarm'
import type { OutcomeCell } from '@/domain/compare/outcomeCell'
import type { OutcomeRow } from '@/domain/compare/outcomeRow'
import type { Estimate } from '@/domain/estimate'
import type { EstimateText } from '@/domain/estimateText'
import { say } from '@/words/interface/charts'
import { barAxis, type BarAxis } from './barAxis'
import {
  COLUMNS_ABOUT_NUMBER,
  readingOfCell,
  twinCells,
  wordsWithoutNumber,
  type PictureColumn,
} from './cellTwin'
import { withoutEmptyColumns, type TableTwin } from './pictureModel'

/** One side of a point: the number on one outcome, or the words that stand where none can be drawn. */
export interface PointSide {
  readonly twinRow: number
  readonly shown: { readonly estimate: Estimate; readonly text: EstimateText } | undefined
  readonly words: string | undefined
}

export interface CrossPoint {
  readonly name: string
  readonly place: number
  readonly benefit: PointSide
  readonly harm: PointSide
  /** In the group whose benefit was measured; undefined: not stated. */
  readonly patients: number | undefined
}

/** Points on the same axes: both their numbers may be read beside one another. */
export interface CrossPanel {
  readonly x: BarAxis
  readonly y: BarAxis
  readonly points: readonly CrossPoint[]
  readonly wordsBefore: readonly string[]
}

export interface CrossPicture {
  readonly benefitLabel: string
  readonly harmLabel: string
  readonly panels: readonly CrossPanel[]
  /** Treatments with a side that cannot be drawn. */
  readonly undrawn: readonly CrossPoint[]
}

function sideOf(cell: OutcomeCell, twinRow: number): PointSide {
  const words = cell.lead ? [cell.lead.text.caveat, cell.words] : [wordsWithoutNumber(cell)]
  return {
    twinRow,
    shown: cell.lead,
    words: words.filter((part) => part !== undefined).join(' ') || undefined,
  }
}

function axisOf(row: OutcomeRow, place: number): BarAxis | undefined {
  const set = row.scaleSets.find((candidate) => candidate.places.includes(place))
  return set && barAxis(set.scale, row.cells[place]?.lead?.text.unit ?? '')
}

const labelled = (side: string, words: readonly string[]) =>
  words.length === 0 ? [] : [`${side}: ${words.join(' ')}`]

/** Points of benefit against harm, divided into panels by what may be compared on both sides. */
export function crossPicture(
  benefit: OutcomeRow,
  harm: OutcomeRow,
  { sets, undrawn }: CrossSets,
  columns: readonly PictureColumn[],
): CrossPicture {
  const pointAt = (place: number): readonly CrossPoint[] => {
    const [onBenefit, onHarm] = [benefit.cells[place], harm.cells[place]]
    if (!onBenefit || !onHarm) return []
    return [
      {
        name: columns[place]?.name ?? onBenefit.treatment,
        place: columns[place]?.place ?? place,
        benefit: sideOf(onBenefit, 2 * place),
        harm: sideOf(onHarm, 2 * place + 1),
        patients: onBenefit.lead?.estimate.finding.armN,
      },
    ]
  }
  return {
    benefitLabel: benefit.outcome.label,
    harmLabel: harm.outcome.label,
    panels: sets.flatMap(({ places, benefitWords, harmWords }) => {
      const [x, y] = [axisOf(benefit, places[0] ?? -1), axisOf(harm, places[0] ?? -1)]
      if (!x || !y) return []
      const wordsBefore = [...labelled(say('benefit'), benefitWords), ...labelled(say('harm'), harmWords)]
      return [{ x, y, points: places.flatMap(pointAt), wordsBefore }]
    }),
    undrawn: undrawn.flatMap(pointAt),
  }
}

const COLUMNS = [
  say('treatment'),
  say('outcome'),
  say('result'),
  say('range'),
  ...COLUMNS_ABOUT_NUMBER,
] as const

/** The table twin: two rows for each treatment, its benefit and its harm. */
export function crossTwin(
  benefit: OutcomeRow,
  harm: OutcomeRow,
  columns: readonly PictureColumn[],
): TableTwin {
  const cells = benefit.cells.flatMap((cell, place) => [
    cell,
    ...(harm.cells[place] ? [harm.cells[place]] : []),
  ])
  const rowOf = (cell: OutcomeCell, index: number): readonly string[] => {
    const start = [columns[Math.floor(index / 2)]?.name ?? cell.treatment, cell.outcome.label]
    if (cell.lead) return [...start, ...twinCells(cell.lead.text, cell.words)]
    return [...start, wordsWithoutNumber(cell), ...COLUMNS.slice(3).map(() => '')]
  }
  return withoutEmptyColumns({
    caption: say('benefitAndHarm', { benefit: benefit.outcome.label, harm: harm.outcome.label }),
    columns: COLUMNS,
    rows: cells.map(rowOf),
    rowFindingIds: cells.map((cell) => cell.lead?.estimate.finding.id),
    numberColumn: 2,
  })
}

/** One sentence: for each treatment its benefit, then its harm. */
export function crossReading(
  benefit: OutcomeRow,
  harm: OutcomeRow,
  columns: readonly PictureColumn[],
): string {
  const parts = benefit.cells.map((cell, place) => {
    const name = columns[place]?.name ?? cell.treatment
    const onHarm = harm.cells[place]
    const told = [readingOfCell(cell, 'benefit'), ...(onHarm ? [readingOfCell(onHarm, 'harm')] : [])]
    return `${name}: ${told.join(', ')}`
  })
  return `${parts.join('; ')}.`
}
