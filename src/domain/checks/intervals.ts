import { normalCritical } from '../distributions'
import { recordedText } from '../recordedText'
import type { Finding } from '../tables/findings'
import { decimalsOf, lastDigit } from './printedNumber'
import { COMPARE, hit, rowRule, type Hit } from './rule'

const RATIOS: ReadonlySet<string> = new Set(['risk-ratio', 'odds-ratio', 'hazard-ratio'])
const DIFFERENCES: ReadonlySet<string> = new Set(['risk-difference', 'mean-difference', 'smd'])
const SHARES: ReadonlySet<string> = new Set(['proportion', 'survival-proportion'])

interface Limits {
  readonly value: number
  readonly low: number
  readonly high: number
}

function limitsOf(row: Finding): Limits | undefined {
  const { value, ciLow: low, ciHigh: high } = row
  if (value === undefined || low === undefined || high === undefined) return undefined
  return row.flags.includes('hide-interval') ? undefined : { value, low, high }
}

/** The narrowest half of an interval that so many patients allow, on the scale on which it is even. */
function narrowestHalf(row: Finding, { value }: Limits): number | undefined {
  const z = normalCritical(row.ciLevel ?? 95)
  const { armN, comparatorN } = row
  if (SHARES.has(row.measure) && armN) {
    const share = value / 100
    return 100 * z * Math.sqrt((share * (1 - share)) / armN)
  }
  const people = armN && comparatorN ? armN + comparatorN : armN
  if (!people) return undefined
  if (row.measure === 'odds-ratio') return (4 * z) / Math.sqrt(people)
  if (row.measure === 'hazard-ratio') return (2 * z) / Math.sqrt(people)
  return row.measure === 'smd' ? (2 * z) / Math.sqrt(people) : undefined
}

/**
 * An interval narrower than half of what so many patients allow: for a share the textbook interval; for an odds
 * ratio, hazard ratio or standardised difference the one of two equal arms in which half have the event.
 */
function isTooNarrow(row: Finding): Hit | undefined {
  const limits = limitsOf(row)
  const narrowest = limits && narrowestHalf(row, limits)
  if (!limits || narrowest === undefined) return undefined
  const { low, high } = limits
  const isRatio = RATIOS.has(row.measure)
  if (isRatio && low <= 0) return undefined
  const half = isRatio ? Math.log(high / low) / 2 : (high - low) / 2
  if (half >= narrowest / 2) return undefined
  const message = `The interval ${low} to ${high} is narrower than ${row.armN ?? ''} patients allow.`
  return hit('findings', row, 'ciLow', message, `${COMPARE} If it is printed so, flag the row hide-interval.`)
}

/** Where the value stands between its limits, 0 at the lower and 1 at the upper, as far as rounding lets one say. */
function placeOf(row: Finding, { value, low, high }: Limits): readonly [number, number] {
  const slack = (property: 'value' | 'ciLow' | 'ciHigh') => lastDigit(recordedText(row, property) ?? '0') / 2
  const scale = (figure: number) => (RATIOS.has(row.measure) ? Math.log(Math.max(figure, 1e-9)) : figure)
  const place = (v: number, l: number, h: number) => (scale(v) - scale(l)) / (scale(h) - scale(l))
  const [v, l, h] = [slack('value'), slack('ciLow'), slack('ciHigh')]
  const lowest = place(value - v, low + l, high + h)
  return [lowest, place(value + v, low - l, high - h)]
}

/**
 * A ratio or difference that is far from the middle of its own interval (of the logarithms, for a ratio): one of the
 * three numbers is not the printed one. Numbers needed have no middle and shares only near 50 percent.
 */
function isOffCentre(row: Finding): Hit | undefined {
  const limits = limitsOf(row)
  if (!limits || limits.low >= limits.high) return undefined
  const isEven = RATIOS.has(row.measure) || DIFFERENCES.has(row.measure)
  const isShare = SHARES.has(row.measure)
  if (!isEven && !isShare) return undefined
  const [lowest, highest] = placeOf(row, limits)
  const allowed = isEven ? 0.05 : 0.3
  if (highest >= 0.5 - allowed && lowest <= 0.5 + allowed) return undefined
  const { value, low, high } = limits
  return hit(
    'findings',
    row,
    'value',
    `The value ${value} is far from the middle of its interval, ${low} to ${high}.`,
  )
}

/** The P value as a range of what it may be; undefined where it is words. */
function pRange(text: string): readonly [number, number] | undefined {
  const found = /^(<|>|=|<=|>=)?\s*(0?\.\d+|1(?:\.0+)?|0)$/.exec(text.trim())
  if (!found) return undefined
  const p = Number(found[2])
  if (found[1]?.startsWith('<')) return [0, p]
  return found[1]?.startsWith('>') ? [p, 1] : [p, p]
}

/** A P value that says the opposite of the interval beside it. */
function contradictsP(row: Finding): Hit | undefined {
  const limits = limitsOf(row)
  const p = row.pValue === undefined ? undefined : pRange(row.pValue)
  const isRatio = RATIOS.has(row.measure)
  if (!limits || !p || (!isRatio && !DIFFERENCES.has(row.measure))) return undefined
  const alpha = 1 - (row.ciLevel ?? 95) / 100
  const none = isRatio ? 1 : 0
  const excludes = limits.low > none || limits.high < none
  const touches = limits.low === none || limits.high === none
  if (touches || (excludes ? p[0] <= alpha * 1.2 : p[1] >= alpha * 0.8)) return undefined
  const message = `P ${row.pValue ?? ''} and the interval ${limits.low} to ${limits.high} contradict each other.`
  return hit('findings', row, 'pValue', message)
}

/** The two ends of an interval or range, printed to different digits: a decimal point may have slipped. */
function endsAlike(row: Finding): Hit | undefined {
  for (const [low, high] of [
    ['ciLow', 'ciHigh'],
    ['rangeLow', 'rangeHigh'],
  ] as const) {
    const [one, other] = [recordedText(row, low), recordedText(row, high)]
    if (one === undefined || other === undefined || decimalsOf(one) === decimalsOf(other)) continue
    return hit('findings', row, low, `The ends ${one} and ${other} are printed to different digits.`)
  }
  return undefined
}

/** A range that only has one end. */
function bothEnds(row: Finding): Hit | undefined {
  if ((row.rangeLow === undefined) === (row.rangeHigh === undefined)) return undefined
  return hit(
    'findings',
    row,
    row.rangeLow === undefined ? 'rangeLow' : 'rangeHigh',
    'The range has one end only.',
  )
}

const LEVELS: ReadonlySet<number> = new Set([90, 95, 99])

/** A level without an interval, an interval without a level, or a level that nobody uses. */
function levelFits(row: Finding): Hit | undefined {
  if ((row.ciLow === undefined) !== (row.ciLevel === undefined))
    return hit('findings', row, 'ciLevel', 'An interval and its level stand together, or not at all.')
  if (row.ciLevel === undefined || LEVELS.has(row.ciLevel)) return undefined
  return hit('findings', row, 'ciLevel', `Intervals of ${row.ciLevel} percent are hardly ever printed.`)
}

export const INTERVAL_RULES = [
  rowRule('interval/too-narrow', 'warning', 'findings', isTooNarrow),
  rowRule('interval/off-centre', 'warning', 'findings', isOffCentre),
  rowRule('interval/p-value', 'warning', 'findings', contradictsP),
  rowRule('interval/digits', 'advice', 'findings', endsAlike),
  rowRule('range/one-end', 'advice', 'findings', bothEnds),
  rowRule('interval/level', 'warning', 'findings', levelFits),
]
