import type { Evidence } from '../evidence'
import type { Outcome } from '../tables/outcomes'
import { verdictOfFindings } from '../comparability/pairVerdict'
import { scaleSets, type ScaleSet } from './commonScale'
import { wordsOfCell, type OutcomeCell } from './outcomeCell'

/** An outcome as a row: its cells, and which of their bars share a scale. */
export interface OutcomeRow {
  readonly outcome: Outcome
  readonly cells: readonly OutcomeCell[]
  readonly scaleSets: readonly ScaleSet[]
  /** Numbers of at least two treatments stand in the row. */
  readonly manyNumbers: boolean
  /** The phrase for the whole row where no treatment has anything. */
  readonly nothing: string | undefined
  readonly same: boolean
}

function sharedPhrase(cells: readonly OutcomeCell[]): string | undefined {
  const phrase = cells[0]?.missing
  const everywhere = cells.every((cell) => cell.missing === phrase && cell.otherFindings.length === 0)
  return cells.length > 1 && everywhere ? phrase : undefined
}

/**
 * May the bars of two cells share a scale? Only where the two rows that lead them reach a level at which both
 * numbers may be read beside one another: one study, or side by side with care. A link shows no single number.
 */
function mayShareScale(a: OutcomeCell, b: OutcomeCell, evidence: Evidence): boolean {
  const [one, other] = [evidence.treatmentById.get(a.treatment), evidence.treatmentById.get(b.treatment)]
  if (!a.lead || !b.lead || !one || !other) return false
  const { finding } = a.lead.estimate
  const verdict = verdictOfFindings(finding, b.lead.estimate.finding, one, other, a.outcome, evidence)
  if (verdict.kind !== 'level' || verdict.rows.length < 2) return false
  return verdict.level === 'head-to-head' || verdict.level === 'side-by-side'
}

/** Puts the cells of an outcome into a row. */
export function outcomeRow(outcome: Outcome, cells: readonly OutcomeCell[], evidence: Evidence): OutcomeRow {
  const leads = cells.map((cell) => cell.lead?.estimate)
  const words = cells.map(wordsOfCell)
  return {
    outcome,
    cells,
    scaleSets: scaleSets(leads, (placeA, placeB) => {
      const [a, b] = [cells[placeA], cells[placeB]]
      return a !== undefined && b !== undefined && mayShareScale(a, b, evidence)
    }),
    manyNumbers: leads.filter((lead) => lead !== undefined).length > 1,
    nothing: sharedPhrase(cells),
    same: cells.length > 1 && words.every((text) => text === words[0]),
  }
}
