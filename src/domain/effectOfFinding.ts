import type { Effect } from './betweenStudyVariance'
import { normalCritical } from './distributions'
import { eventsFromPercent } from './proportion'

/** The columns of a finding that pooling reads; the rows of findings.csv have them all. */
export interface PoolableFinding {
  readonly id: string
  readonly treatment: string
  readonly comparator: string | undefined
  readonly outcome: string
  readonly cohort: string | undefined
  readonly source: string
  readonly definition: string
  readonly denominator: string
  readonly population: string
  readonly armDesign: string
  readonly measure: string
  readonly estimateKind: string
  readonly unit: string | undefined
  readonly armN: number | undefined
  readonly armEvents: number | undefined
  /** Shares in percent. */
  readonly value: number | undefined
  readonly ciLow: number | undefined
  readonly ciHigh: number | undefined
  /** Percent; 95 when undefined. */
  readonly ciLevel: number | undefined
  readonly flags: readonly string[]
}

/** The scale a measure is pooled on: shares as log odds, ratios as logs, differences as they are. */
export type PoolingScale = 'logit' | 'log' | 'identity'

/** Why a row has no effect that could be pooled. */
export type NoEffectReason =
  | 'measure-not-pooled'
  | 'not-crude'
  | 'no-counts'
  | 'impossible-counts'
  | 'no-interval'
  | 'interval-not-symmetric'
  | 'no-comparator'
  | 'before-after'
  | 'not-per-patient'

/** A finding on the scale of pooling. */
export interface FindingEffect extends Effect {
  readonly kind: 'effect'
  /** True when 0.5 was added to events and to non-events because one of them was 0. */
  readonly zeroCorrection: boolean
  /** True when the events were rebuilt from the printed percent. */
  readonly countsRebuilt: boolean
}

export interface NoEffect {
  readonly kind: 'no-effect'
  readonly reason: NoEffectReason
}

const SCALES: Readonly<Record<string, PoolingScale>> = {
  proportion: 'logit',
  'survival-proportion': 'logit',
  'risk-ratio': 'log',
  'odds-ratio': 'log',
  'hazard-ratio': 'log',
  'risk-difference': 'identity',
  'mean-difference': 'identity',
  smd: 'identity',
}

/** The scale on which a measure is pooled; undefined for measures that are not (means of one arm, NNT ...). */
export function poolingScaleOf(measure: string): PoolingScale | undefined {
  return SCALES[measure]
}

/** From the scale of pooling back to the unit of the rows: percent for shares, ratios and differences as printed. */
export function toUnitOfRows(scale: PoolingScale, x: number): number {
  if (scale === 'logit') return 100 / (1 + Math.exp(-x))
  return scale === 'log' ? Math.exp(x) : x
}

const none = (reason: NoEffectReason): NoEffect => ({ kind: 'no-effect', reason })

/**
 * A share as log odds with its variance. When nobody, or everybody, had the event, 0.5 is added to the events and
 * to the non-events and the result says so.
 *
 * @throws RangeError never for whole numbers with 0 <= events <= total and total >= 1; they are the caller's to check
 */
function logitOf(events: number, total: number, countsRebuilt: boolean): FindingEffect {
  const zeroCorrection = events === 0 || events === total
  const add = zeroCorrection ? 0.5 : 0
  const [withEvent, without] = [events + add, total - events + add]
  return {
    kind: 'effect',
    estimate: Math.log(withEvent / without),
    variance: 1 / withEvent + 1 / without,
    zeroCorrection,
    countsRebuilt,
  }
}

function shareEffect(finding: PoolableFinding): FindingEffect | NoEffect {
  // Only plain counts have binomial variance: an actuarial or modelled share has not.
  if (finding.estimateKind !== 'crude') return none('not-crude')
  // Events of the same patient are not independent counts.
  if (finding.flags.includes('not-per-patient')) return none('not-per-patient')
  const { armN: total, armEvents, value } = finding
  if (total === undefined) return none('no-counts')
  if (!Number.isInteger(total) || total < 1) return none('impossible-counts')
  if (armEvents !== undefined) {
    const possible = Number.isInteger(armEvents) && armEvents >= 0 && armEvents <= total
    return possible ? logitOf(armEvents, total, false) : none('impossible-counts')
  }
  if (value === undefined) return none('no-counts')
  if (value < 0 || value > 100) return none('impossible-counts')
  const rebuilt = eventsFromPercent(value, total)
  return rebuilt === undefined ? none('no-counts') : logitOf(rebuilt, total, true)
}

/** How far the estimate may lie from the middle of its interval, as a share of half the interval. */
const LARGEST_SKEW = 0.2

function contrastEffect(finding: PoolableFinding, scale: 'log' | 'identity'): FindingEffect | NoEffect {
  if (finding.armDesign === 'before-after' || finding.flags.includes('before-after'))
    return none('before-after')
  if (finding.comparator === undefined) return none('no-comparator')
  // The curators found that this printed interval cannot be right.
  if (finding.flags.includes('hide-interval')) return none('no-interval')
  const { value, ciLow, ciHigh, ciLevel = 95 } = finding
  if (value === undefined || ciLow === undefined || ciHigh === undefined) return none('no-interval')
  if (scale === 'log' && !(ciLow > 0)) return none('no-interval')
  const [estimate, low, high] =
    scale === 'log' ? [Math.log(value), Math.log(ciLow), Math.log(ciHigh)] : [value, ciLow, ciHigh]
  const halfWidth = (high - low) / 2
  if (!(halfWidth > 0 && low <= estimate && estimate <= high)) return none('no-interval')
  // A standard error can be read back only from an interval that is symmetric on this scale.
  if (Math.abs(estimate - (low + high) / 2) > LARGEST_SKEW * halfWidth) return none('interval-not-symmetric')
  const variance = (halfWidth / normalCritical(ciLevel)) ** 2
  return { kind: 'effect', estimate, variance, zeroCorrection: false, countsRebuilt: false }
}

/**
 * A finding on the scale of pooling: shares from their counts (events rebuilt only where one number fits the
 * printed percent), ratios and differences from their printed interval, variance = (width / 2z) squared.
 *
 * @returns the effect, or the reason why the row has none
 * @throws RangeError for a confidence level that is not between 0 and 100 percent
 * @see Higgins JPT, Li T, Deeks JJ, editors. Cochrane Handbook, chapter 6, section 6.3 (standard errors from intervals)
 */
export function effectOfFinding(finding: PoolableFinding): FindingEffect | NoEffect {
  const scale = poolingScaleOf(finding.measure)
  if (scale === undefined) return none('measure-not-pooled')
  return scale === 'logit' ? shareEffect(finding) : contrastEffect(finding, scale)
}
