import { AGREEMENT_RULES } from './agreement'
import { ARM_RULES } from './arms'
import { CAUTION_RULES } from './cautions'
import { CLAIM_RULES } from './claims'
import { COHORT_RULES } from './cohorts'
import { DUPLICATE_RULES } from './duplicates'
import { EFFECT_RULES } from './effectsAgainstRates'
import { FACET_RULES } from './facets'
import { GRADING_RULES } from './grading'
import { HEADLINE_RULES } from './headlines'
import { IDENTIFIER_RULES } from './identifiers'
import { INTERVAL_RULES } from './intervals'
import { MENU_RULES } from './menus'
import { OUTCOME_RULES } from './outcomeRules'
import { PLAUSIBLE_RULES } from './plausible'
import { READING_RULES } from './readingAge'
import { REMARK_RULES } from './remarks'
import type { Rule } from './rule'
import { SAME_SOURCE_RULES } from './sameSource'
import { SHARE_RULES } from './sharesAgainstCounts'
import { SOURCE_RULES } from './sources'
import { TEXT_RULES } from './texts'
import { SERIES_RULES } from './timeSeries'
import { TIME_RULES } from './times'
import { TITLE_RULES } from './titles'
import { TREATMENT_RULES } from './treatments'

/** Every rule about what rows say, beyond the form of files and cells. */
export const RULES: readonly Rule[] = [
  ...SHARE_RULES,
  ...EFFECT_RULES,
  ...INTERVAL_RULES,
  ...TIME_RULES,
  ...SERIES_RULES,
  ...SAME_SOURCE_RULES,
  ...ARM_RULES,
  ...COHORT_RULES,
  ...DUPLICATE_RULES,
  ...HEADLINE_RULES,
  ...GRADING_RULES,
  ...FACET_RULES,
  ...AGREEMENT_RULES,
  ...OUTCOME_RULES,
  ...PLAUSIBLE_RULES,
  ...CAUTION_RULES,
  ...TREATMENT_RULES,
  ...SOURCE_RULES,
  ...IDENTIFIER_RULES,
  ...TITLE_RULES,
  ...CLAIM_RULES,
  ...MENU_RULES,
  ...READING_RULES,
  ...REMARK_RULES,
  ...TEXT_RULES,
]
