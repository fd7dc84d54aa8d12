import { axisBase, axisPosition, type BarAxis } from './barAxis'
import type { BarRow } from './intervalBars'
import type { SceneItem, SceneMark } from './scene'

/** From this width on, names, bars and numbers stand in three columns; below it they are stacked. */
const WIDE = 600
export const BAR_THICKNESS = 16
/** Between a bar and the dashes around it that stand for other patients. */
export const DASH_GAP = 3
export const NUMBERS_WIDTH = 164
const COLUMN_GAP = 18

export interface PlacedBar {
  readonly row: BarRow
  /** Middle of the bar. */
  readonly y: number
  /** Left and right end of the bar, in that order. */
  readonly from: number
  readonly to: number
  /** Where the value lies: one of the two ends. */
  readonly value: number
  /** Ends of the interval; undefined where none is shown. */
  readonly interval: readonly [number, number] | undefined
  readonly hatched: boolean
  readonly dashed: boolean
}

/** A panel with an axis, as Chart.js and the file draw it. */
export interface PlacedPanel {
  readonly axis: BarAxis
  /** The box whose even bands hold the bars, gaps among them. */
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  /** A band each, from the top; undefined for a gap. */
  readonly bands: readonly (PlacedBar | undefined)[]
}

export interface BarsLayout {
  readonly width: number
  readonly height: number
  readonly panels: readonly PlacedPanel[]
  /** Everything but the bars. */
  readonly annotations: readonly SceneItem[]
  readonly marks: readonly SceneMark[]
}

/** The columns of the drawing in pixels. */
export interface BarFrame {
  readonly wide: boolean
  readonly width: number
  readonly label: number
  readonly left: number
  readonly right: number
}

export function frameOf(width: number): BarFrame {
  if (width < WIDE) return { wide: false, width, label: width, left: 10, right: width - 14 }
  const label = Math.round(Math.min(320, width * 0.36))
  return { wide: true, width, label, left: label + COLUMN_GAP, right: width - NUMBERS_WIDTH - COLUMN_GAP }
}

/** A bar in its place; undefined where its row has none. */
export function placeBar(
  row: BarRow,
  axis: BarAxis,
  y: number,
  { left, right }: BarFrame,
): PlacedBar | undefined {
  const estimate = row.shown?.estimate
  if (row.gap !== undefined || estimate?.value === undefined) return undefined
  const at = (value: number) => axisPosition(value, axis, left, right)
  const [base, value] = [at(axisBase(axis)), at(estimate.value)]
  const { interval } = estimate
  return {
    row,
    y,
    from: Math.min(base, value),
    to: Math.max(base, value),
    value,
    interval: interval.kind === 'shown' ? [at(interval.lower), at(interval.upper)] : undefined,
    hatched: !estimate.controlled,
    dashed: !estimate.direct,
  }
}
