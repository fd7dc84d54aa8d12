import type { PoolingScale } from '../effectOfFinding'
import { formatNumber, formatRange, formatShare } from '../format'
import type { PooledFindings } from '../pooledFindings'
import type { LeftOutReason, LeftOutRow } from '../poolingCandidates'
import type { Finding } from '../tables/findings'

/** Why a row takes no part in a pooled number. */
const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  'unusable-row': 'that may not stand beside others',
  'already-pooled': 'already pooled by their source',
  'not-a-study': 'from no study',
  'not-stated': 'without a stated definition, denominator or kind of patients',
  'same-cohort': 'of the same patients as a row that is in',
  'measure-not-pooled': 'of a kind of number that is not pooled',
  'not-crude': 'estimated over time or by a model, no plain counts',
  'no-counts': 'without counts',
  'impossible-counts': 'with counts that cannot be',
  'no-interval': 'without an interval to read their precision from',
  'interval-not-symmetric': 'with an interval from which no precision can be read',
  'no-comparator': 'with nothing to compare with',
  'before-after': 'that are changes from before',
  'not-per-patient': 'not counted by patient',
}

/** "2 without counts, 1 already pooled by their source"; empty for none. */
export function leftOutWords(rows: readonly LeftOutRow<Finding>[]): string {
  const counts = new Map<LeftOutReason, number>()
  for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => `${count} ${LEFT_OUT_WORDS[reason]}`).join(', ')
}

const TAU_SCALE: Readonly<Record<PoolingScale, string>> = {
  logit: 'log odds',
  log: 'log ratio',
  identity: 'scale of the numbers',
}

/** A probability as journals print it. */
function formatP(probability: number): string {
  return probability < 0.001 ? 'P < 0.001' : `P = ${formatNumber(probability, probability < 0.1 ? 3 : 2)}`
}

/** A pooled number in words and figures, rounded here and nowhere else. */
export interface PoolText {
  /** "68": in the unit of the rows. */
  readonly number: string
  readonly interval: string
  /** "20 to 95"; undefined where there is none. */
  readonly prediction: string | undefined
  readonly studies: string
  /** "Random effects (REML), Knapp-Hartung interval". */
  readonly method: string
  /** "Q = 3.2 (df 2, P = 0.20), I² = 37 %, τ² = 0.12 (log odds)". */
  readonly heterogeneity: string
  /** What they mean, and what else must be said. */
  readonly reading: string
  /** The interval of a share runs from almost nobody to almost everybody: the average says nothing. */
  readonly saysNothing: boolean
}

/** Points of 100 that an interval may cover before the average of a share no longer says anything. */
const WIDEST_THAT_SAYS_SOMETHING = 90
const SAYS_NOTHING =
  'The interval leaves nearly everything possible: the studies are too few, or too unlike, for their average to say anything.'

function formatter(result: PooledFindings<Finding>): (value: number) => string {
  const patients = result.rows.reduce((sum, row) => sum + (row.finding.armN ?? 0), 0)
  return result.scale === 'logit' ? (value) => formatShare(value, patients) : (value) => formatNumber(value)
}

export function poolText(result: PooledFindings<Finding>): PoolText {
  const { pooled, prediction, reading, scale } = result
  const format = formatter(result)
  const interval = pooled.interval === 'knapp-hartung' ? 'Knapp-Hartung' : 'Wald'
  const patients = result.rows.reduce((sum, row) => sum + (row.finding.armN ?? 0), 0)
  const saysNothing = scale === 'logit' && result.upper - result.lower > WIDEST_THAT_SAYS_SOMETHING
  const asked = [
    saysNothing ? SAYS_NOTHING : '',
    reading.words,
    reading.tauWords,
    reading.caution,
    result.zeroCorrection
      ? 'In at least one study nobody, or everybody, had the result: 0.5 was added there.'
      : '',
    result.populationsDiffer ? 'The studies had different kinds of patients of the same condition.' : '',
  ]
  return {
    number: format(result.value),
    interval: formatRange(format(result.lower), format(result.upper)),
    prediction: prediction && formatRange(format(prediction.lower), format(prediction.upper)),
    studies: `${pooled.studies} studies, n ${formatNumber(patients, 0)}`,
    method: `Random effects (REML), ${interval} ${formatNumber(pooled.level)} % interval`,
    heterogeneity: `Q = ${formatNumber(pooled.q, 1)} (df ${pooled.degreesOfFreedom}, ${formatP(pooled.pOfQ)}), I² = ${formatNumber(pooled.iSquaredPercent, 0)} %, τ² = ${formatNumber(pooled.tau2, 3)} (${TAU_SCALE[scale]})`,
    reading: asked.filter(Boolean).join(' '),
    saysNothing,
  }
}
