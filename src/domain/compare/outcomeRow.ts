import type { Evidence } from '../evidence'
import type { Outcome } from '../tables/outcomes'
import { verdictOfFindings } from '../comparability/pairVerdict'
import { pairVerdicts, type PairVerdict } from './pairs'
import { scaleSets, type ScaleSet } from './commonScale'
import { wordsOfCell, type LeadOfCell, type OutcomeCell } from './outcomeCell'

/** An outcome as a row: its cells, and which of their bars share a scale. */
export interface OutcomeRow {
  readonly outcome: Outcome
  readonly cells: readonly OutcomeCell[]
  readonly scaleSets: readonly ScaleSet[]
  /** Numbers of at least two treatments stand in the row. */
  readonly manyNumbers: boolean
  /** At least two of them come from different sources. */
  readonly separateStudies: boolean
  /** The verdict of each pair of columns. */
  readonly verdicts: readonly PairVerdict[]
  /** The phrase for the whole row where no treatment has anything. */
  readonly nothing: string | undefined
  readonly same: boolean
}

function sharedPhrase(cells: readonly OutcomeCell[]): string | undefined {
  const phrase = cells[0]?.missing
  const everywhere = cells.every((cell) => cell.missing === phrase && cell.otherFindings.length === 0)
  return cells.length > 1 && everywhere ? phrase : undefined
}

/** Two numbers of one study that mean the same and were counted at the same time. */
function areOfOneStudy(a: LeadOfCell, b: LeadOfCell): boolean {
  const [rowA, rowB] = [a.estimate.finding, b.estimate.finding]
  return (
    rowA.source === rowB.source &&
    a.estimate.family === b.estimate.family &&
    rowA.definition === rowB.definition &&
    rowA.unit === rowB.unit &&
    a.text.time === b.text.time
  )
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
  if (verdict.kind !== 'level') return false
  if (verdict.level === 'side-by-side') return true
  return verdict.level === 'head-to-head' && areOfOneStudy(a.lead, b.lead)
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
    separateStudies: new Set(leads.flatMap((lead) => lead?.finding.source ?? [])).size > 1,
    verdicts: pairVerdicts(
      cells.flatMap((cell) => evidence.treatmentById.get(cell.treatment) ?? []),
      outcome,
      evidence,
    ),
    nothing: sharedPhrase(cells),
    same: cells.length > 1 && words.every((text) => text === words[0]),
  }
}
