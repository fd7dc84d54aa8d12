import { readingAge } from '@/domain/checks/readingAge'
import { timesIn } from '@/domain/checks/times'
import { wholeNumbersIn } from '@/domain/checks/printedNumber'
import { RULES } from '@/domain/checks/rules'
import { keepRecordedText } from '@/domain/recordedText'
import { TABLE_NAMES, type Tables } from '@/domain/tables'
import type { Finding } from '@/domain/tables/findings'
import { describe, expect, it } from 'vitest'
import { makeFinding } from '../../../support/makeFinding'

/** A folder in which all other tables are empty. */
function folder(tables: Partial<Tables>): Tables {
  return { ...Object.fromEntries(TABLE_NAMES.map((name) => [name, []])), ...tables } as unknown as Tables
}

function hits(rule: string, tables: Partial<Tables>) {
  return RULES.filter(({ id }) => id === rule).flatMap((one) => one.check(folder(tables)))
}

/** The columns in which a rule finds something among these findings. */
function columns(rule: string, ...rows: readonly Partial<Finding>[]) {
  return hits(rule, { findings: rows.map((row) => makeFinding(row)) }).map((hit) => hit.column)
}

describe('a share against its counts', () => {
  it('is found when it is another, and one step of the last digit is allowed', () => {
    expect(columns('share/events', { armEvents: 5, armN: 10, value: 53 })).toEqual(['value'])
    expect(columns('share/events', { armEvents: 2, armN: 3, value: 66 })).toEqual([])
    expect(columns('share/events', { armEvents: 2, armN: 3, value: 67 })).toEqual([])
  })

  it('may differ by a third where studies were pooled', () => {
    const pooled = { estimateKind: 'pooled', armEvents: 30, armN: 100 } as const
    expect(columns('share/events', { ...pooled, value: 38 })).toEqual([])
    expect(columns('share/events', { ...pooled, value: 60 })).toEqual(['value'])
  })

  it('is found when it is the share of the comparison', () => {
    const swapped = { armEvents: 9, armN: 28, comparatorEvents: 25, comparatorN: 29, value: 86.2 }
    expect(columns('share/other-arm', swapped)).toEqual(['armEvents'])
  })

  it('is found when no whole number of people gives it', () => {
    // 52 percent of 10 people would be 5.2 of them.
    expect(columns('share/whole-people', { armN: 10, value: 52 })).toEqual(['value'])
    expect(columns('share/whole-people', { armN: 10, value: 50 })).toEqual([])
    expect(columns('share/whole-people', { armN: 10, value: 52, denominator: 'completers' })).toEqual([])
  })

  it('is found when it looks like a fraction', () => {
    expect(columns('share/fraction', { value: 0.6 })).toEqual(['value'])
    expect(columns('share/fraction', { value: 0 })).toEqual([])
  })
})

describe('an effect against the two rates', () => {
  const counts = { armEvents: 20, armN: 100, comparatorEvents: 40, comparatorN: 100 }

  it('is found for ratios, differences and numbers needed', () => {
    expect(columns('ratio/rates', { ...counts, measure: 'risk-ratio', value: 0.5 })).toEqual([])
    expect(columns('ratio/rates', { ...counts, measure: 'risk-ratio', value: 2 })).toEqual(['value'])
    // 20 x 60 / (80 x 40) = 0.375
    expect(columns('ratio/rates', { ...counts, measure: 'odds-ratio', value: 0.38 })).toEqual([])
    expect(columns('ratio/rates', { ...counts, measure: 'odds-ratio', value: 0.5 })).toEqual(['value'])
    expect(columns('difference/rates', { ...counts, measure: 'risk-difference', value: -20 })).toEqual([])
    expect(columns('difference/rates', { ...counts, measure: 'risk-difference', value: 20 })).toEqual([
      'value',
    ])
    expect(columns('number-needed/rates', { ...counts, measure: 'nnt', value: 5 })).toEqual([])
    expect(columns('number-needed/rates', { ...counts, measure: 'nnt', value: 50 })).toEqual(['value'])
    expect(columns('number-needed/rates', { measure: 'nnt', value: 0.5 })).toEqual(['value'])
  })
})

