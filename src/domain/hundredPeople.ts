import { estimateOf, hasFlag, type Estimate } from './estimate'
import type { Evidence } from './evidence'
import { countRange, gainAndLoss, naturalFrequency, type GainAndLoss } from './naturalFrequency'
import type { Finding } from './tables/findings'

/** A share as 100 people, for a picture of figures. */
export interface HundredPeople {
  readonly kind: 'people'
  /** People with the result. */
  readonly count: number
  /** Some had it, but fewer than half a person in 100: not nobody. */
  readonly fewerThanOne: boolean
  /** All but half a person in 100 had it: not everybody. */
  readonly nearlyAll: boolean
  /** The interval in whole people, never narrower than it is; undefined where none is shown. */
  readonly range: { readonly fewest: number; readonly most: number } | undefined
}

/** Why a number is not shown as people. */
export interface NotPeople {
  readonly kind: 'not-people'
  readonly words: string
}

function refusal(estimate: Estimate, evidence: Evidence): string | undefined {
  const { finding, family, value } = estimate
  if (family !== 'share') return 'Not a share of patients: it cannot be shown as people.'
  if (value === undefined) return 'No single number is reported.'
  const label = evidence.denominatorById.get(finding.denominator)?.label ?? finding.denominator
  if (evidence.denominatorRoleById.get(finding.denominator)?.countsPeople === 'no')
    return `Counted ${label.charAt(0).toLowerCase()}${label.slice(1)}, not per person: figures of people would mislead.`
  return hasFlag(finding, 'not-per-patient')
    ? 'Not counted per person: figures of people would mislead.'
    : undefined
}

const inShare = (percent: number) => Math.min(1, Math.max(0, percent / 100))

/**
 * A share as 100 people. Refused for anything that is no share of people: means, ratios, and shares of procedures,
 * infusions, visits, sides of the face or trials, where one person may count twice.
 */
export function hundredPeople(estimate: Estimate, evidence: Evidence): HundredPeople | NotPeople {
  const words = refusal(estimate, evidence)
  if (words !== undefined || estimate.value === undefined) return { kind: 'not-people', words: words ?? '' }
  const { count, fewerThanOne, nearlyAll } = naturalFrequency(inShare(estimate.value))
  const { interval } = estimate
  return {
    kind: 'people',
    count,
    fewerThanOne,
    nearlyAll,
    range:
      interval.kind === 'shown' ? countRange(inShare(interval.lower), inShare(interval.upper)) : undefined,
  }
}

/**
 * The other arm of a study that prints the counts of both, as an estimate of its own: only for shares, where the
 * comparison arm was counted in the same way. Undefined where its counts are not printed, and where counts were added
 * up over several studies: no difference may be drawn from those.
 */
export function comparatorArm(estimate: Estimate, evidence: Evidence): Estimate | undefined {
  const { finding, family, controlled } = estimate
  const { comparator, comparatorEvents, comparatorN } = finding
  if (family !== 'share' || !controlled || finding.armEvents === undefined) return undefined
  if (finding.armDesign.endsWith('-pooled') || finding.estimateKind === 'pooled') return undefined
  if (comparator === undefined || comparatorEvents === undefined || !comparatorN) return undefined
  const arm: Finding = {
    ...finding,
    treatment: comparator,
    comparator: undefined,
    armEvents: comparatorEvents,
    armN: comparatorN,
    comparatorEvents: undefined,
    comparatorN: undefined,
    value: undefined,
    ciLow: undefined,
    ciHigh: undefined,
    rangeLow: undefined,
    rangeHigh: undefined,
    pValue: undefined,
    caveat: undefined,
  }
  return estimateOf(arm, evidence)
}

/** People more or fewer with the treatment than with its comparator, from the two pictures of 100. */
export function gainOver(estimate: Estimate, comparator: Estimate): GainAndLoss | undefined {
  if (estimate.value === undefined || comparator.value === undefined) return undefined
  return gainAndLoss(inShare(estimate.value), inShare(comparator.value))
}
