import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'
import type { SetFactor } from './setFactors'

/** Whose findings lead a comparison, and what is printed beside findings of others. */
export interface LeadingPopulation {
  readonly id: string
  /** Ids of findings that lead where a cell has several of these patients, as the curators chose. */
  readonly leads: readonly string[]
  /** "people without MS or mixed". */
  readonly othersLabel: string
}

/** The patients whose findings lead, when a factor that holds is tied to them by the data (factor-populations). */
export function leadingPopulation(
  set: readonly SetFactor[],
  evidence: Evidence,
): LeadingPopulation | undefined {
  const row = evidence.factorPopulations.find(({ factor }) => set.some((held) => held.factor.id === factor))
  return row && { id: row.population, leads: row.leads, othersLabel: row.othersLabel }
}

/**
 * The patients of a finding, told apart from those that the patient in the room belongs to.
 *
 * @param population undefined: no rows lead, and nothing is said
 */
export function whosePatients(
  finding: Finding,
  population: LeadingPopulation | undefined,
  evidence: Evidence,
): string | undefined {
  if (!population) return undefined
  return finding.population === population.id
    ? (evidence.populationById.get(population.id)?.label ?? population.id)
    : population.othersLabel
}