describe('an interval', () => {
  const share = { armN: 100, value: 50, ciLevel: 95 }

  it('is found when it is narrower than so many people allow', () => {
    // The textbook interval of 50 in 100 is 40.2 to 59.8.
    expect(columns('interval/too-narrow', { ...share, ciLow: 40.2, ciHigh: 59.8 })).toEqual([])
    expect(columns('interval/too-narrow', { ...share, ciLow: 48, ciHigh: 52 })).toEqual(['ciLow'])
    expect(
      columns('interval/too-narrow', { ...share, ciLow: 48, ciHigh: 52, flags: ['hide-interval'] }),
    ).toEqual([])
  })

  it('is found when a ratio is not at the middle of its logarithms', () => {
    const ratio = { measure: 'odds-ratio', ciLow: 2.15, ciHigh: 9.93 } as const
    expect(columns('interval/off-centre', { ...ratio, value: 4.62 })).toEqual([])
    expect(columns('interval/off-centre', { ...ratio, value: 6.42 })).toEqual(['value'])
  })

  it('is found when the P value says the opposite', () => {
    const ratio = { measure: 'hazard-ratio', value: 1.64, ciLow: 0.94, ciHigh: 2.86 } as const
    expect(columns('interval/p-value', { ...ratio, pValue: '<0.001' })).toEqual(['pValue'])
    expect(columns('interval/p-value', { ...ratio, pValue: '0.08' })).toEqual([])
    expect(columns('interval/p-value', { ...ratio, pValue: 'not significant' })).toEqual([])
  })

  it('is found when its ends have other digits', () => {
    const row = makeFinding({ ciLow: 7.22, ciHigh: 77 })
    keepRecordedText(row, 'ciHigh', '77.0')
    expect(hits('interval/digits', { findings: [row] })).toHaveLength(1)
  })
})

describe('the plain remarks on a finding', () => {
  const finding = makeFinding({ id: 'a', caveat: 'Eight people; no control.' })
  const remarksFor = (caveat: string | undefined) => ({
    findings: [finding, makeFinding({ id: 'b', caveat: undefined })],
    findingRemarks: [
      { finding: 'a', remarks: [], caveat },
      { finding: 'b', remarks: [], caveat: undefined },
    ],
  })

  it('are found when the caveat they were written for is another now', () => {
    expect(hits('remark/caveat', remarksFor('Eight people; no control.'))).toEqual([])
    const [found, ...others] = hits('remark/caveat', remarksFor('Eight people.'))
    expect(found?.message).toContain(
      'is "Eight people; no control." now; these remarks were written for "Eight',
    )
    expect(others).toEqual([])
  })

  it('are left alone in a folder that keeps no copy of any caveat', () => {
    expect(hits('remark/caveat', remarksFor(undefined))).toEqual([])
  })
})

describe('times', () => {
  it('are read from words', () => {
    expect(timesIn('at 12 months, or 2 to 3 weeks')).toEqual([365.25, 14, 21])
    expect(timesIn('week 8')).toEqual([56])
    expect(timesIn('5-year survival')).toEqual([5 * 365.25])
  })

  it('are found when the words name another', () => {
    const year = { outcomeAsReported: 'pain free at 1 year' }
    expect(columns('time/words', { ...year, timepoint: 12, timepointUnit: 'months' })).toEqual([])
    expect(columns('time/words', { ...year, timepoint: 12, timepointUnit: 'weeks' })).toEqual(['timepoint'])
    expect(
      columns('time/words', { outcomeAsReported: 'within 24 hours', timepoint: 6, timepointUnit: 'hours' }),
    ).toEqual([])
  })

  it('are found when a survival rises', () => {
    const point = { source: 'one', measure: 'survival-proportion', timepointUnit: 'years' } as const
    const falls = [
      { ...point, timepoint: 1, value: 80 },
      { ...point, timepoint: 5, value: 60 },
    ]
    const rises = [
      { ...point, timepoint: 1, value: 60 },
      { ...point, timepoint: 5, value: 80 },
    ]
    expect(columns('survival/rises', ...falls)).toEqual([])
    const [found] = hits('survival/rises', { findings: rises.map((row) => makeFinding(row)) })
    expect(found?.column).toBe('value')
    expect(found?.also).toHaveLength(1)
  })
})

