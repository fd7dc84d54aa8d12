import { effectOfFinding, toUnitOfRows, type PoolableFinding } from '@/domain/effectOfFinding'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDifference, makePoolable } from './poolableFinding'

const share = (given: Partial<PoolableFinding>) => effectOfFinding(makePoolable({ id: 'x', ...given }))
const difference = (given: Partial<PoolableFinding>) => effectOfFinding(makeDifference({ id: 'x', ...given }))

describe('effectOfFinding of a share', () => {
  it('takes the log odds of the counts', () => {
    expect(share({ armEvents: 20, armN: 100 })).toEqual({
      kind: 'effect',
      estimate: Math.log(20 / 80),
      variance: 1 / 20 + 1 / 80,
      zeroCorrection: false,
      countsRebuilt: false,
    })
  })

  it('adds 0.5 where nobody or everybody had the event, and says so', () => {
    expect(share({ armEvents: 0, armN: 10 })).toMatchObject({
      estimate: Math.log(0.5 / 10.5),
      variance: 1 / 0.5 + 1 / 10.5,
      zeroCorrection: true,
    })
    expect(share({ armEvents: 10, armN: 10 })).toMatchObject({
      estimate: Math.log(10.5 / 0.5),
      zeroCorrection: true,
    })
  })

  it('rebuilds the events from the percent only where one number fits, and says so', () => {
    expect(share({ armEvents: undefined, value: 30.8, armN: 26 })).toMatchObject({
      estimate: Math.log(8 / 18),
      countsRebuilt: true,
    })
    expect(share({ armEvents: undefined, value: 50, armN: 218 })).toEqual({
      kind: 'no-effect',
      reason: 'no-counts',
    })
  })

  it.each([
    [{ armN: undefined }, 'no-counts'],
    [{ armEvents: undefined }, 'no-counts'],
    [{ armEvents: 101 }, 'impossible-counts'],
    [{ armEvents: 2.5 }, 'impossible-counts'],
    [{ armN: 0, armEvents: 0 }, 'impossible-counts'],
    [{ armEvents: undefined, value: 130 }, 'impossible-counts'],
    [{ estimateKind: 'actuarial' }, 'not-crude'],
    [{ estimateKind: 'model' }, 'not-crude'],
    [{ flags: ['not-per-patient'] }, 'not-per-patient'],
  ] as const)('has no effect with %o', (given, reason) => {
    expect(share(given)).toEqual({ kind: 'no-effect', reason })
  })
})

describe('effectOfFinding of a contrast', () => {
  it('reads the standard error of a difference back from its interval at its own level', () => {
    expect(difference({})).toMatchObject({
      estimate: -2,
      variance: expect.closeTo((2 / 2 / 1.959964) ** 2, 6),
    })
    expect(difference({ ciLevel: 90 })).toMatchObject({
      variance: expect.closeTo((2 / 2 / 1.644854) ** 2, 6),
    })
  })

  it('does so on the log scale for a ratio', () => {
    expect(difference({ measure: 'risk-ratio', value: 2, ciLow: 1, ciHigh: 4 })).toMatchObject({
      estimate: Math.log(2),
      variance: expect.closeTo((Math.log(4) / 2 / 1.959964) ** 2, 6),
    })
  })

  it.each([
    [{ value: undefined }, 'no-interval'],
    [{ ciLow: undefined }, 'no-interval'],
    [{ value: -4 }, 'no-interval'],
    [{ ciLow: -2, ciHigh: -2 }, 'no-interval'],
    [{ flags: ['hide-interval'] }, 'no-interval'],
    [{ measure: 'odds-ratio', value: 1, ciLow: 0, ciHigh: 2 }, 'no-interval'],
    [{ value: 11, ciLow: 1, ciHigh: 40 }, 'interval-not-symmetric'],
    [{ measure: 'odds-ratio', value: 2, ciLow: 1, ciHigh: 3 }, 'interval-not-symmetric'],
    [{ comparator: undefined }, 'no-comparator'],
    [{ armDesign: 'before-after' }, 'before-after'],
    [{ measure: 'nnt' }, 'measure-not-pooled'],
    [{ measure: 'mean' }, 'measure-not-pooled'],
  ] as const)('has no effect with %o', (given, reason) => {
    expect(difference(given)).toEqual({ kind: 'no-effect', reason })
  })
})

describe('toUnitOfRows', () => {
  it('brings a share back to percent and a ratio back from its log', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (events) => {
        const effect = share({ armEvents: events, armN: 100 })
        if (effect.kind === 'effect') expect(toUnitOfRows('logit', effect.estimate)).toBeCloseTo(events, 9)
      }),
    )
    expect(toUnitOfRows('log', Math.log(2))).toBeCloseTo(2, 12)
    expect(toUnitOfRows('identity', -1.5)).toBe(-1.5)
  })
})
