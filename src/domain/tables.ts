import type { RowOf, Table } from './columns'
import { burdens } from './tables/burdens'
import { diseaseFacts, factGroups, glossary, preferences, sources, startingLinks } from './tables/background'
import { durabilityCurves, findings, headlines } from './tables/findings'
import { aboutTexts, acceptedProblems, changes, standards } from './tables/governance'
import { cautions, claims, factors, recommendations } from './tables/guidance'
import { factorPopulations, medicineFactors, questionRules, uncoveredQuestions } from './tables/patient'
import { recordCodes } from './tables/records'
import {
  armDesigns,
  definitions,
  denominatorRoles,
  denominators,
  derivedOutcomes,
  estimateKinds,
  measures,
  outcomeRules,
  outcomes,
  pairRules,
  populations,
} from './tables/outcomes'
import { showSteps } from './tables/show'
import { translations } from './tables/translation'
import { groups, terms, treatments } from './tables/treatments'

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
  preferences,
  burdens,
  glossary,
  translations,
  startingLinks,
  aboutTexts,
  standards,
  changes,
  acceptedProblems,
} as const satisfies Record<string, Table>

export type TableName = keyof typeof TABLES

/** The rows of every table, by its name in code. */
export type Tables = { readonly [Name in TableName]: readonly RowOf<(typeof TABLES)[Name]>[] }

/** Tables that a folder need not have: without them they are empty. */
export const MAY_BE_ABSENT: ReadonlySet<TableName> = new Set([
  'outcomeRules',
  'acceptedProblems',
  'recordCodes',
])

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

/**
 * What the list needs, loaded first. The rest follows at once, while the list is already in use.
 */
export const FIRST_TABLES: readonly TableName[] = [
  'findings',
  'treatments',
  'headlines',
  'outcomes',
  'recommendations',
  'terms',
  'groups',
  'definitions',
  'denominators',
  'denominatorRoles',
  'populations',
  'armDesigns',
  'startingLinks',
]
