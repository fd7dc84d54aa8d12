import {
  derSimonianLaird,
  restrictedMaximumLikelihood,
  weightedMean,
  type BetweenStudyVariance,
  type Effect,
} from './betweenStudyVariance'
import { chiSquareUpperTail, normalCritical, tCritical } from './distributions'

/** `fixed`: one true result for all studies. The other two estimate how much true results differ. */
export type PoolingModel = 'fixed' | 'dersimonian-laird' | 'reml'

/** `wald` uses the normal distribution; `knapp-hartung` lets few studies widen the interval. */
export type PooledInterval = 'wald' | 'knapp-hartung'

export interface PoolingOptions {
  readonly model?: PoolingModel
  readonly interval?: PooledInterval
  /** Percent, above 0 and below 100; 95 unless given. */
  readonly level?: number
}

/** Several studies put together, on the scale their effects came on. */
export interface PooledEffect {
  readonly studies: number
  readonly model: PoolingModel
  readonly interval: PooledInterval
  /** Percent of the interval and the prediction interval. */
  readonly level: number
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  /** Where the true result of a new, similar study may lie; undefined for a fixed effect or fewer than 3 studies. */
  readonly prediction: { readonly lower: number; readonly upper: number } | undefined
  /** Between-study variance; 0 for a fixed effect. */
  readonly tau2: number
  readonly tau2StandardError: number | undefined
  /** Cochran's Q with its degrees of freedom and the probability of a Q this large by chance alone. */
  readonly q: number
  readonly degreesOfFreedom: number
  readonly pOfQ: number
  /** Share of the spread between studies that is more than chance, 0 to 100. */
  readonly iSquaredPercent: number
  /** Weight of each study, in the order given, adding up to 100. */
  readonly weightsPercent: readonly number[]
}

function assertEffects(effects: readonly Effect[]): void {
  if (effects.length < 2) throw new RangeError(`${effects.length} studies cannot be pooled`)
  for (const { estimate, variance } of effects)
    if (!Number.isFinite(estimate) || !Number.isFinite(variance) || variance <= 0)
      throw new RangeError(`impossible effect: ${estimate} with variance ${variance}`)
}

function varianceBetween(effects: readonly Effect[], model: PoolingModel): BetweenStudyVariance {
  if (model === 'reml') return restrictedMaximumLikelihood(effects)
  if (model === 'dersimonian-laird') return derSimonianLaird(effects)
  return { tau2: 0, standardError: undefined }
}

/** For REML it is tau squared against the typical sampling variance; for the others that equals (Q - df) / Q. */
function iSquared(effects: readonly Effect[], model: PoolingModel, tau2: number): number {
  const { q, trace } = weightedMean(effects, 0)
  const degreesOfFreedom = effects.length - 1
  if (model === 'fixed') return q > degreesOfFreedom ? (100 * (q - degreesOfFreedom)) / q : 0
  return (100 * tau2) / (tau2 + degreesOfFreedom / trace)
}

/**
 * The range in which the true result of a new, similar study may lie: t distribution with two degrees of freedom
 * less than studies.
 *
 * @param pooled the pooled estimate, its standard error (Wald), between-study variance and number of studies
 * @param level percent
 * @returns undefined for fewer than three studies
 * @see Higgins JPT, Thompson SG, Spiegelhalter DJ. J R Stat Soc A 2009;172:137-159, equation 12
 */
export function predictionInterval(
  pooled: {
    readonly estimate: number
    readonly standardError: number
    readonly tau2: number
    readonly studies: number
  },
  level = 95,
): { readonly lower: number; readonly upper: number } | undefined {
  if (pooled.studies < 3) return undefined
  const reach = tCritical(level, pooled.studies - 2) * Math.sqrt(pooled.tau2 + pooled.standardError ** 2)
  return { lower: pooled.estimate - reach, upper: pooled.estimate + reach }
}

/**
 * Inverse-variance pooling of independent effects: fixed effect, or random effects with the between-study
 * variance of DerSimonian and Laird or of restricted maximum likelihood.
 *
 * @param effects at least two, on the scale to pool on (log for ratios, logit for shares)
 * @param options REML with a Wald interval at 95 percent unless given
 * @throws RangeError for fewer than two effects, an estimate that is not a number, a variance not above 0, or an
 *   impossible level
 * @see DerSimonian R, Laird N. Control Clin Trials 1986;7:177-188
 * @see Knapp G, Hartung J. Stat Med 2003;22:2693-2710 (interval)
 * @see Higgins JPT, Thompson SG. Stat Med 2002;21:1539-1558 (I squared)
 */
export function poolEffects(effects: readonly Effect[], options: PoolingOptions = {}): PooledEffect {
  const { model = 'reml', interval = 'wald', level = 95 } = options
  assertEffects(effects)
  const studies = effects.length
  const degreesOfFreedom = studies - 1
  const { q } = weightedMean(effects, 0)
  const { tau2, standardError: tau2StandardError } = varianceBetween(effects, model)
  const { mean: estimate, sumOfWeights, q: spread } = weightedMean(effects, tau2)

  const waldError = Math.sqrt(1 / sumOfWeights)
  const byKnappHartung = interval === 'knapp-hartung'
  const standardError = byKnappHartung ? waldError * Math.sqrt(spread / degreesOfFreedom) : waldError
  const reach = standardError * (byKnappHartung ? tCritical(level, degreesOfFreedom) : normalCritical(level))
  return {
    studies,
    model,
    interval,
    level,
    estimate,
    standardError,
    lower: estimate - reach,
    upper: estimate + reach,
    prediction:
      model === 'fixed'
        ? undefined
        : predictionInterval({ estimate, standardError: waldError, tau2, studies }, level),
    tau2,
    tau2StandardError,
    q,
    degreesOfFreedom,
    pOfQ: chiSquareUpperTail(q, degreesOfFreedom),
    iSquaredPercent: iSquared(effects, model, tau2),
    weightsPercent: effects.map((effect) => 100 / (effect.variance + tau2) / sumOfWeights),
  }
}
