import { timeInDays } from '../measure'
import { recordedText } from '../recordedText'
import type { Finding } from '../tables/findings'
import type { Source } from '../tables/background'
import type { Tables } from '../tables'
import type { TimeUnit } from '../vocabulary'
import { COMPARE, hit, rowRule, rowWithId, rowsBy, type Hit, type Rule } from './rule'

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

const daysOf = (row: Finding) => timeInDays(row.timepoint, row.timepointUnit)

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

/** Rows of one source, treatment and outcome that are not listed in order of time. */
const seriesInOrder: Rule = {
  id: 'time/order',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) =>
    [...rowsBy(findings, (row) => (daysOf(row) === undefined ? undefined : seriesOf(row))).values()].flatMap(
      (rows) =>
        rows.slice(1).flatMap((row, at): readonly Hit[] => {
          const before = rows[at]
          if (!before || (daysOf(row) ?? 0) >= (daysOf(before) ?? 0)) return []
          const message = `${row.timepoint} ${row.timepointUnit} stands after ${before.timepoint} ${before.timepointUnit} in the same series.`
          return [hit('findings', row, 'timepoint', message, COMPARE, [{ table: 'findings', row: before }])]
        }),
    ),
}

const FEWEST_OTHERS = 2

/** The only time of a source that is told in another unit than all others. */
const unitAlone: Rule = {
  id: 'time/unit-alone',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) =>
    [...rowsBy(findings, (row) => (row.timepoint ? row.source : undefined)).values()].flatMap((rows) =>
      rows.length <= FEWEST_OTHERS
        ? []
        : rows.flatMap((row): readonly Hit[] => {
            const others = rows.filter((other) => other !== row)
            const usual = others[0]?.timepointUnit
            if (row.timepointUnit === usual || others.some((other) => other.timepointUnit !== usual))
              return []
            const message = `${row.timepoint} ${row.timepointUnit}, while the other ${others.length} rows of this source tell their times in ${usual}.`
            return [hit('findings', row, 'timepointUnit', message)]
          }),
    ),
}

/** What rows of one series over time share. */
function seriesOf(row: Finding): string {
  const shared = [row.source, row.treatment, row.comparator, row.outcome, row.definition, row.denominator]
  return [...shared, row.estimateKind, row.measure, row.population, wordsWithoutTime(row)].join('|')
}

/** A survival that rises with time: among points of one source, treatment, outcome and meaning. */
const survivalRises: Rule = {
  id: 'survival/rises',
  severity: 'warning',
  reads: ['findings'],
  check: ({ findings }) => {
    const series = rowsBy(findings, (row) =>
      row.measure !== 'survival-proportion' || row.value === undefined || daysOf(row) === undefined
        ? undefined
        : seriesOf(row),
    )
    const hits: Hit[] = []
    for (const points of series.values()) {
      const inOrder = points.toSorted((one, other) => (daysOf(one) ?? 0) - (daysOf(other) ?? 0))
      inOrder.slice(1).forEach((point, at) => {
        const before = inOrder[at]
        if (!before || point.value === undefined || before.value === undefined) return
        if (point.value <= before.value || daysOf(point) === daysOf(before)) return
        const message = `Survival rises from ${before.value} percent (${before.timepoint} ${before.timepointUnit}) to ${point.value} percent (${point.timepoint} ${point.timepointUnit}).`
        hits.push(hit('findings', point, 'value', message, COMPARE, [{ table: 'findings', row: before }]))
      })
    }
    return hits
  },
}

/** A curve whose points are not in order of time, or rise. */
const curveFalls: Rule = {
  id: 'curve/order',
  severity: 'warning',
  reads: ['durabilityCurves', 'findings'],
  check: ({ durabilityCurves, findings }) => {
    const byId = new Map(findings.map((row) => [row.id, row]))
    return durabilityCurves.flatMap((curve) => {
      const points = curve.findingIds.flatMap((id) => byId.get(id) ?? [])
      const start = curve.startsWith
      const first = points[0]
      if (start !== undefined && first?.value !== undefined && first.value > start) {
        const message = `The curve starts at ${start} percent, and its first point is ${first.value} percent.`
        return [
          hit('durabilityCurves', curve, 'startsWith', message, COMPARE, [{ table: 'findings', row: first }]),
        ]
      }
      return points.slice(1).flatMap((point, at) => {
        const before = points[at]
        if (!before) return []
        const isLater = (daysOf(point) ?? 0) > (daysOf(before) ?? 0)
        const falls = (point.value ?? 0) <= (before.value ?? 100)
        if (isLater && falls) return []
        const message = isLater
          ? `The curve rises from ${before.value} (${before.id}) to ${point.value} (${point.id}).`
          : `The points ${before.id} and ${point.id} are not in order of time.`
        const also = [before, point].map((row) => ({ table: 'findings' as const, row }))
        return [hit('durabilityCurves', curve, 'findingIds', message, COMPARE, also)]
      })
    })
  },
}

const FAR = 8
const FEWEST_TIMES = 4

/** The rows whose time is eight times shorter or longer than all others among them. */
function farTimes(rows: readonly Finding[]): readonly Finding[] {
  if (rows.length < FEWEST_TIMES) return []
  return rows.filter((row) => {
    const others = rows.filter((other) => other !== row).map((other) => daysOf(other) ?? 0)
    const days = daysOf(row) ?? 0
    return days * FAR < Math.min(...others) || days > Math.max(...others) * FAR
  })
}

/** A time that is far from all others on the same treatment, or on the same outcome. */
const timeFar: Rule = {
  id: 'time/far',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) => {
    const timed = findings.filter((row) => row.timepoint)
    const groups = [
      ...rowsBy(timed, (row) => row.treatment).values(),
      ...rowsBy(timed, (row) => row.outcome).values(),
    ]
    return [...new Set(groups.flatMap(farTimes))].map((row) => {
      const message = `${row.timepoint} ${row.timepointUnit} is far from all other times with this treatment or outcome.`
      return hit('findings', row, 'timepointUnit', message)
    })
  },
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
  timeFar,
  rowRule('time/survival', 'advice', 'findings', survivalTime),
  rowRule('time/words', 'warning', 'findings', timeOfWords),
  rowRule('time/follow-up', 'advice', 'findings', timeOfFollowUp, ['sources']),
  rowRule('time/believable', 'advice', 'findings', timeBelievable),
  seriesInOrder,
  unitAlone,
  survivalRises,
  curveFalls,
]
