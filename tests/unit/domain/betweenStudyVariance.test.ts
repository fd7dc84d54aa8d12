import {
  derSimonianLaird,
  restrictedMaximumLikelihood,
  weightedMean,
  type Effect,
} from '@/domain/betweenStudyVariance'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BCG_VACCINE, logRiskRatios } from './publishedMetaAnalyses'

/** The restricted log-likelihood, written out once more. */
function logLikelihood(effects: readonly Effect[], tau2: number): number {
  const { mean } = weightedMean(effects, tau2)
  const variances = effects.map((effect) => effect.variance + tau2)
  const logs = variances.reduce((sum, variance) => sum + Math.log(variance), 0)
  const weights = variances.reduce((sum, variance) => sum + 1 / variance, 0)
  const squares = effects.reduce((sum, { estimate }, index) => {
    return sum + (estimate - mean) ** 2 / (variances[index] ?? Number.NaN)
  }, 0)
  return -(logs + Math.log(weights) + squares) / 2
}

describe('restrictedMaximumLikelihood', () => {
  it('finds a value that no other beats', () => {
    const effect = fc.record({
      estimate: fc.double({ min: -5, max: 5, noNaN: true }),
      variance: fc.double({ min: 0.001, max: 4, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(effect, { minLength: 2, maxLength: 10 }),
        fc.double({ min: 0, max: 40, noNaN: true }),
        (effects, other) => {
          const { tau2 } = restrictedMaximumLikelihood(effects)
          expect(logLikelihood(effects, tau2)).toBeGreaterThanOrEqual(logLikelihood(effects, other) - 1e-8)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('equals the sample variance less the sampling variance where all sampling variances are equal', () => {
    const effects = [1, 2, 4, 7].map((estimate) => ({ estimate, variance: 2 }))
    expect(restrictedMaximumLikelihood(effects).tau2).toBeCloseTo(7 - 2, 9)
    expect(derSimonianLaird(effects).tau2).toBeCloseTo(7 - 2, 9)
  })

  it('gives the standard error printed for the BCG trials (metafor README: 0.1664)', () => {
    const { standardError } = restrictedMaximumLikelihood(logRiskRatios(BCG_VACCINE))
    expect(standardError).toBeCloseTo(0.1664, 4)
  })

  it('is 0 where the studies differ less than chance would make them', () => {
    const effects = [1, 1.1, 0.9].map((estimate) => ({ estimate, variance: 1 }))
    expect(restrictedMaximumLikelihood(effects).tau2).toBe(0)
    expect(derSimonianLaird(effects).tau2).toBe(0)
  })
})
