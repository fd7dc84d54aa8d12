/**
 * Quantiles and probabilities of the distributions that pooling needs. They come from stdlib; only the pooling
 * files import this one, so that the library loads with the first pooled picture and not before.
 */
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile'
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile'

function tailOf(levelPercent: number): number {
  if (!(levelPercent > 0 && levelPercent < 100))
    throw new RangeError(`impossible confidence level: ${levelPercent} %`)
  return 1 - (1 - levelPercent / 100) / 2
}

/**
 * Half the width, in standard errors, of a two-sided normal interval: 1.96 for 95 percent.
 *
 * @throws RangeError for a level that is not between 0 and 100 percent
 */
export function normalCritical(levelPercent: number): number {
  return normalQuantileOf(tailOf(levelPercent), 0, 1)
}

/**
 * Half the width, in standard errors, of a two-sided interval from Student's t distribution.
 *
 * @throws RangeError for a level that is not between 0 and 100 percent, or degrees of freedom not above 0
 */
export function tCritical(levelPercent: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) throw new RangeError(`impossible degrees of freedom: ${degreesOfFreedom}`)
  return tQuantileOf(tailOf(levelPercent), degreesOfFreedom)
}

/**
 * The probability of a chi-square value at least this large. Values below about 1e-15 come out as 0.
 *
 * @throws RangeError for a negative value or degrees of freedom not above 0
 */
export function chiSquareUpperTail(value: number, degreesOfFreedom: number): number {
  if (!(value >= 0)) throw new RangeError(`impossible chi-square value: ${value}`)
  if (!(degreesOfFreedom > 0)) throw new RangeError(`impossible degrees of freedom: ${degreesOfFreedom}`)
  return Math.max(0, 1 - chiSquareCdf(value, degreesOfFreedom))
}
