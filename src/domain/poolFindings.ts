import {
  poolingScaleOf,
  toUnitOfRows,
  type FindingEffect,
  type PoolableFinding,
  type PoolingScale,
} from './effectOfFinding'
import { readHeterogeneity } from './heterogeneity'
import {
  ONLY_CORRECTED,
  TOO_FEW,
  type FindingsPoolingOptions,
  type PooledFindings,
  type PoolingRefused,
  type Refusal,
} from './pooledFindings'
import { poolEffects, type PooledEffect } from './pooling'
import { candidatesOf, onePerCohort, type Candidate, type LeftOutRow } from './poolingCandidates'
import { FACETS, type PoolingRules } from './poolingRules'

/** Every facet in which two of the rows differ. */
function differences<Row extends PoolableFinding>(
  findings: readonly Row[],
  rules: PoolingRules<Row>,
): readonly Refusal[] {
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

/**
 * With few studies that happen to agree, Knapp-Hartung can be narrower than Wald, so the wider of the two leads
 * unless one is asked for.
 */
function poolRowEffects(effects: readonly FindingEffect[], options: FindingsPoolingOptions): PooledEffect {
  const { model = 'reml', interval = 'wider' } = options
  if (interval !== 'wider') return poolEffects(effects, { model, interval })
  const wald = poolEffects(effects, { model, interval: 'wald' })
  if (model === 'fixed') return wald
  const knappHartung = poolEffects(effects, { model, interval: 'knapp-hartung' })
  return knappHartung.standardError > 0 && knappHartung.upper > wald.upper ? knappHartung : wald
}

function putTogether<Row extends PoolableFinding>(
  candidates: readonly Candidate<Row>[],
  leftOut: readonly LeftOutRow<Row>[],
  scale: PoolingScale,
  options: FindingsPoolingOptions,
): PooledFindings<Row> {
  const pooled = poolRowEffects(
    candidates.map((candidate) => candidate.effect),
    options,
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
 * kept, that with more patients, then the first id. Refused, too, when every share had to be corrected for zeros.
 *
 * @param findings rows meant to go together; cut a mixed set up first with `groupPoolable`
 * @param rules what may stand side by side, read from the tables of the data
 * @param options REML and the wider of the Wald and the Knapp-Hartung interval unless given
 */
export function poolFindings<Row extends PoolableFinding>(
  findings: readonly Row[],
  rules: PoolingRules<Row>,
  options: FindingsPoolingOptions = {},
): PooledFindings<Row> | PoolingRefused<Row> {
  const { candidates, leftOut } = candidatesOf(findings, rules)
  const findingsLeft = candidates.map((candidate) => candidate.finding)
  const reasons = [...differences(findingsLeft, rules)]
  const { kept, dropped } = onePerCohort(candidates)
  if (kept.length < 2) reasons.push(TOO_FEW)
  else if (kept.every(({ effect }) => effect.zeroCorrection)) reasons.push(ONLY_CORRECTED)

  const scale = poolingScaleOf(kept[0]?.finding.measure ?? '')
  if (reasons.length === 0 && scale !== undefined)
    return putTogether(kept, [...leftOut, ...dropped], scale, options)
  return {
    kind: 'refused',
    reasons: reasons.map(({ reason }) => reason),
    words: reasons.map(({ words }) => words),
    rows: findingsLeft,
    leftOut: [...leftOut, ...dropped],
  }
}
