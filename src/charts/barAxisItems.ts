import { axisBase, axisPosition, type BarAxis } from './barAxis'
import type { BarFrame } from './placedBars'
import type { SceneItem } from './scene'

/** Lines at the ticks, over the heights that hold bars; the one that bars begin at is stronger. */
export function gridLines(
  axis: BarAxis,
  frame: BarFrame,
  bands: readonly (readonly [number, number])[],
): readonly SceneItem[] {
  return axis.ticks.flatMap(({ value }) => {
    const x = axisPosition(value, axis, frame.left, frame.right)
    const strong = value === axisBase(axis)
    return bands.map(([y1, y2]): SceneItem => ({
      kind: 'line',
      x1: x,
      x2: x,
      y1,
      y2,
      stroke: { colour: strong ? 'line-strong' : 'line' },
    }))
  })
}

/** The numbers of the ticks and what they count. */
export function axisWords(axis: BarAxis, frame: BarFrame, y: number): readonly SceneItem[] {
  const ticks = axis.ticks.map(({ value, text }): SceneItem => ({
    kind: 'text',
    x: axisPosition(value, axis, frame.left, frame.right),
    y: y + 14,
    text,
    size: 12,
    anchor: 'middle',
    colour: 'ink-soft',
  }))
  const middle = (frame.left + frame.right) / 2
  return [
    ...ticks,
    {
      kind: 'text',
      x: middle,
      y: y + 31,
      text: axis.caption,
      size: 12,
      anchor: 'middle',
      colour: 'ink-soft',
    },
  ]
}
