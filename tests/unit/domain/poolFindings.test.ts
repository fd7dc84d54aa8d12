import { toUnitOfRows, type PoolableFinding } from '@/domain/effectOfFinding'
import { poolFindings } from '@/domain/poolFindings'
import { poolEffects } from '@/domain/pooling'
import { describe, expect, it } from 'vitest'
import { makeDifference, makePoolable, RULES } from './poolableFinding'
import { COATED_CATHETERS, STANDARD_CATHETERS } from './publishedMetaAnalyses'

function pooled(findings: readonly PoolableFinding[], rules = RULES) {
  const result = poolFindings(findings, rules)
  if (result.kind !== 'pooled') throw new Error(`refused: ${result.reasons.join(', ')}`)
  return result
}

function refused(findings: readonly PoolableFinding[], rules = RULES) {
  const result = poolFindings(findings, rules)
  if (result.kind !== 'refused') throw new Error('pooled')
  return result
}

const catheters = (counts: typeof STANDARD_CATHETERS) =>
  counts.map(([armEvents, armN], index) => makePoolable({ id: `study ${index}`, armEvents, armN }))

describe('poolFindings of shares', () => {
  // Stijnen T, Hamza TH, Özdemir P. Stat Med 2010;29:3046-3067, Table II, normal-normal model, as the tests of metafor
  // give it: logit -3.30 (0.24), tau2 0.663, share 0.036 (0.023 to 0.055); logit -4.26 (0.26), tau2 0.393, share
  // 0.014 (0.008 to 0.023). Printed to these decimals only; the intervals are Wald intervals.
  it.each([
    ['standard', STANDARD_CATHETERS, -3.3, 0.24, 0.663, 3.6, 2.3, 5.5],
    ['coated', COATED_CATHETERS, -4.26, 0.26, 0.393, 1.4, 0.8, 2.3],
  ] as const)(
    'gives Table II of Stijnen 2010 for %s catheters',
    (_, counts, logit, error, tau2, percent, lower, upper) => {
      const result = pooled(catheters(counts))
      expect(result.scale).toBe('logit')
      expect(result.pooled.estimate).toBeCloseTo(logit, 2)
      expect(result.pooled.tau2).toBeCloseTo(tau2, 3)
      expect(result.value).toBeCloseTo(percent, 1)
      const wald = poolEffects(result.rows.map((row) => row.effect))
      expect(wald.standardError).toBeCloseTo(error, 2)
      expect(toUnitOfRows('logit', wald.lower)).toBeCloseTo(lower, 1)
      expect(toUnitOfRows('logit', wald.upper)).toBeCloseTo(upper, 1)
      expect(result.zeroCorrection).toBe(true)
      expect(result.rows).toHaveLength(18)
    },
  )

  it('gives its numbers in percent, inside 0 to 100', () => {
    const result = pooled([
      makePoolable({ id: 'x', armEvents: 10, armN: 10 }),
      makePoolable({ id: 'y', armEvents: 49, armN: 50 }),
      makePoolable({ id: 'z', armEvents: 30, armN: 30 }),
    ])
    const { prediction, lower, value, upper } = result
    expect(prediction?.lower).toBeGreaterThan(0)
    expect(lower).toBeGreaterThan(0)
    expect(value).toBeGreaterThan(90)
    expect(upper).toBeLessThan(100)
    expect(prediction?.upper).toBeLessThan(100)
    expect(result.rows.reduce((sum, row) => sum + row.weightPercent, 0)).toBeCloseTo(100, 9)
  })

  it('never shows the narrower of the Wald and the Knapp-Hartung interval', () => {
    const agreeing = pooled([makePoolable({ id: 'x' }), makePoolable({ id: 'y' })])
    expect(agreeing.pooled.interval).toBe('wald')
    const differing = pooled([makePoolable({ id: 'x' }), makePoolable({ id: 'y', armEvents: 60 })])
    expect(differing.pooled.interval).toBe('knapp-hartung')
  })

  it('takes the model and the interval that are asked for', () => {
    const rows = [makePoolable({ id: 'x' }), makePoolable({ id: 'y', armEvents: 60 })]
    const asked = poolFindings(rows, RULES, { model: 'dersimonian-laird', interval: 'wald' })
    expect(asked).toMatchObject({ pooled: { model: 'dersimonian-laird', interval: 'wald' } })
    expect(poolFindings(rows, RULES, { model: 'fixed' })).toMatchObject({
      pooled: { interval: 'wald', tau2: 0 },
    })
  })
})

describe('poolFindings of contrasts', () => {
  it('pools differences as they are and ratios on the log scale', () => {
    const differences = pooled([makeDifference({ id: 'x' }), makeDifference({ id: 'y' })])
    expect(differences).toMatchObject({ scale: 'identity', value: -2 })
    const ratio = { measure: 'risk-ratio', value: 2, ciLow: 1, ciHigh: 4 }
    const ratios = pooled([makeDifference({ id: 'x', ...ratio }), makeDifference({ id: 'y', ...ratio })])
    expect(ratios.scale).toBe('log')
    expect(ratios.value).toBeCloseTo(2, 9)
    expect(ratios.lower).toBeCloseTo(2 / Math.exp(Math.log(2) / Math.SQRT2), 9)
  })
})

