import { eventsFromPercent, wilsonInterval } from '@/domain/proportion'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** An arm of 1 to 2,000 patients and a number of events that fits it. */
const counts = fc
  .integer({ min: 1, max: 2000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)))

describe('wilsonInterval', () => {
  // Newcombe 1998, Stat Med 17:857-872, Table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the limits that Newcombe prints for %i of %i', (events, total, lower, upper) => {
    const interval = wilsonInterval(events, total)
    expect(interval.value).toBe(events / total)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  it('holds its value and stays inside 0 to 1', () => {
    fc.assert(
      fc.property(counts, ([events, total]) => {
        const { lower, value, upper } = wilsonInterval(events, total)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual(value)
        expect(value).toBeLessThanOrEqual(upper)
        expect(upper).toBeLessThanOrEqual(1)
        expect(upper - lower).toBeGreaterThan(0)
      }),
    )
  })

  it('mirrors when those without the event are counted instead', () => {
    fc.assert(
      fc.property(counts, ([events, total]) => {
        const withEvent = wilsonInterval(events, total)
        const without = wilsonInterval(total - events, total)
        expect(without.lower).toBeCloseTo(1 - withEvent.upper, 12)
        expect(without.upper).toBeCloseTo(1 - withEvent.lower, 12)
      }),
    )
  })

  it.each([
    [5, 0],
    [-1, 10],
    [11, 10],
    [2.5, 10],
    [1, Number.NaN],
    [1, 10.5],
  ])('refuses %d events in %d patients', (events, total) => {
    expect(() => wilsonInterval(events, total)).toThrow(RangeError)
  })
})

describe('eventsFromPercent', () => {
  it.each([
    [30.8, 26, 8],
    [42.9, 7, 3],
    [76, 50, 38],
    [0, 20, 0],
    [100, 6, 6],
    [53.33, 15, 8],
  ])('finds the only count that prints as %d percent of %i', (percent, total, events) => {
    expect(eventsFromPercent(percent, total)).toBe(events)
  })

  it('gives none when no count rounds back', () => {
    expect(eventsFromPercent(33, 10)).toBeUndefined()
    expect(eventsFromPercent(76.5, 20)).toBeUndefined()
  })

  it('gives none when more than one count rounds back', () => {
    // 108 of 218 (49.54) and 109 of 218 (50.00) and 110 of 218 (50.46) all print as 50.
    expect(eventsFromPercent(50, 218)).toBeUndefined()
    expect(eventsFromPercent(17, 1285)).toBeUndefined()
  })

  it('lets an exact half round either way', () => {
    expect(eventsFromPercent(13, 8)).toBe(1)
    expect(eventsFromPercent(12, 8)).toBe(1)
    // 25 and 26 of 200 are 12.5 and 13.0, and 27 is 13.5: which one was printed as 13 cannot be told.
    expect(eventsFromPercent(13, 200)).toBeUndefined()
  })

  it('never gives a count other than the one that was printed', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 3 }), ([events, total], decimals) => {
        const printed = Number(((100 * events) / total).toFixed(decimals))
        const rebuilt = eventsFromPercent(printed, total)
        expect([undefined, events]).toContain(rebuilt)
      }),
    )
  })

  it.each([
    [-1, 10],
    [100.1, 10],
    [Number.NaN, 10],
    [50, 0],
    [50, 2.5],
  ])('refuses %d percent of %d', (percent, total) => {
    expect(() => eventsFromPercent(percent, total)).toThrow(RangeError)
  })
})
