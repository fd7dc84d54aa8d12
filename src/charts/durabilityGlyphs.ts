import type { Curve } from '@/domain/durability/durability'
import type { Point, SceneItem } from './scene'
import { treatmentColour } from './theme'
import { treatmentSymbol } from './treatmentSymbol'

/** Where years and percent lie in pixels. */
export interface CurveScale {
  readonly x: (years: number) => number
  readonly y: (percent: number) => number
}

/** Dashes by the number of curves of a treatment in the panel: long runs are actuarial, short ones crude counts. */
const ACTUARIAL = [undefined, '16 3', '16 3 3 3', '24 3'] as const
const CRUDE = ['5 4', '2 3', '7 3 2 3', '3 5'] as const

function dashOf(actuarial: boolean, nth: number): string | undefined {
  const dashes = actuarial ? ACTUARIAL : CRUDE
  return dashes[nth % dashes.length]
}

/** The steps of a curve: a value holds until the next one is known. */
function steps(curve: Curve, { x, y }: CurveScale, nth: number): readonly SceneItem[] {
  const start = curve.start === undefined ? [] : [{ years: 0, percent: curve.start, actuarial: true }]
  const places = [...start, ...curve.points]
  return places.slice(1).map((to, index): SceneItem => {
    const from = places[index] ?? to
    const points: readonly Point[] = [
      [x(from.years), y(from.percent)],
      [x(to.years), y(from.percent)],
      [x(to.years), y(to.percent)],
    ]
    const dash = dashOf(from.actuarial && to.actuarial, nth)
    const stroke = {
      colour: treatmentColour(curve.column.place),
      width: 1.75,
      ...(dash === undefined ? {} : { dash }),
    }
    return { kind: 'polygon', open: true, points, stroke }
  })
}

/** Whiskers where a point carries an interval; a band to the next point only where that one carries one too. */
function bands(curve: Curve, { x, y }: CurveScale): readonly SceneItem[] {
  const colour = treatmentColour(curve.column.place)
  return curve.points.flatMap((point, index): readonly SceneItem[] => {
    const { interval } = point.estimate
    if (interval.kind !== 'shown') return []
    const next = curve.points[index + 1]
    const [left, top, bottom] = [x(point.years), y(interval.upper), y(interval.lower)]
    const band: readonly SceneItem[] =
      next?.estimate.interval.kind === 'shown'
        ? [
            {
              kind: 'rect',
              x: left,
              y: top,
              width: x(next.years) - left,
              height: bottom - top,
              fill: { colour, opacity: 0.16 },
            },
          ]
        : []
    const cap = (at: number): SceneItem => ({
      kind: 'line',
      x1: left - 4,
      x2: left + 4,
      y1: at,
      y2: at,
      stroke: { colour: 'ink', width: 1.25 },
    })
    return [
      ...band,
      { kind: 'line', x1: left, x2: left, y1: top, y2: bottom, stroke: { colour: 'ink', width: 1.25 } },
      cap(top),
      cap(bottom),
    ]
  })
}

/** A curve with its bands and marks; a ring stands where a start without a finding is given. */
export function curveItems(curve: Curve, scale: CurveScale, nth: number): readonly SceneItem[] {
  const { place } = curve.column
  const start: readonly SceneItem[] =
    curve.start === undefined
      ? []
      : [
          {
            kind: 'circle',
            x: scale.x(0),
            y: scale.y(curve.start),
            radius: 3,
            fill: { colour: treatmentColour(place) },
          },
        ]
  const marks = curve.points.flatMap((point) =>
    treatmentSymbol(place, scale.x(point.years), scale.y(point.percent), 9, {
      filled: point.estimate.controlled,
      indirect: !point.estimate.direct,
    }),
  )
  return [...bands(curve, scale), ...steps(curve, scale, nth), ...start, ...marks]
}

/** A sample of the line for the legend. */
export function lineSample(curve: Curve, nth: number, x: number, y: number): readonly SceneItem[] {
  const dash = dashOf(curve.actuarial, nth)
  const { place } = curve.column
  const stroke = { colour: treatmentColour(place), width: 1.75, ...(dash === undefined ? {} : { dash }) }
  const [first] = curve.points
  const look = {
    filled: first?.estimate.controlled ?? true,
    indirect: first ? !first.estimate.direct : false,
  }
  return [
    { kind: 'line', x1: x, x2: x + 38, y1: y, y2: y, stroke },
    ...treatmentSymbol(place, x + 19, y, 9, look),
  ]
}
