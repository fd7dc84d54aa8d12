import { termLabel, termOf, type Evidence } from '../evidence'
import type { Recommendation } from '../tables/guidance'

/** What one current guideline says of a treatment, or of a class that the treatment belongs to. */
export interface GuidelineStance {
  readonly recommendation: Recommendation
  /** "EAN 2019". */
  readonly guideline: string
  readonly stance: string
  /** The guideline was read and does not speak of the treatment in the part that was read. */
  readonly silent: boolean
  /** The name of the class, where the statement is about a class; undefined: about the treatment itself. */
  readonly asClass: string | undefined
}

/** Guidelines that take the same stance, in one line. */
export interface StanceLine {
  readonly stance: string
  readonly asClass: string | undefined
  readonly silent: boolean
  readonly stances: readonly GuidelineStance[]
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

function ancestorsOf(treatment: string, evidence: Evidence): readonly string[] {
  const ancestors: string[] = []
  let parent = evidence.treatmentById.get(treatment)?.parent
  while (parent !== undefined && !ancestors.includes(parent)) {
    ancestors.push(parent)
    parent = evidence.treatmentById.get(parent)?.parent
  }
  return ancestors
}

/** Only a statement on a class: a wider treatment that is an option itself says nothing about its variants. */
function classesOf(treatment: string, evidence: Evidence): readonly string[] {
  return ancestorsOf(treatment, evidence).filter((id) => evidence.treatmentById.get(id)?.kind === 'class')
}

function votesOn(treatment: string, evidence: Evidence): readonly Recommendation[] {
  return (evidence.recommendationsByTreatment.get(treatment) ?? []).filter(
    (row) => termOf(evidence, 'counts_as', row.countsAs)?.role === 'vote',
  )
}

/**
 * What the current guidelines say of a treatment. A guideline's statement on a class is added, named as such,
 * where the same guideline says nothing of the treatment itself; so is a row that the curators mark as a
 * statement on a class (terms, facet `class_statement`). Silence about a class is not passed on.
 */
export function guidelineStances(treatment: string, evidence: Evidence): readonly GuidelineStance[] {
  const describe = (recommendation: Recommendation, asClass: string | undefined): GuidelineStance => ({
    recommendation,
    guideline: guidelineShortName(recommendation.source, evidence),
    stance: termLabel(evidence, 'stance', recommendation.stance),
    silent: termOf(evidence, 'stance', recommendation.stance)?.role === 'silent',
    asClass: termOf(evidence, 'class_statement', recommendation.id)?.label ?? asClass,
  })
  const own = votesOn(treatment, evidence).map((row) => describe(row, undefined))
  const heard = new Set(own.filter((stance) => !stance.silent).map((stance) => stance.recommendation.source))
  const ofClasses = classesOf(treatment, evidence).flatMap((id) =>
    votesOn(id, evidence)
      .map((row) => describe(row, evidence.treatmentById.get(id)?.name ?? id))
      .filter((stance) => !stance.silent && !heard.has(stance.recommendation.source)),
  )
  return [...own, ...ofClasses]
}

/** The same in few lines: guidelines of one stance together, own statements before those on a class. */
export function stanceLines(stances: readonly GuidelineStance[], evidence: Evidence): readonly StanceLine[] {
  const lines = new Map<string, GuidelineStance[]>()
  for (const stance of stances) {
    const key = `${stance.asClass ?? ''}\n${stance.recommendation.stance}`
    const line = lines.get(key)
    if (line) line.push(stance)
    else lines.set(key, [stance])
  }
  const rank = (members: readonly GuidelineStance[]) => {
    const [first] = members
    if (!first) return 0
    const order = termOf(evidence, 'stance', first.recommendation.stance)?.order ?? 0
    return (first.asClass === undefined ? 0 : 1000) + (first.silent ? 500 : 0) + order
  }
  return [...lines.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((members) => {
      const [first] = members
      return first
        ? [{ stance: first.stance, asClass: first.asClass, silent: first.silent, stances: members }]
        : []
    })
}
