import type { Evidence } from '../evidence'
import type { PairRuleRole } from '../vocabulary'

/** The table `pair-rules`, ready to be asked. */
export interface PairRules {
  /** Outcomes whose mean, median or length is itself a time. */
  readonly numberIsATime: ReadonlySet<string>
  /** Definitions that name their scale, so that the unit need not be asked. */
  readonly unitInDefinition: ReadonlySet<string>
  /** Outcomes that are one result wherever the definition is one of these and equal. */
  readonly sameOutcome: readonly {
    readonly outcomes: readonly string[]
    readonly definitions: readonly string[]
  }[]
  /** Populations that had failed an earlier treatment. */
  readonly failedEarlier: ReadonlySet<string>
  /** Comparators that may link two treatments, as any treatment may. */
  readonly canLink: ReadonlySet<string>
  /** Outcomes that join no treatments in the network. */
  readonly noEdge: ReadonlySet<string>
}

const REMEMBERED = new WeakMap<Evidence, PairRules>()

function read(evidence: Evidence): PairRules {
  const rows = (role: PairRuleRole) => evidence.pairRules.filter((rule) => rule.role === role)
  return {
    numberIsATime: new Set(rows('number-is-a-time').flatMap((rule) => rule.outcomes)),
    unitInDefinition: new Set(rows('unit-in-definition').flatMap((rule) => rule.definitions)),
    sameOutcome: rows('same-outcome'),
    failedEarlier: new Set(rows('failed-earlier-treatment').flatMap((rule) => rule.populations)),
    canLink: new Set(rows('can-link').flatMap((rule) => rule.treatments)),
    noEdge: new Set(rows('no-edge').flatMap((rule) => rule.outcomes)),
  }
}

/** The rules of the data folder; read once for each evidence. */
export function pairRulesOf(evidence: Evidence): PairRules {
  const known = REMEMBERED.get(evidence)
  if (known) return known
  const rules = read(evidence)
  REMEMBERED.set(evidence, rules)
  return rules
}

/** May two contrasts against this one link the treatments on their other sides? */
export function isLink(treatment: string, evidence: Evidence): boolean {
  const row = evidence.treatmentById.get(treatment)
  return row !== undefined && (row.kind !== 'comparator' || pairRulesOf(evidence).canLink.has(treatment))
}
