/** How many of a number of people, for words and for a picture of figures. */
export interface NaturalFrequency {
  /** Whole number of people with the result. */
  readonly count: number
  /** Out of how many. */
  readonly people: number
  /** Some had the result, but fewer than half a person in `people`: write "fewer than 1", never 0. */
  readonly fewerThanOne: boolean
  /** Not everyone had the result, but all but half a person in `people`: write "nearly all", never all. */
  readonly nearlyAll: boolean
}

/** Two counts of the same people side by side, and what lies between them. */
export interface GainAndLoss {
  readonly count: number
  readonly comparatorCount: number
  /** People more than with the comparator, 0 or above. */
  readonly gain: number
  /** People fewer than with the comparator, 0 or above. */
  readonly loss: number
}

function assertShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`impossible share: ${share}`)
}

function assertPeople(people: number): void {
  if (!Number.isInteger(people) || people < 1) throw new RangeError(`impossible number of people: ${people}`)
}

/**
 * A share as a count of people, rounded to the nearest (a half goes up).
 *
 * @param share fraction from 0 to 1
 * @param people out of how many, a whole number of at least 1
 * @throws RangeError for a share outside 0 to 1 or an impossible number of people
 * @see Gigerenzer G, Edwards A. BMJ 2003;327:741-744
 */
export function naturalFrequency(share: number, people = 100): NaturalFrequency {
  assertShare(share)
  assertPeople(people)
  const count = wholePeople(share, people, Math.round)
  return {
    count,
    people,
    fewerThanOne: share > 0 && count === 0,
    nearlyAll: share < 1 && count === people,
  }
}

/**
 * Shares of one whole as counts that add up to all people: everyone gets the whole part, those left over go to
 * the largest remainders (Hamilton's method), the earlier share first when remainders are equal.
 *
 * @param shares fractions from 0 to 1 that add up to 1
 * @param people out of how many, a whole number of at least 1
 * @returns one whole number for each share, in the same order, adding up to `people`
 * @throws RangeError for a share outside 0 to 1, shares that do not add up to 1, or an impossible number of people
 */
export function countsThatAddUp(shares: readonly number[], people = 100): readonly number[] {
  assertPeople(people)
  shares.forEach(assertShare)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  if (Math.abs(whole - 1) > 1e-6) throw new RangeError(`shares add up to ${whole}, not to 1`)

  const parts = shares.map((share, index) => {
    const floor = wholePeople(share, people, Math.floor)
    return { index, floor, remainder: share * people - floor }
  })
  const left = people - parts.reduce((sum, part) => sum + part.floor, 0)
  // Remainders that differ only by binary rounding count as equal.
  const tie = 1e-9
  const byRemainder = [...parts].sort((a, b) =>
    Math.abs(a.remainder - b.remainder) > tie ? b.remainder - a.remainder : a.index - b.index,
  )
  const rounded = new Set(byRemainder.slice(0, left).map((part) => part.index))
  return parts.map((part) => part.floor + (rounded.has(part.index) ? 1 : 0))
}

/**
 * The interval of a share as whole people, never narrower than the interval: the lower limit is rounded down,
 * the upper limit up. The figures between the two are the uncertain ones of an icon array.
 *
 * @param lower fraction from 0 to `upper`
 * @param upper fraction from `lower` to 1
 * @param people out of how many, a whole number of at least 1
 * @throws RangeError for limits outside 0 to 1 or in the wrong order, or an impossible number of people
 */
export function countRange(
  lower: number,
  upper: number,
  people = 100,
): { readonly fewest: number; readonly most: number } {
  assertShare(lower)
  assertShare(upper)
  assertPeople(people)
  if (lower > upper) throw new RangeError(`limits in the wrong order: ${lower} to ${upper}`)
  return { fewest: wholePeople(lower, people, Math.floor), most: wholePeople(upper, people, Math.ceil) }
}

/**
 * Two shares as counts of the same number of people, and the gain or loss between the counts, so that what is
 * drawn side by side adds up: `comparatorCount + gain - loss = count`. The difference of two rounded counts may
 * lie one person off the rounded difference of the shares.
 *
 * @param share fraction from 0 to 1 with the treatment
 * @param comparatorShare fraction from 0 to 1 with the comparator
 * @throws RangeError for a share outside 0 to 1 or an impossible number of people
 */
export function gainAndLoss(share: number, comparatorShare: number, people = 100): GainAndLoss {
  const { count } = naturalFrequency(share, people)
  const { count: comparatorCount } = naturalFrequency(comparatorShare, people)
  return {
    count,
    comparatorCount,
    gain: Math.max(0, count - comparatorCount),
    loss: Math.max(0, comparatorCount - count),
  }
}

/** Rounds away from the hair that binary fractions add: 0.29 * 100 is 28.999999999999996. */
function wholePeople(share: number, people: number, round: (x: number) => number): number {
  const exact = share * people
  const nearestHalf = Math.round(exact * 2) / 2
  return round(Math.abs(exact - nearestHalf) < 1e-9 ? nearestHalf : exact)
}
