import type { Evidence } from '../evidence'
import { documentsOf, type GuidanceDocument } from './documents'
import { classesOf, statementsOn, type Statement } from './statements'

/** One document as a row: a list of statements for each treatment, in the order of the treatments. */
export interface StanceRow extends GuidanceDocument {
  /** The guideline that the reader follows. */
  readonly ours: boolean
  readonly cells: readonly (readonly Statement[])[]
}

export interface StanceRows {
  /** Current guidelines on the condition: the only votes. */
  readonly votes: readonly StanceRow[]
  /** Everything else that recommends: superseded, on other conditions, statements, reviews, labels. */
  readonly others: readonly StanceRow[]
}

/**
 * The documents that say something about at least one of the treatments, newest first, those without a year
 * last. A statement on a class counts for its members and says so.
 *
 * @param ours the guideline that a reader marked as the one they follow: it leads
 */
export function stanceRows(treatments: readonly string[], evidence: Evidence, ours?: string): StanceRows {
  const wanted = new Set(treatments.flatMap((id) => [id, ...classesOf(id, evidence)]))
  const documents = documentsOf(
    evidence.recommendations.filter((row) => wanted.has(row.treatment)),
    evidence,
    ours,
  )
  const rows = documents
    .map((document) => ({
      ...document,
      ours: document.source === ours,
      cells: treatments.map((id) => statementsOn(id, evidence, (row) => row.source === document.source)),
    }))
    // Silence about a class is not passed on to its members, and makes no row.
    .filter((row) => row.cells.some((cell) => cell.length > 0))
  return { votes: rows.filter((row) => row.votes), others: rows.filter((row) => !row.votes) }
}

/** All that a cell of a document says, as one text: equal texts mean that two treatments are told the same. */
export function wordsOfStatements(statements: readonly Statement[]): string {
  return statements
    .map(({ stance, asClass, recommendation }) =>
      [stance, recommendation.strength, recommendation.context, asClass].filter(Boolean).join(' · '),
    )
    .join(' / ')
}
