import { PHRASES } from '@/domain/phrases'
import type { SceneItem } from './scene'
import { textBlock, type TextBlock } from './textBlock'

/** Two discs with a bar between: the sign of numbers that may not stand side by side. */
export function apartSign(x: number, y: number): readonly SceneItem[] {
  return [
    { kind: 'circle', x: x + 4, y, radius: 4, fill: { colour: 'ink-soft' } },
    { kind: 'line', x1: x + 12, x2: x + 12, y1: y - 8, y2: y + 8, stroke: { colour: 'ink', width: 2 } },
    { kind: 'circle', x: x + 20, y, radius: 4, fill: { colour: 'ink-soft' } },
  ]
}

/**
 * What stands between two panels whose numbers may not be compared: a rule, the sign, and every reason.
 *
 * @param reasons none: nothing stands there
 */
export function wordsBetween(reasons: readonly string[], y: number, width: number): TextBlock {
  if (reasons.length === 0) return { items: [], height: 0 }
  const top = y + 16
  const words = textBlock(34, top + 12, Math.min(620, width - 34), [
    { text: PHRASES.notBesideAbove, size: 13, strong: true },
    { text: reasons.join(' '), size: 12, colour: 'ink-soft', above: 2 },
  ])
  return {
    items: [
      { kind: 'line', x1: 0, x2: width, y1: top, y2: top, stroke: { colour: 'line-strong' } },
      ...apartSign(2, top + 22),
      ...words.items,
    ],
    height: 16 + 12 + words.height + 10,
  }
}
