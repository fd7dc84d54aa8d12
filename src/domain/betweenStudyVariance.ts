/** One study's result on the scale it is pooled on, and its sampling variance. */
export interface Effect {
  readonly estimate: number
  readonly variance: number
}

/** How much the true results differ from study to study, as a variance (tau squared). */
export interface BetweenStudyVariance {
  readonly tau2: number
  /** Standard error of tau squared; undefined where the method gives none. */
  readonly standardError: number | undefined
}

/** Sums of powers of weights that every estimator below is made of. */
export interface WeightedMean {
  readonly mean: number
  readonly sumOfWeights: number
  /** Sum of weight times squared distance from the mean; Cochran's Q when the weights are 1 / variance. */
  readonly q: number
  /** Sum of weights minus sum of squared weights over sum of weights: the trace of REML's projection. */
  readonly trace: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** The mean weighted by 1 / (variance + tau squared), and the sums that go with it. */
export function weightedMean(effects: readonly Effect[], tau2: number): WeightedMean {
  const weights = effects.map((effect) => 1 / (effect.variance + tau2))
  const sumOfWeights = sum(weights)
  const weightedSum = (term: (effect: Effect) => number) =>
    effects.reduce((total, effect) => total + term(effect) / (effect.variance + tau2), 0)
  const mean = weightedSum((effect) => effect.estimate) / sumOfWeights
  return {
    mean,
    sumOfWeights,
    q: weightedSum((effect) => (effect.estimate - mean) ** 2),
    trace: sumOfWeights - sum(weights.map((weight) => weight ** 2)) / sumOfWeights,
  }
}

/**
 * The moment estimator of DerSimonian and Laird, cut off at 0.
 *
 * @param effects at least two
 * @see DerSimonian R, Laird N. Control Clin Trials 1986;7:177-188
 */
export function derSimonianLaird(effects: readonly Effect[]): BetweenStudyVariance {
  const { q, trace } = weightedMean(effects, 0)
  return { tau2: Math.max(0, (q - (effects.length - 1)) / trace), standardError: undefined }
}

/** Restricted log-likelihood at a tau squared (constants left out), and twice its slope. */
function restrictedLikelihood(effects: readonly Effect[], tau2: number) {
  const { mean, sumOfWeights, q, trace } = weightedMean(effects, tau2)
  const logVariances = sum(effects.map((effect) => Math.log(effect.variance + tau2)))
  const squares = sum(effects.map((effect) => ((effect.estimate - mean) / (effect.variance + tau2)) ** 2))
  return { logLikelihood: -(logVariances + Math.log(sumOfWeights) + q) / 2, slope: squares - trace }
}

/** Tau squared values to look at before the search narrows: 0, then ever larger, beyond any possible answer. */
function startingGrid(effects: readonly Effect[]): readonly number[] {
  const mean = sum(effects.map((effect) => effect.estimate)) / effects.length
  const largest = 100 * sum(effects.map((effect) => (effect.estimate - mean) ** 2))
  const steps = 240
  return [0, ...Array.from({ length: steps }, (_, step) => largest * 10 ** ((step + 1 - steps) / 20))]
}

/**
 * The restricted maximum likelihood estimator. The whole range is searched on a grid first, since the likelihood
 * can have more than one top; the top is then found by halving the interval in which its slope changes sign.
 *
 * @param effects at least two
 * @see Viechtbauer W. J Educ Behav Stat 2005;30:261-293
 */
export function restrictedMaximumLikelihood(effects: readonly Effect[]): BetweenStudyVariance {
  const grid = startingGrid(effects)
  const heights = grid.map((tau2) => restrictedLikelihood(effects, tau2).logLikelihood)
  const top = heights.indexOf(Math.max(...heights))
  let low = grid[top - 1] ?? 0
  let high = grid[top + 1] ?? grid[top] ?? 0
  if (restrictedLikelihood(effects, low).slope <= 0) high = low
  for (let halvings = 0; halvings < 200 && high - low > 1e-14 * high; halvings++) {
    const middle = (low + high) / 2
    if (restrictedLikelihood(effects, middle).slope > 0) low = middle
    else high = middle
  }
  const tau2 = (low + high) / 2
  return { tau2, standardError: standardErrorOfTau2(effects, tau2) }
}

/** From the expected information at the estimate. */
function standardErrorOfTau2(effects: readonly Effect[], tau2: number): number {
  const power = (exponent: number) => sum(effects.map((effect) => (effect.variance + tau2) ** -exponent))
  const first = power(1)
  return Math.sqrt(2 / (power(2) - (2 * power(3)) / first + (power(2) / first) ** 2))
}
