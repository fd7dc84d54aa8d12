import type { Evidence } from '../evidence'
import type { DerivedOutcome } from '../tables/rules'
import type { JudgedRow } from './judgedRow'
import { pairRulesOf } from './pairRules'

const DAYS_IN_MONTH = 365.25 / 12

const DERIVED = new WeakMap<Evidence, ReadonlyMap<string, DerivedOutcome>>()

function derivedOutcome(outcome: string, evidence: Evidence) {
  let derived = DERIVED.get(evidence)
  if (!derived)
    DERIVED.set(evidence, (derived = new Map(evidence.derivedOutcomes.map((row) => [row.id, row]))))
  return derived.get(outcome)
}

/** The row reports the outcome asked, or is one of the rows from which a derived outcome is made. */
export function carries(row: JudgedRow, outcome: string, evidence: Evidence): boolean {
  if (row.finding.outcome === outcome) return true
  const derived = derivedOutcome(outcome, evidence)
  if (!derived?.fromOutcomes.includes(row.finding.outcome) || row.days === undefined) return false
  const months = row.days / DAYS_IN_MONTH
  return months >= derived.timeLowMonths && months <= derived.timeHighMonths
}

/** The rule of the data under which two outcomes with these definitions are one result. */
function filedElsewhere(row: JudgedRow, outcome: string, evidence: Evidence) {
  return pairRulesOf(evidence).sameOutcome.find(
    (rule) =>
      rule.outcomes.includes(outcome) &&
      rule.outcomes.includes(row.finding.outcome) &&
      rule.definitions.includes(row.finding.definition),
  )
}

/** The outcomes under which rows that may carry the outcome asked are filed. */
export function outcomesToSearch(outcome: string, evidence: Evidence): ReadonlySet<string> {
  const filedUnder = pairRulesOf(evidence).sameOutcome.filter((rule) => rule.outcomes.includes(outcome))
  return new Set([
    outcome,
    ...(derivedOutcome(outcome, evidence)?.fromOutcomes ?? []),
    ...filedUnder.flatMap((rule) => rule.outcomes),
  ])
}

/** The row carries the outcome asked, or may be the same result filed under another outcome. */
export function mayCarry(row: JudgedRow, outcome: string, evidence: Evidence): boolean {
  return carries(row, outcome, evidence) || filedElsewhere(row, outcome, evidence) !== undefined
}

/**
 * Do both rows report the outcome asked? Either both carry it, or one does and the other holds the same band of
 * the same score under another outcome.
 */
export function sameOutcome(a: JudgedRow, b: JudgedRow, outcome: string, evidence: Evidence): boolean {
  const aCarries = carries(a, outcome, evidence)
  const bCarries = carries(b, outcome, evidence)
  if (aCarries && bCarries) return true
  if (!aCarries && !bCarries) return false
  if (a.definition.word !== b.definition.word) return false
  const rule = filedElsewhere(aCarries ? b : a, outcome, evidence)
  return rule?.definitions.includes((aCarries ? a : b).finding.definition) ?? false
}
