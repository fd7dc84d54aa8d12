import type { RowOf, Table } from './columns'
import { burdens } from './tables/burdens'
import { diseaseFacts, factGroups, glossary, preferences, sources } from './tables/background'
import { startingLinks } from './tables/startingLinks'
import { durabilityCurves } from './tables/durabilityCurves'
import { findings, headlines } from './tables/findings'
import { aboutTexts, acceptedProblems, changes, standards } from './tables/governance'
import { cautions, claims, factors } from './tables/guidance'
import { recommendations } from './tables/recommendations'
import { factorPopulations, medicineFactors, questionRules, uncoveredQuestions } from './tables/patient'
import { recordCodes } from './tables/records'
import {
  armDesigns,
  definitions,
  denominatorRoles,
  denominators,
  outcomes,
  populations,
} from './tables/outcomes'
import { derivedOutcomes, estimateKinds, measures, outcomeRules, pairRules } from './tables/rules'
import { findingRemarks, remarks, showSteps } from './tables/show'
import { translations } from './tables/translation'
import { groups, terms, treatments } from './tables/treatments'

import type { TableName } from './tableNames'

export { FIRST_TABLES } from './firstTables'
export { MAY_BE_ABSENT, TABLE_NAMES, type TableName } from './tableNames'

/** Every table of the data folder. The property is the table's name in code, `name` its name as a file. */
export const TABLES = {
  treatments,
  groups,
  terms,
  outcomes,
  derivedOutcomes,
  outcomeRules,
  definitions,
  denominators,
  denominatorRoles,
  estimateKinds,
  armDesigns,
  measures,
  populations,
  pairRules,
  findings,
  headlines,
  durabilityCurves,
  recommendations,
  factors,
  cautions,
  questionRules,
  uncoveredQuestions,
  medicineFactors,
  factorPopulations,
  recordCodes,
  claims,
  sources,
  diseaseFacts,
  factGroups,
  showSteps,
  remarks,
  findingRemarks,
  preferences,
  burdens,
  glossary,
  translations,
  startingLinks,
  aboutTexts,
  standards,
  changes,
  acceptedProblems,
} as const satisfies Record<TableName, Table>

/** The rows of every table, by its name in code. */
export type Tables = { readonly [Name in TableName]: readonly RowOf<(typeof TABLES)[Name]>[] }
