import { termLabel, termOf, type Evidence } from '../evidence'
import type { Recommendation } from '../tables/recommendations'

/** One document that says something about treatments: a guideline, a label, a review. */
export interface GuidanceDocument {
  readonly source: string
  readonly name: string
  /** "EAN 2019". */
  readonly shortName: string
  readonly country: string | undefined
  readonly year: number | undefined
  /** What kind of document it is, such as "Guideline on another condition". */
  readonly kind: string
  /** It is a current guideline on the condition: only those count as votes. */
  readonly votes: boolean
}

/** Whether the statement comes from a current guideline on the condition (terms, `counts_as`, role vote). */
export function isVote({ countsAs }: Recommendation, evidence: Evidence): boolean {
  return termOf(evidence, 'counts_as', countsAs)?.role === 'vote'
}

/** The leading words of a document's name that are abbreviations or numbers: "NICE CG173" of "NICE CG173 Neuropathic pain". */
function abbreviation(name: string): string {
  const words = name.split(' ')
  const end = words.findIndex((word) => /\p{Ll}/u.test(word))
  return end > 0 ? words.slice(0, end).join(' ') : name
}

/**
 * A guideline in a word or two: the curators' short name (terms, facet `guideline_short`) or, without one, the
 * abbreviations that its name starts with and its year.
 */
export function guidelineShortName(source: string, evidence: Evidence): string {
  const short = termOf(evidence, 'guideline_short', source)?.label
  if (short !== undefined) return short
  const row = evidence.recommendations.find((recommendation) => recommendation.source === source)
  if (!row) return source
  return [abbreviation(row.guidelineName), row.year].filter(Boolean).join(' ')
}

/** The document that a statement stands in. */
export function documentOf(row: Recommendation, evidence: Evidence): GuidanceDocument {
  return {
    source: row.source,
    name: row.guidelineName,
    shortName: guidelineShortName(row.source, evidence),
    country: row.country,
    year: row.year,
    kind: termLabel(evidence, 'counts_as', row.countsAs),
    votes: isVote(row, evidence),
  }
}

/**
 * The documents behind some statements, each once, newest first and those without a year last.
 *
 * @param ours the guideline that a reader marked as the one they follow: it leads
 */
export function documentsOf(
  rows: readonly Recommendation[],
  evidence: Evidence,
  ours?: string,
): readonly GuidanceDocument[] {
  const first = new Map<string, Recommendation>()
  for (const row of rows) if (!first.has(row.source)) first.set(row.source, row)
  const rank = (source: string) => (source === ours ? 0 : 1)
  return [...first.values()]
    .map((row) => documentOf(row, evidence))
    .sort((a, b) => rank(a.source) - rank(b.source) || (b.year ?? 0) - (a.year ?? 0))
}

/** The current guidelines on the condition, newest first. */
export function currentGuidelines(evidence: Evidence, ours?: string): readonly GuidanceDocument[] {
  return documentsOf(
    evidence.recommendations.filter((row) => isVote(row, evidence)),
    evidence,
    ours,
  )
}
