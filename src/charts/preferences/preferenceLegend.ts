import { preferenceWords } from '@/words/preferences'
import type { SceneItem } from '../scene'
import type { TextBlock } from '../textBlock'
import { textWidth, wrapText } from '../textFit'
import type { Piece } from './preferencePieces'

const { say } = preferenceWords

interface Entry {
  readonly words: string
  readonly used: boolean
  readonly draw: (x: number, y: number, height: number) => readonly SceneItem[]
}

const SWATCH = 26

function entriesFor(pieces: readonly Piece[]): readonly Entry[] {
  const has = (kind: Piece['kind']) => pieces.some((piece) => piece.kind === kind)
  const box = (x: number, y: number, height: number) =>
    ({ kind: 'rect', x, y: y - height / 2, width: SWATCH, height }) as const
  return [
    {
      words: say('sure'),
      used: has('sure'),
      draw: (x, y, height) => [{ ...box(x, y, height), fill: { colour: 'ink-soft' } }],
    },
    {
      words: say('unsure'),
      used: has('unsure'),
      draw: (x, y, height) => [
        { ...box(x, y, height), fill: { colour: 'ink-soft', opacity: 0.35 }, stroke: { colour: 'ink-soft' } },
      ],
    },
    {
      words: say('gap'),
      used: has('gap'),
      draw: (x, y, height) => [
        {
          ...box(x, y, height),
          fill: { colour: 'line-strong', hatched: true },
          stroke: { colour: 'line-strong' },
        },
      ],
    },
    {
      words: say('otherPeople'),
      used: pieces.some(({ indirect }) => indirect),
      draw: (x, y) => [
        {
          kind: 'line',
          x1: x,
          x2: x + SWATCH,
          y1: y,
          y2: y,
          stroke: { colour: 'ink-soft', width: 1.5, dash: '3 2' },
        },
      ],
    },
  ]
}

/** Explains the pieces that the bars use, and no others, in lines that fit the width. */
export function preferenceLegend(
  pieces: readonly Piece[],
  y: number,
  width: number,
  size: number,
): TextBlock {
  const items: SceneItem[] = []
  const step = size * 1.6
  let [x, line] = [0, 0]
  for (const { words, draw } of entriesFor(pieces).filter(({ used }) => used)) {
    const room = SWATCH + 8 + textWidth(words, size) + 20
    if (x > 0 && x + room > width) [x, line] = [0, line + 1]
    const middle = y + line * step + step / 2
    items.push(...draw(x, middle, size * 0.8))
    const lines = wrapText(words, width - SWATCH - 8, size)
    lines.forEach((text, at) =>
      items.push({
        kind: 'text',
        x: x + SWATCH + 8,
        y: middle + size * 0.35 + at * step,
        text,
        size,
        colour: 'ink-soft',
      }),
    )
    line += lines.length - 1
    x = lines.length > 1 ? width : x + room
  }
  return { items, height: (line + 1) * step }
}
