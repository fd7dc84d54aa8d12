import { estimateOf } from '@/domain/estimate'
import { describeEstimate, timeText } from '@/domain/estimateText'
import { PHRASES } from '@/domain/phrases'
import type { Finding } from '@/domain/tables/findings'
import { describe, expect, it } from 'vitest'
import { findingOf, realEvidence } from '../../support/evidence'
import { makeFinding } from '../../support/makeFinding'

const evidence = realEvidence()
const describeRow = (finding: Finding) => describeEstimate(estimateOf(finding, evidence), evidence)
const made = (given: Partial<Finding>) => describeRow(makeFinding(given))
const real = (id: string) => describeRow(findingOf(id))
const mean = { measure: 'mean', estimateKind: 'not-applicable', unit: 'NRS 0-10', value: 3.25 } as const

describe('a share in words', () => {
  it('is x of 100 with its interval, origin, counts, time and meaning', () => {
    expect(real('wu-2012-botulinum-f1')).toMatchObject({
      number: '68',
      unit: 'of 100',
      whole: '68 of 100',
      interval: '47 to 84',
      intervalIsPhrase: false,
      intervalNote: 'Wilson interval, worked out here from the counts',
      intervalSign: 'from counts',
      counts: '15 of 22',
      time: '12 weeks',
      certainty: 'Low certainty',
    })
  })

  it('says when the events were rebuilt from the percent', () => {
    const text = made({ value: 53.3, armN: 30 })
    expect(text.counts).toBe('16 of 30 (rebuilt from the percent)')
    expect(text.intervalNote).toContain('rebuilt from the percent')
  })

  it('names what was counted where that is not people', () => {
    expect(made({ denominator: 'infusions', flags: ['not-per-patient'] }).whole).toBe(
      '60 of 100, per infusion',
    )
    expect(made({ denominator: 'sides' }).unit).toBe('of 100, per side of the face')
    expect(made({ denominator: 'initial-responders' }).unit).toBe('of 100')
  })

  it('keeps 0 of 100 apart from no number', () => {
    expect(made({ value: 0, armEvents: 0, armN: 14 }).whole).toBe('0 of 100')
    expect(made({ value: undefined, armN: undefined })).toMatchObject({
      number: undefined,
      whole: PHRASES.noNumber,
    })
  })
})

describe('an interval in words', () => {
  it('is a phrase where the source prints none', () => {
    expect(made({ armN: 1000 })).toMatchObject({
      interval: 'Range not reported.',
      intervalIsPhrase: true,
      intervalNote: undefined,
      intervalSign: undefined,
    })
  })

  it('names its level where that is not 95 %', () => {
    expect(made({ ciLow: 50, ciHigh: 70 }).intervalSign).toBeUndefined()
    expect(made({ ciLow: 50, ciHigh: 70, ciLevel: 90 })).toMatchObject({
      intervalSign: '90 %',
      intervalNote: '90 % interval, as reported',
    })
  })

  it('gives way to a phrase where the printed one cannot be right', () => {
    const text = real('li-2024-electroacupuncture-f2')
    expect(text.interval).toBe('Interval not shown: too narrow to be right.')
    expect(JSON.stringify(text)).not.toMatch(/1\.7|1\.5/)
  })

  it('does not call an interval of 10 to 100 too narrow', () => {
    expect(real('hajikarimloo-2025-mvd-ms-f1').interval).toBe('Interval not shown: the remark says why.')
    expect(real('hajikarimloo-2025-mvd-ms-f1').caveat).toContain('10 to 100')
  })

  it('shows a reported range in its place, and says that it is only a range', () => {
    expect(real('kondziolka-2010-srs-f10')).toMatchObject({
      whole: '50 months',
      interval: '3 to 144',
      intervalIsPhrase: false,
      intervalSign: 'range',
      intervalNote: 'Range as reported, not a confidence interval',
    })
    expect(real('zhang-2019-botulinum-factors-f2').interval).toBe('up to 28')
  })

  it('does not take a range beside an interval for the interval', () => {
    const text = made({ ...mean, ciLow: 3, ciHigh: 3.5, rangeLow: 0, rangeHigh: 10 })
    expect(text.interval).toBe('3 to 3.5')
  })
})

