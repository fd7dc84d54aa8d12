import type { Durability } from '@/domain/durability/durability'
import { formatNumber } from '@/domain/format'
import { curveItems, lineSample, type CurveScale } from './durabilityGlyphs'
import type { LetteredCurve, LetteredPanel } from './durabilityTwin'
import type { Scene, SceneItem, SceneMark } from './scene'
import { textBlock, type TextBlock } from './textBlock'
import { treatmentSymbol } from './treatmentSymbol'
import { wordsBetween } from './wordsBetween'

/** From this width on, the labels stand to the right of the curves; below it under them. */
const WIDE = 640
const PLOT_HEIGHT = 210
const LEFT = 34
const LABELS = 300
const GAP = 28
const SAMPLE = 46
const TARGET = 24

interface Frame {
  readonly width: number
  readonly right: number
  readonly labels: readonly [left: number, width: number] | undefined
}

function frameOf(width: number): Frame {
  if (width < WIDE) return { width, right: width - 24, labels: undefined }
  const room = width < 800 ? 230 : LABELS
  return { width, right: width - room - GAP, labels: [width - room, room] }
}

const YEAR_STEPS = [0.25, 0.5, 1, 2, 5, 10] as const

/** The last tick of the years, and the step between ticks: all panels share them. */
export function yearsAxis(longest: number): { readonly last: number; readonly step: number } {
  const step = YEAR_STEPS.find((candidate) => longest / candidate <= 8) ?? 10
  return { last: Math.max(step, Math.ceil(longest / step - 1e-9) * step), step }
}

function axes(
  top: number,
  frame: Frame,
  scale: CurveScale,
  years: { last: number; step: number },
): readonly SceneItem[] {
  const small = { size: 11, colour: 'ink-soft' } as const
  const rows = [0, 25, 50, 75, 100].flatMap((percent): readonly SceneItem[] => [
    {
      kind: 'line',
      x1: LEFT,
      x2: frame.right,
      y1: scale.y(percent),
      y2: scale.y(percent),
      stroke: { colour: percent === 0 ? 'line-strong' : 'line' },
    },
    { kind: 'text', x: LEFT - 6, y: scale.y(percent) + 4, text: String(percent), anchor: 'end', ...small },
  ])
  const ticks = Array.from(
    { length: Math.round(years.last / years.step) + 1 },
    (_, index) => index * years.step,
  )
  const columns = ticks.flatMap((year): readonly SceneItem[] => [
    {
      kind: 'line',
      x1: scale.x(year),
      x2: scale.x(year),
      y1: scale.y(0),
      y2: scale.y(0) + 4,
      stroke: { colour: 'line-strong' },
    },
    {
      kind: 'text',
      x: scale.x(year),
      y: scale.y(0) + 16,
      text: formatNumber(year),
      anchor: 'middle',
      ...small,
    },
  ])
  return [
    ...rows,
    ...columns,
    { kind: 'text', x: 0, y: top - 12, text: 'of 100 people', ...small },
    {
      kind: 'text',
      x: (LEFT + frame.right) / 2,
      y: scale.y(0) + 31,
      text: 'years',
      anchor: 'middle',
      ...small,
    },
  ]
}

/** How many curves of its treatment stand before it in the panel: gives it its line. */
function nthOf(lettered: LetteredCurve, all: readonly LetteredCurve[]): number {
  const alike = all.filter(
    (other) =>
      other.curve.column === lettered.curve.column && other.curve.actuarial === lettered.curve.actuarial,
  )
  return alike.indexOf(lettered)
}

/** Letters at the ends of the curves, moved apart where they would meet. */
function endLetters(curves: readonly LetteredCurve[], scale: CurveScale): readonly SceneItem[] {
  const ends = curves
    .flatMap(({ curve, letter }) => {
      const last = curve.points.at(-1)
      return last ? [{ letter, x: scale.x(last.years) + 10, y: scale.y(last.percent) + 4 }] : []
    })
    .sort((a, b) => a.y - b.y)
  const placed: { letter: string; x: number; y: number }[] = []
  for (const end of ends) {
    const near = placed.filter((other) => Math.abs(other.x - end.x) < 14)
    placed.push({ ...end, y: Math.max(end.y, ...near.map((other) => other.y + 13)) })
  }
  return placed.map(({ letter, x, y }): SceneItem => ({
    kind: 'text',
    x,
    y,
    text: letter,
    size: 12,
    strong: true,
  }))
}

