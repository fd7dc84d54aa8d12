import { say } from '@/words/interface/charts'
import { axisPosition, type BarAxis } from './barAxis'
import type { CrossPanel, CrossPoint } from './benefitHarm'
import type { SceneItem } from './scene'
import { treatmentColour } from './theme'
import { treatmentSymbol } from './treatmentSymbol'

/** From this width on the words stand beside the plot. */
export const WIDE = 620
const AXIS_LEFT = 66
export const AXIS_BELOW = 58
/** Axes stand off the plot, so that marks at 0 hide no tick. */
const STAND_OFF = 12
/** The mark of the largest group, across, and the smallest mark that can still be told from others. */
const LARGEST = 22
const SMALLEST = 10

/** The plot in pixels of its panel. */
export interface CrossPlot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * The height of a mark: its area stands for the patients, the largest group of the picture being `LARGEST` high.
 *
 * @param patients undefined where not stated: the smallest mark
 */
export function markSize(patients: number | undefined, most: number): number {
  if (patients === undefined || most <= 0) return SMALLEST
  return Math.max(SMALLEST, LARGEST * Math.sqrt(patients / most))
}

export function plotOf(width: number, points: number): CrossPlot {
  const room = width < WIDE ? width - AXIS_LEFT - 14 : Math.min(width * 0.48, 440) - AXIS_LEFT
  const side = Math.min(room, points > 1 ? 400 : 240)
  return { left: AXIS_LEFT, right: AXIS_LEFT + side, top: 10, bottom: 10 + side }
}

const across = (value: number, axis: BarAxis, plot: CrossPlot) =>
  axisPosition(value, axis, plot.left, plot.right)
const upwards = (value: number, axis: BarAxis, plot: CrossPlot) =>
  axisPosition(value, axis, plot.bottom, plot.top)

/** Where a point lies in its plot; undefined without a number on each side. */
export function pointPosition(point: CrossPoint, panel: CrossPanel, plot: CrossPlot) {
  const [benefit, harm] = [point.benefit.shown?.estimate, point.harm.shown?.estimate]
  if (benefit?.value === undefined || harm?.value === undefined) return undefined
  const arm = (side: typeof benefit, at: (value: number) => number) =>
    side.interval.kind === 'shown' ? ([at(side.interval.lower), at(side.interval.upper)] as const) : undefined
  return {
    x: across(benefit.value, panel.x, plot),
    y: upwards(harm.value, panel.y, plot),
    benefitArm: arm(benefit, (value) => across(value, panel.x, plot)),
    harmArm: arm(harm, (value) => upwards(value, panel.y, plot)),
  }
}

export function gridOf(panel: CrossPanel, plot: CrossPlot): readonly SceneItem[] {
  const { left, right, top, bottom } = plot
  const [foot, side] = [bottom + STAND_OFF, left - STAND_OFF]
  const vertical = panel.x.ticks.flatMap(({ value, text }): readonly SceneItem[] => {
    const x = across(value, panel.x, plot)
    return [
      { kind: 'line', x1: x, x2: x, y1: top, y2: foot, stroke: { colour: 'line' } },
      { kind: 'text', x, y: foot + 16, text, size: 12, anchor: 'middle', colour: 'ink-soft' },
    ]
  })
  const horizontal = panel.y.ticks.flatMap(({ value, text }): readonly SceneItem[] => {
    const y = upwards(value, panel.y, plot)
    return [
      { kind: 'line', x1: side, x2: right, y1: y, y2: y, stroke: { colour: 'line' } },
      { kind: 'text', x: side - 6, y: y + 4, text, size: 12, anchor: 'end', colour: 'ink-soft' },
    ]
  })
  return [
    ...vertical,
    ...horizontal,
    { kind: 'line', x1: side, x2: side, y1: top, y2: bottom, stroke: { colour: 'line-strong' } },
    { kind: 'line', x1: left, x2: right, y1: foot, y2: foot, stroke: { colour: 'line-strong' } },
  ]
}

export function captions(panel: CrossPanel, plot: CrossPlot): readonly SceneItem[] {
  const middle = (plot.top + plot.bottom) / 2
  return [
    {
      kind: 'text',
      x: (plot.left + plot.right) / 2,
      y: plot.bottom + STAND_OFF + 34,
      text: say('benefitCaption', { caption: panel.x.caption }),
      size: 12,
      anchor: 'middle',
      colour: 'ink-soft',
    },
    {
      kind: 'text',
      x: 14,
      y: middle,
      text: say('harmCaption', { caption: panel.y.caption }),
      size: 12,
      anchor: 'middle',
      rotate: -90,
      colour: 'ink-soft',
    },
  ]
}

export function crossItems(
  point: CrossPoint,
  panel: CrossPanel,
  plot: CrossPlot,
  most: number,
): readonly SceneItem[] {
  const at = pointPosition(point, panel, plot)
  if (!at) return []
  const colour = treatmentColour(point.place)
  const arms = [
    ...(at.benefitArm ? [{ x1: at.benefitArm[0], x2: at.benefitArm[1], y1: at.y, y2: at.y }] : []),
    ...(at.harmArm ? [{ x1: at.x, x2: at.x, y1: at.harmArm[0], y2: at.harmArm[1] }] : []),
  ]
  // Over the mark, on a halo: a short interval would be lost behind a large one.
  return [
    ...treatmentSymbol(point.place, at.x, at.y, markSize(point.patients, most), lookOf(point)),
    ...arms.map((arm): SceneItem => ({ kind: 'line', ...arm, stroke: { colour: 'paper', width: 3 } })),
    ...arms.map((arm): SceneItem => ({ kind: 'line', ...arm, stroke: { colour, width: 1.5 } })),
  ]
}

/** Filled only where both numbers have a group to compare with; dashed where one is from other patients. */
export function lookOf({ benefit, harm }: CrossPoint) {
  const sides = [benefit, harm].flatMap((side) => side.shown?.estimate ?? [])
  return {
    filled: sides.every((side) => side.controlled),
    indirect: sides.some((side) => !side.direct),
  }
}
