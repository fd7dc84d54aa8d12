import type { PoolableFinding } from '@/domain/effectOfFinding'
import type { PoolingRules } from '@/domain/poolingRules'

/** A crude share of 20 in 100, its own cohort, with everything stated; give what matters to the test. */
export function makePoolable(given: Partial<PoolableFinding> & { readonly id: string }): PoolableFinding {
  return {
    treatment: 'a',
    comparator: undefined,
    outcome: 'relief',
    cohort: given.id,
    source: given.id,
    definition: 'complete',
    denominator: 'all-treated',
    population: 'primary',
    armDesign: 'single-arm',
    measure: 'proportion',
    estimateKind: 'crude',
    unit: 'percent',
    armN: 100,
    armEvents: 20,
    value: undefined,
    ciLow: undefined,
    ciHigh: undefined,
    ciLevel: undefined,
    flags: [],
    ...given,
  }
}

/** A difference against placebo of a randomised trial. */
export function makeDifference(given: Partial<PoolableFinding> & { readonly id: string }): PoolableFinding {
  return makePoolable({
    comparator: 'placebo',
    measure: 'mean-difference',
    estimateKind: 'not-applicable',
    armDesign: 'randomised',
    unit: 'points, negative is good',
    armEvents: undefined,
    value: -2,
    ciLow: -3,
    ciHigh: -1,
    ...given,
  })
}

/** `unstated` words match nothing; `primary` and `mixed` go together; every time goes with every other. */
export const RULES: PoolingRules<PoolableFinding> = {
  definitionKey: (definition) => (definition === 'unstated' ? undefined : definition),
  denominatorKey: (denominator) => (denominator === 'unstated' ? undefined : denominator),
  populationGroup: (population) => {
    if (population === 'other') return undefined
    return population === 'mixed' ? 'primary' : population
  },
  timesCompatible: () => true,
  isUsable: () => true,
}
