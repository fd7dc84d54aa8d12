import { poolEffects, predictionInterval } from '@/domain/pooling'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BCG_VACCINE,
  CLASP,
  LIDOCAINE_MORTALITY,
  TEACHER_EXPECTANCY,
  logOddsRatios,
  logRiskRatios,
  riskDifferences,
  withNonEvents,
} from './publishedMetaAnalyses'

/** Every number to the decimals it is printed with. */
function expectPrinted(found: object, printed: Readonly<Record<string, number>>, decimals = 4): void {
  for (const [name, value] of Object.entries(printed))
    expect(Reflect.get(found, name), name).toBeCloseTo(value, decimals)
}

const bcg = logRiskRatios(BCG_VACCINE)

describe('poolEffects on the BCG vaccine trials, log risk ratio', () => {
  it('gives the REML result of metafor (README; Viechtbauer 2010, J Stat Softw 36(3))', () => {
    const pooled = poolEffects(bcg)
    expectPrinted(pooled, {
      estimate: -0.7145,
      standardError: 0.1798,
      lower: -1.0669,
      upper: -0.3622,
      tau2: 0.3132,
      tau2StandardError: 0.1664,
      q: 152.233,
      degreesOfFreedom: 12,
    })
    expect(pooled.iSquaredPercent).toBeCloseTo(92.22, 2)
    expect(pooled.pOfQ).toBeLessThan(0.0001)
  })

  it('gives the Knapp-Hartung result of metafor (README)', () => {
    expectPrinted(poolEffects(bcg, { interval: 'knapp-hartung' }), {
      estimate: -0.7145,
      standardError: 0.1808,
      lower: -1.1084,
      upper: -0.3206,
    })
  })

  it('gives the DerSimonian-Laird result of metafor and Stata (metafor tests against metan)', () => {
    expectPrinted(poolEffects(bcg, { model: 'dersimonian-laird' }), {
      estimate: -0.7141,
      lower: -1.0644,
      upper: -0.3638,
      tau2: 0.3088,
      iSquaredPercent: 92.1173,
    })
  })

  it('gives the fixed-effect result of metafor and Stata (metafor tests against metan)', () => {
    const pooled = poolEffects(bcg, { model: 'fixed' })
    expectPrinted(pooled, { estimate: -0.4303, lower: -0.5097, upper: -0.3509, tau2: 0, q: 152.233 })
    expect(pooled.prediction).toBeUndefined()
  })
})

describe('poolEffects on other published data', () => {
  it('gives the log odds ratios of the BCG trials (metafor tests against metan)', () => {
    const effects = logOddsRatios(BCG_VACCINE)
    expectPrinted(poolEffects(effects, { model: 'fixed' }), {
      estimate: -0.4361,
      lower: -0.519,
      upper: -0.3533,
      q: 163.1649,
    })
    expectPrinted(poolEffects(effects, { model: 'dersimonian-laird' }), {
      estimate: -0.7474,
      lower: -1.1242,
      upper: -0.3706,
      tau2: 0.3663,
      iSquaredPercent: 92.6455,
    })
  })

  it('gives tau, mean and standard error of DerSimonian 2007, Tables 3 and 4 (CLASP)', () => {
    const effects = logOddsRatios(withNonEvents(CLASP))
    const dersimonianLaird = poolEffects(effects, { model: 'dersimonian-laird' })
    expect(Math.sqrt(dersimonianLaird.tau2)).toBeCloseTo(0.2323, 4)
    expectPrinted(dersimonianLaird, { estimate: -0.324, standardError: 0.154 })
    const reml = poolEffects(effects)
    expect(Math.sqrt(reml.tau2)).toBeCloseTo(0.1843, 4)
    expectPrinted(reml, { estimate: -0.298, standardError: 0.1343 })
  })

  it('gives Table 16.3 of Raudenbush 2009, conventional and Knapp-Hartung, to its three decimals', () => {
    const wald = { estimate: 0.084, standardError: 0.052, lower: -0.018, upper: 0.185, tau2: 0.019 }
    expectPrinted(poolEffects(TEACHER_EXPECTANCY), wald, 3)
    expectPrinted(
      poolEffects(TEACHER_EXPECTANCY, { interval: 'knapp-hartung' }),
      { estimate: 0.084, standardError: 0.062, lower: -0.046, upper: 0.213 },
      3,
    )
    expectPrinted(
      poolEffects(TEACHER_EXPECTANCY, { model: 'dersimonian-laird', interval: 'knapp-hartung' }),
      { estimate: 0.089, standardError: 0.064, lower: -0.044, upper: 0.223, tau2: 0.026 },
      3,
    )
    expect(poolEffects(TEACHER_EXPECTANCY, { model: 'fixed' }).q).toBeCloseTo(35.83, 2)
  })

  it('gives the risk differences of Normand 1999, Table VII, to the decimals printed there', () => {
    const effects = riskDifferences(LIDOCAINE_MORTALITY)
    for (const model of ['fixed', 'dersimonian-laird', 'reml'] as const) {
      const pooled = poolEffects(effects, { model })
      expect(pooled.estimate).toBeCloseTo(2.94, 2)
      expect(pooled.lower).toBeCloseTo(0.4, 1)
      expect(pooled.upper).toBeCloseTo(5.5, 1)
      expect(pooled.tau2).toBeCloseTo(0, 3)
    }
  })
})

