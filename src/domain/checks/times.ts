import { timeInDays } from '../measure'
import { recordedText } from '../recordedText'
import type { Finding } from '../tables/findings'
import type { Source } from '../tables/background'
import type { Tables } from '../tables'
import type { TimeUnit } from '../vocabulary'
import { COMPARE, hit, rowRule, rowWithId, type Hit } from './rule'

const WORD = '(minute|hour|day|week|month|year)'
const NUMBERED = new RegExp(
  `(\\d+(?:\\.\\d+)?)(?: to (\\d+(?:\\.\\d+)?)|-(\\d+(?:\\.\\d+)?))?[ -]?${WORD}s?\\b`,
  'g',
)
const NAMED = new RegExp(`\\b${WORD} (\\d+(?:\\.\\d+)?)(?:-(\\d+(?:\\.\\d+)?))?`, 'g')

function inDays(figure: string | undefined, word: string | undefined): number | undefined {
  return figure === undefined || word === undefined
    ? undefined
    : timeInDays(Number(figure), `${word}s` as TimeUnit)
}

/** The times a text names, in days: "at 12 months", "week 8", "6 to 12 months" (both). */
export function timesIn(text: string): readonly number[] {
  const numbered = [...text.matchAll(NUMBERED)].flatMap(([, first, to, dash, word]) =>
    [first, to, dash].map((figure) => inDays(figure, word)),
  )
  const named = [...text.matchAll(NAMED)].flatMap(([, word, first, to]) => [
    inDays(first, word),
    inDays(to, word),
  ])
  return [...numbered, ...named].filter((days) => days !== undefined)
}

/** The words of the outcome, without the times they name: what rows of one series share. */
export function wordsWithoutTime(row: Finding): string {
  return row.outcomeAsReported.replace(NUMBERED, '').replace(NAMED, '')
}

/** The time of a row in days. */
export const daysOf = (row: Finding) => timeInDays(row.timepoint, row.timepointUnit)

/** Words that make a time the end of a span. */
const OPEN = /\b(first|within|up to|over|during)\b/i

/** The words of the outcome name a time, and the row has another. */
function timeOfWords(row: Finding): Hit | undefined {
  const days = daysOf(row)
  if (days === undefined) return undefined
  const times = timesIn(row.outcomeAsReported)
  if (times.length === 0 || times.some((time) => Math.abs(time - days) <= 0.04 * days + 0.01))
    return undefined
  if (OPEN.test(row.outcomeAsReported) && days <= Math.max(...times)) return undefined
  const message = `The outcome is worded "${row.outcomeAsReported}", and the time is ${row.timepoint} ${row.timepointUnit}.`
  return hit('findings', row, 'timepoint', message)
}

/** A measurement later than all times the source says it followed people for; "mean" or "median" allow for more. */
function timeOfFollowUp(row: Finding, { sources }: Tables): Hit | undefined {
  const days = daysOf(row)
  const source: Source | undefined = rowWithId(sources, row.source)
  if (days === undefined || !source?.followUp || /mean|median|average|typical|after/i.test(source.followUp))
    return undefined
  const longest = Math.max(...timesIn(source.followUp))
  if (!Number.isFinite(longest) || days <= longest * 1.1 + 1) return undefined
  const message = `Measured after ${row.timepoint} ${row.timepointUnit}, and its source followed people for ${source.followUp}.`
  return hit('findings', row, 'timepoint', message, COMPARE, [{ table: 'sources', row: source }])
}

/** The most that is told in each unit: beyond it, the next larger unit is used, or the number is wrong. */
const MOST: Readonly<Record<TimeUnit, number>> = {
  minutes: 180,
  hours: 96,
  days: 400,
  weeks: 104,
  months: 120,
  years: 30,
}

/** A time that is hardly ever told so: 100 hours, 0.3 years, 3.0 months. */
function timeBelievable(row: Finding): Hit | undefined {
  const { timepoint: time, timepointUnit: unit } = row
  if (time === undefined || unit === undefined || time === 0) return undefined
  const isWhole = !(recordedText(row, 'timepoint') ?? '').includes('.')
  if (isWhole && time <= MOST[unit]) return undefined
  return hit('findings', row, 'timepoint', `${time} ${unit} is an odd way to tell a time.`)
}

/** A survival after hours or days: it is told in weeks, months or years. */
function survivalTime(row: Finding): Hit | undefined {
  const days = daysOf(row)
  if (row.measure !== 'survival-proportion' || days === undefined || days >= 7) return undefined
  return hit(
    'findings',
    row,
    'timepointUnit',
    `A survival after ${row.timepoint} ${row.timepointUnit} is hardly ever told.`,
  )
}

export const TIME_RULES = [
  rowRule('time/survival', 'advice', 'findings', survivalTime),
  rowRule('time/words', 'warning', 'findings', timeOfWords),
  rowRule('time/follow-up', 'advice', 'findings', timeOfFollowUp, ['sources']),
  rowRule('time/believable', 'advice', 'findings', timeBelievable),
]
