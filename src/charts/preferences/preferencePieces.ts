import type { AppraisedOption, Part } from '@/domain/preferences/appraisedOption'

/** What a piece of a bar stands for: surely met, met within the range of a study, or not known. */
export type PieceKind = 'sure' | 'unsure' | 'gap'

export interface Piece {
  readonly kind: PieceKind
  /** Place of the criterion in the appraisal, 0 for the heaviest. */
  readonly criterion: number
  /** From 0 to 1 along the bar. */
  readonly from: number
  readonly to: number
  /** Seen in people of another kind. */
  readonly indirect: boolean
}

/** Thinner than this a piece is not drawn: it is rounding. */
const NOTHING = 1e-6

function piecesOf(parts: readonly Part[], kind: PieceKind, start: number): readonly Piece[] {
  let from = start
  return parts.flatMap((part, criterion) => {
    const isGap = part.gap !== undefined
    const own = kind === 'sure' ? part.low : (kind === 'gap') === isGap ? part.high - part.low : 0
    if (own < NOTHING) return []
    const piece = {
      kind,
      criterion,
      from,
      to: from + own,
      indirect: part.estimate?.direct === false && !isGap,
    }
    from += own
    return [piece]
  })
}

/** The pieces of a bar from the left: what is sure, what lies within the ranges, and the gaps last. */
export function barPieces({ parts, low }: AppraisedOption): readonly Piece[] {
  const sure = piecesOf(parts, 'sure', 0)
  const unsure = piecesOf(parts, 'unsure', low)
  return [...sure, ...unsure, ...piecesOf(parts, 'gap', unsure.at(-1)?.to ?? low)]
}
