import type { ComparableSet, OutcomeSets } from '@/domain/compare/comparableSets'
import type { OutcomeCell } from '@/domain/compare/outcomeCell'
import type { OutcomeRow } from '@/domain/compare/outcomeRow'
import type { Estimate } from '@/domain/estimate'
import type { EstimateText } from '@/domain/estimateText'
import { say } from '@/words/interface/charts'
import { barAxis, type BarAxis } from './barAxis'
import { wordsWithoutNumber, type PictureColumn } from './cellTwin'

/** A bar, or the gap where one is missing. */
export interface BarRow {
  /** The row of the table twin. */
  readonly twinRow: number
  readonly name: string
  /** The treatment's colour and mark, 0 for the first. */
  readonly place: number
  readonly shown: { readonly estimate: Estimate; readonly text: EstimateText } | undefined
  /** Stand where there is no bar. */
  readonly gap: string | undefined
  /** Stand beside the number, such as its caveat. */
  readonly remarks: readonly string[]
}

/** Bars on one axis: their numbers may be read beside one another. */
export interface BarPanel {
  readonly axis: BarAxis | undefined
  readonly rows: readonly BarRow[]
  /** Why they may not stand beside those above; none for the first panel. */
  readonly wordsBefore: readonly string[]
}

/** Why a number that exists is not drawn. */
function gapOf(cell: OutcomeCell): string {
  if (!cell.lead) return wordsWithoutNumber(cell)
  if (cell.lead.estimate.value === undefined) return say('notDrawnNoSingleNumber')
  return say('notDrawnANumberNeeded')
}

function barRow(
  cell: OutcomeCell,
  twinRow: number,
  column: PictureColumn | undefined,
  drawn: boolean,
): BarRow {
  const caveat = cell.lead?.text.caveat
  return {
    twinRow,
    name: column?.name ?? cell.treatment,
    place: column?.place ?? 0,
    shown: cell.lead,
    gap: drawn ? undefined : gapOf(cell),
    remarks: [caveat, cell.lead ? cell.words : undefined].flatMap((remark) => remark ?? []),
  }
}

function axisOf(set: ComparableSet, row: OutcomeRow): BarAxis {
  const lead = row.cells[set.places[0] ?? -1]?.lead
  return barAxis(set.scale, lead?.text.unit ?? '')
}

/**
 * The bars of an outcome, divided into panels by what may be compared. What is missing keeps its place as a gap
 * with words: in its panel where there is only one, else below them.
 *
 * @param columns name, colour and mark of each cell of the row
 */
export function intervalBars(
  row: OutcomeRow,
  { sets, undrawn }: OutcomeSets,
  columns: readonly PictureColumn[],
): readonly BarPanel[] {
  const rowAt = (drawn: boolean) => (place: number) => {
    const cell = row.cells[place]
    return cell ? [barRow(cell, place, columns[place], drawn)] : []
  }
  const panels = sets.map((set) => ({
    axis: axisOf(set, row),
    rows: set.places.flatMap(rowAt(true)),
    wordsBefore: set.wordsBefore,
  }))
  const gaps = undrawn.flatMap(rowAt(false))
  const [only] = panels
  if (gaps.length === 0) return panels
  if (!only || panels.length > 1) return [...panels, { axis: undefined, rows: gaps, wordsBefore: [] }]
  return [{ ...only, rows: [...only.rows, ...gaps].sort((a, b) => a.twinRow - b.twinRow) }]
}
