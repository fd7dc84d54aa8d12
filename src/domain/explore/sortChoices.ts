import { selectableTreatments, termOf, type Evidence } from '../evidence'
import { findingsOfCell } from '../headline'
import { isShare } from '../measure'
import type { Finding } from '../tables/findings'
import type { Outcome } from '../tables/outcomes'
import { isUsable } from '../usable'

export interface DefinitionChoice {
  readonly id: string
  readonly label: string
  /** Treatments that have a number to be ordered by. */
  readonly treatments: number
}

export interface SortChoice {
  readonly outcome: Outcome
  /** Most treatments first. */
  readonly definitions: readonly DefinitionChoice[]
}

/** The definition that stands for all that mean the same. */
export function canonicalDefinition(id: string, evidence: Evidence): string {
  return evidence.definitionById.get(id)?.equals ?? id
}

/** The reason why the data forbid to order treatments by an outcome; undefined where they do not. */
export function neverRanked(outcome: string, evidence: Evidence): string | undefined {
  return termOf(evidence, 'never_ranked', outcome)?.label
}

function canBeOrdered(finding: Finding, evidence: Evidence): boolean {
  return (
    finding.directness === 'direct' &&
    isShare(finding.measure) &&
    isUsable(finding) &&
    evidence.definitionById.get(finding.definition)?.stated === 'yes'
  )
}

/** Outcome, definition and treatments of all numbers that can be ordered, read in one pass over the findings. */
function orderable(evidence: Evidence): Map<string, Map<string, Set<string>>> {
  const outcomes = new Map<string, Map<string, Set<string>>>()
  const add = (outcome: string, finding: Finding) => {
    const definition = canonicalDefinition(finding.definition, evidence)
    const definitions = outcomes.get(outcome) ?? new Map<string, Set<string>>()
    outcomes.set(outcome, definitions)
    definitions.set(definition, (definitions.get(definition) ?? new Set()).add(finding.treatment))
  }
  for (const { id } of selectableTreatments(evidence)) {
    for (const finding of evidence.findingsByTreatment.get(id) ?? [])
      if (canBeOrdered(finding, evidence)) add(finding.outcome, finding)
    for (const derived of evidence.derivedOutcomes)
      for (const finding of findingsOfCell(id, derived.id, evidence))
        if (canBeOrdered(finding, evidence)) add(derived.id, finding)
  }
  return outcomes
}

function definitionChoices(
  definitions: ReadonlyMap<string, ReadonlySet<string>>,
  evidence: Evidence,
): readonly DefinitionChoice[] {
  return [...definitions]
    .filter(([, treatments]) => treatments.size >= 2)
    .map(([id, treatments]) => ({
      id,
      label: evidence.definitionById.get(id)?.label ?? id,
      treatments: treatments.size,
    }))
    .sort((a, b) => b.treatments - a.treatments || a.label.localeCompare(b.label))
}

const choices = new WeakMap<Evidence, readonly SortChoice[]>()

/**
 * Outcomes and definitions by which the list can be ordered: at least two treatments have a usable share of
 * patients, measured directly, under one stated definition. Outcomes that the data bar from ranking, and those
 * that are no result of a treatment, are never offered. In file order.
 */
export function sortChoices(evidence: Evidence): readonly SortChoice[] {
  const known = choices.get(evidence)
  if (known) return known
  const definitions = orderable(evidence)
  const offered = evidence.outcomes
    .filter((outcome) => outcome.domain !== 'context' && neverRanked(outcome.id, evidence) === undefined)
    .map((outcome) => ({
      outcome,
      definitions: definitionChoices(definitions.get(outcome.id) ?? new Map(), evidence),
    }))
    .filter((choice) => choice.definitions.length > 0)
  choices.set(evidence, offered)
  return offered
}

/** The outcome and definition of an address, if they are offered; undefined otherwise. */
export function sortChoiceOf(
  evidence: Evidence,
  outcome: string | undefined,
  definition: string | undefined,
): { readonly choice: SortChoice; readonly definition: string } | undefined {
  const choice = sortChoices(evidence).find((row) => row.outcome.id === outcome)
  const wanted = definition === undefined ? undefined : canonicalDefinition(definition, evidence)
  const offered = choice?.definitions.find((row) => row.id === wanted)
  return choice && offered ? { choice, definition: offered.id } : undefined
}
