import type { TimeUnit } from '../vocabulary'
import type { FacetWord, JudgedRow } from './judgedRow'
import type { ReasonId } from './verdict'

/** 1 % for the rounding of months and years. */
const TOLERANCE = 1.01
const FACTOR = 2 * TOLERANCE
const THREE_MONTHS = (3 * 365.25) / 12
const SHORT_UNITS: ReadonlySet<TimeUnit> = new Set(['minutes', 'hours'])
const UNITS_OF_A_START: ReadonlySet<TimeUnit> = new Set(['minutes', 'hours', 'days'])
const UNITS_OF_A_FIRST_WEEK: ReadonlySet<TimeUnit> = new Set(['days', 'weeks'])

function matchWords<NotStated extends ReasonId, Different extends ReasonId>(
  a: FacetWord,
  b: FacetWord,
  notStated: NotStated,
  different: Different,
): NotStated | Different | undefined {
  if (!a.stated || !b.stated) return notStated
  return a.word === b.word ? undefined : different
}

/** What an outcome word means: equal, or one `equals` the other. A word that is not stated matches nothing. */
export function definitionReason(a: JudgedRow, b: JudgedRow): ReasonId | undefined {
  return matchWords(a.definition, b.definition, 'definition-not-stated', 'different-definition')
}

/** Out of whom. */
export function denominatorReason(a: JudgedRow, b: JudgedRow): ReasonId | undefined {
  return matchWords(a.denominator, b.denominator, 'denominator-not-stated', 'different-denominator')
}

/** Asked unless both definitions name the scale, or the kind of number has no unit. */
export function unitReason(a: JudgedRow, b: JudgedRow): ReasonId | undefined {
  if (a.unit === undefined && b.unit === undefined) return undefined
  return a.unit === b.unit ? undefined : 'different-unit'
}

/** Populations go together within one group of the data; one without a group goes with nothing. */
export function populationReason(a: JudgedRow, b: JudgedRow): ReasonId | undefined {
  const together = a.populationGroup !== undefined && a.populationGroup === b.populationGroup
  return together ? undefined : 'different-population'
}

function isShortTime(row: JudgedRow): boolean {
  return row.finding.timepointUnit !== undefined && SHORT_UNITS.has(row.finding.timepointUnit)
}

/** Zero minutes, hours or days is the start; zero of a longer unit is the end of something, such as a course. */
function isStart(row: JudgedRow): boolean {
  const unit = row.finding.timepointUnit
  return row.days === 0 && unit !== undefined && UNITS_OF_A_START.has(unit)
}

function isFirstWeek(row: JudgedRow): boolean {
  const unit = row.finding.timepointUnit
  return row.days !== undefined && row.days <= 7 && unit !== undefined && UNITS_OF_A_FIRST_WEEK.has(unit)
}

function zerosMatch(a: JudgedRow, b: JudgedRow): boolean {
  if (a.days === 0 && b.days === 0)
    return (isStart(a) && isStart(b)) || a.finding.timepointUnit === b.finding.timepointUnit
  return (isStart(a) && isFirstWeek(b)) || (isStart(b) && isFirstWeek(a))
}

function withinFactor(a: JudgedRow, b: JudgedRow, factor: number): boolean {
  if (a.days === undefined || b.days === undefined) return false
  return Math.max(a.days, b.days) <= factor * Math.min(a.days, b.days)
}

/** Two stated times of which the later is at most twice the earlier; false when one is not stated. */
export function timesCompatible(a: JudgedRow, b: JudgedRow): boolean {
  if (a.days === 0 || b.days === 0) return a.days !== undefined && b.days !== undefined && zerosMatch(a, b)
  return withinFactor(a, b, FACTOR)
}

/** The same stated time, or no time in either. */
export function sameTime(a: JudgedRow, b: JudgedRow): boolean {
  if (a.days === undefined || b.days === undefined) return a.days === b.days
  if (a.days === 0 || b.days === 0) return a.days === b.days && zerosMatch(a, b)
  return withinFactor(a, b, TOLERANCE)
}

/** The time of the measurement, where it is asked at all. */
export function timeReason(a: JudgedRow, b: JudgedRow): ReasonId | undefined {
  if (a.days === undefined || b.days === undefined) return 'time-not-stated'
  return timesCompatible(a, b) ? undefined : 'different-time'
}

/** For a link a missing time is let pass, unless the other row was measured after minutes or hours. */
export function linkedTimeReason(a: JudgedRow, b: JudgedRow): ReasonId | undefined {
  const reason = timeReason(a, b)
  return reason === 'time-not-stated' && !isShortTime(a) && !isShortTime(b) ? undefined : reason
}

function isSingle(kind: string): boolean {
  return kind === 'crude' || kind === 'actuarial'
}

/** One of the two shares is pooled from several studies and the other comes from one. */
export function isPooledWithSingle(a: JudgedRow, b: JudgedRow): boolean {
  const [x, y] = [a.finding.estimateKind, b.finding.estimateKind]
  return (x === 'pooled' && isSingle(y)) || (y === 'pooled' && isSingle(x))
}

/** How two shares were counted. Crude and actuarial part ways once people are lost to follow-up: beyond 3 months. */
export function estimateKindReason(a: JudgedRow, b: JudgedRow): ReasonId | undefined {
  const [x, y] = [a.finding.estimateKind, b.finding.estimateKind]
  if (x === y || x === 'not-applicable' || y === 'not-applicable') return undefined
  if (x === 'model' || y === 'model') return 'different-estimate-kind'
  if (isPooledWithSingle(a, b) || a.days === undefined || b.days === undefined) return undefined
  return Math.max(a.days, b.days) > THREE_MONTHS * TOLERANCE ? 'different-estimate-kind' : undefined
}
