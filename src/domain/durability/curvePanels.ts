import { definitionReason, denominatorReason, populationReason } from '../comparability/facets'
import { REASONS, type ReasonId } from '../comparability/verdict'
import type { Evidence } from '../evidence'
import { PHRASES } from '../phrases'
import { REASON_WORDS } from '../verdictLexicon'
import { firstRow, type Curve } from './durability'

/** Curves that may share axes: the same outcome, definition, base and kind of patients. */
export interface CurvePanel {
  readonly outcome: string
  readonly definition: string
  readonly base: string
  readonly curves: readonly Curve[]
  /** Why they may not be read beside the panels before; none for the first. */
  readonly wordsBefore: readonly string[]
  /** How the curves of this panel may be read beside one another. */
  readonly wordsWithin: readonly string[]
}

/** Out of whom: the base of the series, and what its points count (people, procedures, sides). */
function baseReason(a: Curve, b: Curve, evidence: Evidence): ReasonId | undefined {
  const stated = [a, b].every((curve) => evidence.denominatorById.get(curve.row.base)?.stated === 'yes')
  if (a.row.base !== b.row.base) return stated ? 'different-denominator' : 'denominator-not-stated'
  if (a.row.source === b.row.source) return undefined
  return stated ? denominatorReason(firstRow(a, evidence), firstRow(b, evidence)) : 'denominator-not-stated'
}

/** Every reason that keeps two curves apart; curves of one source are of one study, whatever it leaves unsaid. */
function reasonsApart(a: Curve, b: Curve, evidence: Evidence): readonly ReasonId[] {
  const [one, other] = [firstRow(a, evidence), firstRow(b, evidence)]
  const sameSource = a.row.source === b.row.source
  const sameWord = sameSource && one.definition.word === other.definition.word
  const samePatients = sameSource && one.finding.population === other.finding.population
  const found: readonly (ReasonId | undefined)[] = [
    a.row.outcome === b.row.outcome ? undefined : 'different-outcome',
    sameWord ? undefined : definitionReason(one, other),
    baseReason(a, b, evidence),
    samePatients ? undefined : populationReason(one, other),
  ]
  return REASONS.filter((reason) => found.includes(reason))
}

function kindsDiffer(curves: readonly Curve[]): boolean {
  return new Set(curves.map((curve) => curve.kinds)).size > 1
}

function wordsWithin(curves: readonly Curve[]): readonly string[] {
  if (curves.length < 2) return []
  const sources = new Set(curves.map((curve) => curve.row.source))
  return [
    ...(sources.size > 1 ? [PHRASES.separateStudies] : []),
    ...(kindsDiffer(curves) ? [REASON_WORDS['different-estimate-kind'].clinician] : []),
  ]
}

function inWords(reasons: ReadonlySet<ReasonId>): readonly string[] {
  return REASONS.filter((reason) => reasons.has(reason)).map((reason) => REASON_WORDS[reason].clinician)
}

/**
 * Divides curves into panels. A curve joins the first panel in which it agrees with every curve; the reasons that
 * keep a panel apart from those before it are said.
 */
export function curvePanels(curves: readonly Curve[], evidence: Evidence): readonly CurvePanel[] {
  const panels: Curve[][] = []
  for (const curve of curves) {
    const fitting = panels.find((panel) =>
      panel.every((other) => reasonsApart(curve, other, evidence).length === 0),
    )
    if (fitting) fitting.push(curve)
    else panels.push([curve])
  }
  return panels.map((members, index): CurvePanel => {
    const before = panels.slice(0, index).flat()
    const reasons = new Set(
      members.flatMap((curve) => before.flatMap((other) => reasonsApart(curve, other, evidence))),
    )
    const [first] = members
    return {
      outcome: first?.outcome ?? '',
      definition: [...new Set(members.map((curve) => curve.definition))].join(' / '),
      base: first?.base ?? '',
      curves: members,
      wordsBefore: inWords(reasons),
      wordsWithin: wordsWithin(members),
    }
  })
}
