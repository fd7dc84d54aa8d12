import { estimateOf, hasFlag, isControlled } from '@/domain/estimate'
import { ARM_DESIGNS } from '@/domain/vocabulary'
import { describe, expect, it } from 'vitest'
import { findingOf, realEvidence } from '../../support/evidence'
import { makeFinding } from '../../support/makeFinding'
import type { Finding } from '@/domain/tables/findings'

const evidence = realEvidence()
const estimate = (finding: Finding) => estimateOf(finding, evidence)
const made = (given: Partial<Finding>) => estimate(makeFinding(given))
const real = (id: string) => estimate(findingOf(id))
const counted = { value: undefined, armEvents: 15, armN: 22 }

describe('the value', () => {
  it('is the value as reported, unrounded', () => {
    expect(real('wu-2012-botulinum-f1')).toMatchObject({ value: 68.18, valueOrigin: 'reported' })
  })

  it('is the share of the counts where only they are printed, and says so', () => {
    expect(made(counted)).toMatchObject({ valueOrigin: 'counts' })
    expect(made(counted).value).toBeCloseTo(68.1818, 4)
    expect(made({ value: undefined, armEvents: 0, armN: 14 }).value).toBe(0)
  })

  it('is undefined, and never 0, where the source prints none', () => {
    expect(real('mogahed-2017-ketamine-lidocaine-f1').value).toBeUndefined()
    expect(made({ value: undefined, armEvents: 3, armN: undefined }).value).toBeUndefined()
    expect(made({ value: undefined, armEvents: 0, armN: 0 }).value).toBeUndefined()
  })

  it('is not made from counts for a number that is no share', () => {
    expect(made({ ...counted, measure: 'mean' }).value).toBeUndefined()
  })
})

describe('the interval', () => {
  it('is the one the source prints, at 95 % unless said', () => {
    expect(made({ ciLow: 50, ciHigh: 70 }).interval).toEqual({
      kind: 'shown',
      lower: 50,
      upper: 70,
      level: 95,
      origin: 'reported',
    })
    expect(made({ ciLow: 50, ciHigh: 70, ciLevel: 90 }).interval).toMatchObject({ level: 90 })
  })

  it("is worked out from the counts by Wilson's method: 15 of 22 is 47 to 84", () => {
    const { interval } = real('wu-2012-botulinum-f1')
    if (interval.kind !== 'shown') throw new Error('no interval')
    expect(interval.origin).toBe('counts')
    expect(interval.lower).toBeCloseTo(47.3, 1)
    expect(interval.upper).toBeCloseTo(83.6, 1)
  })

  it('comes from a percent and n where only one whole number of patients fits', () => {
    const rebuilt = made({ value: 53.3, armN: 30 })
    expect(rebuilt).toMatchObject({ events: 16, eventsOrigin: 'rebuilt' })
    expect(rebuilt.interval).toMatchObject({ kind: 'shown', origin: 'counts' })
  })

  it('is not guessed where several whole numbers, or none, round to the percent', () => {
    expect(made({ value: 60, armN: 1000 }).interval).toEqual({ kind: 'not-reported' })
    expect(made({ value: 53.33, armN: 127 }).interval).toEqual({ kind: 'not-reported' })
    expect(made({ value: 60, armN: undefined }).interval).toEqual({ kind: 'not-reported' })
  })

  it.each(['actuarial', 'pooled', 'model', 'not-applicable'] as const)(
    'is never worked out from counts for a share that is %s',
    (estimateKind) => {
      expect(made({ ...counted, estimateKind }).interval).toEqual({ kind: 'not-reported' })
      expect(made({ value: 53.3, armN: 30, estimateKind }).events).toBeUndefined()
    },
  )

  it.each(['randomised-pooled', 'non-randomised-pooled', 'single-arm-pooled'] as const)(
    'is never worked out from counts that were added up over studies (%s)',
    (armDesign) => {
      expect(made({ ...counted, armDesign }).interval).toEqual({ kind: 'not-reported' })
    },
  )

  it.each(['procedures', 'sides', 'infusions', 'encounters', 'trials'])(
    'is never worked out from counts of %s, which are not people',
    (denominator) => {
      expect(made({ ...counted, denominator }).interval).toEqual({ kind: 'not-reported' })
    },
  )

  it.each(['initial-responders', 'completers', 'subgroup', 'stopped-treatment', 'not-stated'])(
    'is not worked out from a percent whose n may not be its denominator (%s)',
    (denominator) => {
      expect(made({ value: 53.3, armN: 30, denominator }).interval).toEqual({ kind: 'not-reported' })
    },
  )

  it('is not worked out from counts that do not make the printed percent', () => {
    expect(real('liu-2020-redo-mvd-f1').interval).toEqual({ kind: 'not-reported' })
    expect(real('zhou-2023-mvd-pbc-f2').interval).toEqual({ kind: 'not-reported' })
    expect(made({ value: 53.33, armEvents: 69, armN: 127 }).interval).toEqual({ kind: 'not-reported' })
  })

  it('is hidden where the printed one cannot be right, and the counts do not bring one back', () => {
    expect(real('li-2024-electroacupuncture-f2').interval).toEqual({ kind: 'hidden' })
    expect(made({ ...counted, flags: ['hide-interval'] }).interval).toEqual({ kind: 'hidden' })
  })

  it('is never a reported range', () => {
    const ranged = made({ measure: 'median', unit: 'months', value: 50, rangeLow: 3, rangeHigh: 144 })
    expect(ranged.interval).toEqual({ kind: 'not-reported' })
    expect(ranged.range).toEqual({ low: 3, high: 144 })
  })
})

describe('the interval over all rows of the data', () => {
  const estimates = evidence.findings.map(estimate)

  it('holds the value wherever it is shown', () => {
    for (const { finding, value, interval } of estimates)
      if (interval.kind === 'shown' && value !== undefined) {
        expect(interval.lower, finding.id).toBeLessThanOrEqual(value + 0.6)
        expect(interval.upper, finding.id).toBeGreaterThanOrEqual(value - 0.6)
      }
  })

  it('is from counts only for crude shares of people in one study', () => {
    const worked = estimates.filter(
      ({ interval }) => interval.kind === 'shown' && interval.origin === 'counts',
    )
    expect(worked.length).toBeGreaterThan(100)
    for (const { finding } of worked) {
      expect(finding.estimateKind, finding.id).toBe('crude')
      expect(finding.measure, finding.id).toMatch(/proportion/)
      expect(finding.armDesign, finding.id).not.toMatch(/-pooled$/)
      expect(evidence.denominatorRoleById.get(finding.denominator)?.countsPeople, finding.id).not.toBe('no')
    }
  })
})

describe('the signs', () => {
  it('calls controlled what had another group, pooled or not, and nothing else', () => {
    expect(ARM_DESIGNS.filter(isControlled)).toEqual([
      'randomised',
      'randomised-pooled',
      'non-randomised',
      'non-randomised-pooled',
    ])
  })

  it('knows a direct number from one measured in other patients', () => {
    expect(made({}).direct).toBe(true)
    expect(made({ directness: 'indirect' }).direct).toBe(false)
  })

  it('finds a flag among several', () => {
    expect(hasFlag(makeFinding({ flags: ['subgroup', 'same-patients'] }), 'same-patients')).toBe(true)
    expect(hasFlag(makeFinding({ flags: ['subgroup'] }), 'same-patients')).toBe(false)
  })
})
