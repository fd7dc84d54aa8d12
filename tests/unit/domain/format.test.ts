import { formatNumber, formatRange, formatShare, formatTime } from '@/domain/format'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** The printed number back as a number: "−1.5" is -1.5, thin spaces in thousands go. */
const read = (text: string) => Number(text.replace('−', '-').replace(/\u202f/g, ''))

describe('formatNumber', () => {
  it.each([
    [1.005, '1.01'],
    [2.675, '2.68'],
    [-1.005, '−1.01'],
    [0.285, '0.29'],
  ])('rounds %d at its printed decimal point and not at that of its binary neighbour', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('drops trailing zeros and uses a true minus sign', () => {
    expect(formatNumber(-1.6)).toBe('−1.6')
    expect(formatNumber(12)).toBe('12')
    expect(formatNumber(0.8)).toBe('0.8')
  })

  it('has no minus zero', () => {
    expect(formatNumber(-0.001)).toBe('0')
    expect(formatNumber(-0)).toBe('0')
  })

  it('sets thousands apart with a space that does not break', () => {
    expect(formatNumber(1234567)).toBe('1\u202f234\u202f567')
    expect(formatNumber(4962, 0)).toBe('4\u202f962')
    expect(formatNumber(999)).toBe('999')
  })

  it('prints what a subtraction leaves over as 0 and not as a word for nothing', () => {
    expect(formatNumber(1e-17)).toBe('0')
    expect(formatNumber(0.3 - 0.1 - 0.2, 1)).toBe('0')
  })

  it('is within half a step of the number, whatever the number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(3), (value, decimals) => {
        const printed = read(formatNumber(value, decimals))
        expect(Math.abs(printed - value)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9)
      }),
    )
  })
})

describe('formatShare', () => {
  it('prints whole people as a rule', () => {
    expect(formatShare(68.18, 22)).toBe('68')
    expect(formatShare(7.69, 13)).toBe('8')
    expect(formatShare(98.6, 2000)).toBe('99')
  })

  it('keeps one decimal below 10 where at least 100 patients, or an unknown number, stand behind it', () => {
    expect(formatShare(1.4, 100)).toBe('1.4')
    expect(formatShare(2.44, 5000)).toBe('2.4')
    expect(formatShare(7.65)).toBe('7.7')
    expect(formatShare(1.4, 99)).toBe('1')
  })

  it('never rounds a few to none, or nearly all to all', () => {
    expect(formatShare(0.3, 20)).toBe('0.3')
    expect(formatShare(0.04, 20)).toBe('0.04')
    expect(formatShare(99.6, 20)).toBe('99.6')
    expect(formatShare(0.001)).toBe('fewer than 0.01')
    expect(formatShare(99.999)).toBe('more than 99.99')
  })

  it('prints none as 0 and all as 100', () => {
    expect(formatShare(0, 14)).toBe('0')
    expect(formatShare(100, 14)).toBe('100')
  })

  it('keeps the order of two shares of one arm', () => {
    const percent = fc.double({ min: 0.01, max: 99.99, noNaN: true })
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 1, max: 5000 }), (a, b, patients) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(read(formatShare(low, patients))).toBeLessThanOrEqual(read(formatShare(high, patients)))
      }),
    )
  })

  it('prints 0 or 100 only for none or all', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true, minExcluded: true, maxExcluded: true }),
        fc.integer({ min: 1, max: 5000 }),
        (percent, patients) => {
          expect(['0', '100']).not.toContain(formatShare(percent, patients))
        },
      ),
    )
  })
})

describe('formatRange', () => {
  it('joins with a word, since a dash before a minus sign is misread', () => {
    expect(formatRange('−1.7', '−1.5')).toBe('−1.7 to −1.5')
  })

  it('prints one number where both ends are the same', () => {
    expect(formatRange('3', '3')).toBe('3')
  })
})

describe('formatTime', () => {
  it('puts one in the singular and everything else in the plural', () => {
    expect(formatTime(1, 'weeks')).toBe('1 week')
    expect(formatTime(12, 'weeks')).toBe('12 weeks')
    expect(formatTime(1.5, 'years')).toBe('1.5 years')
  })
})
