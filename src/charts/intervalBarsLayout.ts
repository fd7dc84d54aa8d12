import { say } from '@/words/interface/charts'
import { axisWords, gridLines } from './barAxisItems'
import { rowBlocks } from './barRowBlocks'
import { sharedDetails } from './barRowText'
import type { BarPanel } from './intervalBars'
import { barsLegend } from './patternLegend'
import { frameOf, placeBar, type BarFrame, type BarsLayout, type PlacedPanel } from './placedBars'
import type { SceneItem, SceneMark } from './scene'
import { textBlock, type TextBlock } from './textBlock'
import { wordsBetween } from './wordsBetween'

const ROW_GAP = 18
const AXIS_HEIGHT = 40

function sharedWords(shared: readonly string[], y: number, width: number): TextBlock {
  if (shared.length === 0) return { items: [], height: 0 }
  const text = say('allOfThese', { list: shared.join('\u00a0· ') })
  const block = textBlock(0, y, width, [{ text, size: 12, colour: 'ink-soft' }])
  return { items: block.items, height: block.height + 6 }
}

function placePanel(panel: BarPanel, start: number, frame: BarFrame) {
  const shared = sharedDetails(panel.rows)
  const words = sharedWords(shared, start, frame.width)
  const top = start + words.height
  const sizes = panel.rows.map((row) => rowBlocks(row, shared, 0, frame))
  const rowHeight = Math.max(...sizes.map((size) => size.height)) + ROW_GAP
  const rows = panel.rows.map((row, index) => {
    const y = top + index * rowHeight
    return { row, y, block: rowBlocks(row, shared, y + ROW_GAP / 2, frame) }
  })
  // All bars lie equally deep in their bands, or the bands of the chart would not meet them.
  const depth = ROW_GAP / 2 + Math.max(...sizes.map((size) => size.bar))
  const bottom = top + rows.length * rowHeight
  const { axis } = panel
  const bands = axis && rows.map(({ row, y }) => placeBar(row, axis, y + depth, frame))
  const hairlines = rows.slice(1).map(({ y }): SceneItem => ({
    kind: 'line',
    x1: 0,
    x2: frame.width,
    y1: y,
    y2: y,
    stroke: { colour: 'line' },
  }))
  const gridded: readonly (readonly [number, number])[] = frame.wide
    ? [[top + 4, bottom]]
    : (bands ?? []).flatMap((bar) => (bar ? [[bar.y - 13, bar.y + 13] as const] : []))
  return {
    bottom: bottom + (axis ? AXIS_HEIGHT : 0),
    items: [
      ...words.items,
      ...hairlines,
      ...(axis ? [...gridLines(axis, frame, gridded), ...axisWords(axis, frame, bottom)] : []),
      ...rows.flatMap(({ block }) => block.items),
    ],
    marks: rows.map(({ row, y }) => ({ row: row.twinRow, x: 0, y, width: frame.width, height: rowHeight })),
    placed:
      axis && bands
        ? {
            axis,
            bands,
            plot: {
              left: frame.left,
              right: frame.right,
              top: top + depth - rowHeight / 2,
              bottom: bottom + depth - rowHeight / 2,
            },
          }
        : undefined,
  }
}

/**
 * Places panels of bars in a drawing of the given width: names, bars and numbers in three columns, or stacked on a
 * phone; between panels the words that say why they are apart.
 *
 * @param width in pixels
 */
export function intervalBarsLayout(panels: readonly BarPanel[], width: number): BarsLayout {
  const frame = frameOf(width)
  const annotations: SceneItem[] = []
  const marks: SceneMark[] = []
  const placed: PlacedPanel[] = []
  let y = 0
  for (const panel of panels) {
    const words = wordsBetween(panel.wordsBefore, y, width)
    annotations.push(...words.items)
    const made = placePanel(panel, y + words.height, frame)
    annotations.push(...made.items)
    marks.push(...made.marks)
    if (made.placed) placed.push(made.placed)
    y = made.bottom
  }
  const bars = placed.flatMap((panel) => panel.bands.flatMap((bar) => bar ?? []))
  const legend = barsLegend(bars, y + 8, width)
  return {
    width,
    height: Math.ceil(y + 8 + legend.height),
    panels: placed,
    annotations: [...annotations, ...legend.items],
    marks,
  }
}
