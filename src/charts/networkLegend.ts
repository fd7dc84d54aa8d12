import { say } from '@/words/interface/charts'
import { BADGE, nodeRadius } from './networkGeometry'
import { edgeOutline } from './networkGlyphs'
import type { GraphEdge } from './networkModel'
import { DIRECTION_ONLY } from './networkWords'
import type { LegendEntry } from './patternLegend'
import type { SceneItem } from './scene'

/** A piece of a line of that kind. */
export const lineSample =
  (kind: GraphEdge['line']) =>
  (x: number, y: number): readonly SceneItem[] => [
    { kind: 'line', x1: x, x2: x + 26, y1: y, y2: y, stroke: edgeOutline(kind, 2, false) },
  ]

/** Explains lines, numbers and shapes; the first three are the lines. */
export const NETWORK_LEGEND: readonly LegendEntry[] = [
  { words: say('randomised'), draw: lineSample('solid') },
  { words: say('otherStudies'), draw: lineSample('dashed') },
  { words: DIRECTION_ONLY, draw: lineSample('dotted') },
  {
    words: say('numberOfStudiesOpensIts'),
    draw: (x, y) => [
      {
        kind: 'circle',
        x: x + 13,
        y,
        radius: BADGE,
        fill: { colour: 'paper' },
        stroke: { colour: 'line-strong' },
      },
      { kind: 'text', x: x + 13, y: y + 3.5, text: '3', anchor: 'middle', size: 10 },
    ],
  },
  {
    words: say('treatmentWith10And1000'),
    draw: (x, y) =>
      [10, 1000].map((patients, index) => ({
        kind: 'circle',
        x: x + 6 + index * 16,
        y,
        radius: nodeRadius(patients),
        fill: { colour: 'ink-soft' },
      })),
  },
  {
    words: say('controlPlaceboNoTreatmentUsual'),
    draw: (x, y) => [
      { kind: 'rect', x: x + 7, y: y - 6, width: 12, height: 12, fill: { colour: 'ink-soft' } },
    ],
  },
  {
    words: say('patientsNotStated'),
    draw: (x, y) => [
      {
        kind: 'circle',
        x: x + 13,
        y,
        radius: 4,
        fill: { colour: 'paper' },
        stroke: { colour: 'ink-soft', width: 1.5 },
      },
    ],
  },
]
