import { estimateOf, type Estimate } from '../estimate'
import { describeEstimate, type EstimateText } from '../estimateText'
import type { Evidence } from '../evidence'
import { findingsOfCell } from '../headline'
import { isUsable } from '../usable'
import { basisLine, detailLine, turnedDirection, type OutcomeCell } from './outcomeCell'

/** A row that does not lead its cell, with what can be done with it. */
export interface OtherRow {
  readonly estimate: Estimate
  readonly text: EstimateText
  readonly detail: string
  readonly basis: string
  readonly turned: string | undefined
  /** It may stand beside others, so a reader can let it lead. */
  readonly mayLead: boolean
  readonly disagrees: boolean
  /** The treatment is not the row's own but what it was compared with. */
  readonly asComparator: boolean
}

/** The other rows of a cell in words: usable ones first, then those that stand only under their source. */
export function describeOtherRows(cell: OutcomeCell, evidence: Evidence): readonly OtherRow[] {
  const disagreeing = new Set(cell.disagreeing.map((estimate) => estimate.finding))
  const rows = cell.otherFindings.map((finding) => {
    const estimate = estimateOf(finding, evidence)
    const text = describeEstimate(estimate, evidence)
    const asComparator = finding.treatment !== cell.treatment
    return {
      estimate,
      text,
      detail: detailLine(text),
      basis: basisLine(estimate, text, evidence),
      turned: turnedDirection(finding, cell.outcome),
      mayLead: isUsable(finding) && !asComparator,
      disagrees: disagreeing.has(finding),
      asComparator,
    }
  })
  return [...rows.filter((row) => row.mayLead), ...rows.filter((row) => !row.mayLead)]
}

/**
 * The finding ids that lead after a reader chose one: it replaces an earlier choice in the same cell.
 *
 * @param leads the ids that lead now, from the address
 */
export function leadsAfter(
  leads: readonly string[],
  cell: OutcomeCell,
  finding: string,
  evidence: Evidence,
): readonly string[] {
  return [...leadsWithout(leads, cell, evidence), finding]
}

/** The finding ids that lead after a reader gave a cell back to the curators' choice. */
export function leadsWithout(
  leads: readonly string[],
  cell: OutcomeCell,
  evidence: Evidence,
): readonly string[] {
  const sameCell = new Set(findingsOfCell(cell.treatment, cell.outcome.id, evidence).map((row) => row.id))
  return leads.filter((id) => !sameCell.has(id))
}
