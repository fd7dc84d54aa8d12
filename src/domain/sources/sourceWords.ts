import { SOURCE_TYPES } from '../vocabulary'

/** The kinds of document in words, in the order of menus. */
export const SOURCE_TYPE_LABELS: Readonly<Record<(typeof SOURCE_TYPES)[number], string>> = {
  rct: 'Randomised trial',
  'systematic-review': 'Systematic review',
  cohort: 'Cohort study',
  'case-series': 'Case series',
  guideline: 'Guideline',
  review: 'Review article',
  survey: 'Survey',
  label: 'Drug label',
  other: 'Other document',
}

/** Whether the bibliographic record is whole, in words. */
export const RECORD_LABELS = {
  complete: 'Complete',
  incomplete: 'Incomplete',
} as const
