/**
 * Words that the code itself must know, because a rule hangs on each of them. Words that only describe
 * (routes, settings, lines of treatment ...) are rows of the table `terms` and can differ from folder to folder.
 */

export const YES_NO = ['yes', 'no'] as const

export const TIME_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

export const MEASURES = [
  'proportion',
  'survival-proportion',
  'mean',
  'median',
  'duration',
  'rate',
  'risk-ratio',
  'odds-ratio',
  'hazard-ratio',
  'risk-difference',
  'mean-difference',
  'smd',
  'nnt',
  'nnh',
] as const
export type Measure = (typeof MEASURES)[number]

export const DIRECTNESS = ['direct', 'indirect'] as const

/** GRADE certainty, best first. */
export const CERTAINTIES = ['high', 'moderate', 'low', 'very-low'] as const
export type Certainty = (typeof CERTAINTIES)[number]

export const ESTIMATE_KINDS = ['crude', 'actuarial', 'pooled', 'model', 'not-applicable'] as const

export const ARM_DESIGNS = [
  'randomised',
  'randomised-pooled',
  'non-randomised',
  'non-randomised-pooled',
  'single-arm',
  'single-arm-pooled',
  'before-after',
  'registry',
  'survey',
  'label-text',
  'expert',
] as const
export type ArmDesign = (typeof ARM_DESIGNS)[number]

/** How far a row may stand on its own in a side-by-side view. */
export const HEADLINE_OK = ['yes', 'with-caveat', 'no'] as const

export const TREATMENT_KINDS = ['option', 'class', 'combination', 'reference-only', 'comparator'] as const

export const OUTCOME_DOMAINS = ['benefit', 'patient-experience', 'harm', 'burden', 'context'] as const
export type OutcomeDomain = (typeof OUTCOME_DOMAINS)[number]

export const DIRECTIONS = ['higher-better', 'lower-better', 'neutral'] as const

export const HEADLINE_ROLES = [
  'lead-benefit',
  'benefit',
  'durability',
  'lead-harm',
  'harm',
  'fallback',
] as const

/** Caution levels, strictest first. */
export const CAUTION_LEVELS = ['contraindicated', 'avoid', 'caution', 'monitor'] as const

export const SOURCE_TYPES = [
  'rct',
  'systematic-review',
  'cohort',
  'case-series',
  'guideline',
  'review',
  'survey',
  'label',
  'other',
] as const

export const RISK_OF_BIAS = ['low', 'some-concerns', 'high', 'unclear'] as const

/** What the app does with a term of the data beyond printing it. */
export const TERM_ROLES = ['vote', 'procedure', 'silent'] as const

/** What the pair verdict does with the words of a row of `pair-rules`. */
export const PAIR_RULE_ROLES = [
  'number-is-a-time',
  'unit-in-definition',
  'same-outcome',
  'failed-earlier-treatment',
  'can-link',
  'no-edge',
] as const
export type PairRuleRole = (typeof PAIR_RULE_ROLES)[number]
