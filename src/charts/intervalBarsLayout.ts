import { axisBase, axisPosition, type BarAxis } from './barAxis'
import { labelBlock, numberBlock, sharedDetails } from './barRowText'
import type { BarPanel, BarRow } from './intervalBars'
import { barsLegend } from './patternLegend'
import type { SceneItem, SceneMark } from './scene'
import { textBlock, type TextBlock } from './textBlock'
import { wordsBetween } from './wordsBetween'

/** From this width on, names, bars and numbers stand in three columns; below it they are stacked. */
const WIDE = 600
export const BAR_THICKNESS = 16
/** Between a bar and the dashes around it that stand for other patients. */
export const DASH_GAP = 3
const ROW_GAP = 18
const NUMBERS_WIDTH = 164
const COLUMN_GAP = 18

export interface PlacedBar {
  readonly row: BarRow
  /** Middle of the bar. */
  readonly y: number
  /** Left and right end of the bar, in that order. */
  readonly from: number
  readonly to: number
  /** Where the value lies: one of the two ends. */
  readonly value: number
  /** Ends of the interval; undefined where none is shown. */
  readonly interval: readonly [number, number] | undefined
  readonly hatched: boolean
  readonly dashed: boolean
}

/** A panel with an axis, as Chart.js and the file draw it. */
export interface PlacedPanel {
  readonly axis: BarAxis
  /** The box whose even bands hold the bars, gaps among them. */
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  /** A band each, from the top; undefined for a gap. */
  readonly bands: readonly (PlacedBar | undefined)[]
}

export interface BarsLayout {
  readonly width: number
  readonly height: number
  readonly panels: readonly PlacedPanel[]
  /** Everything but the bars. */
  readonly annotations: readonly SceneItem[]
  readonly marks: readonly SceneMark[]
}

/** The columns of the drawing in pixels. */
interface Frame {
  readonly wide: boolean
  readonly width: number
  readonly label: number
  readonly left: number
  readonly right: number
}

function frameOf(width: number): Frame {
  if (width < WIDE) return { wide: false, width, label: width, left: 10, right: width - 14 }
  const label = Math.round(Math.min(320, width * 0.36))
  return { wide: true, width, label, left: label + COLUMN_GAP, right: width - NUMBERS_WIDTH - COLUMN_GAP }
}

interface RowBlocks {
  readonly items: readonly SceneItem[]
  /** Height of the words, and how far below the top of the words the bar lies. */
  readonly height: number
  readonly bar: number
}

function gapWords(row: BarRow, x: number, y: number, width: number) {
  return textBlock(x, y, width, [{ text: row.gap ?? '', italic: true, colour: 'ink-faint' }])
}

function wideRow(row: BarRow, shared: readonly string[], y: number, frame: Frame): RowBlocks {
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

function stackedRow(row: BarRow, shared: readonly string[], y: number, frame: Frame): RowBlocks {
  const label = labelBlock(row, shared, 0, y, frame.label)
  const number = numberBlock(row, 24, y + label.height + 4, frame.label - 24)
  const gap = gapWords(row, 24, y + label.height + number.height + 4, frame.label - 24)
  const words = label.height + number.height + gap.height + 4
  const bar = row.gap === undefined ? BAR_THICKNESS + 14 : 0
  return { items: [...label.items, ...number.items, ...gap.items], height: words + bar, bar: words + 14 }
}

function placeBar(row: BarRow, axis: BarAxis, y: number, { left, right }: Frame): PlacedBar | undefined {
  const estimate = row.shown?.estimate
  if (row.gap !== undefined || estimate?.value === undefined) return undefined
  const at = (value: number) => axisPosition(value, axis, left, right)
  const [base, value] = [at(axisBase(axis)), at(estimate.value)]
  const { interval } = estimate
  return {
    row,
    y,
    from: Math.min(base, value),
    to: Math.max(base, value),
    value,
    interval: interval.kind === 'shown' ? [at(interval.lower), at(interval.upper)] : undefined,
    hatched: !estimate.controlled,
    dashed: !estimate.direct,
  }
}

function grid(
  axis: BarAxis,
  frame: Frame,
  bands: readonly (readonly [number, number])[],
): readonly SceneItem[] {
  return axis.ticks.flatMap(({ value }) => {
    const x = axisPosition(value, axis, frame.left, frame.right)
    const strong = value === axisBase(axis)
    return bands.map(([y1, y2]): SceneItem => ({
      kind: 'line',
      x1: x,
      x2: x,
      y1,
      y2,
      stroke: { colour: strong ? 'line-strong' : 'line' },
    }))
  })
}

function axisWords(axis: BarAxis, frame: Frame, y: number): readonly SceneItem[] {
  const ticks = axis.ticks.map(({ value, text }): SceneItem => ({
    kind: 'text',
    x: axisPosition(value, axis, frame.left, frame.right),
    y: y + 14,
    text,
    size: 12,
    anchor: 'middle',
    colour: 'ink-soft',
  }))
  const middle = (frame.left + frame.right) / 2
  return [
    ...ticks,
    {
      kind: 'text',
      x: middle,
      y: y + 31,
      text: axis.caption,
      size: 12,
      anchor: 'middle',
      colour: 'ink-soft',
    },
  ]
}

const AXIS_HEIGHT = 40

function sharedWords(shared: readonly string[], y: number, width: number): TextBlock {
  if (shared.length === 0) return { items: [], height: 0 }
  const text = `All of these: ${shared.join('\u00a0· ')}`
  const block = textBlock(0, y, width, [{ text, size: 12, colour: 'ink-soft' }])
  return { items: block.items, height: block.height + 6 }
}

function placePanel(panel: BarPanel, start: number, frame: Frame) {
  const shared = sharedDetails(panel.rows)
  const words = sharedWords(shared, start, frame.width)
  const top = start + words.height
  const blockOf = frame.wide ? wideRow : stackedRow
  const sizes = panel.rows.map((row) => blockOf(row, shared, 0, frame))
  const rowHeight = Math.max(...sizes.map((size) => size.height)) + ROW_GAP
  const rows = panel.rows.map((row, index) => {
    const y = top + index * rowHeight
    return { row, y, block: blockOf(row, shared, y + ROW_GAP / 2, frame) }
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
      ...(axis ? [...grid(axis, frame, gridded), ...axisWords(axis, frame, bottom)] : []),
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
