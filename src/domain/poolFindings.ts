import {
  poolingScaleOf,
  toUnitOfRows,
  type FindingEffect,
  type PoolableFinding,
  type PoolingScale,
} from './effectOfFinding'
import { readHeterogeneity, type HeterogeneityReading } from './heterogeneity'
import { poolEffects, type PooledEffect, type PoolingModel } from './pooling'
import { candidatesOf, onePerCohort, type Candidate, type LeftOutRow } from './poolingCandidates'
import { FACETS, type PoolingRules } from './poolingRules'

export interface PooledRow<Row> {
  readonly finding: Row
  readonly effect: FindingEffect
  /** 0 to 100. */
  readonly weightPercent: number
}

/** Findings of independent studies put together. */
export interface PooledFindings<Row> {
  readonly kind: 'pooled'
  readonly scale: PoolingScale
  /** On `scale`. Its interval is the wider of Wald and Knapp-Hartung; `pooled.interval` says which. */
  readonly pooled: PooledEffect
  /** In the unit of the rows: percent for shares. */
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly prediction: { readonly lower: number; readonly upper: number } | undefined
  readonly typical: { readonly lower: number; readonly upper: number }
  readonly reading: HeterogeneityReading
  readonly rows: readonly PooledRow<Row>[]
  readonly leftOut: readonly LeftOutRow<Row>[]
  /** True when 0.5 was added in a study in which nobody, or everybody, had the event: say so. */
  readonly zeroCorrection: boolean
  /** True when kinds of patients differ within one group that may go together: say so. */
  readonly populationsDiffer: boolean
}

export type RefusalReason = 'fewer-than-two-studies' | (typeof FACETS)[number]['reason'] | 'different-time'

/** Findings that must not be put together, and why. */
export interface PoolingRefused<Row> {
  readonly kind: 'refused'
  /** At least one. */
  readonly reasons: readonly RefusalReason[]
  /** One sentence for each reason. */
  readonly words: readonly string[]
  /** Rows that could have been pooled but for the reasons. */
  readonly rows: readonly Row[]
  readonly leftOut: readonly LeftOutRow<Row>[]
}

/** Every facet in which two of the rows differ. */
function differences<Row extends PoolableFinding>(
  findings: readonly Row[],
  rules: PoolingRules<Row>,
): readonly { readonly reason: RefusalReason; readonly words: string }[] {
  const facets = FACETS.filter(({ key }) => new Set(findings.map((finding) => key(finding, rules))).size > 1)
  const timesAgree = findings.every((a, index) =>
    findings.slice(index + 1).every((b) => rules.timesCompatible(a, b)),
  )
  if (timesAgree) return facets
  return [
    ...facets,
    { reason: 'different-time', words: 'The studies measured at times that are too far apart.' },
  ]
}

function leadingInterval(effects: readonly FindingEffect[], model: PoolingModel): PooledEffect {
  const wald = poolEffects(effects, { model, interval: 'wald' })
  if (model === 'fixed') return wald
  const knappHartung = poolEffects(effects, { model, interval: 'knapp-hartung' })
  // With few studies that happen to agree, Knapp-Hartung can be narrower than Wald: never show the narrower.
  return knappHartung.upper - knappHartung.lower > wald.upper - wald.lower ? knappHartung : wald
}

function putTogether<Row extends PoolableFinding>(
  candidates: readonly Candidate<Row>[],
  leftOut: readonly LeftOutRow<Row>[],
  scale: PoolingScale,
  model: PoolingModel,
): PooledFindings<Row> {
  const pooled = leadingInterval(
    candidates.map((candidate) => candidate.effect),
    model,
  )
  const back = (limits: { readonly lower: number; readonly upper: number }) => ({
    lower: toUnitOfRows(scale, limits.lower),
    upper: toUnitOfRows(scale, limits.upper),
  })
  const reading = readHeterogeneity(pooled)
  return {
    kind: 'pooled',
    scale,
    pooled,
    value: toUnitOfRows(scale, pooled.estimate),
    ...back(pooled),
    prediction: pooled.prediction && back(pooled.prediction),
    typical: back(reading.typical),
    reading,
    rows: candidates.map((candidate, index) => ({
      ...candidate,
      weightPercent: pooled.weightsPercent[index] ?? 0,
    })),
    leftOut,
    zeroCorrection: candidates.some(({ effect }) => effect.zeroCorrection),
    populationsDiffer: new Set(candidates.map(({ finding }) => finding.population)).size > 1,
  }
}

/**
 * Pools findings of one treatment and outcome, or says why they must not be pooled. Rows that can never be pooled
 * are left out and listed; if those that remain differ in any facet, nothing is pooled; of each cohort one row is
 * kept, that with more patients, then the first id.
 *
 * @param findings rows meant to go together; cut a mixed set up first with `groupPoolable`
 * @param rules what may stand side by side, read from the tables of the data
 * @param model REML unless given
 */
export function poolFindings<Row extends PoolableFinding>(
  findings: readonly Row[],
  rules: PoolingRules<Row>,
  model: PoolingModel = 'reml',
): PooledFindings<Row> | PoolingRefused<Row> {
  const { candidates, leftOut } = candidatesOf(findings, rules)
  const reasons = differences(
    candidates.map((candidate) => candidate.finding),
    rules,
  )
  const { kept, dropped } = onePerCohort(candidates)
  const allLeftOut = [...leftOut, ...dropped]
  const scale = poolingScaleOf(kept[0]?.finding.measure ?? '')
  if (reasons.length === 0 && kept.length >= 2 && scale !== undefined)
    return putTogether(kept, allLeftOut, scale, model)

  const tooFew = {
    reason: 'fewer-than-two-studies',
    words: 'Fewer than two independent studies can be pooled.',
  } as const
  const all = kept.length < 2 ? [...reasons, tooFew] : reasons
  return {
    kind: 'refused',
    reasons: all.map(({ reason }) => reason),
    words: all.map(({ words }) => words),
    rows: candidates.map((candidate) => candidate.finding),
    leftOut: allLeftOut,
  }
}
