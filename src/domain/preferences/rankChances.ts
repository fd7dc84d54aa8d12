import { randomNumbers, type RandomNumbers } from './randomNumbers'

/**
 * How far an option meets a criterion, 0 (not at all) to 1 (wholly).
 * - `known`: exactly `middle`.
 * - `interval`: `middle` is the median, `low` and `high` the ends of a 95 % interval.
 * - `anything`: nothing is known, every value from 0 to 1 is as likely.
 * - `yes-or-no`: 0 or 1, and which of them is not known.
 */
export interface Meeting {
  readonly kind: 'known' | 'interval' | 'anything' | 'yes-or-no'
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** Numbers only, so that it can be sent to a worker. */
export interface RankProblem {
  /** An option each: how far it meets each criterion. */
  readonly options: readonly (readonly Meeting[])[]
  /**
   * `given`: the weights are `shares`. `order`: any weights that keep the order of the criteria, first heaviest.
   * `free`: any weights at all.
   */
  readonly weights: 'given' | 'order' | 'free'
  /** A share of all weight for each criterion, adding up to 1; read only where weights are given. */
  readonly shares: readonly number[]
  readonly draws: number
  readonly seed: number
}

export interface RankChances {
  /** For each option the chance of each rank, first to last; a row adds up to 1. */
  readonly ranks: readonly (readonly number[])[]
  /** For each option the chance of being nearer than each other one; half of a draw that ends level. */
  readonly above: readonly (readonly number[])[]
  /** For each option its mean value, 0 to 1. */
  readonly means: readonly number[]
  readonly draws: number
}

export const DRAWS = 10_000
export const SEED = 20_261_123

/** 97.5 % of the standard normal distribution lie below it. */
const Z_95 = 1.959963984540054
/** Values nearer than this are level: what is left of them is rounding. */
const LEVEL = 1e-9

const KNOWN = 0
const INTERVAL = 1
const ANYTHING = 2
const YES_OR_NO = 3
const KINDS = { known: KNOWN, interval: INTERVAL, anything: ANYTHING, 'yes-or-no': YES_OR_NO } as const

interface Cells {
  readonly kinds: Uint8Array
  readonly middles: Float64Array
  /** Standard deviations of the two halves of the distribution. */
  readonly below: Float64Array
  readonly above: Float64Array
}

function cellsOf(options: RankProblem['options']): Cells {
  const meetings = options.flat()
  return {
    kinds: Uint8Array.from(meetings, ({ kind }) => KINDS[kind]),
    middles: Float64Array.from(meetings, ({ middle }) => middle),
    below: Float64Array.from(meetings, ({ middle, low }) => (middle - low) / Z_95),
    above: Float64Array.from(meetings, ({ middle, high }) => (high - middle) / Z_95),
  }
}

/** Each half of the interval is half a normal distribution, so that both its ends and its median are kept. */
function drawCell(cells: Cells, at: number, random: RandomNumbers): number {
  const kind = cells.kinds[at]
  if (kind === KNOWN) return cells.middles[at] ?? 0
  if (kind === ANYTHING) return random.uniform()
  if (kind === YES_OR_NO) return random.uniform() < 0.5 ? 0 : 1
  const normal = random.normal()
  const spread = (normal < 0 ? cells.below[at] : cells.above[at]) ?? 0
  return Math.min(1, Math.max(0, (cells.middles[at] ?? 0) + normal * spread))
}

/** For a handful of numbers nothing is faster than insertion. */
function sortFalling(numbers: Float64Array) {
  for (let at = 1; at < numbers.length; at += 1) {
    const moved = numbers[at] ?? 0
    let before = at - 1
    while (before >= 0 && (numbers[before] ?? 0) < moved) {
      numbers[before + 1] = numbers[before] ?? 0
      before -= 1
    }
    numbers[before + 1] = moved
  }
}

/** Weights drawn evenly from all that add up to 1; for an order, sorted. */
function drawWeights(weights: Float64Array, ordered: boolean, random: RandomNumbers) {
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) {
    const drawn = random.exponential()
    weights[at] = drawn
    sum += drawn
  }
  if (ordered) sortFalling(weights)
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / sum
}

interface Tally {
  readonly ranks: Float64Array
  readonly wins: Float64Array
  readonly sums: Float64Array
}

