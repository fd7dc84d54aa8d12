import type { Finding } from '@/domain/tables/findings'
import { askFindings } from '../../../support/ask'
import { makeFinding } from '../../../support/makeFinding'
import { describe, expect, it } from 'vitest'

type Time = readonly [number | undefined, Finding['timepointUnit']]

/** Two rows that would stand side by side, with the changes given to each. */
function reasonsOf(a: Partial<Finding>, b: Partial<Finding>, both: Partial<Finding> = {}) {
  return askFindings(makeFinding({ ...both, ...a }), makeFinding({ treatment: 'srs', ...both, ...b })).reasons
}

function timesGoTogether([a, unitOfA]: Time, [b, unitOfB]: Time) {
  const reasons = reasonsOf(
    { timepoint: a, timepointUnit: unitOfA },
    { timepoint: b, timepointUnit: unitOfB },
  )
  return reasons.length === 0
}

describe('time', () => {
  it.each<[Time, Time]>([
    [
      [6, 'months'],
      [1, 'years'],
    ],
    [
      [12, 'months'],
      [1, 'years'],
    ],
    [
      [1, 'months'],
      [60, 'days'],
    ],
    [
      [15, 'minutes'],
      [30, 'minutes'],
    ],
    [
      [24, 'hours'],
      [2, 'days'],
    ],
    [
      [0, 'days'],
      [7, 'days'],
    ],
    [
      [0, 'hours'],
      [1, 'weeks'],
    ],
    [
      [0, 'minutes'],
      [0, 'days'],
    ],
    [
      [0, 'weeks'],
      [0, 'weeks'],
    ],
  ])('lets %j stand beside %j', (a, b) => {
    expect(timesGoTogether(a, b)).toBe(true)
    expect(timesGoTogether(b, a)).toBe(true)
  })

  it.each<[Time, Time]>([
    [
      [5.9, 'months'],
      [1, 'years'],
    ],
    [
      [0, 'days'],
      [8, 'days'],
    ],
    [
      [0, 'days'],
      [12, 'hours'],
    ],
    [
      [0, 'weeks'],
      [0, 'days'],
    ],
    [
      [0, 'weeks'],
      [3, 'days'],
    ],
    [
      [0, 'months'],
      [1, 'days'],
    ],
    [
      [15, 'minutes'],
      [31, 'minutes'],
    ],
  ])('keeps %j from %j', (a, b) => {
    expect(timesGoTogether(a, b)).toBe(false)
    expect(timesGoTogether(b, a)).toBe(false)
  })

  it('is not stated where one row has none, which matches nothing, not even itself', () => {
    const missing = { timepoint: undefined, timepointUnit: undefined }
    expect(reasonsOf(missing, {})).toEqual(['time-not-stated'])
    expect(reasonsOf(missing, missing)).toEqual(['time-not-stated'])
  })

  it('is not asked where the number is itself a time, but is for a share of the same outcome', () => {
    const duration = { outcome: 'response-duration', definition: 'as-named', timepoint: undefined } as const
    const median = { ...duration, measure: 'median', unit: 'months', estimateKind: 'not-applicable' } as const
    expect(reasonsOf({}, {}, median)).toEqual([])
    expect(reasonsOf({}, {}, duration)).toEqual(['time-not-stated'])
  })

  it('is not asked for harms without a time when both are procedures or both are not', () => {
    const harm = { outcome: 'facial-numbness', definition: 'permanent', timepoint: undefined } as const
    expect(reasonsOf({}, {}, harm)).toEqual([])
    expect(reasonsOf({ treatment: 'carbamazepine' }, {}, harm)).toEqual(['time-not-stated'])
    expect(reasonsOf({ timepoint: 1 }, {}, harm)).toEqual(['time-not-stated'])
  })
})

