import { oddsRatio, riskRatio } from '@/domain/ratio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** At least one event and one non-event in each arm. */
const mixedArm = fc
  .integer({ min: 2, max: 500 })
  .chain((total) => fc.tuple(fc.integer({ min: 1, max: total - 1 }), fc.constant(total)))

function limits(result: ReturnType<typeof riskRatio>): readonly [number, number, number] {
  if (result.kind !== 'ratio') throw new Error(`refused: ${result.reason}`)
  return [result.value, result.lower, result.upper]
}

describe('riskRatio', () => {
  // Rothman KJ, Greenland S, Lash TL. Modern Epidemiology 2008, Table 15-1 (tolbutamide and deaths), printed to
  // four decimals in the analysis examples of metafor (rothman2008).
  it.each([
    ['under 55', 8, 106, 5, 120, [1.8113, 0.6112, 5.3679]],
    ['55 and over', 22, 98, 16, 85, [1.1926, 0.6713, 2.1188]],
    ['all ages', 30, 204, 21, 205, [1.4356, 0.851, 2.4216]],
  ] as const)('gives the Katz interval printed for %s', (_, a, m, b, n, expected) => {
    const found = limits(riskRatio(a, m, b, n))
    expected.forEach((value, index) => {
      expect(found[index]).toBeCloseTo(value, 4)
    })
  })

  it('adds 0.5 to every cell when one is 0, and says so', () => {
    expect(riskRatio(0, 10, 5, 10)).toMatchObject({
      kind: 'ratio',
      value: 0.5 / 11 / (5.5 / 11),
      zeroCellCorrection: true,
    })
    expect(riskRatio(10, 10, 5, 10)).toMatchObject({ zeroCellCorrection: true })
    expect(riskRatio(1, 10, 5, 10)).toMatchObject({ zeroCellCorrection: false })
  })
})

describe('oddsRatio', () => {
  // Colditz 1994, trial of Aronson, as van Houwelingen 2002 (Stat Med 21:589-624, Table I) and the tests of
  // metafor print it: log odds ratio -0.9387, 95 % interval -2.1100 to 0.2326.
  it('gives the Woolf interval printed for the first BCG trial', () => {
    const [value, lower, upper] = limits(oddsRatio(4, 123, 11, 139))
    expect(Math.log(value)).toBeCloseTo(-0.9387, 4)
    expect(Math.log(lower)).toBeCloseTo(-2.11, 4)
    expect(Math.log(upper)).toBeCloseTo(0.2326, 4)
  })

  it('adds 0.5 to every cell when one is 0, and says so', () => {
    expect(oddsRatio(0, 10, 5, 10)).toMatchObject({
      kind: 'ratio',
      value: (0.5 * 5.5) / (10.5 * 5.5),
      zeroCellCorrection: true,
    })
  })
})

describe.each([
  ['riskRatio', riskRatio],
  ['oddsRatio', oddsRatio],
])('%s', (_, ratio) => {
  it('gives no number when nobody in both arms had the event, or everybody', () => {
    expect(ratio(0, 10, 0, 12)).toEqual({ kind: 'refused', reason: 'no-events-in-either-arm' })
    expect(ratio(10, 10, 12, 12)).toEqual({ kind: 'refused', reason: 'event-in-everyone' })
  })

  it('turns into its inverse when the arms are swapped', () => {
    fc.assert(
      fc.property(mixedArm, mixedArm, ([a, m], [b, n]) => {
        const [value, lower, upper] = limits(ratio(a, m, b, n))
        const [swapped, swappedLower, swappedUpper] = limits(ratio(b, n, a, m))
        expect(lower).toBeLessThanOrEqual(value)
        expect(value).toBeLessThanOrEqual(upper)
        expect(swapped * value).toBeCloseTo(1, 9)
        expect(swappedLower * upper).toBeCloseTo(1, 9)
        expect(swappedUpper * lower).toBeCloseTo(1, 9)
      }),
    )
  })

  it('refuses counts that no study can have', () => {
    expect(() => ratio(11, 10, 1, 10)).toThrow(RangeError)
    expect(() => ratio(1, 10, -1, 10)).toThrow(RangeError)
  })
})