/** Sorts places by falling value; for a dozen values nothing is faster than insertion. */
function sortByValue(places: Uint8Array, values: Float64Array) {
  for (let at = 1; at < places.length; at += 1) {
    const moved = places[at] ?? 0
    const value = values[moved] ?? 0
    let before = at - 1
    while (before >= 0 && (values[places[before] ?? 0] ?? 0) < value) {
      places[before + 1] = places[before] ?? 0
      before -= 1
    }
    places[before + 1] = moved
  }
}

/** Options that end level share their ranks. */
function countRanks(places: Uint8Array, values: Float64Array, tally: Tally) {
  const count = places.length
  for (let first = 0; first < count;) {
    const value = values[places[first] ?? 0] ?? 0
    let end = first + 1
    while (end < count && value - (values[places[end] ?? 0] ?? 0) < LEVEL) end += 1
    const share = 1 / (end - first)
    for (let at = first; at < end; at += 1) {
      const row = (places[at] ?? 0) * count
      for (let rank = first; rank < end; rank += 1)
        tally.ranks[row + rank] = (tally.ranks[row + rank] ?? 0) + share
      for (let level = first; level < end; level += 1)
        tally.wins[row + (places[level] ?? 0)] = (tally.wins[row + (places[level] ?? 0)] ?? 0) + 0.5
      for (let lower = end; lower < count; lower += 1)
        tally.wins[row + (places[lower] ?? 0)] = (tally.wins[row + (places[lower] ?? 0)] ?? 0) + 1
    }
    first = end
  }
}

function assertSound({ options, shares, draws, weights }: RankProblem) {
  const criteria = options[0]?.length ?? 0
  if (options.length < 2 || criteria === 0) throw new RangeError('ranks need two options and a criterion')
  if (options.some((row) => row.length !== criteria)) throw new RangeError('options differ in their criteria')
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`impossible number of draws: ${draws}`)
  if (weights === 'given' && shares.length !== criteria) throw new RangeError('a weight is missing')
}

function rows(numbers: Float64Array, size: number, draws: number): readonly (readonly number[])[] {
  return Array.from({ length: size }, (_, row) =>
    Array.from(numbers.subarray(row * size, (row + 1) * size), (sum) => sum / draws),
  )
}

/**
 * The chance of each option to come first, second ... last, when what is not known is drawn at random: values inside
 * their intervals, gaps over their full range and, where only an order of the criteria was given, the weights. The
 * value of an option is the weighted sum of how far it meets the criteria. Draws are independent of one another.
 *
 * @throws RangeError for fewer than two options, no criterion, or rows of unequal length
 * @see Lahdelma R, Hokkanen J, Salminen P. SMAA - stochastic multiobjective acceptability analysis. Eur J Oper Res
 *   1998;106:137-143; Lahdelma R, Salminen P. SMAA-2. Oper Res 2001;49:444-454; Tervonen T, Lahdelma R. Implementing
 *   stochastic multicriteria acceptability analysis. Eur J Oper Res 2007;178:500-513
 */
export function rankChances(problem: RankProblem): RankChances {
  assertSound(problem)
  const { options, draws } = problem
  const count = options.length
  const criteria = options[0]?.length ?? 0
  const random = randomNumbers(problem.seed)
  const cells = cellsOf(options)
  const weights = Float64Array.from({ length: criteria }, (_, at) => problem.shares[at] ?? 0)
  const values = new Float64Array(count)
  const places = Uint8Array.from({ length: count }, (_, at) => at)
  const tally: Tally = {
    ranks: new Float64Array(count * count),
    wins: new Float64Array(count * count),
    sums: new Float64Array(count),
  }
  for (let draw = 0; draw < draws; draw += 1) {
    if (problem.weights !== 'given') drawWeights(weights, problem.weights === 'order', random)
    for (let option = 0; option < count; option += 1) {
      let value = 0
      for (let at = 0; at < criteria; at += 1)
        value += (weights[at] ?? 0) * drawCell(cells, option * criteria + at, random)
      values[option] = value
      tally.sums[option] = (tally.sums[option] ?? 0) + value
    }
    sortByValue(places, values)
    countRanks(places, values, tally)
  }
  return {
    ranks: rows(tally.ranks, count, draws),
    above: rows(tally.wins, count, draws),
    means: Array.from(tally.sums, (sum) => sum / draws),
    draws,
  }
}