function pointMarks({ curve, pointRows }: LetteredCurve, scale: CurveScale): readonly SceneMark[] {
  return curve.points.map((point, index) => ({
    row: pointRows[index] ?? 0,
    x: scale.x(point.years) - TARGET / 2,
    y: scale.y(point.percent) - TARGET / 2,
    width: TARGET,
    height: TARGET,
  }))
}

function labelOf(
  lettered: LetteredCurve,
  all: readonly LetteredCurve[],
  x: number,
  y: number,
  width: number,
): TextBlock {
  const { curve, letter } = lettered
  const words = textBlock(x + SAMPLE, y, width - SAMPLE, [
    { text: `${letter}  ${curve.column.name}`, strong: true },
    { text: `${curve.definition}; out of: ${curve.base.toLowerCase()}`, size: 12, above: 1 },
    { text: `${curve.row.scope}. ${curve.kinds}. ${curve.study}`, size: 11, colour: 'ink-soft', above: 1 },
    { text: curve.row.plainNote ?? '', size: 11, italic: true, above: 1 },
  ])
  return {
    items: [...lineSample(curve, nthOf(lettered, all), x, y + 8), ...words.items],
    height: words.height,
  }
}

function labels(curves: readonly LetteredCurve[], x: number, y: number, width: number): TextBlock {
  const items: SceneItem[] = []
  let bottom = y
  for (const lettered of curves) {
    const block = labelOf(lettered, curves, x, bottom, width)
    items.push(...block.items)
    bottom += block.height + 10
  }
  return { items, height: bottom - y }
}

function placePanel(
  { panel, curves }: LetteredPanel,
  y: number,
  frame: Frame,
  years: { last: number; step: number },
) {
  const words = wordsBetween(panel.wordsBefore, y, frame.width)
  const head = textBlock(0, y + words.height + 14, Math.min(frame.width, 680), [
    { text: panel.outcome, size: 14, strong: true },
    {
      text: `${panel.definition}; out of: ${panel.base.toLowerCase()}`,
      size: 12,
      colour: 'ink-soft',
      above: 1,
    },
    { text: panel.wordsWithin.join(' '), size: 12, italic: true, above: 1 },
  ])
  const top = y + words.height + 14 + head.height + 34
  const scale: CurveScale = {
    x: (value) => LEFT + (value / years.last) * (frame.right - LEFT),
    y: (percent) => top + (1 - percent / 100) * PLOT_HEIGHT,
  }
  const under = top + PLOT_HEIGHT + 40
  const legend = frame.labels
    ? labels(curves, frame.labels[0], top, frame.labels[1])
    : labels(curves, 0, under, frame.width)
  return {
    items: [
      ...words.items,
      ...head.items,
      ...axes(top, frame, scale, years),
      ...curves.flatMap((lettered) => curveItems(lettered.curve, scale, nthOf(lettered, curves))),
      ...endLetters(curves, scale),
      ...legend.items,
    ],
    marks: curves.flatMap((lettered) => pointMarks(lettered, scale)),
    bottom: frame.labels ? Math.max(under, top + legend.height) : under + legend.height,
  }
}

/**
 * Places the curves in panels under one another, all with the same years and all of 100 people, each with its label
 * beside it (below it on a phone); between panels stand the words that say why they are apart.
 *
 * @param width in pixels
 */
export function durabilityLayout(
  durability: Durability,
  panels: readonly LetteredPanel[],
  width: number,
): Scene {
  const frame = frameOf(width)
  const years = yearsAxis(
    Math.max(0, ...durability.curves.flatMap((curve) => curve.points.map((point) => point.years))),
  )
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let y = 0
  for (const panel of panels) {
    const placed = placePanel(panel, y, frame, years)
    items.push(...placed.items)
    marks.push(...placed.marks)
    y = placed.bottom
  }
  for (const { column, words } of durability.gaps) {
    const block = textBlock(22, y + 12, width - 22, [
      { text: column.name, size: 14, strong: true },
      { text: words, italic: true, colour: 'ink-faint' },
    ])
    items.push(...treatmentSymbol(column.place, 9, y + 21, 11), ...block.items)
    y += 12 + block.height
  }
  return { width, height: Math.ceil(y + 8), items, marks }
}
