import type { Appraisal } from '@/domain/preferences/appraisal'
import type { AppraisedOption } from '@/domain/preferences/appraisedOption'
import type { Evidence } from '@/domain/evidence'
import { preferenceWords } from '@/words/preferences'
import type { Scene, SceneItem, SceneMark } from '../scene'
import { textBlock, type TextBlock } from '../textBlock'
import { textWidth } from '../textFit'
import { treatmentColour } from '../theme'
import { treatmentSymbol } from '../treatmentSymbol'
import { preferenceLegend } from './preferenceLegend'
import { criterionLabel, ofHundred, pointsText, sideText, type OptionColumn } from './preferencePicture'
import { barPieces, type Piece } from './preferencePieces'

const { say } = preferenceWords

interface Frame {
  readonly size: number
  readonly width: number
  readonly left: number
  readonly right: number
  readonly thick: number
}

function pieceItems(piece: Piece, colour: ReturnType<typeof treatmentColour>, y: number, frame: Frame) {
  const at = (share: number) => frame.left + share * (frame.right - frame.left)
  const [x, end] = [at(piece.from), at(piece.to)]
  const box = { kind: 'rect', x, y, width: end - x, height: frame.thick } as const
  const fills = {
    sure: { fill: { colour }, stroke: { colour: 'paper', width: 1.5 } },
    unsure: { fill: { colour, opacity: 0.35 }, stroke: { colour, width: 1 } },
    gap: { fill: { colour: 'line-strong', hatched: true }, stroke: { colour: 'line-strong', width: 1 } },
  } as const
  const items: SceneItem[] = [{ ...box, ...fills[piece.kind] }]
  if (piece.indirect)
    items.push({
      kind: 'line',
      x1: x + 1,
      x2: end - 1,
      y1: y - 3,
      y2: y - 3,
      stroke: { colour, width: 1.5, dash: '3 2' },
    })
  const number = String(piece.criterion + 1)
  if (end - x > textWidth(number, frame.size * 0.9) + 2)
    items.push({
      kind: 'text',
      x: (x + end) / 2,
      y: y + frame.thick + frame.size,
      text: number,
      size: Math.round(frame.size * 0.9),
      anchor: 'middle',
      colour: 'ink-soft',
    })
  return { items, x, end }
}

/** The widest piece of each criterion opens its number. */
function marksOf(
  placed: readonly { readonly piece: Piece; readonly x: number; readonly end: number }[],
  firstRow: number,
  y: number,
  thick: number,
): readonly SceneMark[] {
  const widest = new Map<number, { readonly x: number; readonly end: number }>()
  for (const { piece, x, end } of placed) {
    const known = widest.get(piece.criterion)
    if (!known || end - x > known.end - known.x) widest.set(piece.criterion, { x, end })
  }
  return [...widest].map(([criterion, { x, end }]) => ({
    row: firstRow + criterion,
    x,
    y: y - 2,
    width: Math.max(24, end - x),
    height: Math.max(24, thick + 4),
  }))
}

function barOf(option: AppraisedOption, place: number, firstRow: number, y: number, frame: Frame) {
  const colour = treatmentColour(place)
  const { left, right, thick } = frame
  const placed = barPieces(option).map((piece) => ({ piece, ...pieceItems(piece, colour, y, frame) }))
  return {
    items: [
      { kind: 'rect', x: left, y, width: right - left, height: thick, stroke: { colour: 'line' } },
      ...placed.flatMap(({ items }) => items),
    ] satisfies SceneItem[],
    marks: marksOf(placed, firstRow, y, thick),
  }
}

