import { placeOnScale, roundUp, scaleOf, scaleSets } from '@/domain/compare/commonScale'
import { outcomeCell } from '@/domain/compare/outcomeCell'
import { outcomeRow } from '@/domain/compare/outcomeRow'
import { scaleEnds, stripWords } from '@/domain/compare/scaleText'
import { estimateOf } from '@/domain/estimate'
import { describeEstimate } from '@/domain/estimateText'
import { describe, expect, it } from 'vitest'
import { outcomeOf, realEvidence } from '../../../support/evidence'
import { makeFinding } from '../../../support/makeFinding'

const evidence = realEvidence()
const estimate = (given: Parameters<typeof makeFinding>[0]) => estimateOf(makeFinding(given), evidence)
const rowOf = (outcome: string, ...treatments: readonly string[]) =>
  outcomeRow(
    outcomeOf(outcome),
    treatments.map((id) => outcomeCell(id, outcomeOf(outcome), evidence, [])),
    evidence,
  )
const placesOf = (row: ReturnType<typeof rowOf>) => row.scaleSets.map((set) => set.places)

describe('scaleOf', () => {
  it('is 0 to 100 for every share, so that 35 of 100 never looks like 70 of 100', () => {
    expect(scaleOf([estimate({ value: 1 })])).toMatchObject({ low: 0, high: 100 })
    expect(scaleOf([estimate({ value: 70 })])).toMatchObject({ low: 0, high: 100 })
  })

  it('reaches as far to both sides of no difference', () => {
    const difference = estimate({ measure: 'mean-difference', value: -1.6, ciLow: -3.1, ciHigh: 0.2 })
    expect(scaleOf([difference])).toEqual({ low: -5, high: 5, kind: 'linear', nothing: 0 })
  })

  it('is a log scale around 1 for ratios', () => {
    const ratio = estimate({ measure: 'risk-ratio', value: 3, ciLow: 0.4, ciHigh: 8 })
    expect(scaleOf([ratio])).toEqual({ low: 0.1, high: 10, kind: 'log', nothing: 1 })
  })
})

describe('roundUp', () => {
  it.each([
    [0, 1],
    [0.3, 0.5],
    [1, 1],
    [1.1, 2],
    [5.1, 10],
    [231.84, 500],
  ])('takes %d to %d', (value, rounded) => {
    expect(roundUp(value)).toBeCloseTo(rounded, 10)
  })
})

describe('placeOnScale', () => {
  it('halves a log scale at 1 and stays at the ends beyond them', () => {
    const scale = { low: 0.1, high: 10, kind: 'log', nothing: 1 } as const
    expect(placeOnScale(1, scale)).toBeCloseTo(0.5)
    expect(placeOnScale(100, scale)).toBe(1)
    expect(placeOnScale(0, scale)).toBe(0)
  })
})

describe('scaleSets', () => {
  it('shares a scale only where every two may stand side by side', () => {
    const shares = [estimate({}), estimate({}), estimate({})]
    const notFirstAndLast = (a: number, b: number) => !(a === 0 && b === 2)
    expect(scaleSets(shares, notFirstAndLast).map((set) => set.places)).toEqual([[0, 1], [2]])
  })

  it('leaves a gap for what cannot be drawn: nothing, a range without a value, a number needed to treat', () => {
    const needed = estimate({ measure: 'nnt', value: 3 })
    const range = estimate({ value: undefined, armN: undefined, rangeLow: 2, rangeHigh: 9 })
    expect(scaleSets([undefined, needed, range], () => true)).toEqual([])
  })

  it('gives numbers of one unit the same ends even where they may not be compared', () => {
    const small = estimate({
      measure: 'mean-difference',
      definition: 'vas-0-10',
      unit: 'points',
      value: -0.4,
    })
    const large = estimate({ measure: 'mean-difference', definition: 'vas-0-10', unit: 'points', value: -4 })
    const ends = scaleSets([small, large], () => false).map((set) => set.scale.high)
    expect(ends).toEqual([5, 5])
  })
})

describe('the bars of a row', () => {
  it('share a scale within one study', () => {
    const row = rowOf('withdrawal-adverse', 'carbamazepine', 'oxcarbazepine')
    expect(placesOf(row)).toEqual([[0, 1]])
    expect(row.separateStudies).toBe(false)
  })

  it('stand apart where the pair verdict does not allow more', () => {
    const row = rowOf('pain-free', 'carbamazepine', 'lamotrigine')
    expect(placesOf(row)).toEqual([[0], [1]])
    expect(row.separateStudies).toBe(true)
  })

  it('never share before the pairs are judged', () => {
    const outcome = outcomeOf('withdrawal-adverse')
    const cells = ['carbamazepine', 'oxcarbazepine'].map((id) => outcomeCell(id, outcome, evidence, []))
    const row = outcomeRow(outcome, cells, evidence, false)
    expect(placesOf(row)).toEqual([[0], [1]])
    expect(row.verdicts).toEqual([])
  })
})

describe('what a bar says', () => {
  it('prints the ends of its scale and reads out number, interval and whose scale it is', () => {
    const bar = estimate({ value: 60, ciLow: 50, ciHigh: 70 })
    const scale = scaleOf([bar])
    expect(scaleEnds(scale)).toEqual(['0', '100'])
    expect(stripWords(bar, describeEstimate(bar, evidence), scale, true)).toBe(
      '60 of 100, interval 50 to 70; bar on its own scale of 0 to 100',
    )
  })
})

describe('outcomeRow', () => {
  it('says one phrase for the whole row where no treatment has anything', () => {
    expect(rowOf('facial-numbness', 'cbt', 'tens').nothing).toMatch(/not proof of safety/)
    expect(rowOf('facial-numbness', 'cbt', 'srs').nothing).toBeUndefined()
  })

  it('calls a row the same only when all columns say the same', () => {
    expect(rowOf('facial-numbness', 'cbt', 'tens').same).toBe(true)
    expect(rowOf('recurrence', 'mvd', 'srs').same).toBe(false)
  })
})
