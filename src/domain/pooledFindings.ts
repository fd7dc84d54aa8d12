import type { FindingEffect, PoolingScale } from './effectOfFinding'
import type { HeterogeneityReading } from './heterogeneity'
import type { PooledEffect, PooledInterval, PoolingModel } from './pooling'
import type { LeftOutRow } from './poolingCandidates'
import type { FACETS } from './poolingRules'

/** One study's part in the pooled number. */
export interface PooledRow<Row> {
  readonly finding: Row
  readonly effect: FindingEffect
  /** 0 to 100. */
  readonly weightPercent: number
}

/** Findings of independent studies put together. */
export interface PooledFindings<Row> {
  readonly kind: 'pooled'
  readonly scale: PoolingScale
  /** On `scale`. `pooled.interval` says which interval leads. */
  readonly pooled: PooledEffect
  /** In the unit of the rows: percent for shares. */
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly prediction: { readonly lower: number; readonly upper: number } | undefined
  readonly typical: { readonly lower: number; readonly upper: number }
  readonly reading: HeterogeneityReading
  readonly rows: readonly PooledRow<Row>[]
  readonly leftOut: readonly LeftOutRow<Row>[]
  /** True when 0.5 was added in a study in which nobody, or everybody, had the event: say so. */
  readonly zeroCorrection: boolean
  /** True when kinds of patients differ within one group that may go together: say so. */
  readonly populationsDiffer: boolean
}

export type RefusalReason =
  (typeof FACETS)[number]['reason'] | 'different-time' | 'fewer-than-two-studies' | 'only-corrected-counts'

/** One reason and its sentence. */
export interface Refusal {
  readonly reason: RefusalReason
  readonly words: string
}

export const TOO_FEW: Refusal = {
  reason: 'fewer-than-two-studies',
  words: 'Fewer than two independent studies can be pooled.',
}
export const ONLY_CORRECTED: Refusal = {
  reason: 'only-corrected-counts',
  words:
    'In each study nobody, or everybody, had the result: a pooled number would come from the correction alone.',
}

/** How to pool. `wider` takes the wider of the Wald and the Knapp-Hartung interval. */
export interface FindingsPoolingOptions {
  readonly model?: PoolingModel
  readonly interval?: PooledInterval | 'wider'
}

/** Findings that must not be put together, and why. */
export interface PoolingRefused<Row> {
  readonly kind: 'refused'
  /** At least one. */
  readonly reasons: readonly RefusalReason[]
  /** One sentence for each reason. */
  readonly words: readonly string[]
  /** Rows that could have been pooled but for the reasons. */
  readonly rows: readonly Row[]
  readonly leftOut: readonly LeftOutRow<Row>[]
}
