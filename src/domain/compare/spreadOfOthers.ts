import { hasFlag, type Estimate } from '../estimate'
import { formatValue } from '../estimateText'
import type { Evidence } from '../evidence'
import { formatRange } from '../format'

/** Other patients than the lead's: indirect, or of a group that the data keep apart, such as another cause. */
function isOfOthers({ direct, finding }: Estimate, lead: Estimate, evidence: Evidence): boolean {
  if (lead.direct && !direct) return true
  const groupOf = (population: string) => evidence.populationById.get(population)?.compatibleGroup
  const group = groupOf(finding.population)
  return finding.population !== lead.finding.population && group !== groupOf(lead.finding.population)
}

function countsPeople({ finding }: Estimate, evidence: Evidence): boolean {
  const role = evidence.denominatorRoleById.get(finding.denominator)
  return role?.countsPeople !== 'no' && !hasFlag(finding, 'not-per-patient')
}

function basisOf(shares: readonly Estimate[], evidence: Evidence): string {
  if (shares.every((row) => countsPeople(row, evidence))) return ''
  return shares.some((row) => countsPeople(row, evidence))
    ? ', not all counted per person'
    : ', not counted per person'
}

/**
 * The smallest and largest of the other usable shares on an outcome, in words; it says when other patients are
 * among them, and when something else than people was counted. Undefined where the lead is no share or no other
 * share is usable.
 */
export function spreadOfOthers(
  lead: Estimate,
  others: readonly Estimate[],
  evidence: Evidence,
): string | undefined {
  if (lead.family !== 'share') return undefined
  const shares = others.filter((row) => row.family === 'share' && row.value !== undefined)
  const sorted = [...shares].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest?.value === undefined || highest?.value === undefined) return undefined
  const range = formatRange(formatValue(lowest.value, lowest), formatValue(highest.value, highest))
  const ofOthers = shares.some((row) => isOfOthers(row, lead, evidence)) ? ', other patients among them' : ''
  const count = shares.length === 1 ? 'Other row' : `${shares.length} other rows`
  return `${count}: ${range} of 100${basisOf(shares, evidence)}${ofOthers}`
}
