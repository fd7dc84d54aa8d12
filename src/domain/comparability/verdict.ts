import type { Finding } from '../tables/findings'

/** How far two numbers may stand side by side, best first. */
export const LEVELS = ['head-to-head', 'linked', 'side-by-side', 'not-comparable'] as const
export type Level = (typeof LEVELS)[number]

/** Why two rows may not stand side by side, in the order in which they are told. */
export const REASONS = [
  'nothing-found',
  'unusable-row',
  'before-after',
  'different-outcome',
  'different-measure',
  'definition-not-stated',
  'different-definition',
  'denominator-not-stated',
  'different-denominator',
  'different-unit',
  'time-not-stated',
  'different-time',
  'different-population',
  'different-estimate-kind',
  'no-common-comparator',
  'same-patients',
] as const
export type ReasonId = (typeof REASONS)[number]

/** What a reader must know of the rows that were used, in the order in which it is told. */
export const NOTES = [
  'not-randomised',
  'one-side-printed',
  'failed-earlier-treatment',
  'pooled-with-single',
  'same-cohort',
  'indirect-population',
  'time-not-stated',
  'mixed-operations',
  'very-low-certainty',
] as const

/**
 * A note. Two kinds carry words of the data in their id: `populations-differ-within-<compatible group>`, and
 * `<definition>-as-<the definition it equals>`.
 */
export type NoteId = (typeof NOTES)[number] | `populations-differ-within-${string}` | `${string}-as-${string}`

/** Two treatment ids, in the order of the question. */
export type TreatmentPair = readonly [string, string]

export interface LevelVerdict {
  readonly kind: 'level'
  readonly level: Level
  /** How the patients of a head-to-head study came into their groups; undefined at other levels. */
  readonly quality: 'randomised' | 'not-randomised' | undefined
  /** The treatment or control with which both were compared; only for `linked`. */
  readonly via: string | undefined
  /** At least one for `not-comparable`, else none. */
  readonly reasons: readonly ReasonId[]
  readonly notes: readonly NoteId[]
  /** The rows that were used: one (a contrast, or one printed side), two, or none (`nothing-found`). */
  readonly rows: readonly Finding[]
  /** The study compared the two, but the number of one side is not in the data. */
  readonly oneSidePrinted: boolean
  /** Side by side from one source: same clinic, different follow-up. */
  readonly sameClinic: boolean
  /** Rows that do compare the two on this outcome, but whose number may not be used. */
  readonly comparedWithoutNumber: readonly Finding[]
  readonly treatments: TreatmentPair
  readonly outcome: string
}

/** A class and one of its members share their trials: no level. */
export interface ClassAndMember {
  readonly kind: 'class-and-member'
  /** The id of the class. */
  readonly wider: string
  readonly treatments: TreatmentPair
  readonly outcome: string
}

export const NO_VERDICT_CAUSES = ['context', 'same-treatment', 'not-selectable', 'not-loaded'] as const
export interface NoVerdict {
  readonly kind: 'no-verdict'
  /**
   * `context`: the outcome describes patients, not a result. `not-selectable`: one of the two cannot be picked.
   * `not-loaded`: tables that the rule reads have not arrived yet.
   */
  readonly because: (typeof NO_VERDICT_CAUSES)[number]
  readonly treatments: TreatmentPair
  readonly outcome: string
}

export type Verdict = LevelVerdict | ClassAndMember | NoVerdict
