import type { ForestRow } from '@/domain/forest/forestParts'
import type { ForestPool } from '@/domain/forest/forestPools'
import { axisPosition, type BarAxis } from './barAxis'
import type { Point, SceneItem } from './scene'
import { treatmentColour } from './theme'
import { treatmentSymbol } from './treatmentSymbol'

const ARROW = 6

type Plot = readonly [left: number, right: number]

/** A line between two values that ends in an arrow head where it leaves the axis. */
function intervalLine(
  limits: readonly [number, number],
  y: number,
  axis: BarAxis,
  [left, right]: Plot,
): readonly SceneItem[] {
  const at = (value: number) => axisPosition(value, axis, left, right)
  const [low, high] = limits
  const head = (x: number, towards: 1 | -1): SceneItem => ({
    kind: 'polygon',
    points: [
      [x + towards * ARROW, y],
      [x, y - 4],
      [x, y + 4],
    ],
    fill: { colour: 'ink' },
  })
  const cap = (x: number): SceneItem => ({
    kind: 'line',
    x1: x,
    x2: x,
    y1: y - 3,
    y2: y + 3,
    stroke: { colour: 'ink', width: 1.25 },
  })
  return [
    { kind: 'line', x1: at(low), x2: at(high), y1: y, y2: y, stroke: { colour: 'ink', width: 1.25 } },
    low < axis.low ? head(left, -1) : cap(at(low)),
    high > axis.high ? head(right, 1) : cap(at(high)),
  ]
}

/** Larger studies have larger marks, on the square root so that their areas tell it. */
export function symbolSize(patients: number | undefined): number {
  if (patients === undefined) return 8
  return Math.max(7, Math.min(14, 5.5 + Math.sqrt(patients) / 2.6))
}

/** The mark of a finding on the axis, with its interval where one is shown. */
export function rowGlyph(
  row: ForestRow,
  place: number,
  y: number,
  axis: BarAxis,
  plot: Plot,
): readonly SceneItem[] {
  const { estimate } = row
  if (estimate.value === undefined) return []
  const { interval, controlled, direct } = estimate
  const line = interval.kind === 'shown' ? intervalLine([interval.lower, interval.upper], y, axis, plot) : []
  const x = axisPosition(estimate.value, axis, ...plot)
  return [
    ...line,
    ...treatmentSymbol(place, x, y, symbolSize(estimate.finding.armN), {
      filled: controlled,
      indirect: !direct,
    }),
  ]
}

/** The diamond of a pooled number: its tips are the interval; the thin line is the prediction interval. */
export function poolGlyph(
  pool: ForestPool,
  place: number,
  y: number,
  axis: BarAxis,
  plot: Plot,
): readonly SceneItem[] {
  const { result } = pool
  const at = (value: number) => axisPosition(value, axis, ...plot)
  const colour = treatmentColour(place)
  const points: readonly Point[] = [
    [at(result.lower), y],
    [at(result.value), y - 7],
    [at(result.upper), y],
    [at(result.value), y + 7],
  ]
  const prediction = result.prediction
    ? intervalLine([result.prediction.lower, result.prediction.upper], y, axis, plot)
    : []
  // On a diamond as thin as a line the tick would hide it.
  const wide = at(result.upper) - at(result.lower) > 12
  const [x, y1, y2] = [at(result.value), y - 4, y + 4]
  const tick: readonly SceneItem[] = wide
    ? [{ kind: 'line', x1: x, x2: x, y1, y2, stroke: { colour: 'paper', width: 1.5 } }]
    : []
  return [...prediction, { kind: 'polygon', points, fill: { colour }, stroke: { colour } }, ...tick]
}