describe('words of the facets', () => {
  it.each(['authors-success', 'unspecified', 'scale-unstated', 'other-scale', 'no-such-definition'])(
    'takes the definition %s as not stated, which beats different',
    (definition) => {
      expect(reasonsOf({ definition }, { definition })).toEqual(['definition-not-stated'])
      expect(reasonsOf({ definition }, {})).toEqual(['definition-not-stated'])
    },
  )

  it.each(['not-stated', 'subgroup', 'trials', 'stopped-treatment'])(
    'takes the denominator %s as not stated',
    (denominator) => {
      expect(reasonsOf({ denominator }, { denominator })).toEqual(['denominator-not-stated'])
    },
  )

  it('lists every facet that fails', () => {
    const other = {
      definition: 'complete-drugs-allowed',
      denominator: 'completers',
      timepoint: 5,
      population: 'tn-secondary-ms',
      estimateKind: 'actuarial',
    } as const
    expect(reasonsOf({}, other)).toEqual([
      'different-definition',
      'different-denominator',
      'different-time',
      'different-population',
      'different-estimate-kind',
    ])
  })
})

describe('population', () => {
  it('lets the kinds of the condition go together, and every other one only with itself', () => {
    expect(reasonsOf({ population: 'tn-classical' }, { population: 'tn-mixed' })).toEqual([])
    expect(reasonsOf({ population: 'tn-secondary-ms' }, { population: 'tn-secondary-ms' })).toEqual([])
    expect(reasonsOf({ population: 'tn-secondary-ms' }, { population: 'tn-mixed' })).toEqual([
      'different-population',
    ])
    expect(reasonsOf({ population: 'other' }, { population: 'other' })).toEqual(['different-population'])
  })
})

describe('estimate kind', () => {
  const kinds = (a: Finding['estimateKind'], b: Finding['estimateKind'], months = 12) =>
    reasonsOf({ estimateKind: a }, { estimateKind: b }, { timepoint: months, timepointUnit: 'months' })

  it('parts crude and actuarial beyond three months only', () => {
    expect(kinds('crude', 'actuarial')).toEqual(['different-estimate-kind'])
    expect(kinds('crude', 'actuarial', 3)).toEqual([])
    expect(kinds('crude', 'actuarial', 4)).toEqual(['different-estimate-kind'])
  })

  it('lets pooled go with single, model only with model, and not-applicable with anything', () => {
    expect(kinds('pooled', 'crude')).toEqual([])
    expect(kinds('pooled', 'actuarial')).toEqual([])
    expect(kinds('model', 'model')).toEqual([])
    expect(kinds('model', 'pooled', 1)).toEqual(['different-estimate-kind'])
    expect(kinds('not-applicable', 'model')).toEqual([])
  })

  it('is not asked of numbers that are no shares', () => {
    const mean = { measure: 'mean', definition: 'vas-0-10', outcome: 'pain-intensity' } as const
    expect(reasonsOf({ estimateKind: 'model' }, { estimateKind: 'crude' }, mean)).toEqual([])
  })
})

describe('measure and unit', () => {
  const unit = (a: string, b: string, both: Partial<Finding>) => reasonsOf({ unit: a }, { unit: b }, both)

  it('asks the unit up to the first mark, and not where the definition names the scale', () => {
    const median = { measure: 'median', outcome: 'response-duration', definition: 'as-named' } as const
    expect(unit('hours (interquartile range)', 'hours; all', median)).toEqual([])
    expect(unit('months', 'years', median)).toEqual(['different-unit'])
    const score = { measure: 'mean', outcome: 'pain-intensity', definition: 'vas-0-10' } as const
    expect(unit('cm VAS 0-10', 'points', score)).toEqual([])
  })

  it('lets a proportion stand beside a survival proportion and a mean beside a median', () => {
    expect(reasonsOf({ measure: 'survival-proportion' }, {})).toEqual([])
    const score = { outcome: 'pain-intensity', definition: 'nrs-0-10' } as const
    expect(reasonsOf({ measure: 'mean' }, { measure: 'median' }, score)).toEqual([])
    expect(reasonsOf({ measure: 'mean' }, {}, score)).toEqual(['different-measure'])
  })

  it('takes every ratio and difference only with its own measure', () => {
    const contrast = { comparator: 'placebo', armDesign: 'randomised' } as const
    expect(reasonsOf({ measure: 'odds-ratio' }, { measure: 'risk-ratio' }, contrast)).toEqual([
      'different-measure',
    ])
    expect(reasonsOf({ measure: 'smd' }, { measure: 'mean-difference' }, contrast)).toEqual([
      'different-measure',
    ])
  })
})
