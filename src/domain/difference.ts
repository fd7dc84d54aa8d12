import { wilsonInterval } from './proportion'

/** A difference of two shares and its interval, as fractions: 0.2 is 20 more in 100. */
export interface RiskDifference {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/**
 * The share with the event in one arm minus the share in the other, with Newcombe's 95 % hybrid score interval:
 * the two Wilson intervals, put together by squaring and adding.
 *
 * @param events patients with the event in the arm
 * @param total patients in the arm, at least 1
 * @param comparatorEvents patients with the event in the comparison arm
 * @param comparatorTotal patients in the comparison arm, at least 1
 * @returns fractions from -1 to 1; above 0 when the event is more common in the arm than in the comparison arm
 * @throws RangeError for counts no study can have
 * @see Newcombe RG. Stat Med 1998;17:873-890, method 10
 */
export function riskDifference(
  events: number,
  total: number,
  comparatorEvents: number,
  comparatorTotal: number,
): RiskDifference {
  const arm = wilsonInterval(events, total)
  const comparator = wilsonInterval(comparatorEvents, comparatorTotal)
  const value = arm.value - comparator.value
  return {
    value,
    lower: Math.max(-1, value - Math.hypot(arm.value - arm.lower, comparator.upper - comparator.value)),
    upper: Math.min(1, value + Math.hypot(arm.upper - arm.value, comparator.value - comparator.lower)),
  }
}

/**
 * The same difference with benefit above 0, as `numberNeededToTreat` asks for it.
 *
 * @param difference share in the arm minus share in the comparison arm
 * @param eventIsGood whether the patient wants the event (relief) or not (an adverse event)
 */
export function benefitDifference(difference: RiskDifference, eventIsGood: boolean): RiskDifference {
  if (eventIsGood) return difference
  return { value: 0 - difference.value, lower: 0 - difference.upper, upper: 0 - difference.lower }
}
