import type { Evidence } from '../evidence'
import { cellOf } from '../headline'
import type { Burden } from '../tables/burdens'
import type { Outcome } from '../tables/outcomes'

/** Something a patient can weigh: a result of treatment, or what treatment asks of them. */
export interface Criterion {
  readonly id: string
  readonly label: string
  readonly plainLabel: string
  /** Is more of it (of an outcome), or a yes (of a burden), good for the patient? */
  readonly moreIsBetter: boolean
  readonly of:
    | { readonly kind: 'outcome'; readonly outcome: Outcome }
    | { readonly kind: 'burden'; readonly burden: Burden }
}

export const CRITERION_GROUPS = ['benefit', 'harm', 'burden'] as const
export type CriterionGroup = (typeof CRITERION_GROUPS)[number]

/** Criteria under one heading, in the order of the data. */
export interface CriterionChoices {
  readonly group: CriterionGroup
  /** Shown at once: burdens, and the outcomes that the data call core. */
  readonly first: readonly Criterion[]
  /** The others on which an option has at least one row. */
  readonly more: readonly Criterion[]
}

function ofOutcome(outcome: Outcome): Criterion | undefined {
  if (outcome.domain === 'context' || outcome.direction === 'neutral') return undefined
  return {
    id: outcome.id,
    label: outcome.label,
    plainLabel: outcome.plainLabel,
    moreIsBetter: outcome.direction === 'higher-better',
    of: { kind: 'outcome', outcome },
  }
}

function ofBurden(burden: Burden): Criterion | undefined {
  if (burden.direction === 'neutral') return undefined
  return {
    id: burden.id,
    label: burden.label,
    plainLabel: burden.plainLabel,
    moreIsBetter: burden.direction === 'higher-better',
    of: { kind: 'burden', burden },
  }
}

/** The criterion with this id; undefined where the data have none, or do not say which way is better. */
export function criterionOf(id: string, evidence: Evidence): Criterion | undefined {
  const burden = evidence.burdens.find((row) => row.id === id)
  if (burden) return ofBurden(burden)
  const outcome = evidence.outcomeById.get(id)
  return outcome && ofOutcome(outcome)
}

function groupOf(outcome: Outcome): CriterionGroup {
  if (outcome.domain === 'harm') return 'harm'
  return outcome.domain === 'burden' ? 'burden' : 'benefit'
}

/**
 * What can be weighed about these options, under its headings. Outcomes that the data say are worked out, not seen in
 * patients (costs), are left out.
 */
export function criterionChoices(
  options: readonly string[],
  evidence: Evidence,
): readonly CriterionChoices[] {
  const notOfPatients = new Set(
    evidence.pairRules.filter(({ role }) => role === 'no-edge').flatMap(({ outcomes }) => outcomes),
  )
  const outcomes = evidence.outcomes.filter(({ id }) => !notOfPatients.has(id))
  const asCriteria = (rows: readonly Outcome[]) => rows.flatMap((outcome) => ofOutcome(outcome) ?? [])
  const hasRow = (outcome: Outcome) =>
    options.some((option) => cellOf(option, outcome.id, evidence).findings.length > 0)
  return CRITERION_GROUPS.map((group) => {
    const own = outcomes.filter((outcome) => groupOf(outcome) === group)
    const burdens = [...evidence.burdens].sort((a, b) => a.order - b.order)
    return {
      group,
      first: [
        ...(group === 'burden' ? burdens.flatMap((burden) => ofBurden(burden) ?? []) : []),
        ...asCriteria(own.filter((outcome) => outcome.core === 'yes')),
      ],
      more: asCriteria(own.filter((outcome) => outcome.core === 'no' && hasRow(outcome))),
    }
  })
}