describe('poolFindings refuses', () => {
  const x = makeDifference({ id: 'x' })

  it.each([
    ['different-treatment', { treatment: 'b' }],
    ['different-comparator', { comparator: 'b' }],
    ['different-outcome', { outcome: 'recurrence' }],
    ['different-definition', { definition: 'partial' }],
    ['different-denominator', { denominator: 'completers' }],
    ['different-population', { population: 'secondary' }],
    ['different-design', { armDesign: 'non-randomised' }],
    ['different-measure', { measure: 'smd' }],
    ['different-estimate-kind', { estimateKind: 'model' }],
    ['different-unit', { unit: 'points, positive is good' }],
  ] as const)('with %s', (reason, given) => {
    const result = refused([x, makeDifference({ id: 'y', ...given })])
    expect(result.reasons).toEqual([reason])
    expect(result.words).toHaveLength(1)
    expect(result.words[0]).toMatch(/\.$/)
    expect(result.rows.map((row) => row.id)).toEqual(['x', 'y'])
  })

  it('times that do not go together, whichever two rows they are', () => {
    const rows = ['x', 'y', 'z'].map((id) => makePoolable({ id }))
    const rules = {
      ...RULES,
      timesCompatible: (a: PoolableFinding, b: PoolableFinding) => a.id + b.id !== 'yz',
    }
    expect(refused(rows, rules).reasons).toEqual(['different-time'])
    expect(pooled(rows.slice(0, 2), rules).rows).toHaveLength(2)
  })

  it('names every facet that differs', () => {
    const result = refused([x, makeDifference({ id: 'y', outcome: 'recurrence', armDesign: 'registry' })])
    expect(result.reasons).toEqual(['different-outcome', 'different-design'])
  })

  it('one study, none, and two rows of the same patients', () => {
    expect(refused([]).reasons).toEqual(['fewer-than-two-studies'])
    expect(refused([x]).reasons).toEqual(['fewer-than-two-studies'])
    expect(refused([x, makeDifference({ id: 'y', cohort: 'x' })]).reasons).toEqual(['fewer-than-two-studies'])
  })

  it('shares of which each is none or all, since the number would come from the correction alone', () => {
    const nobody = ['x', 'y'].map((id) => makePoolable({ id, armEvents: 0 }))
    expect(refused(nobody).reasons).toEqual(['only-corrected-counts'])
    const everybody = ['x', 'y'].map((id) => makePoolable({ id, armEvents: 100 }))
    expect(refused(everybody).reasons).toEqual(['only-corrected-counts'])
    expect(pooled([...nobody, makePoolable({ id: 'z', armEvents: 2 })])).toMatchObject({
      zeroCorrection: true,
    })
  })

  it('an outcome known under the same word to two rows of which one states no definition', () => {
    const result = refused([x, makeDifference({ id: 'y', definition: 'unstated' })])
    expect(result.reasons).toEqual(['fewer-than-two-studies'])
    expect(result.leftOut).toMatchObject([{ finding: { id: 'y' }, reason: 'not-stated' }])
  })
})

describe('poolFindings leaves out and lists', () => {
  const two = [makePoolable({ id: 'x' }), makePoolable({ id: 'y' })]

  it.each([
    ['already-pooled', { estimateKind: 'pooled' }],
    ['already-pooled', { armDesign: 'single-arm-pooled' }],
    ['not-a-study', { armDesign: 'expert' }],
    ['not-a-study', { armDesign: 'label-text' }],
    ['not-stated', { denominator: 'unstated' }],
    ['not-stated', { population: 'other' }],
    ['not-crude', { estimateKind: 'actuarial' }],
    ['no-counts', { armN: undefined }],
  ] as const)('a row that is %s (%o)', (reason, given) => {
    const result = pooled([...two, makePoolable({ id: 'z', ...given })])
    expect(result.leftOut).toMatchObject([{ finding: { id: 'z' }, reason }])
    expect(result.rows).toHaveLength(2)
  })

  it('a row that the rules call unusable', () => {
    const rules = { ...RULES, isUsable: (finding: PoolableFinding) => finding.id !== 'z' }
    expect(pooled([...two, makePoolable({ id: 'z' })], rules).leftOut).toMatchObject([
      { reason: 'unusable-row' },
    ])
  })

  it('all but one row of a cohort: that with more patients stays, then the first id', () => {
    const rows = [
      makePoolable({ id: 'small', cohort: 'c', armN: 50 }),
      makePoolable({ id: 'large-b', cohort: 'c', armN: 90 }),
      makePoolable({ id: 'large-a', cohort: 'c', armN: 90 }),
      makePoolable({ id: 'other' }),
    ]
    for (const findings of [rows, [...rows].reverse()]) {
      const result = pooled(findings)
      expect(result.rows.map((row) => row.finding.id)).toEqual(['other', 'large-a'])
      expect(result.leftOut.map((row) => row.finding.id)).toEqual(['large-b', 'small'])
      expect(result.leftOut).toMatchObject([
        { reason: 'same-cohort', keptInstead: { id: 'large-a' } },
        { reason: 'same-cohort', keptInstead: { id: 'large-a' } },
      ])
    }
  })

  it('a second row of a source when one of the two names no cohort', () => {
    const result = pooled([...two, makePoolable({ id: 'z', source: 'x', cohort: undefined, armN: 40 })])
    expect(result.leftOut).toMatchObject([
      { finding: { id: 'z' }, reason: 'same-cohort', keptInstead: { id: 'x' } },
    ])
  })
})

describe('poolFindings notes', () => {
  it('that kinds of patients differ within a group that goes together', () => {
    expect(pooled([makePoolable({ id: 'x' }), makePoolable({ id: 'y', population: 'mixed' })])).toMatchObject(
      {
        populationsDiffer: true,
        zeroCorrection: false,
      },
    )
  })
})
