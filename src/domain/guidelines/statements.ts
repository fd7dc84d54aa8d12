import { termLabel, termOf, type Evidence } from '../evidence'
import type { Recommendation } from '../tables/recommendations'
import { guidelineShortName } from './documents'

/** What one document says of a treatment, or of a class that the treatment belongs to. */
export interface Statement {
  readonly recommendation: Recommendation
  /** The document in short: "EAN 2019". */
  readonly guideline: string
  /** What it says, in the words of the data. */
  readonly stance: string
  /** The document was read and does not speak of the treatment in the part that was read: no rejection. */
  readonly silent: boolean
  /** The name of the class, where the statement is about a class; undefined: about the treatment itself. */
  readonly asClass: string | undefined
}

/** One statement, with the class it is about where the curators mark it as one (terms, facet `class_statement`). */
export function statementOf(recommendation: Recommendation, evidence: Evidence, asClass?: string): Statement {
  return {
    recommendation,
    guideline: guidelineShortName(recommendation.source, evidence),
    stance: termLabel(evidence, 'stance', recommendation.stance),
    silent: termOf(evidence, 'stance', recommendation.stance)?.role === 'silent',
    asClass: termOf(evidence, 'class_statement', recommendation.id)?.label ?? asClass,
  }
}

/**
 * The classes that a treatment belongs to, nearest first. A wider treatment that is an option itself is none: what
 * is said of it says nothing about its variants.
 */
export function classesOf(treatment: string, evidence: Evidence): readonly string[] {
  const wider: string[] = []
  let parent = evidence.treatmentById.get(treatment)?.parent
  while (parent !== undefined && !wider.includes(parent)) {
    wider.push(parent)
    parent = evidence.treatmentById.get(parent)?.parent
  }
  return wider.filter((id) => evidence.treatmentById.get(id)?.kind === 'class')
}

/**
 * What documents say of a treatment, own statements first. What a document says of a class is added, named as such,
 * where the same document says nothing of the treatment itself. Silence about a class is not passed on.
 *
 * @param counts which statements are asked for, such as those of current guidelines
 */
export function statementsOn(
  treatment: string,
  evidence: Evidence,
  counts: (row: Recommendation) => boolean,
): readonly Statement[] {
  const rowsOn = (id: string) => (evidence.recommendationsByTreatment.get(id) ?? []).filter(counts)
  const own = rowsOn(treatment).map((row) => statementOf(row, evidence))
  const heard = new Set(
    own.filter(({ silent }) => !silent).map(({ recommendation }) => recommendation.source),
  )
  const ofClasses = classesOf(treatment, evidence).flatMap((id) =>
    rowsOn(id)
      .map((row) => statementOf(row, evidence, evidence.treatmentById.get(id)?.name ?? id))
      .filter(({ silent, recommendation }) => !silent && !heard.has(recommendation.source)),
  )
  return [...own, ...ofClasses]
}
