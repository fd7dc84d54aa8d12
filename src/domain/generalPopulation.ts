import type { Evidence } from './evidence'

/**
 * Patients whose numbers may stand for the condition in general: those the data call direct, and those that may
 * stand together with them. A special group (another cause, say) is left out unless it is asked for.
 */
export function isGeneralPopulation(id: string, evidence: Evidence): boolean {
  const population = evidence.populationById.get(id)
  if (!population) return false
  if (population.directnessToTn === 'direct') return true
  return evidence.populations.some(
    (row) => row.directnessToTn === 'direct' && row.compatibleGroup === population.compatibleGroup,
  )
}

/** Patients with the condition whose numbers are for people like them alone, never for everyone. */
export function isSetApart(id: string, evidence: Evidence): boolean {
  const population = evidence.populationById.get(id)
  return population?.directnessToTn === 'direct-special' && !isGeneralPopulation(id, evidence)
}
