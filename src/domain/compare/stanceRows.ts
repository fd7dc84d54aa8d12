import { termLabel, termOf, type Evidence } from '../evidence'
import type { Recommendation } from '../tables/guidance'

/** What one document says about one treatment, or about a class it belongs to. */
export interface Stance {
  readonly recommendation: Recommendation
  readonly label: string
  /** The document mentions the treatment: silence is no rejection. */
  readonly mentioned: boolean
  /** The name of the class, where the document speaks of the class and not of the treatment. */
  readonly ofClass: string | undefined
}

/** One document as a row: a list of stances for each treatment, in the order of the treatments. */
export interface StanceRow {
  readonly source: string
  readonly name: string
  /** The name in short; the whole name where the data have none. */
  readonly shortName: string
  readonly country: string | undefined
  readonly year: number | undefined
  /** What kind of document it is, such as "Guideline on another condition". */
  readonly kind: string
  /** It is a current guideline on the condition: only those count as votes. */
  readonly votes: boolean
  readonly cells: readonly (readonly Stance[])[]
}

/** The wider treatments of a treatment, nearest first. */
function ancestors(treatment: string, evidence: Evidence): readonly string[] {
  const found: string[] = []
  let wider = evidence.treatmentById.get(treatment)?.parent
  while (wider !== undefined && !found.includes(wider)) {
    found.push(wider)
    wider = evidence.treatmentById.get(wider)?.parent
  }
  return found
}

function nameOf(treatment: string, evidence: Evidence): string {
  return evidence.treatmentById.get(treatment)?.name ?? treatment
}

function stancesOf(treatment: string, source: string, evidence: Evidence): readonly Stance[] {
  return [treatment, ...ancestors(treatment, evidence)].flatMap((id) =>
    (evidence.recommendationsByTreatment.get(id) ?? [])
      .filter((row) => row.source === source)
      .map((row) => ({
        recommendation: row,
        label: termLabel(evidence, 'stance', row.stance),
        mentioned: termOf(evidence, 'stance', row.stance)?.role !== 'silent',
        ofClass:
          termOf(evidence, 'class_statement', row.id)?.label ??
          (id === treatment ? undefined : nameOf(id, evidence)),
      })),
  )
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
 */
export function stanceRows(treatments: readonly string[], evidence: Evidence): StanceRows {
  const wanted = new Set(treatments.flatMap((id) => [id, ...ancestors(id, evidence)]))
  const first = new Map<string, Recommendation>()
  for (const row of evidence.recommendations)
    if (wanted.has(row.treatment) && !first.has(row.source)) first.set(row.source, row)
  const rows = [...first.values()]
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
    .map((row) => ({
      source: row.source,
      name: row.guidelineName,
      shortName: termOf(evidence, 'guideline_short', row.source)?.label ?? row.guidelineName,
      country: row.country,
      year: row.year,
      kind: termLabel(evidence, 'counts_as', row.countsAs),
      votes: termOf(evidence, 'counts_as', row.countsAs)?.role === 'vote',
      cells: treatments.map((id) => stancesOf(id, row.source, evidence)),
    }))
  return { votes: rows.filter((row) => row.votes), others: rows.filter((row) => !row.votes) }
}

/** All that a cell of a document says, as one text: equal texts mean that two treatments are told the same. */
export function wordsOfStances(stances: readonly Stance[]): string {
  return stances
    .map(({ label, ofClass, recommendation }) =>
      [label, recommendation.strength, recommendation.context, ofClass].filter(Boolean).join(' · '),
    )
    .join(' / ')
}
