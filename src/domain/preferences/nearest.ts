import type { Appraisal } from './appraisal'
import type { AppraisedOption } from './appraisedOption'
import type { Criterion } from './criteria'
import { orderWeights } from './weighing'

/** One change of weight after which the second option would come before the first. */
export type Swap =
  | {
      readonly kind: 'times'
      readonly criterion: Criterion
      /** What its weight would have to be multiplied by, more or less than 1. */
      readonly factor: number
    }
  | {
      readonly kind: 'place'
      readonly criterion: Criterion
      /** Where it would have to stand in the order, 1 for the first. */
      readonly place: number
    }

/** A criterion that one of two options meets further than the other. */
export interface Reason {
  readonly criterion: Criterion
  /** False: it is known for the one it speaks for, and not known for the other, which may meet it as well. */
  readonly knownForBoth: boolean
}

/** The two options nearest to what was said, what puts one before the other, and what would turn them round. */
export interface Nearest {
  /** Treatment ids. */
  readonly first: string
  readonly second: string
  /** The two come out level. */
  readonly level: boolean
  /** What speaks for the first, the strongest first; at most two. */
  readonly because: readonly Reason[]
  /** What speaks for the second, the strongest first; at most two. */
  readonly against: readonly Reason[]
  /** Undefined where no single change would do. */
  readonly swap: Swap | undefined
}

/** A weight changed more than this is no longer the same wish. */
const MOST_FACTOR = 10
const LEVEL = 1e-9
const MOST_NAMED = 2

interface Side {
  readonly criterion: Criterion
  readonly share: number
  /** How much further the first option meets it than the second, -1 to 1. */
  readonly lead: number
  /** Both cells are settled. */
  readonly settled: boolean
  /** The cell of the one that leads is. */
  readonly known: boolean
}

/** A gap counts with the middle of its range, as it does on average when it is drawn. */
function middleOf(option: AppraisedOption): number {
  return option.parts.reduce((sum, { share, meeting }) => sum + share * meeting.middle, 0)
}

function sidesOf(first: AppraisedOption, second: AppraisedOption): readonly Side[] {
  return first.parts.flatMap((part, at): readonly Side[] => {
    const other = second.parts[at]
    if (!other) return []
    const lead = part.meeting.middle - other.meeting.middle
    return [
      {
        criterion: part.criterion,
        share: part.share,
        lead,
        settled: part.gap === undefined && other.gap === undefined,
        known: (lead > 0 ? part : other).gap === undefined,
      },
    ]
  })
}

function difference(sides: readonly Side[], shares: readonly number[]): number {
  return sides.reduce((sum, { lead }, at) => sum + (shares[at] ?? 0) * lead, 0)
}

/** Twice as much and half as much are as far from 1; of two as far, more of a wish is easier to think of than less. */
function distance(factor: number): number {
  return Math.abs(Math.log(factor)) + (factor < 1 ? LEVEL : 0)
}

/** The smallest multiple of one weight, on settled criteria only, that makes the second at least level. */
function swapByWeight(sides: readonly Side[]): Swap | undefined {
  const whole = difference(
    sides,
    sides.map(({ share }) => share),
  )
  const found = sides
    .filter(({ settled, share, lead }) => settled && share > 0 && Math.abs(lead) > LEVEL)
    .map(({ criterion, share, lead }) => ({ criterion, factor: 1 - whole / (share * lead) }))
    .filter(({ factor }) => factor >= 0 && factor <= MOST_FACTOR && factor >= 1 / MOST_FACTOR)
    .sort((a, b) => distance(a.factor) - distance(b.factor))
  return found[0] && { kind: 'times', ...found[0] }
}

/**
 * The shortest move of one settled criterion in the order that makes the second at least level: up for what speaks
 * for the second, else down for what speaks for the first.
 */
function swapByPlace(sides: readonly Side[]): Swap | undefined {
  const shares = orderWeights(sides.length)
  const moves = sides.flatMap((side, from) =>
    side.settled ? sides.map((_, to) => ({ side, from, to, steps: Math.abs(from - to) })) : [],
  )
  const found = moves
    .filter(({ side, from, to }) => (to < from && side.lead < -LEVEL) || (to > from && side.lead > LEVEL))
    .sort((a, b) => a.steps - b.steps || a.to - a.from - (b.to - b.from))
    .find(({ side, to }) => {
      const others = sides.filter((other) => other !== side)
      return difference([...others.slice(0, to), side, ...others.slice(to)], shares) <= LEVEL
    })
  return found && { kind: 'place', criterion: found.side.criterion, place: found.to + 1 }
}

function strongest(sides: readonly Side[], sign: 1 | -1): readonly Reason[] {
  return sides
    .filter(({ known, lead, share }) => known && sign * lead * share > LEVEL)
    .sort((a, b) => sign * (b.lead * b.share - a.lead * a.share))
    .slice(0, MOST_NAMED)
    .map(({ criterion, settled }) => ({ criterion, knownForBoth: settled }))
}

/**
 * Which two options come nearest to what was said, why, and which single change of weight would turn them round.
 *
 * @returns undefined where the options may not be put in order
 */
export function nearest({ options, refusal, by }: Appraisal): Nearest | undefined {
  if (refusal) return undefined
  const [first, second] = [...options].sort((a, b) => middleOf(b) - middleOf(a))
  if (!first || !second) return undefined
  const sides = sidesOf(first, second)
  const level = middleOf(first) - middleOf(second) < LEVEL
  return {
    first: first.treatment,
    second: second.treatment,
    level,
    because: strongest(sides, 1),
    against: strongest(sides, -1),
    swap: level ? undefined : by === 'order' ? swapByPlace(sides) : swapByWeight(sides),
  }
}
