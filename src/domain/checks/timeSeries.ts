import type { Finding } from '../tables/findings'
import { COMPARE, hit, rowsBy, oddOneOut, type Hit, type Rule } from './rule'
import { daysOf, wordsWithoutTime } from './times'

/** What rows of one series over time share. */
function seriesOf(row: Finding): string {
  const shared = [row.source, row.treatment, row.comparator, row.outcome, row.definition, row.denominator]
  return [...shared, row.estimateKind, row.measure, row.population, wordsWithoutTime(row)].join('|')
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

/** The only time of a source that is told in another unit than all others. */
const unitAlone: Rule = {
  id: 'time/unit-alone',
  severity: 'advice',
  reads: ['findings'],
  check: ({ findings }) =>
    [...rowsBy(findings, (row) => (row.timepoint ? row.source : undefined)).values()].flatMap(
      (rows): readonly Hit[] => {
        const row = oddOneOut(rows, (one) => one.timepointUnit)
        if (!row) return []
        const usual = rows.find((other) => other !== row)?.timepointUnit
        const message = `${row.timepoint} ${row.timepointUnit}, while the other ${rows.length - 1} rows of this source tell their times in ${usual}.`
        return [hit('findings', row, 'timepointUnit', message)]
      },
    ),
}

const FAR = 8
const FEWEST_TIMES = 4

/** The rows whose time is eight times shorter or longer than all others among them. */
function farTimes(rows: readonly Finding[]): readonly Finding[] {
  if (rows.length < FEWEST_TIMES) return []
  const sorted = rows.map((row) => daysOf(row) ?? 0).sort((one, other) => one - other)
  const [shortest = 0, second = 0] = sorted
  const longest = sorted.at(-1) ?? 0
  return rows.filter((row) => {
    const days = daysOf(row) ?? 0
    const shortestOther = days === shortest ? second : shortest
    const longestOther = days === longest ? (sorted.at(-2) ?? 0) : longest
    return days * FAR < shortestOther || days > longestOther * FAR
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

/** Rules about times of several rows together. */
export const SERIES_RULES = [timeFar, seriesInOrder, unitAlone, survivalRises, curveFalls]
