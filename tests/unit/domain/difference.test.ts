import { benefitDifference, riskDifference } from '@/domain/difference'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)))

describe('riskDifference', () => {
  // Newcombe 1998, Stat Med 17:873-890, Table II, method 10, examples (a) to (h).
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('gives the limits that Newcombe prints for %i/%i - %i/%i', (a, m, b, n, lower, upper) => {
    const difference = riskDifference(a, m, b, n)
    expect(difference.value).toBeCloseTo(a / m - b / n, 12)
    expect(difference.lower).toBeCloseTo(lower, 4)
    expect(difference.upper).toBeCloseTo(upper, 4)
  })

  it('holds its value, stays inside -1 to 1, and turns round when the arms are swapped', () => {
    fc.assert(
      fc.property(counts, counts, ([a, m], [b, n]) => {
        const { lower, value, upper } = riskDifference(a, m, b, n)
        expect(lower).toBeGreaterThanOrEqual(-1)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(value)
        expect(value).toBeLessThanOrEqual(upper)
        expect(upper - lower).toBeGreaterThan(0)
        const swapped = riskDifference(b, n, a, m)
        expect(swapped.lower).toBeCloseTo(-upper, 12)
        expect(swapped.upper).toBeCloseTo(-lower, 12)
      }),
    )
  })

  it('refuses counts that no study can have', () => {
    expect(() => riskDifference(11, 10, 1, 10)).toThrow(RangeError)
    expect(() => riskDifference(1, 10, 1, 0)).toThrow(RangeError)
  })
})

describe('benefitDifference', () => {
  it('leaves a difference in a wanted event and turns that in an unwanted one', () => {
    const difference = { value: 0.1, lower: -0.05, upper: 0.25 }
    expect(benefitDifference(difference, true)).toEqual(difference)
    expect(benefitDifference(difference, false)).toEqual({ value: -0.1, lower: -0.25, upper: 0.05 })
  })

  it('makes no negative zero', () => {
    expect(benefitDifference({ value: 0, lower: 0, upper: 0.1 }, false)).toEqual({
      value: 0,
      lower: -0.1,
      upper: 0,
    })
  })
})
