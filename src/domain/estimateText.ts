import type { Estimate } from './estimate'
import type { Evidence } from './evidence'
import { formatNumber, formatRange, formatShare, formatTime } from './format'
import { measuredInOthers, PHRASES } from './phrases'
import type { Finding } from './tables/findings'

/** An estimate in words and figures: the same strings in cells, pictures, table twins, exports and print. */
export interface EstimateText {
  /** "68", "−1.6", "1.7"; undefined when the source prints no number. */
  readonly number: string | undefined
  /** "of 100", "of 100, per infusion", "points of VAS 0-10", "risk ratio": small and grey behind the number. */
  readonly unit: string
  /** "68 of 100", or the reported range, or words: never empty. */
  readonly whole: string
  /** "47 to 84", or the phrase that says why there is none. A range as reported stands in where there is only that. */
  readonly interval: string
  /** True where `interval` is a phrase and not two numbers. */
  readonly intervalIsPhrase: boolean
  /** Says who worked the interval out, at what level, or that it is a range, where it is not the reported 95 %. */
  readonly intervalNote: string | undefined
  /** The note in a word or two, to stand in a cell: "from counts", "90 %", "range". */
  readonly intervalSign: string | undefined
  /** "15 of 22", "n 501" or the words that it is not stated. */
  readonly counts: string
  /** "12 weeks" or the words that it is not stated. */
  readonly time: string
  readonly definition: string
  readonly denominator: string
  readonly population: string
  /** Said beside the patients while rows of others lead, see `whosePatients`; undefined where nothing leads. */
  readonly whose?: string | undefined
  readonly design: string
  readonly certainty: string
  /** "Measured in other patients: ..." for an indirect number. */
  readonly indirect: string | undefined
  readonly comparator: string | undefined
  /** What a number between two things is against: "against Placebo", "change from before, no control". */
  readonly contrast: string | undefined
  readonly caveat: string | undefined
}

const CERTAINTY_WORDS = {
  high: 'High certainty',
  moderate: 'Moderate certainty',
  low: 'Low certainty',
  'very-low': 'Very low certainty',
} as const

/**
 * The unit up to the remarks that follow it in the same cell of the data. What stands in brackets is kept: it
 * says which sign is good ("negative favours therapy") or that the number is only a bound.
 */
function shortUnit(unit: string | undefined): string {
  const kept = (unit ?? '').split(';')[0]?.replace(/,\s*$/, '').trim() ?? ''
  return kept.includes('(') && !kept.includes(')') ? `${kept})` : kept
}

/** "of 100" is of 100 patients; where something else was counted, such as infusions, the unit says so. */
function unitOfShare(finding: Finding, evidence: Evidence): string {
  if (evidence.denominatorRoleById.get(finding.denominator)?.countsPeople !== 'no') return 'of 100'
  const label = evidence.denominatorById.get(finding.denominator)?.label ?? finding.denominator
  return `of 100, ${label.toLowerCase()}`
}

function unitOf(finding: Finding, evidence: Evidence, family: Estimate['family']): string {
  const label = evidence.measures.find((row) => row.id === finding.measure)?.label ?? finding.measure
  if (family === 'share') return unitOfShare(finding, evidence)
  if (family === 'ratio' || family === 'number-needed') return label.toLowerCase()
  return shortUnit(finding.unit) || label.toLowerCase()
}

/** A value in the notation of its family: shares as x of 100, the rest as reported, to two decimals. */
export function formatValue(value: number, estimate: Estimate): string {
  return estimate.family === 'share' ? formatShare(value, estimate.finding.armN) : formatNumber(value)
}

/** An interval of a share that spans half of the scale or more is not hidden for being too narrow. */
function hiddenPhrase({ family, finding }: Estimate): string {
  const width = (finding.ciHigh ?? 0) - (finding.ciLow ?? 0)
  return family === 'share' && width >= 50 ? PHRASES.intervalHiddenElse : PHRASES.intervalHidden
}