describe('a number that only a range stands for', () => {
  it('is that range', () => {
    expect(real('vowles-2015-misuse-f1').whole).toBe('21 to 29 of 100 (range)')
    expect(real('lidocaine-24-spray-f1').whole).toBe('70 or more of 100 (range)')
  })
})

describe('a unit', () => {
  it('keeps what says which sign is good, without what follows it', () => {
    expect(made({ ...mean, measure: 'smd', unit: 'SMD (negative favours CBT)' }).unit).toBe(
      'SMD (negative favours CBT)',
    )
    expect(
      made({ ...mean, unit: 'Hedges g (negative favours therapy; sign reversed from the page)' }).unit,
    ).toBe('Hedges g (negative favours therapy)')
    expect(made({ ...mean, unit: 'points of 0-10; baseline 8.6' }).unit).toBe('points of 0-10')
  })

  it('keeps that a number is only a bound', () => {
    expect(real('barker-1996-mvd-f5').whole).toBe('1 percent per year (upper bound)')
  })

  it('is the name of the measure for ratios and where none is printed', () => {
    expect(made({ measure: 'risk-ratio', value: 0.3, unit: 'ratio' }).whole).toBe('0.3 risk ratio')
    expect(made({ measure: 'nnt', value: 4, unit: undefined }).whole).toBe('4 number needed to treat')
    expect(made({ ...mean, unit: undefined }).unit).toBe('mean')
  })
})

describe('what a number is against', () => {
  it('is said for differences, ratios and numbers needed', () => {
    for (const measure of ['mean-difference', 'odds-ratio', 'nnt'] as const)
      expect(made({ ...mean, measure, comparator: 'carbamazepine' }).contrast).toBe('against Carbamazepine')
  })

  it('is not said for the number of one arm', () => {
    expect(made({ comparator: 'placebo' }).contrast).toBeUndefined()
  })

  it('is the time before where a difference has no comparator, and never a blank', () => {
    expect(made({ ...mean, measure: 'mean-difference', armDesign: 'before-after' }).contrast).toBe(
      'change from before, no control',
    )
    expect(made({ ...mean, measure: 'hazard-ratio' }).contrast).toBe('comparator not stated')
  })
})

describe('a time in words', () => {
  it('is said where it is missing, and where it is zero', () => {
    expect(timeText(makeFinding({ timepoint: undefined }))).toBe('Time not stated.')
    expect(timeText(makeFinding({ timepoint: 3, timepointUnit: undefined }))).toBe('Time not stated.')
    expect(timeText(makeFinding({ timepoint: 0, timepointUnit: 'weeks' }))).toBe('at the end of the course')
    expect(timeText(makeFinding({ timepoint: 0, timepointUnit: 'days' }))).toBe('directly after')
  })
})

describe('an indirect number', () => {
  it('says whose patients it comes from', () => {
    const finding = evidence.findings.find((row) => row.directness === 'indirect')
    expect(finding && describeRow(finding).indirect).toMatch(/^Measured in other patients: \S/)
    expect(made({}).indirect).toBeUndefined()
  })
})

describe('every row of the data', () => {
  const optional = new Set([
    'number',
    'intervalNote',
    'intervalSign',
    'indirect',
    'comparator',
    'contrast',
    'caveat',
  ])

  it('is there: 1,025 of them', () => {
    expect(evidence.findings).toHaveLength(1025)
  })

  it('is said in words, never blank or broken', () => {
    const broken = (words: string) => !/\S/.test(words) || /NaN|undefined|null|Infinity|\[object/.test(words)
    const faults = evidence.findings.flatMap((finding) =>
      Object.entries(describeRow(finding))
        .filter(([part, words]) => (words === undefined ? !optional.has(part) : broken(String(words))))
        .map(([part, words]) => `${finding.id} ${part}: ${String(words)}`),
    )
    expect(faults).toEqual([])
  })

  it('never turns a missing number into 0, and never shows a working note', () => {
    for (const finding of evidence.findings) {
      const text = describeRow(finding)
      if (text.number === undefined) expect(text.whole, finding.id).not.toMatch(/^0 (?!to )/)
      if (finding.note !== undefined) expect(Object.values(text), finding.id).not.toContain(finding.note)
    }
  })
})
