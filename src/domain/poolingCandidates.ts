import {
  effectOfFinding,
  type FindingEffect,
  type NoEffectReason,
  type PoolableFinding,
} from './effectOfFinding'
import { FACETS, type PoolingRules } from './poolingRules'

/** Why one row stays out. */
export type LeftOutReason =
  NoEffectReason | 'unusable-row' | 'already-pooled' | 'not-a-study' | 'not-stated' | 'same-cohort'

export interface LeftOutRow<Row> {
  readonly finding: Row
  readonly reason: LeftOutReason
  /** For `same-cohort`: the row of those patients that was kept. */
  readonly keptInstead: Row | undefined
}

/** A row that may be pooled, with its effect. */
export interface Candidate<Row> {
  readonly finding: Row
  readonly effect: FindingEffect
}

/** The reason why a row may never be pooled with any other, or its effect. */
function judgeForPooling<Row extends PoolableFinding>(
  finding: Row,
  rules: PoolingRules<Row>,
): FindingEffect | LeftOutReason {
  if (!rules.isUsable(finding)) return 'unusable-row'
  if (finding.estimateKind === 'pooled' || finding.armDesign.endsWith('-pooled')) return 'already-pooled'
  if (finding.armDesign === 'expert' || finding.armDesign === 'label-text') return 'not-a-study'
  const keys = [
    rules.definitionKey(finding.definition),
    rules.denominatorKey(finding.denominator),
    rules.populationGroup(finding.population),
  ]
  if (keys.includes(undefined)) return 'not-stated'
  const effect = effectOfFinding(finding)
  if (effect.kind === 'no-effect') return effect.reason
  // The percent of a part of the arm says nothing of how many that part was.
  const outOfWholeArm = rules.countsWholeArm?.(finding.denominator) ?? true
  return effect.countsRebuilt && !outOfWholeArm ? 'no-counts' : effect
}

/**
 * Whether two rows may rest on the same patients: the same cohort, or the same source where one of them names no
 * cohort. Two rows of one paper are not counted as two studies on trust.
 */
function mayShareThePatients(a: PoolableFinding, b: PoolableFinding): boolean {
  if (a.cohort === undefined || b.cohort === undefined) return a.source === b.source
  return a.cohort === b.cohort
}

/** Larger n first, a missing n last, then by id. */
function byPreference(a: PoolableFinding, b: PoolableFinding): number {
  return (b.armN ?? -1) - (a.armN ?? -1) || (a.id < b.id ? -1 : 1)
}

/** One row for each group of patients, the preferred one; the others with the row that was kept instead. */
export function onePerCohort<Row extends PoolableFinding>(
  candidates: readonly Candidate<Row>[],
): { readonly kept: readonly Candidate<Row>[]; readonly dropped: readonly LeftOutRow<Row>[] } {
  const kept: Candidate<Row>[] = []
  const dropped: LeftOutRow<Row>[] = []
  for (const candidate of [...candidates].sort((a, b) => byPreference(a.finding, b.finding))) {
    const { finding } = candidate
    const keptInstead = kept.find((other) => mayShareThePatients(other.finding, finding))?.finding
    if (keptInstead === undefined) kept.push(candidate)
    else dropped.push({ finding, reason: 'same-cohort', keptInstead })
  }
  return { kept, dropped }
}

/** Splits rows into those that may be pooled and those left out with the reason. */
export function candidatesOf<Row extends PoolableFinding>(
  findings: readonly Row[],
  rules: PoolingRules<Row>,
): { readonly candidates: readonly Candidate<Row>[]; readonly leftOut: readonly LeftOutRow<Row>[] } {
  const candidates: Candidate<Row>[] = []
  const leftOut: LeftOutRow<Row>[] = []
  for (const finding of findings) {
    const effect = judgeForPooling(finding, rules)
    if (typeof effect === 'string') leftOut.push({ finding, reason: effect, keptInstead: undefined })
    else candidates.push({ finding, effect })
  }
  return { candidates, leftOut }
}

/**
 * Cuts a mixed set of rows into groups whose members agree in every facet and in time, so that each can be given
 * to `poolFindings`. A row joins the first group in which it agrees with every member; rows are taken with more
 * patients first, then by id, so that the same rows always give the same groups.
 *
 * @param findings rows of any treatments and outcomes
 * @returns groups of at least one row; rows that may never be pooled are in none
 */
export function groupPoolable<Row extends PoolableFinding>(
  findings: readonly Row[],
  rules: PoolingRules<Row>,
): readonly (readonly Row[])[] {
  const groups: { readonly key: string; readonly rows: Row[] }[] = []
  const rows = candidatesOf(findings, rules).candidates.map((candidate) => candidate.finding)
  for (const finding of [...rows].sort(byPreference)) {
    const key = JSON.stringify(FACETS.map((facet) => facet.key(finding, rules)))
    const group = groups.find(
      (candidate) =>
        candidate.key === key && candidate.rows.every((row) => rules.timesCompatible(row, finding)),
    )
    if (group) group.rows.push(finding)
    else groups.push({ key, rows: [finding] })
  }
  return groups.map((group) => group.rows)
}
