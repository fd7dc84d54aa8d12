import { disagreeingRows } from '@/domain/compare/disagreement'
import { describe, expect, it } from 'vitest'
import { realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const evidence = realEvidence()
const low = makeFinding({ id: 'low', value: 20, ciLow: 10, ciHigh: 30 })
const high = makeFinding({ id: 'high', value: 60, ciLow: 50, ciHigh: 70 })
const disagree = (...rows: readonly ReturnType<typeof makeFinding>[]) =>
  disagreeingRows(rows, evidence).map((estimate) => estimate.finding.id)

describe('disagreeingRows', () => {
  it('names both rows when two sources asked the same and their intervals lie apart', () => {
    expect(disagree(low, high)).toEqual(['low', 'high'])
  })

  it('leaves out a third row whose interval meets both', () => {
    const between = makeFinding({ value: 40, ciLow: 25, ciHigh: 55 })
    expect(disagree(low, between, high)).toEqual(['low', 'high'])
  })

  it('is silent when intervals touch', () => {
    expect(disagree(low, { ...high, ciLow: 30 })).toEqual([])
  })

  it.each([
    ['another definition', { definition: 'bni-i-iiia' }],
    ['another denominator', { denominator: 'initial-responders' }],
    ['another kind of patients', { population: 'tn-secondary-ms' }],
    ['a time more than twice as late', { timepoint: 3 }],
    ['a missing time', { timepoint: undefined, timepointUnit: undefined }],
    ['the same source', { source: low.source }],
    ['another comparator', { comparator: 'placebo' }],
    ['a row that may not stand beside others', { headlineOk: 'no' as const }],
    ['an interval that is hidden', { flags: ['hide-interval'] }],
    ['an actuarial estimate beside a crude one, late', { estimateKind: 'actuarial' as const }],
  ])('is silent about %s', (_, given) => {
    expect(disagree(low, { ...high, ...given })).toEqual([])
  })

  it('is silent about rows on the same patients', () => {
    expect(disagree({ ...low, cohort: 'one' }, { ...high, cohort: 'one' })).toEqual([])
    expect(disagree({ ...low, cohort: 'one' }, { ...high, cohort: 'two' })).toEqual(['low', 'high'])
  })

  it('is silent about rows without an interval', () => {
    expect(disagree(low, { ...high, ciLow: undefined, ciHigh: undefined, armN: undefined })).toEqual([])
  })

  it('finds the two series of radiosurgery whose numbness was asked for and lies apart', () => {
    const rows = evidence.findingsByTreatment.get('srs')?.filter((row) => row.outcome === 'facial-numbness')
    const ids = disagreeingRows(rows ?? [], evidence).map((estimate) => estimate.finding.id)
    expect(ids).toEqual(['kondziolka-2010-srs-f11', 'ijns-cyberknife-30-f2'])
  })
})
