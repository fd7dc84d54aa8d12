import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisBase, axisPosition, axisValue, barAxis } from '@/charts/barAxis'
import type { Scale } from '@/domain/compare/commonScale'

const people: Scale = { low: 0, high: 100, kind: 'linear', nothing: undefined }
const ratio: Scale = { low: 0.1, high: 10, kind: 'log', nothing: 1 }
const difference: Scale = { low: -50, high: 50, kind: 'linear', nothing: 0 }

describe('barAxis', () => {
  it('has even ticks from end to end for people', () => {
    expect(barAxis(people, 'of 100').ticks.map((tick) => tick.text)).toEqual(['0', '25', '50', '75', '100'])
  })

  it('has nothing in the middle of a scale of differences, and bars begin there', () => {
    expect(barAxis(difference, 'points').ticks.map((tick) => tick.text)).toEqual([
      '−50',
      '−25',
      '0',
      '25',
      '50',
    ])
    expect(axisBase(difference)).toBe(0)
  })

  it('has ticks at even ratios, and bars begin at 1', () => {
    const ticks = barAxis(ratio, 'risk ratio').ticks.map((tick) => tick.value)
    expect(ticks).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10])
    expect(axisBase(ratio)).toBe(1)
  })

  it('thins the ticks of a wide scale of ratios to powers of ten', () => {
    const ticks = barAxis({ ...ratio, low: 0.01, high: 100 }, '').ticks.map((tick) => tick.value)
    expect(ticks).toEqual([0.01, 0.1, 1, 10, 100])
  })

  it.each([
    ['people', people],
    ['ratios', ratio],
    ['differences', difference],
  ] as const)('places %s so that a place gives its value back', (_, scale) => {
    fc.assert(
      fc.property(fc.double({ min: scale.low, max: scale.high, noNaN: true }), (value) => {
        const x = axisPosition(value, scale, 338, 738)
        expect(x).toBeGreaterThanOrEqual(338)
        expect(x).toBeLessThanOrEqual(738)
        expect(axisValue(x, scale, 338, 738)).toBeCloseTo(value, 6)
      }),
    )
  })
})
