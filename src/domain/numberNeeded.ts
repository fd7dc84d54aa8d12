import type { RiskDifference } from './difference'

/**
 * Patients treated for one more of them to benefit (NNTB) or to be harmed (NNTH), not rounded. `infinite` where
 * the difference is exactly 0: no number of patients makes one more.
 */
export type NumberNeeded =
  | { readonly kind: 'NNTB'; readonly patients: number }
  | { readonly kind: 'NNTH'; readonly patients: number }
  | { readonly kind: 'infinite' }

/** A number needed to treat and the two ends of its interval. */
export interface NumberNeededToTreat {
  readonly estimate: NumberNeeded
  /** The end that favours the treatment more. */
  readonly best: NumberNeeded
  /** The end that favours it less. */
  readonly worst: NumberNeeded
  /** True when the interval runs from a benefit through infinity to a harm: never write it as "NNTB to NNTH". */
  readonly throughInfinity: boolean
}

function numberNeeded(difference: number): NumberNeeded {
  if (difference === 0) return { kind: 'infinite' }
  return { kind: difference > 0 ? 'NNTB' : 'NNTH', patients: 1 / Math.abs(difference) }
}

/**
 * The number needed to treat that belongs to a risk difference, with an interval that runs through infinity when
 * the difference could be zero. The risk difference itself is shown first; this stands behind it.
 *
 * @param benefit risk difference as a fraction from -1 to 1, above 0 when the treatment benefits (see
 *   `benefitDifference`)
 * @throws RangeError for limits in the wrong order, outside -1 to 1, or not numbers
 * @see Altman DG. BMJ 1998;317:1309-1312
 */
export function numberNeededToTreat(benefit: RiskDifference): NumberNeededToTreat {
  const { value, lower, upper } = benefit
  if (!(lower >= -1 && lower <= value && value <= upper && upper <= 1))
    throw new RangeError(`impossible risk difference: ${value} (${lower} to ${upper})`)
  return {
    estimate: numberNeeded(value),
    best: numberNeeded(upper),
    worst: numberNeeded(lower),
    throughInfinity: lower < 0 && upper > 0,
  }
}
