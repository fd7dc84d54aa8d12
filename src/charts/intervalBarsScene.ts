import { BAR_THICKNESS, DASH_GAP, type BarsLayout, type PlacedBar } from './placedBars'
import type { Scene, SceneItem } from './scene'
import { treatmentColour } from './theme'

const CAP = 5

/** The whiskers of an interval, on a halo of paper, so that they show on a dark bar too. */
function whiskers([low, high]: readonly [number, number], y: number): readonly SceneItem[] {
  const lines = [
    { x1: low, x2: high, y1: y, y2: y },
    { x1: low, x2: low, y1: y - CAP, y2: y + CAP },
    { x1: high, x2: high, y1: y - CAP, y2: y + CAP },
  ]
  return [
    ...lines.map((line): SceneItem => ({ kind: 'line', ...line, stroke: { colour: 'paper', width: 4.5 } })),
    ...lines.map((line): SceneItem => ({ kind: 'line', ...line, stroke: { colour: 'ink', width: 1.75 } })),
  ]
}

/** One bar with the line at its value and its interval. */
export function barItems(bar: PlacedBar): readonly SceneItem[] {
  const colour = treatmentColour(bar.row.place)
  const top = bar.y - BAR_THICKNESS / 2
  return [
    {
      kind: 'rect',
      x: bar.from,
      y: top,
      width: bar.to - bar.from,
      height: BAR_THICKNESS,
      fill: { colour, hatched: bar.hatched },
      stroke: { colour, width: 1.25 },
    },
    ...(bar.dashed
      ? [
          {
            kind: 'rect',
            x: bar.from - DASH_GAP,
            y: top - DASH_GAP,
            width: bar.to - bar.from + 2 * DASH_GAP,
            height: BAR_THICKNESS + 2 * DASH_GAP,
            stroke: { colour, width: 1.25, dash: '4 3' },
          } as const,
        ]
      : []),
    {
      kind: 'line',
      x1: bar.value,
      x2: bar.value,
      y1: top - 2,
      y2: top + BAR_THICKNESS + 2,
      stroke: { colour, width: 2 },
    },
    ...(bar.interval ? whiskers(bar.interval, bar.y) : []),
  ]
}

/** The whole picture without a canvas: for files, and where the chart cannot be drawn. */
export function intervalBarsScene(layout: BarsLayout): Scene {
  const bars = layout.panels.flatMap((panel) => panel.bands.flatMap((bar) => bar ?? []))
  return {
    width: layout.width,
    height: layout.height,
    items: [...layout.annotations, ...bars.flatMap(barItems)],
    marks: layout.marks,
  }
}
