import { TEXT_SIZE, type SceneColour, type SceneItem } from './scene'
import { wrapText } from './textFit'

/** A paragraph of a drawing, wrapped to the width of its block. */
export interface Paragraph {
  readonly text: string
  /** In pixels. */
  readonly size?: number
  readonly strong?: boolean
  readonly italic?: boolean
  readonly colour?: SceneColour
  /** Space above it in pixels, if it is not the first. */
  readonly above?: number
}

export interface TextBlock {
  readonly items: readonly SceneItem[]
  readonly height: number
}

/** Lines are 1.35 times as high as their letters. */
const LINE_HEIGHT = 1.35

/**
 * Paragraphs under one another.
 *
 * @param x the left edge, or the right one with `anchor` end
 * @param y the top edge
 * @param width pixels to wrap at
 */
export function textBlock(
  x: number,
  y: number,
  width: number,
  paragraphs: readonly Paragraph[],
  anchor: 'start' | 'end' = 'start',
): TextBlock {
  const items: SceneItem[] = []
  let top = 0
  for (const { text, size = TEXT_SIZE, strong = false, italic = false, colour, above = 0 } of paragraphs) {
    if (text === '') continue
    if (items.length > 0) top += above
    const step = size * LINE_HEIGHT
    for (const line of wrapText(text, width, size, strong)) {
      const look = { size, strong, italic, anchor, ...(colour === undefined ? {} : { colour }) }
      items.push({ kind: 'text', x, y: y + top + size, text: line, ...look })
      top += step
    }
  }
  return { items, height: top }
}
