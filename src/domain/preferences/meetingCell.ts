import type { Estimate } from '../estimate'
import type { Evidence } from '../evidence'
import { neverRanked } from '../explore/sortChoices'
import { eventIsGood } from '../finding/absoluteEffect'
import { cellOf } from '../headline'
import type { LeadingPopulation } from '../patient/population'
import { wilsonInterval } from '../proportion'
import type { Treatment } from '../tables/treatments'
import { burdenAnswer } from './burdenAnswer'
import type { Criterion } from './criteria'
import type { Meeting } from './rankChances'

/** Why a cell counts as anything from not at all to wholly. */
export const GAPS = [
  'nothing-found',
  'no-share',
  'no-range',
  'never-ranked',
  'not-comparable',
  'not-recorded',
] as const
export type Gap = (typeof GAPS)[number]

/** How far an option meets a criterion, and what that rests on. */
export interface MeetingCell {
  readonly meeting: Meeting
  /** Undefined where the data settle it. */
  readonly gap: Gap | undefined
  /** The number that leads the cell in Compare, counted or not. */
  readonly estimate: Estimate | undefined
  /** Where its interval comes from; `patients`: worked out for this picture alone, from the number of people. */
  readonly range: 'reported' | 'counts' | 'patients' | undefined
  /** The answer of a burden. */
  readonly answer: 'yes' | 'no' | undefined
}

const ANYTHING: Meeting = { kind: 'anything', low: 0, middle: 0.5, high: 1 }
const YES_OR_NO: Meeting = { kind: 'yes-or-no', low: 0, middle: 0.5, high: 1 }

/** The same cell, counted as not known. */
export function asGap(cell: MeetingCell, gap: Gap): MeetingCell {
  return { ...cell, meeting: ANYTHING, gap, range: undefined }
}

function burdenCell(criterion: Criterion, treatment: Treatment): MeetingCell {
  const answer = criterion.of.kind === 'burden' ? burdenAnswer(criterion.of.burden, treatment) : undefined
  const base = { estimate: undefined, range: undefined, answer }
  if (answer === undefined) return { ...base, meeting: YES_OR_NO, gap: 'not-recorded' }
  const met = (answer === 'yes') === criterion.moreIsBetter ? 1 : 0
  return { ...base, meeting: { kind: 'known', low: met, middle: met, high: met }, gap: undefined }
}

/**
 * A rough interval for a share that comes without one, from the number of people behind it: for pooled and actuarial
 * shares it is too narrow, yet nearer the truth than none. It is counted here and shown nowhere as an interval.
 */
function roughInterval({ finding }: Estimate, percent: number, evidence: Evidence) {
  const role = evidence.denominatorRoleById.get(finding.denominator)
  if (!finding.armN || role?.wholeArm !== 'yes' || role.countsPeople !== 'yes') return undefined
  const around = wilsonInterval(Math.round((percent / 100) * finding.armN), finding.armN)
  return {
    low: Math.min(percent, 100 * around.lower),
    high: Math.max(percent, 100 * around.upper),
    range: 'patients' as const,
  }
}

function rangeOf(estimate: Estimate, percent: number, evidence: Evidence) {
  const { interval } = estimate
  if (interval.kind === 'shown')
    return {
      low: Math.min(interval.lower, percent),
      high: Math.max(interval.upper, percent),
      range: interval.origin,
    }
  return roughInterval(estimate, percent, evidence)
}

function shareCell(
  estimate: Estimate,
  percent: number,
  criterion: Criterion,
  evidence: Evidence,
): MeetingCell {
  const cell = { meeting: ANYTHING, estimate, answer: undefined, range: undefined }
  const range = rangeOf(estimate, percent, evidence)
  if (!range) return { ...cell, gap: 'no-range' }
  const clip = (value: number) => Math.min(1, Math.max(0, value / 100))
  const [low, middle, high] = [clip(range.low), clip(percent), clip(range.high)]
  const good = eventIsGood(estimate.finding, evidence) ?? criterion.moreIsBetter
  const meeting: Meeting = good
    ? { kind: 'interval', low, middle, high }
    : { kind: 'interval', low: 1 - high, middle: 1 - middle, high: 1 - low }
  return { ...cell, meeting, gap: undefined, range: range.range }
}

/**
 * How far an option meets a criterion, on a scale from 0 to 100 of 100 people, or no to yes. Only shares and yes or no
 * can be measured so; everything else counts as not known, which is the whole scale and never 0.
 *
 * @param lead finding ids that the reader let lead, from the address
 * @param population whose findings lead for the patient in the room
 */
export function meetingCell(
  treatment: Treatment,
  criterion: Criterion,
  evidence: Evidence,
  lead: readonly string[],
  population?: LeadingPopulation,
): MeetingCell {
  if (criterion.of.kind === 'burden') return burdenCell(criterion, treatment)
  const cell = cellOf(treatment.id, criterion.id, evidence, lead, population)
  const estimate = cell.lead
  const gap = (why: Gap): MeetingCell => ({
    meeting: ANYTHING,
    gap: why,
    estimate,
    range: undefined,
    answer: undefined,
  })
  if (!estimate) return gap(cell.findings.length > 0 ? 'no-share' : 'nothing-found')
  if (neverRanked(criterion.id, evidence) !== undefined) return gap('never-ranked')
  if (estimate.family !== 'share' || estimate.value === undefined) return gap('no-share')
  return shareCell(estimate, estimate.value, criterion, evidence)
}
