import { chiSquareUpperTail, normalCritical, tCritical } from '@/domain/distributions'
import { Z_95 } from '@/domain/proportion'
import { describe, expect, it } from 'vitest'

describe('distributions', () => {
  it('gives the normal quantile that the light formulas hold as a constant', () => {
    expect(normalCritical(95)).toBeCloseTo(Z_95, 12)
    expect(normalCritical(90)).toBeCloseTo(1.6449, 4)
    expect(normalCritical(99)).toBeCloseTo(2.5758, 4)
  })

  // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, table of Student's t, 0.975 column.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [11, 2.201],
    [12, 2.179],
    [30, 2.042],
  ])(
    'gives the 95 percent quantile of t with %i degrees of freedom as tabled',
    (degreesOfFreedom, quantile) => {
      expect(tCritical(95, degreesOfFreedom)).toBeCloseTo(quantile, 3)
    },
  )

  // Same handbook, section 1.3.6.7.4, upper critical values of chi-square at 0.05.
  it.each([
    [1, 3.841],
    [5, 11.07],
    [12, 21.026],
  ])('gives 0.05 above the tabled chi-square value with %i degrees of freedom', (degreesOfFreedom, value) => {
    expect(chiSquareUpperTail(value, degreesOfFreedom)).toBeCloseTo(0.05, 4)
  })

  it('refuses levels, degrees of freedom and values that do not exist', () => {
    expect(() => normalCritical(100)).toThrow(RangeError)
    expect(() => tCritical(95, 0)).toThrow(RangeError)
    expect(() => tCritical(Number.NaN, 3)).toThrow(RangeError)
    expect(() => chiSquareUpperTail(-1, 3)).toThrow(RangeError)
    expect(() => chiSquareUpperTail(1, 0)).toThrow(RangeError)
  })
})
