import type { Source } from '@/domain/tables/background'

let made = 0

/** A source of which only type, title and design are known. Give what the test is about. */
export function makeSource(given: Partial<Source> = {}): Source {
  made += 1
  return {
    id: `made-source-${made}`,
    type: 'cohort',
    authors: undefined,
    title: `A study ${made}`,
    journal: undefined,
    year: undefined,
    volumePages: undefined,
    doi: undefined,
    pmid: undefined,
    url: undefined,
    population: undefined,
    n: undefined,
    design: 'cohort',
    followUp: undefined,
    riskOfBias: undefined,
    riskOfBiasBy: undefined,
    funding: undefined,
    weakBasis: undefined,
    bibliography: 'complete',
    note: undefined,
    ...given,
  }
}
