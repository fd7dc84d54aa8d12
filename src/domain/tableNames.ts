import { fileOf } from './columns'

/** Every table of the data folder by its name in code, in the order of the dictionary. */
export const TABLE_NAMES = [
  'treatments',
  'groups',
  'terms',
  'outcomes',
  'derivedOutcomes',
  'outcomeRules',
  'definitions',
  'denominators',
  'denominatorRoles',
  'estimateKinds',
  'armDesigns',
  'measures',
  'populations',
  'pairRules',
  'findings',
  'headlines',
  'durabilityCurves',
  'recommendations',
  'factors',
  'cautions',
  'questionRules',
  'uncoveredQuestions',
  'medicineFactors',
  'factorPopulations',
  'recordCodes',
  'claims',
  'sources',
  'diseaseFacts',
  'factGroups',
  'showSteps',
  'remarks',
  'findingRemarks',
  'preferences',
  'burdens',
  'glossary',
  'translations',
  'startingLinks',
  'aboutTexts',
  'standards',
  'changes',
  'acceptedProblems',
] as const

export type TableName = (typeof TABLE_NAMES)[number]

/** Tables that a folder need not have: without them they are empty. */
export const MAY_BE_ABSENT: ReadonlySet<TableName> = new Set([
  'outcomeRules',
  'acceptedProblems',
  'recordCodes',
  'remarks',
  'findingRemarks',
])

/** The CSV file of a table: `armDesigns` is `arm-designs.csv`. */
export function fileOfTable(name: TableName): string {
  return fileOf(name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`))
}