describe('rows of one source', () => {
  const arm = { source: 'one', comparator: 'placebo', armN: 50, comparatorN: 40 }

  it('are found when the arms of one are swapped', () => {
    const swapped = { ...arm, armN: 40, comparatorN: 50 }
    expect(columns('arms/swapped', arm, arm, swapped)).toEqual(['armN'])
    expect(columns('arms/swapped', arm, arm)).toEqual([])
  })

  it('are found when the same patients have two cohorts', () => {
    const rows = [
      { source: 'one', cohort: 'a' },
      { source: 'one', cohort: 'a' },
      { source: 'one', cohort: 'b' },
    ]
    expect(columns('cohort/two-names', ...rows)).toEqual(['cohort'])
  })

  it('are found when two say the same', () => {
    const row = { source: 'one', outcomeAsReported: 'pain free' }
    expect(columns('duplicate/finding', row, row)).toEqual(['id'])
    expect(columns('duplicate/finding', row, { ...row, value: 61 })).toEqual([])
  })

  it('are found when one differs from all others in one word only', () => {
    const row = { source: 'one', cohort: 'a' }
    expect(columns('facet/alone', row, row, row, row, { ...row, population: 'tn-mixed' })).toEqual([
      'population',
    ])
    expect(
      columns('facet/alone', row, row, row, row, { ...row, population: 'tn-mixed', treatment: 'srs' }),
    ).toEqual([])
  })
})

describe('a grade', () => {
  it('is found when it is above the one the design starts at', () => {
    expect(columns('certainty/design', { armDesign: 'single-arm', certainty: 'moderate' })).toEqual([
      'certainty',
    ])
    expect(columns('certainty/design', { armDesign: 'randomised', certainty: 'moderate' })).toEqual([])
  })

  it('is found without the one who gave it', () => {
    expect(columns('certainty/judge', { certaintyBy: undefined })).toEqual(['certaintyBy'])
  })
})

describe('a headline', () => {
  const headline = {
    treatment: 'mvd',
    outcome: 'pain-free',
    findingId: 'one',
    role: 'lead-benefit',
    order: 1,
    show: 'number',
    words: undefined,
    why: '3 of 10 people.',
  } as const

  it('is found when it prints a number that may not stand beside others', () => {
    const of = (given: Partial<Finding>) => ({
      headlines: [headline],
      findings: [makeFinding({ id: 'one', ...given })],
    })
    expect(hits('headline/unusable', of({}))).toEqual([])
    expect(hits('headline/unusable', of({ headlineOk: 'no', caveat: 'Too few.' }))).toHaveLength(1)
    expect(hits('headline/unusable', of({ flags: ['predictor'] }))).toHaveLength(1)
  })

  it('is found when its words give other counts', () => {
    const of = (armEvents: number) => ({
      headlines: [headline],
      findings: [makeFinding({ id: 'one', armEvents, armN: 10 })],
    })
    expect(hits('headline/figures', of(3))).toEqual([])
    expect(hits('headline/figures', of(4)).map((hit) => hit.column)).toEqual(['why'])
  })
})

describe('words', () => {
  it('have a reading age, and names are not held against them', () => {
    // Kincaid 1975: 0.39 x words/sentences + 11.8 x syllables/words - 15.59; here 10 words, 10 syllables, plus five.
    expect(readingAge('The cat sat on the mat and then it slept.')).toBeCloseTo(
      0.39 * 10 + 11.8 - 15.59 + 5,
      5,
    )
    const text = 'Take amitriptyline once a day and tell us how you feel.'
    const known = new Set(['amitriptyline'])
    expect(readingAge(text, known)).toBeLessThan(readingAge(text) ?? 0)
    expect(readingAge('Too short to be judged.')).toBeUndefined()
  })

  it('give up their whole numbers, but no decimals and no parts of ids', () => {
    expect(wholeNumbersIn('1,404 people, 31 of them; 53.3 percent')).toEqual([1404, 31])
  })
})

describe('the address of a source', () => {
  const found = (url: string) => hits('source/address-form', { sources: [{ id: 'a', url } as never] })

  it('is found when it was copied as a page of HTML writes it', () => {
    expect(found('https://journal.org/a?key=1&amp;result=1').map(({ column }) => column)).toEqual(['url'])
    expect(found('https://journal.org/a?key=1&result=1')).toEqual([])
  })
})
