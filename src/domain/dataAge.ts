/** Where the data stand in time, by what their folder says and by the clock of the machine. */
export type DataAge =
  | { readonly kind: 'current'; readonly reviewBy: string }
  | { readonly kind: 'review-due'; readonly reviewBy: string; readonly monthsOld: number }
  /** The clock stands before the day the data were made, so their age cannot be told. */
  | { readonly kind: 'clock-wrong' }
  | { readonly kind: 'date-unknown' }

/** Data older than this are due, whatever the folder says: a later review date must not hide old data. */
const REVIEW_AFTER_MONTHS = 12
const DAY = 86_400_000

/** Midnight UTC of a date or of a date and time; undefined when it is neither. */
function dayOf(text: string | undefined): Date | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0]
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The same day some months later; the last day of the month where it has no such day. */
function monthsLater(day: Date, months: number): Date {
  const later = new Date(day)
  later.setUTCMonth(day.getUTCMonth() + months)
  if (later.getUTCDate() !== day.getUTCDate()) later.setUTCDate(0)
  return later
}

function wholeMonthsBetween(from: Date, to: Date): number {
  let months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  while (monthsLater(from, months).getTime() > to.getTime()) months -= 1
  return months
}

const asText = (day: Date) => day.toISOString().slice(0, 10)

/**
 * Are the data due for review? They are from the day of `nextReview` on, or 12 months after their date, whichever
 * comes first. A clock up to one day behind is taken for another time zone.
 *
 * @param created date of the data, RFC 3339, such as `2026-11-23T00:00:00Z`; only the day counts
 * @param nextReview day by which they are to be reviewed, such as `2027-11-23`; unreadable: as if not given
 * @param now today by the machine's clock
 * @returns `date-unknown` when the date of the data is missing or unreadable
 */
export function dataAge(created: string | undefined, nextReview: string | undefined, now: Date): DataAge {
  const made = dayOf(created)
  if (made === undefined || Number.isNaN(now.getTime())) return { kind: 'date-unknown' }
  if (now.getTime() < made.getTime() - DAY) return { kind: 'clock-wrong' }
  const latest = monthsLater(made, REVIEW_AFTER_MONTHS)
  const planned = dayOf(nextReview)
  const due = planned !== undefined && planned < latest ? planned : latest
  const reviewBy = asText(due)
  return now < due
    ? { kind: 'current', reviewBy }
    : { kind: 'review-due', reviewBy, monthsOld: wholeMonthsBetween(made, now) }
}

/** "23 November 2026"; the text itself when it is no date. */
export function writtenDay(text: string): string {
  const day = dayOf(text)
  return day === undefined
    ? text
    : day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** What is said of the age on every page; undefined while there is nothing to say. */
export function ageNotice(age: DataAge, created: string | undefined, now: Date): string | undefined {
  const made = writtenDay(created ?? '')
  if (age.kind === 'review-due')
    return `The data are from ${made}, ${age.monthsOld} months ago, and were to be reviewed by ${writtenDay(age.reviewBy)}. Newer guidelines, trials and warnings are not in them.`
  if (age.kind === 'clock-wrong')
    return `The clock of this computer says ${writtenDay(now.toISOString())}, which is before the date of the data (${made}). Whether the data are out of date cannot be told.`
  if (age.kind === 'date-unknown')
    return 'The date of the data is not stated. Whether they are out of date cannot be told.'
  return undefined
}
