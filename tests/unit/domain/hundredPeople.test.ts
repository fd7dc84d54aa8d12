import { describe, expect, it } from 'vitest'
import { estimateOf } from '@/domain/estimate'
import { comparatorArm, gainOver, hundredPeople } from '@/domain/hundredPeople'
import { findingOf, realEvidence } from '../../support/evidence'
import { makeFinding } from '../../support/makeFinding'

const evidence = realEvidence()
const peopleOf = (given: Parameters<typeof makeFinding>[0]) =>
  hundredPeople(estimateOf(makeFinding(given), evidence), evidence)

describe('hundredPeople', () => {
  it('counts people, and holds the whole interval', () => {
    expect(peopleOf({ value: 68.2, ciLow: 47.3, ciHigh: 83.6 })).toEqual({
      kind: 'people',
      count: 68,
      fewerThanOne: false,
      nearlyAll: false,
      range: { fewest: 47, most: 84 },
    })
  })

  it('has no range where none is shown, and never takes the number itself for one', () => {
    expect(peopleOf({ value: 70, armN: undefined })).toMatchObject({ count: 70, range: undefined })
    expect(peopleOf({ value: 70, ciLow: 69, ciHigh: 71, flags: ['hide-interval'] })).toMatchObject({
      range: undefined,
    })
  })

  it('does not make nobody of fewer than one, nor everybody of nearly all', () => {
    expect(peopleOf({ value: 0.3, armN: undefined })).toMatchObject({ count: 0, fewerThanOne: true })
    expect(peopleOf({ value: 99.8, armN: undefined })).toMatchObject({ count: 100, nearlyAll: true })
  })

  it('stays within 0 to 100 where a reported interval does not', () => {
    expect(peopleOf({ value: 97, ciLow: 91, ciHigh: 103 })).toMatchObject({
      range: { fewest: 91, most: 100 },
    })
  })

  it.each(['procedures', 'sides', 'infusions', 'encounters', 'trials'])(
    'refuses what is counted by %s',
    (denominator) => {
      expect(peopleOf({ denominator }).kind).toBe('not-people')
    },
  )

  it('refuses, with words, every row of the data that does not count people or is no share', () => {
    for (const finding of evidence.findings) {
      const counted = evidence.denominatorRoleById.get(finding.denominator)?.countsPeople
      const share = finding.measure === 'proportion' || finding.measure === 'survival-proportion'
      const made = hundredPeople(estimateOf(finding, evidence), evidence)
      if (counted === 'no' || !share) {
        expect(made.kind).toBe('not-people')
        expect(made).toHaveProperty('words', expect.stringMatching(/\w/))
      }
      if (made.kind === 'people' && made.range) {
        expect(made.range.fewest).toBeLessThanOrEqual(made.count)
        expect(made.range.most).toBeGreaterThanOrEqual(made.count)
      }
    }
  })
})

describe('comparatorArm', () => {
  it('is the other arm of the same study, with its own interval (Wu 2012: 3 of 20 with placebo)', () => {
    const estimate = estimateOf(findingOf('wu-2012-botulinum-f1'), evidence)
    const arm = comparatorArm(estimate, evidence)
    expect(arm?.value).toBe(15)
    expect(arm?.finding).toMatchObject({
      treatment: 'placebo',
      armEvents: 3,
      armN: 20,
      comparator: undefined,
    })
    expect(arm?.interval).toMatchObject({ kind: 'shown', origin: 'counts' })
    expect(arm && gainOver(estimate, arm)).toEqual({ count: 68, comparatorCount: 15, gain: 53, loss: 0 })
  })

  it('is unknown without its counts, and for a group that was followed alone', () => {
    const both = { comparator: 'placebo', armEvents: 60, comparatorEvents: 20, comparatorN: 90 }
    const armOf = (given: Parameters<typeof makeFinding>[0]) =>
      comparatorArm(estimateOf(makeFinding(given), evidence), evidence)
    expect(armOf({ ...both, armDesign: 'randomised' })?.value).toBeCloseTo(22.222, 3)
    expect(armOf({ ...both, armDesign: 'randomised', comparatorEvents: undefined })).toBeUndefined()
    expect(armOf({ ...both, armDesign: 'single-arm' })).toBeUndefined()
  })

  it('is not made of counts that were added up over several studies (tramadol and placebo, 70 of 132 and 40 of 133)', () => {
    const added = estimateOf(findingOf('duehmke-2017-tramadol-f1'), evidence)
    expect(added.events).toBe(70)
    expect(comparatorArm(added, evidence)).toBeUndefined()
  })
})
