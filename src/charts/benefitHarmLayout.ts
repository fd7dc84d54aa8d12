import { formatNumber } from '@/domain/format'
import { say } from '@/words/interface/charts'
import type { CrossPanel, CrossPicture } from './benefitHarm'
import { AXIS_BELOW, captions, crossItems, gridOf, lookOf, markSize, plotOf, WIDE } from './benefitHarmPlot'
import { listWords } from './benefitHarmWords'
import { legendLines, type LegendEntry } from './patternLegend'
import type { Scene, SceneItem, SceneMark } from './scene'
import { textBlock } from './textBlock'
import { wordsBetween } from './wordsBetween'

function placePanel(panel: CrossPanel, picture: CrossPicture, y: number, width: number, most: number) {
  const plot = plotOf(width, panel.points.length)
  const beside = width >= WIDE
  const plotHeight = plot.bottom + AXIS_BELOW
  const list = beside
    ? listWords(panel.points, picture, plot.right + 40, y + plot.top, width - plot.right - 40)
    : listWords(panel.points, picture, 0, y + plotHeight + 8, width)
  const drawn = [
    ...gridOf(panel, plot),
    ...captions(panel, plot),
    ...panel.points.flatMap((point) => crossItems(point, panel, plot, most)),
  ]
  return {
    items: [{ kind: 'group', x: 0, y, items: drawn } as const, ...list.items],
    marks: list.marks,
    height: beside ? Math.max(plotHeight, plot.top + list.height) : plotHeight + 8 + list.height,
  }
}

const OUTLINE: LegendEntry = {
  words: say('outlineNoGroupToCompare'),
  draw: (x, y) => [
    {
      kind: 'circle',
      x: x + 13,
      y,
      radius: 5,
      fill: { colour: 'paper' },
      stroke: { colour: 'ink-soft', width: 1.75 },
    },
  ],
}
const DASHED: LegendEntry = {
  words: say('dashedMeasuredInOtherPatients'),
  draw: (x, y) => [
    { kind: 'circle', x: x + 13, y, radius: 8, stroke: { colour: 'ink-soft', width: 1.25, dash: '2.5 2' } },
  ],
}

function legendFor(picture: CrossPicture, most: number): readonly LegendEntry[] {
  const points = picture.panels.flatMap((panel) => panel.points)
  if (points.length === 0) return []
  const looks = points.map(lookOf)
  const sized = points.some((point) => point.patients !== undefined)
  const circle =
    (patients: number | undefined): LegendEntry['draw'] =>
    (x, y) => [
      {
        kind: 'circle',
        x: x + 13,
        y,
        radius: markSize(patients, most) / 2,
        stroke: { colour: 'ink-soft', width: 1.5 },
      },
    ]
  const unstated = points.some((point) => point.patients === undefined)
  return [
    ...(sized
      ? [{ words: say('areaPatientsHere', { most: formatNumber(most, 0) }), draw: circle(most) }]
      : []),
    ...(unstated ? [{ words: say('smallestNumberOfPatientsNot'), draw: circle(undefined) }] : []),
    ...(looks.some((look) => !look.filled) ? [OUTLINE] : []),
    ...(looks.some((look) => look.indirect) ? [DASHED] : []),
    {
      words: say('armsIntervals'),
      draw: (x, y) => [
        { kind: 'line', x1: x + 4, x2: x + 22, y1: y, y2: y, stroke: { colour: 'ink-soft', width: 1.75 } },
        {
          kind: 'line',
          x1: x + 13,
          x2: x + 13,
          y1: y - 8,
          y2: y + 8,
          stroke: { colour: 'ink-soft', width: 1.75 },
        },
      ],
    },
  ]
}

/**
 * Benefit across, harm upwards, a cross of two intervals for each treatment; points that may not be compared have
 * plots of their own, with the words between. Treatments with a missing side are listed below.
 *
 * @param width in pixels
 */
export function benefitHarmLayout(picture: CrossPicture, width: number): Scene {
  const points = picture.panels.flatMap((panel) => panel.points)
  const most = Math.max(0, ...points.map((point) => point.patients ?? 0))
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let y = 0
  for (const panel of picture.panels) {
    const words = wordsBetween(panel.wordsBefore, y, width)
    const placed = placePanel(panel, picture, y + words.height, width, most)
    items.push(...words.items, ...placed.items)
    marks.push(...placed.marks)
    y += words.height + placed.height + 8
  }
  if (picture.undrawn.length > 0) {
    const head = textBlock(0, y + 8, width, [{ text: say('notDrawnASideIs'), size: 13, strong: true }])
    const list = listWords(picture.undrawn, picture, 0, y + 8 + head.height + 8, width)
    items.push(...head.items, ...list.items)
    marks.push(...list.marks)
    y += 16 + head.height + list.height
  }
  const legend = legendLines(legendFor(picture, most), y + 8, width)
  return { width, height: Math.ceil(y + 8 + legend.height + 6), items: [...items, ...legend.items], marks }
}
