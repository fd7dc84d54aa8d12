import { numberNeededToTreat } from '@/domain/numberNeeded'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('numberNeededToTreat', () => {
  it('runs through infinity when the difference could be zero (Altman 1998: 10 %, -5 % to 25 %)', () => {
    expect(numberNeededToTreat({ value: 0.1, lower: -0.05, upper: 0.25 })).toEqual({
      estimate: { kind: 'NNTB', patients: 10 },
      best: { kind: 'NNTB', patients: 4 },
      worst: { kind: 'NNTH', patients: 20 },
      throughInfinity: true,
    })
  })

  it('stays on the side of benefit when the whole interval does (Barrowman 2002: 16.6 %, 0.9 % to 32.2 %)', () => {
    // CMAJ 2002;166:1676-1677 prints 6 (3.1 to 111.1).
    const { estimate, best, worst, throughInfinity } = numberNeededToTreat({
      value: 0.166,
      lower: 0.009,
      upper: 0.322,
    })
    expect(estimate).toEqual({ kind: 'NNTB', patients: expect.closeTo(6.0, 1) })
    expect(best).toEqual({ kind: 'NNTB', patients: expect.closeTo(3.1, 1) })
    expect(worst).toEqual({ kind: 'NNTB', patients: expect.closeTo(111.1, 1) })
    expect(throughInfinity).toBe(false)
  })

  it('calls the milder end of a harm the best', () => {
    expect(numberNeededToTreat({ value: -0.1, lower: -0.2, upper: -0.05 })).toEqual({
      estimate: { kind: 'NNTH', patients: 10 },
      best: { kind: 'NNTH', patients: 20 },
      worst: { kind: 'NNTH', patients: 5 },
      throughInfinity: false,
    })
  })

  it('says infinite where the difference is exactly zero', () => {
    expect(numberNeededToTreat({ value: 0, lower: 0, upper: 0.5 })).toEqual({
      estimate: { kind: 'infinite' },
      best: { kind: 'NNTB', patients: 2 },
      worst: { kind: 'infinite' },
      throughInfinity: false,
    })
  })

  it('never gives fewer than one patient', () => {
    fc.assert(
      fc.property(fc.tuple(unit(), unit(), unit()), (three) => {
        const [lower = 0, value = 0, upper = 0] = [...three].sort((a, b) => a - b)
        for (const end of Object.values(numberNeededToTreat({ value, lower, upper })))
          if (typeof end === 'object' && end.kind !== 'infinite')
            expect(end.patients).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it.each([
    { value: 0.1, lower: 0.2, upper: 0.3 },
    { value: 0.1, lower: -1.2, upper: 0.3 },
    { value: 10, lower: -5, upper: 25 },
    { value: Number.NaN, lower: 0, upper: 1 },
  ])('refuses limits that no difference can have: $value ($lower to $upper)', (difference) => {
    expect(() => numberNeededToTreat(difference)).toThrow(RangeError)
  })
})

function unit() {
  return fc.double({ min: -1, max: 1, noNaN: true })
}
