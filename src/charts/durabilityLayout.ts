import type { Durability } from '@/domain/durability/durability'
import { say } from '@/words/interface/charts'
import { curveAxes, LEFT, yearsAxis, type YearsAxis } from './durabilityAxes'
import { curveItems, type CurveScale } from './durabilityGlyphs'
import { curveLabels, nthOf } from './durabilityLabels'
import type { LetteredCurve, LetteredPanel } from './durabilityTwin'
import type { Scene, SceneItem, SceneMark } from './scene'
import { textBlock } from './textBlock'
import { treatmentSymbol } from './treatmentSymbol'
import { wordsBetween } from './wordsBetween'

/** From this width on, the labels stand to the right of the curves; below it under them. */
const WIDE = 640
const PLOT_HEIGHT = 210
const LABELS = 300
const GAP = 28
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

function placePanel({ panel, curves }: LetteredPanel, y: number, frame: Frame, years: YearsAxis) {
  const words = wordsBetween(panel.wordsBefore, y, frame.width)
  const head = textBlock(0, y + words.height + 14, Math.min(frame.width, 680), [
    { text: panel.outcome, size: 14, strong: true },
    {
      text: say('outOfDefinitionBase', { definition: panel.definition, base: panel.base.toLowerCase() }),
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
    ? curveLabels(curves, frame.labels[0], top, frame.labels[1])
    : curveLabels(curves, 0, under, frame.width)
  return {
    items: [
      ...words.items,
      ...head.items,
      ...curveAxes(top, frame.right, scale, years),
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
