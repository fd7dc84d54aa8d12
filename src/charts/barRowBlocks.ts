import { labelBlock, numberBlock } from './barRowText'
import type { BarRow } from './intervalBars'
import { BAR_THICKNESS, NUMBERS_WIDTH, type BarFrame } from './placedBars'
import type { SceneItem } from './scene'
import { textBlock } from './textBlock'

/** The words of a row, without its bar. */
export interface RowBlocks {
  readonly items: readonly SceneItem[]
  /** Height of the words, and how far below the top of the words the bar lies. */
  readonly height: number
  readonly bar: number
}

function gapWords(row: BarRow, x: number, y: number, width: number) {
  return textBlock(x, y, width, [{ text: row.gap ?? '', italic: true, colour: 'ink-faint' }])
}

/** Name, room for the bar, number: in three columns. */
function wideRow(row: BarRow, shared: readonly string[], y: number, frame: BarFrame): RowBlocks {
  const label = labelBlock(row, shared, 0, y, frame.label)
  const number = numberBlock(row, frame.width - NUMBERS_WIDTH, y, NUMBERS_WIDTH)
  const gapRight = row.shown ? frame.right : frame.width
  const gap = gapWords(row, frame.left, y, gapRight - frame.left)
  return {
    items: [...label.items, ...number.items, ...gap.items],
    height: Math.max(label.height, number.height, gap.height, BAR_THICKNESS + 8),
    bar: 12,
  }
}

/** Name and number above the bar. */
function stackedRow(row: BarRow, shared: readonly string[], y: number, frame: BarFrame): RowBlocks {
  const label = labelBlock(row, shared, 0, y, frame.label)
  const number = numberBlock(row, 24, y + label.height + 4, frame.label - 24)
  const gap = gapWords(row, 24, y + label.height + number.height + 4, frame.label - 24)
  const words = label.height + number.height + gap.height + 4
  const bar = row.gap === undefined ? BAR_THICKNESS + 14 : 0
  return { items: [...label.items, ...number.items, ...gap.items], height: words + bar, bar: words + 14 }
}

/**
 * The words of a row from the top edge `y`.
 *
 * @param shared details that are said once for the panel
 */
export function rowBlocks(row: BarRow, shared: readonly string[], y: number, frame: BarFrame): RowBlocks {
  return frame.wide ? wideRow(row, shared, y, frame) : stackedRow(row, shared, y, frame)
}
