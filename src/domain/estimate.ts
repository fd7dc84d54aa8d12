import type { Evidence } from './evidence'
import { familyOfMeasure, type MeasureFamily } from './measure'
import { eventsFromPercent, wilsonInterval } from './proportion'
import type { Finding } from './tables/findings'
import type { ArmDesign } from './vocabulary'

/** An interval in the unit of the value (percent for shares), and who worked it out. */
export type EstimateInterval =
  | {
      readonly kind: 'shown'
      readonly lower: number
      readonly upper: number
      /** Percent, such as 95. */
      readonly level: number
      /** `counts`: worked out here from the counts, by Wilson's method. */
      readonly origin: 'reported' | 'counts'
    }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'not-reported' }

/** What a finding says, ready to be shown: still unrounded, and never without the finding it comes from. */
export interface Estimate {
  readonly finding: Finding
  readonly family: MeasureFamily
  /** In percent for shares, else in the finding's unit; undefined when the source prints none. */
  readonly value: number | undefined
  readonly valueOrigin: 'reported' | 'counts'
  readonly interval: EstimateInterval
  /** A range as reported, where there is no interval: not a measure of certainty. */
  readonly range: { readonly low: number | undefined; readonly high: number | undefined } | undefined
  /** Patients with the event: as reported, or rebuilt from the percent where only one whole number fits. */
  readonly events: number | undefined
  readonly eventsOrigin: 'reported' | 'rebuilt'
  readonly controlled: boolean
  readonly direct: boolean
}

const CONTROLLED: ReadonlySet<ArmDesign> = new Set([
  'randomised',
  'randomised-pooled',
  'non-randomised',
  'non-randomised-pooled',
])

/** The study had another group to compare with, made by chance or not. */
export function isControlled(design: ArmDesign): boolean {
  return CONTROLLED.has(design)
}

/** True where the finding carries the flag, such as `hide-interval`. */
export function hasFlag(finding: Finding, flag: string): boolean {
  return finding.flags.includes(flag)
}

/**
 * Events behind a percent that is printed without them: only where the arm is what the share is counted out of,
 * and only where exactly one whole number of patients rounds back to the printed percent.
 */
function rebuiltEvents(finding: Finding, evidence: Evidence): number | undefined {
  const role = evidence.denominatorRoleById.get(finding.denominator)
  if (finding.value === undefined || finding.armN === undefined || finding.armN < 1) return undefined
  if (role?.wholeArm !== 'yes' || role.countsPeople !== 'yes') return undefined
  return eventsFromPercent(finding.value, finding.armN)
}

/** The percent that is shown must be the share of the counts, or the counts belong to something else. */
export function countsFitValue(finding: Finding, events: number, total: number): boolean {
  return finding.value === undefined || Math.abs(finding.value - (100 * events) / total) < 0.6
}

/**
 * Wilson's interval for a crude share of one study, where people are counted once and the counts fit the value.
 * Never for actuarial, pooled or model shares: their uncertainty is not that of a simple count.
 */
function intervalFromCounts(
  finding: Finding,
  evidence: Evidence,
  events: number | undefined,
): EstimateInterval {
  const total = finding.armN
  const pooled = finding.armDesign.endsWith('-pooled')
  const repeats = evidence.denominatorRoleById.get(finding.denominator)?.countsPeople === 'no'
  const crude =
    finding.estimateKind === 'crude' && !pooled && !repeats && !hasFlag(finding, 'not-per-patient')
  if (!crude || events === undefined || total === undefined || total < 1 || events > total)
    return { kind: 'not-reported' }
  if (!countsFitValue(finding, events, total)) return { kind: 'not-reported' }
  const { lower, upper } = wilsonInterval(events, total)
  return { kind: 'shown', lower: 100 * lower, upper: 100 * upper, level: 95, origin: 'counts' }
}

function intervalOf(
  finding: Finding,
  evidence: Evidence,
  family: MeasureFamily,
  events: number | undefined,
): EstimateInterval {
  if (hasFlag(finding, 'hide-interval')) return { kind: 'hidden' }
  const { ciLow: lower, ciHigh: upper } = finding
  if (lower !== undefined && upper !== undefined)
    return { kind: 'shown', lower, upper, level: finding.ciLevel ?? 95, origin: 'reported' }
  return family === 'share' ? intervalFromCounts(finding, evidence, events) : { kind: 'not-reported' }
}

/**
 * What a finding says: its value or, where only counts are printed, the share they make; its interval, reported
 * or worked out from the counts; and the signs that say how it may be read.
 *
 * @returns a value of undefined where the source prints none: never 0
 * @see Wilson EB. J Am Stat Assoc 1927;22:209-212; Newcombe RG. Stat Med 1998;17:857-872, method 3
 */
export function estimateOf(finding: Finding, evidence: Evidence): Estimate {
  const family = familyOfMeasure(finding.measure)
  const fromCounts =
    family === 'share' && finding.value === undefined && finding.armEvents !== undefined && finding.armN
      ? (100 * finding.armEvents) / finding.armN
      : undefined
  const rebuilt =
    family === 'share' && finding.estimateKind === 'crude' && finding.armEvents === undefined
      ? rebuiltEvents(finding, evidence)
      : undefined
  const events = finding.armEvents ?? rebuilt
  const hasRange = finding.rangeLow !== undefined || finding.rangeHigh !== undefined
  return {
    finding,
    family,
    value: finding.value ?? fromCounts,
    valueOrigin: finding.value === undefined && fromCounts !== undefined ? 'counts' : 'reported',
    interval: intervalOf(finding, evidence, family, events),
    range: hasRange ? { low: finding.rangeLow, high: finding.rangeHigh } : undefined,
    events,
    eventsOrigin: finding.armEvents === undefined && rebuilt !== undefined ? 'rebuilt' : 'reported',
    controlled: isControlled(finding.armDesign),
    direct: finding.directness === 'direct',
  }
}
