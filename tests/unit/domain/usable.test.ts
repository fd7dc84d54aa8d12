import { hasNumber, isUsable } from '@/domain/usable'
import { describe, expect, it } from 'vitest'
import { findingOf } from '../../support/evidence'
import { makeFinding } from '../../support/makeFinding'

const BARRED = [
  'predictor',
  'subgroup',
  'vote-count',
  'no-number',
  'direction-unclear',
  'not-relief',
  'quoted-history',
  'relapsers-only',
]

describe('isUsable', () => {
  it('lets a row stand that has a number and no flag against it', () => {
    expect(isUsable(makeFinding())).toBe(true)
    expect(isUsable(makeFinding({ headlineOk: 'with-caveat', caveat: 'Small.' }))).toBe(true)
  })

  it('bars a row that the curators bar', () => {
    expect(isUsable(makeFinding({ headlineOk: 'no' }))).toBe(false)
    expect(isUsable(findingOf('zhou-2023-mvd-pbc-f2'))).toBe(false)
  })

  it.each(BARRED)('bars a row with the flag %s', (flag) => {
    expect(isUsable(makeFinding({ flags: ['same-patients', flag] }))).toBe(false)
  })

  it.each(['mixed-operations', 'hide-interval', 'before-after', 'responders-only', 'not-per-patient'])(
    'lets a row with the flag %s stand, since it is said beside the number',
    (flag) => {
      expect(isUsable(makeFinding({ flags: [flag] }))).toBe(true)
    },
  )
})

describe('hasNumber', () => {
  it('finds a number in a value, a value of 0 included, or in counts', () => {
    expect(hasNumber(makeFinding({ value: 0 }))).toBe(true)
    expect(hasNumber(makeFinding({ value: undefined, armEvents: 0, armN: 10 }))).toBe(true)
  })

  it('finds none where only a range, or only one of the counts, is printed', () => {
    expect(hasNumber(makeFinding({ value: undefined, rangeLow: 20, rangeHigh: 40 }))).toBe(false)
    expect(hasNumber(makeFinding({ value: undefined, armEvents: 3, armN: undefined }))).toBe(false)
    expect(hasNumber(findingOf('mogahed-2017-ketamine-lidocaine-f1'))).toBe(false)
  })
})
