import type { Evidence } from '../evidence'
import type { Finding } from '../tables/findings'
import { isUsable } from '../usable'

/** Another row on the treatment and the outcome of a finding. */
export interface OtherFinding {
  readonly finding: Finding
  /** It rests on the same patients or the same pool of trials: never a second proof. */
  readonly samePatients: boolean
  /** It may lead the cell. */
  readonly mayLead: boolean
}

/** Rows with the same cohort rest on the same patients. A row without a cohort shares it with nobody. */
export function restOnSamePatients(a: Finding, b: Finding): boolean {
  return a.cohort !== undefined && a.cohort === b.cohort
}

/**
 * The other rows on the same treatment and outcome: other patients first, then rows that may stand in a cell,
 * then those measured in the patients of this collection, else in file order.
 */
export function otherFindings(finding: Finding, evidence: Evidence): readonly OtherFinding[] {
  const others = (evidence.findingsByTreatment.get(finding.treatment) ?? [])
    .filter((row) => row.outcome === finding.outcome && row.id !== finding.id)
    .map((row) => ({
      finding: row,
      samePatients: restOnSamePatients(finding, row),
      mayLead: isUsable(row),
    }))
  const steps = (row: OtherFinding) =>
    (row.samePatients ? 4 : 0) + (row.mayLead ? 0 : 2) + (row.finding.directness === 'direct' ? 0 : 1)
  return others.sort((a, b) => steps(a) - steps(b))
}

/** Finding ids that lead by a reader's choice once `finding` leads its cell: one for each cell. */
export function leadWith(lead: readonly string[], finding: Finding, evidence: Evidence): readonly string[] {
  return [...leadWithout(lead, finding, evidence), finding.id]
}

/** The reader's choices without those for the cell of `finding`, so that the curators' choice leads again. */
export function leadWithout(
  lead: readonly string[],
  finding: Finding,
  evidence: Evidence,
): readonly string[] {
  return lead.filter((id) => {
    const row = evidence.findingById.get(id)
    return row?.treatment !== finding.treatment || row.outcome !== finding.outcome
  })
}
