import { axisPosition, type BarAxis } from './barAxis'
import type { ForestFrame } from './forestFrame'
import type { Outline, SceneItem } from './scene'

/** Faint lines at the ticks, and a dashed one where no difference lies. */
export function gridLines(
  axis: BarAxis,
  top: number,
  bottom: number,
  { plot }: ForestFrame,
): readonly SceneItem[] {
  return axis.ticks.map(({ value }): SceneItem => {
    const x = axisPosition(value, axis, ...plot)
    const stroke: Outline =
      value === axis.nothing ? { colour: 'line-strong', dash: '3 3' } : { colour: 'line', width: 0.75 }
    return { kind: 'line', x1: x, x2: x, y1: top, y2: bottom, stroke }
  })
}

/** The axis with its ticks and what it counts. */
export function axisItems(axis: BarAxis, y: number, { plot }: ForestFrame): readonly SceneItem[] {
  const [left, right] = plot
  const middle = (left + right) / 2
  const small = { size: 11, anchor: 'middle', colour: 'ink-soft' } as const
  const ticks = axis.ticks.flatMap(({ value, text }): readonly SceneItem[] => {
    const x = axisPosition(value, axis, left, right)
    return [
      { kind: 'line', x1: x, x2: x, y1: y, y2: y + 4, stroke: { colour: 'line-strong' } },
      { kind: 'text', x, y: y + 16, text, ...small },
    ]
  })
  return [
    { kind: 'line', x1: left, x2: right, y1: y, y2: y, stroke: { colour: 'line-strong' } },
    ...ticks,
    { kind: 'text', x: middle, y: y + 32, text: axis.caption, ...small },
  ]
}
