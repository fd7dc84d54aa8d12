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
  /** Pairs have been judged: before that no bar shares its scale. */
  readonly judged: boolean
  /** Numbers of at least two treatments stand in the row. */
  readonly manyNumbers: boolean
  /** At least two of them come from different sources. */
  readonly separateStudies: boolean
  /** The verdict of each pair of columns, where there are at most three and at least two have a number. */
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
export function mayShareScale(a: OutcomeCell, b: OutcomeCell, evidence: Evidence): boolean {
  const [one, other] = [evidence.treatmentById.get(a.treatment), evidence.treatmentById.get(b.treatment)]
  if (!a.lead || !b.lead || !one || !other) return false
  const { finding } = a.lead.estimate
  const verdict = verdictOfFindings(finding, b.lead.estimate.finding, one, other, a.outcome, evidence)
  if (verdict.kind !== 'level') return false
  if (verdict.level === 'side-by-side') return true
  return verdict.level === 'head-to-head' && areOfOneStudy(a.lead, b.lead)
}

/** Marks of pairs stand in a row only where there are few: beyond, the verdicts are read above the table. */
const MOST_COLUMNS_WITH_MARKS = 3

/**
 * Puts the cells of an outcome into a row.
 *
 * @param judged false: no pair is judged yet, so every bar has its own scale and no verdict is there
 */
export function outcomeRow(
  outcome: Outcome,
  cells: readonly OutcomeCell[],
  evidence: Evidence,
  judged = true,
): OutcomeRow {
  const leads = cells.map((cell) => cell.lead?.estimate)
  const words = cells.map(wordsOfCell)
  const manyNumbers = leads.filter((lead) => lead !== undefined).length > 1
  return {
    outcome,
    cells,
    judged,
    scaleSets: scaleSets(leads, (placeA, placeB) => {
      const [a, b] = [cells[placeA], cells[placeB]]
      return judged && a !== undefined && b !== undefined && mayShareScale(a, b, evidence)
    }),
    manyNumbers,
    separateStudies: new Set(leads.flatMap((lead) => lead?.finding.source ?? [])).size > 1,
    verdicts:
      judged && manyNumbers && cells.length <= MOST_COLUMNS_WITH_MARKS
        ? pairVerdicts(
            cells.flatMap((cell) => evidence.treatmentById.get(cell.treatment) ?? []),
            outcome,
            evidence,
          )
        : [],
    nothing: sharedPhrase(cells),
    same: cells.length > 1 && words.every((text) => text === words[0]),
  }
}
