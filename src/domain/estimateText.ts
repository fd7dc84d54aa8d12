import type { Estimate } from './estimate'
import type { Evidence } from './evidence'
import { formatNumber, formatRange, formatShare, formatTime } from './format'
import { measuredInOthers, PHRASES } from './phrases'
import type { Finding } from './tables/findings'

/** An estimate in words and figures: the same strings in cells, pictures, table twins, exports and print. */
export interface EstimateText {
  /** "68", "−1.6", "1.7"; undefined when the source prints no number. */
  readonly number: string | undefined
  /** "of 100", "points of VAS 0-10", "risk ratio": small and grey behind the number. */
  readonly unit: string
  /** "68 of 100", or the reported range, or words: never empty. */
  readonly whole: string
  /** "47 to 84", or the phrase that says why there is none. */
  readonly interval: string
  /** Says who worked the interval out, or at what level, where that is not the reported 95 %. */
  readonly intervalNote: string | undefined
  /** "15 of 22", "n 501" or the words that it is not stated. */
  readonly counts: string
  /** "12 weeks" or the words that it is not stated. */
  readonly time: string
  readonly definition: string
  readonly denominator: string
  readonly population: string
  readonly design: string
  readonly certainty: string
  /** "Measured in other patients: ..." for an indirect number. */
  readonly indirect: string | undefined
  readonly comparator: string | undefined
  readonly caveat: string | undefined
}

const CERTAINTY_WORDS = {
  high: 'High certainty',
  moderate: 'Moderate certainty',
  low: 'Low certainty',
  'very-low': 'Very low certainty',
} as const

/** The unit without the remarks that follow it in the same cell of the data. */
function shortUnit(unit: string | undefined): string {
  return (unit ?? '').split(/[;(]/)[0]?.replace(/,\s*$/, '').trim() ?? ''
}

function unitOf(finding: Finding, evidence: Evidence, family: Estimate['family']): string {
  const label = evidence.measures.find((row) => row.id === finding.measure)?.label ?? finding.measure
  if (family === 'share') return 'of 100'
  if (family === 'ratio' || family === 'number-needed') return label.toLowerCase()
  return shortUnit(finding.unit) || label.toLowerCase()
}

/** A value in the notation of its family: shares as x of 100, the rest as reported, to two decimals. */
export function formatValue(value: number, estimate: Estimate): string {
  return estimate.family === 'share' ? formatShare(value, estimate.finding.armN) : formatNumber(value)
}

function intervalText(estimate: Estimate): string {
  const { interval } = estimate
  if (interval.kind === 'hidden') return PHRASES.intervalHidden
  if (interval.kind === 'not-reported') return PHRASES.rangeNotReported
  return formatRange(formatValue(interval.lower, estimate), formatValue(interval.upper, estimate))
}

function intervalNote({ interval }: Estimate): string | undefined {
  if (interval.kind !== 'shown') return undefined
  if (interval.origin === 'counts') return 'Wilson interval, worked out here from the counts'
  return interval.level === 95 ? undefined : `${formatNumber(interval.level)} % interval, as reported`
}

function countsText({ finding, events, eventsOrigin }: Estimate): string {
  if (finding.armN === undefined) return PHRASES.numberOfPatientsNotStated
  if (events === undefined) return `n ${formatNumber(finding.armN, 0)}`
  const rebuilt = eventsOrigin === 'rebuilt' ? ' (rebuilt from the percent)' : ''
  return `${formatNumber(events, 0)} of ${formatNumber(finding.armN, 0)}${rebuilt}`
}

/** "12 weeks"; a zero is said in words: directly after, or, in weeks, at the end of the course. */
export function timeText(finding: Finding): string {
  if (finding.timepoint === undefined || finding.timepointUnit === undefined) return PHRASES.timeNotStated
  if (finding.timepoint > 0) return formatTime(finding.timepoint, finding.timepointUnit)
  return finding.timepointUnit === 'weeks' ? 'at the end of the course' : 'directly after'
}

function rangeText(estimate: Estimate): string | undefined {
  if (!estimate.range) return undefined
  const low = estimate.range.low === undefined ? undefined : formatValue(estimate.range.low, estimate)
  const high = estimate.range.high === undefined ? undefined : formatValue(estimate.range.high, estimate)
  if (low !== undefined && high !== undefined) return formatRange(low, high)
  return low !== undefined ? `${low} or more` : `up to ${high}`
}

function wholeText(estimate: Estimate, number: string | undefined, unit: string): string {
  if (number !== undefined) return `${number} ${unit}`
  const range = rangeText(estimate)
  return range === undefined ? PHRASES.figureMayNotStand : `${range} ${unit} (range)`
}

/** All the words and figures of an estimate, rounded here and nowhere else. */
export function describeEstimate(estimate: Estimate, evidence: Evidence): EstimateText {
  const { finding, value } = estimate
  const unit = unitOf(finding, evidence, estimate.family)
  const number = value === undefined ? undefined : formatValue(value, estimate)
  const population = evidence.populationById.get(finding.population)?.label ?? finding.population
  return {
    number,
    unit,
    whole: wholeText(estimate, number, unit),
    interval: intervalText(estimate),
    intervalNote: intervalNote(estimate),
    counts: countsText(estimate),
    time: timeText(finding),
    definition: evidence.definitionById.get(finding.definition)?.label ?? finding.definition,
    denominator: evidence.denominatorById.get(finding.denominator)?.label ?? finding.denominator,
    population,
    design: evidence.armDesigns.find((row) => row.id === finding.armDesign)?.label ?? finding.armDesign,
    certainty: finding.certainty === undefined ? 'Certainty not graded' : CERTAINTY_WORDS[finding.certainty],
    indirect: estimate.direct ? undefined : measuredInOthers(population),
    comparator:
      finding.comparator === undefined
        ? undefined
        : (evidence.treatmentById.get(finding.comparator)?.name ?? finding.comparator),
    caveat: finding.caveat,
  }
}
