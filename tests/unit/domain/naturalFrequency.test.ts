import { countRange, countsThatAddUp, gainAndLoss, naturalFrequency } from '@/domain/naturalFrequency'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const people = fc.integer({ min: 1, max: 1000 })

describe('naturalFrequency', () => {
  it('rounds to the nearest person and half up, whatever binary fractions do', () => {
    expect(naturalFrequency(0.736).count).toBe(74)
    expect(naturalFrequency(0.29).count).toBe(29)
    expect(naturalFrequency(0.285).count).toBe(29)
    expect(naturalFrequency(1.005 / 100).count).toBe(1)
  })

  it('tells a rare result from none, and nearly all from all', () => {
    expect(naturalFrequency(0.004)).toMatchObject({ count: 0, fewerThanOne: true })
    expect(naturalFrequency(0)).toMatchObject({ count: 0, fewerThanOne: false })
    expect(naturalFrequency(0.998)).toMatchObject({ count: 100, nearlyAll: true })
    expect(naturalFrequency(1)).toMatchObject({ count: 100, nearlyAll: false })
  })

  it.each([[-0.1], [1.1], [Number.NaN], [53]])('refuses a share of %d', (impossible) => {
    expect(() => naturalFrequency(impossible)).toThrow(RangeError)
  })

  it('refuses an impossible number of people', () => {
    expect(() => naturalFrequency(0.5, 0)).toThrow(RangeError)
    expect(() => naturalFrequency(0.5, 99.5)).toThrow(RangeError)
  })
})

describe('countsThatAddUp', () => {
  it('gives those left over to the largest remainders, the earlier first', () => {
    expect(countsThatAddUp([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33])
    expect(countsThatAddUp([0.625, 0.204, 0.171])).toEqual([63, 20, 17])
    expect(countsThatAddUp([0.005, 0.995])).toEqual([1, 99])
  })

  it('adds up to all people, each count within one of its share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 }),
        people,
        (parts, n) => {
          const whole = parts.reduce((sum, part) => sum + part, 0)
          fc.pre(whole > 0)
          const shares = parts.map((part) => part / whole)
          const counts = countsThatAddUp(shares, n)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n)
          counts.forEach((count, index) => {
            expect(Math.abs(count - (shares[index] ?? Number.NaN) * n)).toBeLessThan(1 + 1e-6)
          })
        },
      ),
    )
  })

  it('refuses shares that are not the parts of one whole', () => {
    expect(() => countsThatAddUp([0.5, 0.4])).toThrow(RangeError)
    expect(() => countsThatAddUp([1.5, -0.5])).toThrow(RangeError)
    expect(() => countsThatAddUp([])).toThrow(RangeError)
  })
})

describe('countRange', () => {
  it('is never narrower than the interval, nor wider than it must be', () => {
    expect(countRange(0.291, 0.302)).toEqual({ fewest: 29, most: 31 })
    expect(countRange(0.29, 0.57)).toEqual({ fewest: 29, most: 57 })
    fc.assert(
      fc.property(share, share, people, (a, b, n) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)]
        const { fewest, most } = countRange(lower, upper, n)
        expect(fewest).toBeLessThanOrEqual(lower * n + 1e-9)
        expect(most).toBeGreaterThanOrEqual(upper * n - 1e-9)
        expect(fewest).toBeGreaterThan(lower * n - 1)
        expect(most).toBeLessThan(upper * n + 1)
        expect(fewest).toBeGreaterThanOrEqual(0)
        expect(most).toBeLessThanOrEqual(n)
      }),
    )
  })

  it('holds the rounded count', () => {
    fc.assert(
      fc.property(share, share, share, (a, b, c) => {
        const [lower = 0, value = 0, upper = 0] = [a, b, c].sort((x, y) => x - y)
        const { fewest, most } = countRange(lower, upper)
        const { count } = naturalFrequency(value)
        expect(fewest).toBeLessThanOrEqual(count)
        expect(count).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('refuses limits in the wrong order', () => {
    expect(() => countRange(0.6, 0.4)).toThrow(RangeError)
  })
})

describe('gainAndLoss', () => {
  it('is the difference of what is drawn', () => {
    expect(gainAndLoss(0.736, 0.454)).toEqual({ count: 74, comparatorCount: 45, gain: 29, loss: 0 })
    expect(gainAndLoss(0.2, 0.35)).toEqual({ count: 20, comparatorCount: 35, gain: 0, loss: 15 })
  })

  it('adds up', () => {
    fc.assert(
      fc.property(share, share, people, (a, b, n) => {
        const { count, comparatorCount, gain, loss } = gainAndLoss(a, b, n)
        expect(comparatorCount + gain - loss).toBe(count)
        expect(Math.min(gain, loss)).toBe(0)
      }),
    )
  })
})
