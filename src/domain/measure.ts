import type { Measure, TimeUnit } from './vocabulary'

/** Measures of one family are the same kind of number; only those may ever stand on one scale. */
export type MeasureFamily = 'share' | 'mean' | 'duration' | 'rate' | 'difference' | 'ratio' | 'number-needed'

const FAMILY: Readonly<Record<Measure, MeasureFamily>> = {
  proportion: 'share',
  'survival-proportion': 'share',
  mean: 'mean',
  median: 'mean',
  duration: 'duration',
  rate: 'rate',
  'risk-ratio': 'ratio',
  'odds-ratio': 'ratio',
  'hazard-ratio': 'ratio',
  'risk-difference': 'difference',
  'mean-difference': 'difference',
  smd: 'difference',
  nnt: 'number-needed',
  nnh: 'number-needed',
}

export function familyOfMeasure(measure: Measure): MeasureFamily {
  return FAMILY[measure]
}

export function isShare(measure: Measure): boolean {
  return FAMILY[measure] === 'share'
}

/** Days in one of each unit; a month is a twelfth of a Julian year of 365.25 days. */
const DAYS: Readonly<Record<TimeUnit, number>> = {
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
  weeks: 7,
  months: 365.25 / 12,
  years: 365.25,
}

/** A time in days; undefined when the source does not state it. */
export function timeInDays(timepoint: number | undefined, unit: TimeUnit | undefined): number | undefined {
  return timepoint === undefined || unit === undefined ? undefined : timepoint * DAYS[unit]
}
