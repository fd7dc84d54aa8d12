import { ageNotice, dataAge, writtenDay } from '@/domain/dataAge'
import { describe, expect, it } from 'vitest'

const CREATED = '2026-11-23T00:00:00Z'
const REVIEW = '2027-11-23'
const at = (day: string) => new Date(`${day}T12:00:00Z`)

describe('the age of the data', () => {
  it('says nothing until the day of the review, and speaks from that day on', () => {
    expect(dataAge(CREATED, REVIEW, at('2026-11-23'))).toEqual({ kind: 'current', reviewBy: REVIEW })
    expect(dataAge(CREATED, REVIEW, at('2027-11-22')).kind).toBe('current')
    expect(dataAge(CREATED, REVIEW, at('2027-11-23'))).toEqual({
      kind: 'review-due',
      reviewBy: REVIEW,
      monthsOld: 12,
    })
  })

  it('takes twelve months after the date of the data where no review is planned, or a later one', () => {
    for (const planned of [undefined, 'soon', '2031-01-01'])
      expect(dataAge(CREATED, planned, at('2028-01-24'))).toEqual({
        kind: 'review-due',
        reviewBy: REVIEW,
        monthsOld: 14,
      })
  })

  it('takes an earlier day of review as planned', () => {
    expect(dataAge(CREATED, '2027-02-01', at('2027-02-01')).kind).toBe('review-due')
  })

  it('counts from the last day of a month that has no such day', () => {
    expect(dataAge('2028-02-29', undefined, at('2028-03-01'))).toMatchObject({ reviewBy: '2029-02-28' })
  })

  it('says that the clock is wrong when it stands before the data, but not for a time zone', () => {
    expect(dataAge(CREATED, REVIEW, at('2020-01-01')).kind).toBe('clock-wrong')
    expect(dataAge(CREATED, REVIEW, new Date('2026-11-22T12:00:00Z')).kind).toBe('current')
  })

  it('does not guess the age of data without a date', () => {
    for (const created of [undefined, '', 'last week', '2026-13-45'])
      expect(dataAge(created, REVIEW, at('2027-01-01')).kind).toBe('date-unknown')
  })
})

describe('what is said of the age', () => {
  const notice = (created: string | undefined, day: string) =>
    ageNotice(dataAge(created, REVIEW, at(day)), created, at(day))

  it('names both dates once the data are due', () => {
    expect(notice(CREATED, '2028-05-30')).toContain('from 23 November 2026, 18 months ago')
    expect(notice(CREATED, '2028-05-30')).toContain('reviewed by 23 November 2027')
  })

  it('names the clock that is wrong', () => {
    expect(notice(CREATED, '2001-02-03')).toContain('says 3 February 2001')
  })

  it('says that a date is missing, and nothing of current data', () => {
    expect(notice(undefined, '2027-01-01')).toContain('not stated')
    expect(notice(CREATED, '2027-01-01')).toBeUndefined()
  })

  it('leaves what is no date as it is', () => {
    expect(writtenDay('spring 2026')).toBe('spring 2026')
  })
})
