import { knownCautions, strictness, type CautionLevel, type KnownCaution } from '../cautions/knownCautions'
import type { Evidence } from '../evidence'
import { CAUTION_LEVELS } from '../vocabulary'

/** One patient factor; for each treatment its cautions, the strictest first. */
export interface CautionRow {
  readonly factor: string
  readonly label: string
  readonly strictest: CautionLevel
  readonly cells: readonly (readonly KnownCaution[])[]
}

/**
 * The cautions of treatments, one row a patient factor, those of the treatments in `cautionsFrom` among them.
 * Rows with the strictest level come first, then those that concern the most treatments, then the order of the
 * data. An empty cell means that no caution is recorded, which is no proof of safety.
 */
export function cautionRows(treatments: readonly string[], evidence: Evidence): readonly CautionRow[] {
  const columns = treatments.map((id) => knownCautions(id, evidence))
  const factors = [...new Set(columns.flat().map((known) => known.caution.factor))]
  const rows = factors.map((factor) => {
    const cells = columns.map((column) =>
      column
        .filter((known) => known.caution.factor === factor)
        .sort((a, b) => strictness(a.caution.level) - strictness(b.caution.level)),
    )
    const levels = cells.flat().map((known) => strictness(known.caution.level))
    return {
      factor,
      label: evidence.factors.find((row) => row.id === factor)?.label ?? factor,
      strictest: CAUTION_LEVELS[Math.min(...levels)] ?? 'contraindicated',
      cells,
    }
  })
  const treated = (row: CautionRow) => row.cells.filter((cell) => cell.length > 0).length
  return rows.sort((a, b) => strictness(a.strictest) - strictness(b.strictest) || treated(b) - treated(a))
}

/** All that a cell of cautions says, as one text. */
export function wordsOfCautions(cell: readonly KnownCaution[]): string {
  return cell
    .map(({ caution, onlyWith }) =>
      [caution.level, caution.conditionText, onlyWith, caution.reason, caution.action].join(' · '),
    )
    .join(' / ')
}
