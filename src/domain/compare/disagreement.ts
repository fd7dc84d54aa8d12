import { estimateKindReason, populationReason, timesCompatible, unitReason } from '../comparability/facets'
import { judgedRow, type JudgedRow } from '../comparability/judgedRow'
import { estimateOf, type Estimate } from '../estimate'
import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'

function otherPatients(a: Finding, b: Finding): boolean {
  return a.source !== b.source && (a.cohort === undefined || a.cohort !== b.cohort)
}

function timesMatch(a: JudgedRow, b: JudgedRow): boolean {
  if (a.numberIsATime && b.numberIsATime) return true
  return a.days === undefined && b.days === undefined ? true : timesCompatible(a, b)
}

/**
 * Two sources that asked the same: the same kind of number with the same word for what and out of whom, in the
 * same kind of patients at about the same time, against the same comparator. A word that says nothing, such as
 * "as the authors defined it", counts as the same word: the reader is told.
 */
function askedTheSame(a: JudgedRow, b: JudgedRow): boolean {
  return (
    otherPatients(a.finding, b.finding) &&
    a.kindOfNumber === b.kindOfNumber &&
    a.finding.comparator === b.finding.comparator &&
    a.definition.word === b.definition.word &&
    a.denominator.word === b.denominator.word &&
    unitReason(a, b) === undefined &&
    populationReason(a, b) === undefined &&
    timesMatch(a, b) &&
    (a.kindOfNumber !== 'share' || estimateKindReason(a, b) === undefined)
  )
}

function intervalsApart(a: Estimate, b: Estimate): boolean {
  if (a.interval.kind !== 'shown' || b.interval.kind !== 'shown') return false
  return a.interval.upper < b.interval.lower || b.interval.upper < a.interval.lower
}

/**
 * The usable rows of one treatment and outcome whose intervals lie apart although they asked the same of different
 * patients: sources disagree.
 *
 * A row without an interval never disagrees, since what it would allow is not known; nor does a change from
 * before without a control group.
 *
 * @param findings rows of one treatment and outcome, as `cellOf` gives them
 * @returns the rows that disagree with at least one other, in file order; empty where none do
 */
export function disagreeingRows(findings: readonly Finding[], evidence: Evidence): readonly Estimate[] {
  const rows = findings
    .map((finding) => judgedRow(finding, evidence))
    .filter((row) => row.usable && !row.changeFromBefore)
    .map((row) => ({ row, estimate: estimateOf(row.finding, evidence) }))
  return rows
    .filter((one) =>
      rows.some(
        (other) =>
          other !== one && askedTheSame(one.row, other.row) && intervalsApart(one.estimate, other.estimate),
      ),
    )
    .map((entry) => entry.estimate)
}
