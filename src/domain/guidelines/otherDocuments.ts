import type { Evidence } from '../evidence'
import { documentsOf, isVote, type GuidanceDocument } from './documents'
import { statementOf, type Statement } from './statements'

/** A statement with the name of the treatment it is about. */
export interface NamedStatement extends Statement {
  readonly treatment: string
}

/** A document that is no vote, with all that it says. */
export interface OtherDocument extends GuidanceDocument {
  readonly statements: readonly NamedStatement[]
}

/** Documents of one kind, such as payer policies. */
export interface DocumentKind {
  readonly id: string
  readonly label: string
  readonly documents: readonly OtherDocument[]
}

/**
 * Every document that is no vote, by kind, in the order of the data: superseded guidelines, those on other
 * conditions, statements, reviews, payers, labels, handbooks. They are shown and never counted.
 */
export function otherDocuments(evidence: Evidence): readonly DocumentKind[] {
  const rows = evidence.recommendations.filter((row) => !isVote(row, evidence))
  return evidence.terms
    .filter(({ facet }) => facet === 'counts_as')
    .sort((a, b) => a.order - b.order)
    .map(({ id, label }) => ({
      id,
      label,
      documents: documentsOf(
        rows.filter((row) => row.countsAs === id),
        evidence,
      ).map((document) => ({
        ...document,
        statements: rows
          .filter((row) => row.source === document.source && row.countsAs === id)
          .map((row) => ({
            ...statementOf(row, evidence),
            treatment: evidence.treatmentById.get(row.treatment)?.name ?? row.treatment,
          })),
      })),
    }))
    .filter(({ documents }) => documents.length > 0)
}
