import { say } from '@/words/interface/charts'
import type { EntryBlock } from './forestModel'
import { legendLines } from './patternLegend'
import type { SceneItem } from './scene'
import type { TextBlock } from './textBlock'

const INK = { colour: 'ink-soft' } as const

function line(x: number, y: number): SceneItem {
  return { kind: 'line', x1: x, x2: x + 18, y1: y, y2: y, stroke: { colour: 'ink', width: 1.25 } }
}

function disc(x: number, y: number, filled: boolean): SceneItem {
  return {
    kind: 'circle',
    x: x + 10,
    y,
    radius: 4.5,
    fill: { colour: filled ? 'ink-soft' : 'paper' },
    stroke: { ...INK, width: 1.75 },
  }
}

const SIGNS = {
  controlled: { words: say('comparedWithAnotherGroup'), draw: (x: number, y: number) => [disc(x, y, true)] },
  single: { words: say('noGroupToCompareWith'), draw: (x: number, y: number) => [disc(x, y, false)] },
  indirect: {
    words: say('measuredInOtherPatientsLegend'),
    draw: (x: number, y: number): readonly SceneItem[] => [
      { kind: 'circle', x: x + 10, y, radius: 7, stroke: { ...INK, width: 1.25, dash: '2.5 2' } },
    ],
  },
  size: {
    words: say('largerMarkMorePatients'),
    draw: (x: number, y: number): readonly SceneItem[] => [
      { kind: 'circle', x: x + 4, y, radius: 3, fill: INK },
      { kind: 'circle', x: x + 15, y, radius: 6, fill: INK },
    ],
  },
  arrow: {
    words: say('intervalLeavesTheAxis'),
    draw: (x: number, y: number): readonly SceneItem[] => [
      line(x, y),
      {
        kind: 'polygon',
        points: [
          [x + 24, y],
          [x + 17, y - 4],
          [x + 17, y + 4],
        ],
        fill: { colour: 'ink' },
      },
    ],
  },
  pooled: {
    words: say('pooledNumberAndItsInterval'),
    draw: (x: number, y: number): readonly SceneItem[] => [
      {
        kind: 'polygon',
        points: [
          [x, y],
          [x + 11, y - 6],
          [x + 22, y],
          [x + 11, y + 6],
        ],
        fill: INK,
      },
    ],
  },
}

/** An interval of the block that is wider than its axis. */
function leavesAxis({ axis, groups }: EntryBlock): boolean {
  if (!axis) return false
  return groups.some(({ entries }) =>
    entries.some((entry) => {
      if (entry.kind === 'words') return false
      const limits = entry.kind === 'pool' ? entry.pool.result : entry.row.estimate.interval
      if ('kind' in limits && limits.kind !== 'shown' && limits.kind !== 'pooled') return false
      return limits.lower < axis.low || limits.upper > axis.high
    }),
  )
}

/** Explains the signs that the forest plot uses, and no others. */
export function forestLegend(blocks: readonly EntryBlock[], y: number, width: number): TextBlock {
  const entries = blocks.flatMap((block) => block.groups.flatMap((group) => group.entries))
  const estimates = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row.estimate] : []))
  const used = [
    estimates.some((estimate) => estimate.controlled) ? SIGNS.controlled : undefined,
    estimates.some((estimate) => !estimate.controlled) ? SIGNS.single : undefined,
    estimates.some((estimate) => !estimate.direct) ? SIGNS.indirect : undefined,
    estimates.some((estimate) => estimate.finding.armN !== undefined) ? SIGNS.size : undefined,
    blocks.some(leavesAxis) ? SIGNS.arrow : undefined,
    entries.some((entry) => entry.kind === 'pool') ? SIGNS.pooled : undefined,
  ]
  return legendLines(
    used.flatMap((sign) => sign ?? []),
    y,
    width,
  )
}
