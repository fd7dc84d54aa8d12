import type { AppraisedOption } from './appraisedOption'

/** Two options and the share of all weight, 0 to 1, on criteria that are not settled for both of them. */
export interface OpenPair {
  readonly pair: readonly [string, string]
  readonly share: number
}

/** Why the options may not be put in order. */
export interface OrderRefusal {
  /** Pairs with more than half of the weight open, the most open first. */
  readonly pairs: readonly OpenPair[]
  /** The open share of the first of them. */
  readonly share: number
  /** Options without each of which the others could be put in order. */
  readonly without: readonly string[]
}

/** An order says which of two options is nearer; with more than this of the weight open it would be a guess. */
const MOST_OPEN = 0.5
const ROUNDING = 1e-9

function openPairs(options: readonly AppraisedOption[]): readonly OpenPair[] {
  return options.flatMap((one, place) =>
    options.slice(place + 1).map((other): OpenPair => {
      const open = one.parts.filter((part, at) => part.gap ?? other.parts[at]?.gap)
      return {
        pair: [one.treatment, other.treatment],
        share: open.reduce((sum, { share }) => sum + share, 0),
      }
    }),
  )
}

/**
 * Refuses an order where, for any two options, more than half of the weight lies on criteria that are empty or not
 * comparable for one of them.
 *
 * @returns undefined where the options may be put in order
 */
export function orderRefusal(options: readonly AppraisedOption[]): OrderRefusal | undefined {
  const refused = openPairs(options)
    .filter(({ share }) => share > MOST_OPEN + ROUNDING)
    .sort((a, b) => b.share - a.share)
  if (refused.length === 0) return undefined
  const isInAll = (id: string) => refused.every(({ pair }) => pair.includes(id))
  return {
    pairs: refused,
    share: refused[0]?.share ?? 0,
    without: options.length > 2 ? options.map(({ treatment }) => treatment).filter(isInAll) : [],
  }
}
