import type { PoolableFinding } from './effectOfFinding'

/**
 * What may stand side by side, read from the tables of the data. A key that is undefined means "not stated": such
 * a row matches nothing, not even itself.
 */
export interface PoolingRules<Row> {
  /** The definition, or the one it equals (column `equals`); undefined when it is not stated. */
  readonly definitionKey: (definition: string) => string | undefined
  readonly denominatorKey: (denominator: string) => string | undefined
  /** Column `compatible_group` of the population; undefined for a population that goes with no other. */
  readonly populationGroup: (population: string) => string | undefined
  /** Whether two rows were measured at times that go together (factor two); must be symmetric. */
  readonly timesCompatible: (a: Row, b: Row) => boolean
  /** Whether the row may be used at all (headline_ok, flags). */
  readonly isUsable: (finding: Row) => boolean
  /** Whether the share is counted out of the whole arm, so that its events can be rebuilt from the percent; yes unless given. */
  readonly countsWholeArm?: (denominator: string) => boolean
  /** What must be equal of the unit, which also says which sign is good; the whole text unless given. */
  readonly unitKey?: (finding: Row) => string
}

interface Facet<Reason extends string = string> {
  readonly reason: Reason
  readonly words: string
  readonly key: <Row extends PoolableFinding>(finding: Row, rules: PoolingRules<Row>) => string | undefined
}

/** Counted shares need no unit. For a contrast the unit says which sign is good, so it must be the same text. */
function unitOf<Row extends PoolableFinding>(finding: Row, rules: PoolingRules<Row>): string {
  const isShare = finding.measure === 'proportion' || finding.measure === 'survival-proportion'
  const isRatio = finding.measure.endsWith('-ratio')
  if (isShare || isRatio) return ''
  return rules.unitKey?.(finding) ?? finding.unit?.trim().toLowerCase() ?? ''
}

/** The facets that must be equal in every row, each with the reason of a refusal. */
export const FACETS = [
  {
    reason: 'different-treatment',
    words: 'The rows are about different treatments.',
    key: (finding) => finding.treatment,
  },
  {
    reason: 'different-comparator',
    words: 'The studies compared with different treatments.',
    // The share of one arm stands on its own, whatever it was compared with.
    key: (finding) => (finding.measure.endsWith('proportion') ? '' : finding.comparator),
  },
  {
    reason: 'different-outcome',
    words: 'The rows are about different outcomes.',
    key: (finding) => finding.outcome,
  },
  {
    reason: 'different-definition',
    words: 'The studies mean different things by the same word.',
    key: (finding, rules) => rules.definitionKey(finding.definition),
  },
  {
    reason: 'different-denominator',
    words: 'The studies counted out of different groups of people.',
    key: (finding, rules) => rules.denominatorKey(finding.denominator),
  },
  {
    reason: 'different-population',
    words: 'The studies were done in different kinds of patients.',
    key: (finding, rules) => rules.populationGroup(finding.population),
  },
  {
    reason: 'different-design',
    words: 'The studies have different designs.',
    key: (finding) => finding.armDesign,
  },
  {
    reason: 'different-measure',
    words: 'The studies give different kinds of numbers.',
    key: (finding) => finding.measure,
  },
  {
    reason: 'different-estimate-kind',
    words: 'The numbers were worked out in different ways (plain counts, or a statistical model).',
    key: (finding) => finding.estimateKind,
  },
  {
    reason: 'different-unit',
    words: 'The numbers have different units or signs.',
    key: unitOf,
  },
] as const satisfies readonly Facet[]
