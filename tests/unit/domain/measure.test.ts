import { familyOfMeasure, isShare, timeInDays } from '@/domain/measure'
import { MEASURES } from '@/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../support/evidence'

describe('familyOfMeasure', () => {
  it('puts each measure into the family of PAIR-VERDICT', () => {
    const families = Object.fromEntries(MEASURES.map((measure) => [measure, familyOfMeasure(measure)]))
    expect(families).toEqual({
      proportion: 'share',
      'survival-proportion': 'share',
      mean: 'mean',
      median: 'mean',
      duration: 'duration',
      rate: 'rate',
      'risk-ratio': 'ratio',
      'odds-ratio': 'ratio',
      'hazard-ratio': 'ratio',
      'risk-difference': 'difference',
      'mean-difference': 'difference',
      smd: 'difference',
      nnt: 'number-needed',
      nnh: 'number-needed',
    })
  })

  it('calls a share what the table of measures calls a share', () => {
    for (const row of realEvidence().measures) {
      const measure = MEASURES.find((word) => word === row.id)
      expect(measure && isShare(measure), row.id).toBe(row.isShare === 'yes')
    }
  })
})

describe('timeInDays', () => {
  it('counts a month as a twelfth of a year of 365.25 days', () => {
    expect(timeInDays(1, 'months')).toBeCloseTo(30.4375, 10)
    expect(timeInDays(12, 'months')).toBeCloseTo(timeInDays(1, 'years') ?? Number.NaN, 10)
    expect(timeInDays(90, 'minutes')).toBeCloseTo(timeInDays(1.5, 'hours') ?? Number.NaN, 10)
    expect(timeInDays(2, 'weeks')).toBe(14)
  })

  it('knows a time of 0 from a time that is not stated', () => {
    expect(timeInDays(0, 'days')).toBe(0)
    expect(timeInDays(undefined, 'days')).toBeUndefined()
    expect(timeInDays(3, undefined)).toBeUndefined()
  })
})