/** The name of an option on the left, its points on the right; on a narrow picture the points below the name. */
function headOf(
  option: AppraisedOption,
  column: OptionColumn | undefined,
  y: number,
  frame: Frame,
): TextBlock {
  const { size, width } = frame
  const name = column?.name ?? option.treatment
  const points = pointsText(option)
  const indent = Math.round(size * 1.5)
  const isOneLine = indent + textWidth(name, size, true) + 24 + textWidth(points, size) <= width
  const nameBlock = textBlock(indent, y, width - indent, [
    { text: name, size, strong: true },
    ...(isOneLine ? [] : [{ text: points, size }]),
  ])
  return {
    items: [
      ...treatmentSymbol(column?.place ?? 0, size * 0.55, y + size * 0.65, size * 0.85),
      ...nameBlock.items,
      ...(isOneLine
        ? [{ kind: 'text', x: width, y: y + size, text: points, size, anchor: 'end' } as const]
        : []),
    ],
    height: nameBlock.height,
  }
}

function axisItems(y: number, frame: Frame): readonly SceneItem[] {
  const { left, right, size } = frame
  const small = Math.round(size * 0.9)
  const at = (share: number) => left + share * (right - left)
  return [
    { kind: 'line', x1: left, x2: right, y1: y, y2: y, stroke: { colour: 'line-strong' } },
    ...[0, 25, 50, 75, 100].flatMap((tick): readonly SceneItem[] => [
      {
        kind: 'line',
        x1: at(tick / 100),
        x2: at(tick / 100),
        y1: y,
        y2: y + 4,
        stroke: { colour: 'line-strong' },
      },
      {
        kind: 'text',
        x: at(tick / 100),
        y: y + 5 + small,
        text: String(tick),
        size: small,
        anchor: tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle',
        colour: 'ink-soft',
      },
    ]),
    { kind: 'text', x: left, y: y + 9 + 2 * small, text: say('axisLow'), size: small, colour: 'ink-soft' },
    {
      kind: 'text',
      x: right,
      y: y + 9 + 2 * small,
      text: say('axisHigh'),
      size: small,
      anchor: 'end',
      colour: 'ink-soft',
    },
  ]
}

/** The criteria by their numbers, with their share of the weight. */
function keyOf({ criteria }: Appraisal, evidence: Evidence, y: number, frame: Frame): TextBlock {
  return textBlock(
    0,
    y,
    frame.width,
    criteria.map(({ criterion, share }, at) => ({
      text: `${at + 1}  ${criterionLabel(criterion, evidence)} (${sideText(criterion)}): ${say('shareOf', { share: ofHundred(share) })}`,
      size: frame.size,
      above: 3,
    })),
  )
}

/**
 * A bar for each option on one axis from 0 to 100 points, cut into what each criterion adds: what is sure, what lies
 * within the range of a study, and the gaps. The numbers under the pieces are those of the list of criteria.
 *
 * @param size of the text in pixels
 */
export function preferenceLayout(
  appraisal: Appraisal,
  columns: readonly OptionColumn[],
  evidence: Evidence,
  width: number,
  size = 13,
): Scene {
  const frame: Frame = { size, width, left: 1, right: width - 1, thick: Math.round(size * 1.5) }
  const items: SceneItem[] = []
  const marks: SceneMark[] = []
  let y = 2
  for (const [at, option] of appraisal.options.entries()) {
    const head = headOf(option, columns[at], y, frame)
    y += head.height + Math.round(size * 0.45)
    const bar = barOf(option, columns[at]?.place ?? at, at * (appraisal.criteria.length + 1) + 1, y, frame)
    items.push(...head.items, ...bar.items)
    marks.push(...bar.marks)
    y += frame.thick + Math.round(size * 2)
  }
  items.push(...axisItems(y, frame))
  y += 14 + 2 * size + size
  const key = keyOf(appraisal, evidence, y, frame)
  y += key.height + Math.round(size * 0.8)
  const pieces = appraisal.options.flatMap(barPieces)
  const legend = preferenceLegend(pieces, y, width, size)
  return {
    width,
    height: Math.ceil(y + legend.height + 4),
    items: [...items, ...key.items, ...legend.items],
    marks,
  }
}
