import type { Evidence } from '../evidence'
import { findingsOfCell } from '../headline'
import type { Outcome } from '../tables/outcomes'

/** The groups in which outcomes stand in the comparison, in that order. */
export const OUTCOME_GROUPS = [
  'benefits',
  'lasting',
  'experience',
  'harms',
  'burden',
  'cost',
  'context',
] as const
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]

export interface GroupedOutcome {
  readonly outcome: Outcome
  readonly group: OutcomeGroup
}

/** Outcomes that say how long a benefit lasts: those that lead as durability, and the derived ones. */
function durabilityOutcomes(evidence: Evidence): ReadonlySet<string> {
  return new Set([
    ...evidence.headlines.filter((row) => row.role === 'durability').map((row) => row.outcome),
    ...evidence.derivedOutcomes.map((row) => row.id),
  ])
}

function groupOf(outcome: Outcome, lasting: ReadonlySet<string>): OutcomeGroup {
  if (outcome.unitFamily === 'money') return 'cost'
  if (outcome.domain === 'benefit') return lasting.has(outcome.id) ? 'lasting' : 'benefits'
  if (outcome.domain === 'patient-experience') return 'experience'
  return outcome.domain === 'harm' ? 'harms' : outcome.domain
}

function inGroups(outcomes: readonly Outcome[], evidence: Evidence): readonly GroupedOutcome[] {
  const lasting = durabilityOutcomes(evidence)
  const grouped = outcomes.map((outcome) => ({ outcome, group: groupOf(outcome, lasting) }))
  return OUTCOME_GROUPS.flatMap((group) => grouped.filter((row) => row.group === group))
}

/**
 * The outcomes that a comparison shows unless a reader chooses: the core outcomes, every outcome that leads a
 * cell of one of the treatments, and costs where a treatment has them. Outcomes that only describe patients are
 * left to the reader. The order is that of the groups, then that of the data.
 */
export function standardOutcomes(
  treatments: readonly string[],
  evidence: Evidence,
): readonly GroupedOutcome[] {
  const led = new Set(
    treatments.flatMap((id) => (evidence.headlinesByTreatment.get(id) ?? []).map((row) => row.outcome)),
  )
  const priced = new Set(
    treatments.flatMap((id) => (evidence.findingsByTreatment.get(id) ?? []).map((row) => row.outcome)),
  )
  return inGroups(
    evidence.outcomes.filter(
      (outcome) =>
        outcome.domain !== 'context' &&
        (outcome.core === 'yes' ||
          led.has(outcome.id) ||
          (outcome.unitFamily === 'money' && priced.has(outcome.id))),
    ),
    evidence,
  )
}

/** The outcomes a reader chose, in their order, inside the groups of the comparison; the standard ones for none. */
export function outcomesToShow(
  chosen: readonly string[],
  treatments: readonly string[],
  evidence: Evidence,
): readonly GroupedOutcome[] {
  if (chosen.length === 0) return standardOutcomes(treatments, evidence)
  return inGroups(
    chosen.flatMap((id) => evidence.outcomeById.get(id) ?? []),
    evidence,
  )
}

export interface OutcomeChoice extends GroupedOutcome {
  /** Treatments of the comparison with at least one row on it, usable or not. */
  readonly withRows: number
}

/** Every outcome of the data, with how many of the treatments have a row on it. */
export function outcomeChoices(treatments: readonly string[], evidence: Evidence): readonly OutcomeChoice[] {
  return inGroups(evidence.outcomes, evidence).map((row) => ({
    ...row,
    withRows: treatments.filter((id) => findingsOfCell(id, row.outcome.id, evidence).length > 0).length,
  }))
}
