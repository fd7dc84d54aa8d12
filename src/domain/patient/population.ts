import type { Evidence } from '../evidence'
import type { SetFactor } from './setFactors'

/** Whose findings lead a comparison, and what is printed beside findings of others. */
export interface LeadingPopulation {
  readonly id: string
  /** "people without MS or mixed". */
  readonly othersLabel: string
}

/** The patients whose findings lead, when a factor that holds is tied to them by the data (factor-populations). */
export function leadingPopulation(
  set: readonly SetFactor[],
  evidence: Evidence,
): LeadingPopulation | undefined {
  const row = evidence.factorPopulations.find(({ factor }) => set.some((held) => held.factor.id === factor))
  return row && { id: row.population, othersLabel: row.othersLabel }
}
