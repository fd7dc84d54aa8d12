import { formatNumber } from '@/domain/format'
import { say } from '@/words/interface/charts'
import type { CurveScale } from './durabilityGlyphs'
import type { SceneItem } from './scene'

/** Room for the percents before the plot. */
export const LEFT = 34

/** The ticks of the years. */
export interface YearsAxis {
  readonly last: number
  readonly step: number
}

const YEAR_STEPS = [0.25, 0.5, 1, 2, 5, 10] as const

/** The last tick of the years, and the step between ticks: all panels share them. */
export function yearsAxis(longest: number): YearsAxis {
  const step = YEAR_STEPS.find((candidate) => longest / candidate <= 8) ?? 10
  return { last: Math.max(step, Math.ceil(longest / step - 1e-9) * step), step }
}

/** 0 to 100 people, and years. */
export function curveAxes(
  top: number,
  right: number,
  scale: CurveScale,
  years: YearsAxis,
): readonly SceneItem[] {
  const small = { size: 11, colour: 'ink-soft' } as const
  const rows = [0, 25, 50, 75, 100].flatMap((percent): readonly SceneItem[] => [
    {
      kind: 'line',
      x1: LEFT,
      x2: right,
      y1: scale.y(percent),
      y2: scale.y(percent),
      stroke: { colour: percent === 0 ? 'line-strong' : 'line' },
    },
    { kind: 'text', x: LEFT - 6, y: scale.y(percent) + 4, text: String(percent), anchor: 'end', ...small },
  ])
  const ticks = Array.from(
    { length: Math.round(years.last / years.step) + 1 },
    (_, index) => index * years.step,
  )
  const columns = ticks.flatMap((year): readonly SceneItem[] => [
    {
      kind: 'line',
      x1: scale.x(year),
      x2: scale.x(year),
      y1: scale.y(0),
      y2: scale.y(0) + 4,
      stroke: { colour: 'line-strong' },
    },
    {
      kind: 'text',
      x: scale.x(year),
      y: scale.y(0) + 16,
      text: formatNumber(year),
      anchor: 'middle',
      ...small,
    },
  ])
  return [
    ...rows,
    ...columns,
    { kind: 'text', x: 0, y: top - 12, text: say('ofHundredPeople'), ...small },
    {
      kind: 'text',
      x: (LEFT + right) / 2,
      y: scale.y(0) + 31,
      text: say('years'),
      anchor: 'middle',
      ...small,
    },
  ]
}
