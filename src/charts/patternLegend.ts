import { say } from '@/words/interface/charts'
import type { SceneItem } from './scene'
import type { TextBlock } from './textBlock'
import { textWidth } from './textFit'

const SWATCH = 26

export interface LegendEntry {
  readonly words: string
  readonly draw: (x: number, y: number) => readonly SceneItem[]
}

const box = (x: number, y: number) => ({ kind: 'rect', x, y: y - 5, width: SWATCH, height: 10 }) as const

const ENTRIES: Readonly<Record<'solid' | 'hatched' | 'dashed' | 'interval', LegendEntry>> = {
  solid: {
    words: say('comparedWithAnotherGroup'),
    draw: (x, y) => [{ ...box(x, y), fill: { colour: 'ink-soft' } }],
  },
  hatched: {
    words: say('noGroupToCompareWith'),
    draw: (x, y) => [
      { ...box(x, y), fill: { colour: 'ink-soft', hatched: true }, stroke: { colour: 'ink-soft' } },
    ],
  },
  dashed: {
    words: say('measuredInOtherPatientsLegend'),
    draw: (x, y) => [{ ...box(x, y), stroke: { colour: 'ink-soft', width: 1.5, dash: '4 3' } }],
  },
  interval: {
    words: say('interval'),
    draw: (x, y) => [
      { kind: 'line', x1: x, x2: x + SWATCH, y1: y, y2: y, stroke: { colour: 'ink', width: 1.5 } },
      { kind: 'line', x1: x, x2: x, y1: y - 4, y2: y + 4, stroke: { colour: 'ink', width: 1.5 } },
      {
        kind: 'line',
        x1: x + SWATCH,
        x2: x + SWATCH,
        y1: y - 4,
        y2: y + 4,
        stroke: { colour: 'ink', width: 1.5 },
      },
    ],
  },
}

/** Signs with their words in lines that fit the width. */
export function legendLines(entries: readonly LegendEntry[], y: number, width: number): TextBlock {
  const items: SceneItem[] = []
  let [x, line] = [0, 0]
  for (const { words, draw } of entries) {
    const room = SWATCH + 8 + textWidth(words, 12) + 24
    if (x > 0 && x + room > width) [x, line] = [0, line + 1]
    const middle = y + line * 20 + 10
    items.push(...draw(x, middle), {
      kind: 'text',
      x: x + SWATCH + 8,
      y: middle + 4,
      text: words,
      size: 12,
      colour: 'ink-soft',
    })
    x += room
  }
  return { items, height: entries.length === 0 ? 0 : (line + 1) * 20 }
}

/** The look of a bar, as far as the legend explains it. */
export interface BarLook {
  readonly hatched: boolean
  readonly dashed: boolean
  readonly interval: unknown
}

/** Explains the patterns that the bars use, and no others. */
export function barsLegend(bars: readonly BarLook[], y: number, width: number): TextBlock {
  const used = [
    bars.some((bar) => !bar.hatched) ? ENTRIES.solid : undefined,
    bars.some((bar) => bar.hatched) ? ENTRIES.hatched : undefined,
    bars.some((bar) => bar.dashed) ? ENTRIES.dashed : undefined,
    bars.some((bar) => bar.interval !== undefined) ? ENTRIES.interval : undefined,
  ]
  return legendLines(
    used.flatMap((entry) => entry ?? []),
    y,
    width,
  )
}