/** The range that a source prints in place of an interval, beside a value. */
function rangeBesideValue(estimate: Estimate): string | undefined {
  if (estimate.interval.kind !== 'not-reported' || estimate.value === undefined) return undefined
  return rangeText(estimate)
}

function intervalText(estimate: Estimate): string {
  const { interval } = estimate
  if (interval.kind === 'hidden') return hiddenPhrase(estimate)
  if (interval.kind === 'not-reported') return rangeBesideValue(estimate) ?? PHRASES.rangeNotReported
  return formatRange(formatValue(interval.lower, estimate), formatValue(interval.upper, estimate))
}

function intervalNote(estimate: Estimate): string | undefined {
  const { interval } = estimate
  if (rangeBesideValue(estimate) !== undefined) return 'Range as reported, not a confidence interval'
  if (interval.kind !== 'shown') return undefined
  if (interval.origin === 'counts')
    return estimate.eventsOrigin === 'rebuilt'
      ? 'Wilson interval, worked out here from counts rebuilt from the percent'
      : 'Wilson interval, worked out here from the counts'
  return interval.level === 95 ? undefined : `${formatNumber(interval.level)} % interval, as reported`
}

function intervalSign(estimate: Estimate): string | undefined {
  const { interval } = estimate
  if (rangeBesideValue(estimate) !== undefined) return 'range'
  if (interval.kind !== 'shown') return undefined
  if (interval.origin === 'counts') return 'from counts'
  return interval.level === 95 ? undefined : `${formatNumber(interval.level)} %`
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
  return range === undefined ? PHRASES.noNumber : `${range} ${unit} (range)`
}

/** A difference, a ratio or a number needed is nothing without the words for what it is against. */
function contrastText({ family, finding }: Estimate, comparator: string | undefined): string | undefined {
  if (family !== 'difference' && family !== 'ratio' && family !== 'number-needed') return undefined
  if (comparator !== undefined) return `against ${comparator}`
  return finding.armDesign === 'before-after' ? PHRASES.changeFromBefore : PHRASES.comparatorNotStated
}

/** All the words and figures of an estimate, rounded here and nowhere else. */
export function describeEstimate(estimate: Estimate, evidence: Evidence): EstimateText {
  const { finding, value } = estimate
  const unit = unitOf(finding, evidence, estimate.family)
  const number = value === undefined ? undefined : formatValue(value, estimate)
  const comparator =
    finding.comparator && (evidence.treatmentById.get(finding.comparator)?.name ?? finding.comparator)
  const population = evidence.populationById.get(finding.population)?.label ?? finding.population
  return {
    number,
    unit,
    whole: wholeText(estimate, number, unit),
    interval: intervalText(estimate),
    intervalIsPhrase: estimate.interval.kind !== 'shown' && rangeBesideValue(estimate) === undefined,
    intervalNote: intervalNote(estimate),
    intervalSign: intervalSign(estimate),
    counts: countsText(estimate),
    time: timeText(finding),
    definition: evidence.definitionById.get(finding.definition)?.label ?? finding.definition,
    denominator: evidence.denominatorById.get(finding.denominator)?.label ?? finding.denominator,
    population,
    design: evidence.armDesigns.find((row) => row.id === finding.armDesign)?.label ?? finding.armDesign,
    certainty: finding.certainty === undefined ? 'Certainty not graded' : CERTAINTY_WORDS[finding.certainty],
    indirect: estimate.direct ? undefined : measuredInOthers(population),
    comparator,
    contrast: contrastText(estimate, comparator),
    caveat: finding.caveat,
  }
}

/** Whose patients they were: measured in others, or who they were, after what sets them apart from the patient. */
export function patientsText({ indirect, population, whose }: EstimateText): string {
  const patients = indirect ?? population
  return whose === undefined || whose === patients ? patients : `${whose}: ${patients}`
}
