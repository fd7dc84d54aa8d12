import { treatmentMark } from '@/domain/palette'
import type { Filling, Outline, Point, SceneItem } from './scene'
import { treatmentColour } from './theme'

const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

/** A Greek cross in a box of the given half width. */
function crossPoints(x: number, y: number, half: number): readonly Point[] {
  const arm = half * 0.36
  return DIRECTIONS.flatMap(([dx, dy]): readonly Point[] => [
    [x + dx * half + dy * arm, y + dy * half - dx * arm],
    [x + dx * half - dy * arm, y + dy * half + dx * arm],
    [x - dy * arm + dx * arm, y + dx * arm + dy * arm],
  ])
}

function polygonPoints(
  kind: 'square' | 'triangle' | 'diamond' | 'cross',
  x: number,
  y: number,
  half: number,
) {
  if (kind === 'cross') return crossPoints(x, y, half)
  const corners: Readonly<Record<'square' | 'triangle' | 'diamond', readonly Point[]>> = {
    square: [
      [-0.88, -0.88],
      [0.88, -0.88],
      [0.88, 0.88],
      [-0.88, 0.88],
    ],
    triangle: [
      [0, -1],
      [1.05, 0.85],
      [-1.05, 0.85],
    ],
    diamond: [
      [0, -1.15],
      [1.15, 0],
      [0, 1.15],
      [-1.15, 0],
    ],
  }
  return corners[kind].map(([dx, dy]): Point => [x + dx * half, y + dy * half])
}

/**
 * The mark of a treatment, the same as in column heads: filled for controlled results, an outline for single-arm
 * ones, a dashed ring around it for other patients.
 *
 * @param place the column, 0 for the first
 * @param size the height of the mark in pixels
 */
export function treatmentSymbol(
  place: number,
  x: number,
  y: number,
  size = 11,
  look: { readonly filled?: boolean; readonly indirect?: boolean } = {},
): readonly SceneItem[] {
  const { filled = true, indirect = false } = look
  const colour = treatmentColour(place)
  const half = size / 2
  const kind = treatmentMark(place)
  const fill: Filling = { colour: filled ? colour : 'paper' }
  const stroke: Outline = { colour, width: filled ? 1 : 1.75 }
  const dashed: readonly SceneItem[] = indirect
    ? [{ kind: 'circle', x, y, radius: half + 4, stroke: { colour, width: 1.25, dash: '2.5 2' } }]
    : []
  if (kind === 'disc') return [{ kind: 'circle', x, y, radius: half, fill, stroke }, ...dashed]
  if (kind === 'ring') {
    const core: SceneItem = { kind: 'circle', x, y, radius: half * 0.35, fill: { colour } }
    const ring: SceneItem = {
      kind: 'circle',
      x,
      y,
      radius: half * 0.88,
      fill: { colour: 'paper' },
      stroke: { colour, width: filled ? half * 0.42 : 1.25 },
    }
    return [ring, ...(filled ? [] : [core]), ...dashed]
  }
  return [{ kind: 'polygon', points: polygonPoints(kind, x, y, half), fill, stroke }, ...dashed]
}