describe('predictionInterval', () => {
  // Riley RD, Higgins JPT, Deeks JJ. BMJ 2011;342:d549, ten trials: -0.33 (-0.76 to 0.09). The package pimeta prints
  // the same result as mean -0.3341, t interval with 9 degrees of freedom -0.5068 to -0.1613, tau2 0.02824971,
  // prediction -0.7598 to 0.0917.
  it('uses two degrees of freedom less than studies (Riley 2011)', () => {
    const standardError = (-0.1613 - -0.5068) / 2 / 2.262157
    const prediction = predictionInterval({
      estimate: -0.3340597,
      standardError,
      tau2: 0.02824971,
      studies: 10,
    })
    expect(prediction?.lower).toBeCloseTo(-0.7598, 4)
    expect(prediction?.upper).toBeCloseTo(0.0917, 4)
  })

  it('does not exist for two studies', () => {
    expect(predictionInterval({ estimate: 0, standardError: 1, tau2: 1, studies: 2 })).toBeUndefined()
    expect(poolEffects(bcg.slice(0, 2)).prediction).toBeUndefined()
  })
})

const effect = fc.record({
  estimate: fc.double({ min: -5, max: 5, noNaN: true }),
  variance: fc.double({ min: 0.001, max: 4, noNaN: true }),
})
const effects = fc.array(effect, { minLength: 2, maxLength: 12 })
const models = ['fixed', 'dersimonian-laird', 'reml'] as const

describe('poolEffects on any effects', () => {
  it('stays between the smallest and the largest effect, with weights that add up to 100', () => {
    fc.assert(
      fc.property(effects, fc.constantFrom(...models), (studies, model) => {
        const pooled = poolEffects(studies, { model })
        const estimates = studies.map((study) => study.estimate)
        expect(pooled.estimate).toBeGreaterThanOrEqual(Math.min(...estimates) - 1e-9)
        expect(pooled.estimate).toBeLessThanOrEqual(Math.max(...estimates) + 1e-9)
        expect(pooled.weightsPercent.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 6)
        expect(pooled.tau2).toBeGreaterThanOrEqual(0)
        expect(pooled.iSquaredPercent).toBeGreaterThanOrEqual(0)
        expect(pooled.iSquaredPercent).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('does not depend on the order of the studies', () => {
    fc.assert(
      fc.property(effects, fc.constantFrom(...models), (studies, model) => {
        const forwards = poolEffects(studies, { model })
        const backwards = poolEffects([...studies].reverse(), { model })
        expect(backwards.estimate).toBeCloseTo(forwards.estimate, 6)
        expect(backwards.upper).toBeCloseTo(forwards.upper, 6)
      }),
    )
  })

  it('moves with the effects when all are shifted', () => {
    fc.assert(
      fc.property(effects, (studies) => {
        const shifted = studies.map((study) => ({ ...study, estimate: study.estimate + 10 }))
        const [pooled, moved] = [poolEffects(studies), poolEffects(shifted)]
        expect(moved.estimate).toBeCloseTo(pooled.estimate + 10, 5)
        expect(moved.tau2).toBeCloseTo(pooled.tau2, 5)
      }),
    )
  })

  it('finds no between-study variance where all studies agree', () => {
    const agreeing = [
      { estimate: 0.4, variance: 0.1 },
      { estimate: 0.4, variance: 0.3 },
      { estimate: 0.4, variance: 0.2 },
    ]
    for (const model of models)
      expectPrinted(poolEffects(agreeing, { model }), {
        estimate: 0.4,
        tau2: 0,
        iSquaredPercent: 0,
        q: 0,
        pOfQ: 1,
      })
  })

  it('refuses one study, a variance that is not above 0, numbers that are none, and impossible levels', () => {
    const two = bcg.slice(0, 2)
    expect(() => poolEffects(bcg.slice(0, 1))).toThrow(RangeError)
    expect(() => poolEffects([])).toThrow(RangeError)
    expect(() => poolEffects([...two, { estimate: 1, variance: 0 }])).toThrow(RangeError)
    expect(() => poolEffects([...two, { estimate: Number.NaN, variance: 1 }])).toThrow(RangeError)
    expect(() => poolEffects([...two, { estimate: 1, variance: Infinity }])).toThrow(RangeError)
    expect(() => poolEffects(two, { level: 100 })).toThrow(RangeError)
  })
})
