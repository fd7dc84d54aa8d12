import { CERTAINTIES, type Certainty } from '@/domain/vocabulary'
import type { SceneItem } from './scene'

export const SQUARE = 6
const GAP = 2

/** Pixels that the four squares take. */
export const SQUARES_WIDTH = CERTAINTIES.length * (SQUARE + GAP)

/**
 * Certainty as four small squares, as many filled as it has steps; none is drawn where it was not graded.
 *
 * @param x, y the top left corner
 */
export function certaintySquares(
  x: number,
  y: number,
  certainty: Certainty | undefined,
): readonly SceneItem[] {
  if (certainty === undefined) return []
  const filled = CERTAINTIES.length - CERTAINTIES.indexOf(certainty)
  return CERTAINTIES.map((_, index) => ({
    kind: 'rect',
    x: x + index * (SQUARE + GAP) + 0.5,
    y: y + 0.5,
    width: SQUARE - 1,
    height: SQUARE - 1,
    stroke: { colour: 'ink-soft' },
    ...(index < filled ? { fill: { colour: 'ink-soft' } } : {}),
  }))
}
