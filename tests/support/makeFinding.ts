import type { Finding } from '@/domain/tables/findings'

let made = 0

/**
 * A finding that fits the tables of data/ and stands beside any other one made here: a crude share of 60 in 100
 * patients at one year, from a study of its own. Give what the test is about.
 */
export function makeFinding(given: Partial<Finding> = {}): Finding {
  made += 1
  return {
    id: `made-${made}`,
    treatment: 'mvd',
    comparator: undefined,
    outcome: 'pain-free-no-meds',
    outcomeAsReported: 'pain free without drugs',
    population: 'tn-primary',
    populationAsReported: undefined,
    timepoint: 1,
    timepointUnit: 'years',
    measure: 'proportion',
    armN: 100,
    armEvents: undefined,
    comparatorN: undefined,
    comparatorEvents: undefined,
    value: 60,
    ciLow: undefined,
    ciHigh: undefined,
    ciLevel: undefined,
    rangeLow: undefined,
    rangeHigh: undefined,
    pValue: undefined,
    unit: 'percent',
    source: `made-source-${made}`,
    reportedIn: undefined,
    locator: 'Table 1',
    directness: 'direct',
    certainty: 'low',
    certaintyBy: 'curator',
    definition: 'complete-off-drugs',
    denominator: 'all-treated',
    estimateKind: 'crude',
    armDesign: 'single-arm',
    cohort: undefined,
    headlineOk: 'yes',
    caveat: undefined,
    flags: [],
    note: undefined,
    ...given,
  }
}
