import {
  count,
  defineTable,
  listOf,
  number,
  oneOf,
  optional,
  refersTo,
  term,
  text,
  type RowOf,
} from '../columns'
import { DIRECTIONS, OUTCOME_DOMAINS, PAIR_RULE_ROLES, YES_NO } from '../vocabulary'

export const outcomes = defineTable('outcomes', 'one outcome', {
  id: text('Outcome id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  domain: oneOf('Domain', OUTCOME_DOMAINS),
  direction: oneOf('Which way is better', DIRECTIONS),
  unitFamily: term('Kind of unit', 'unit_family'),
  definition: text('What the outcome is'),
  core: oneOf('One of the core outcomes?', YES_NO),
  note: optional(text('Working note, never shown')),
})
export type Outcome = RowOf<typeof outcomes>

/** Drawn up from what the folder holds: it says what has been used, so that a slip of the pen stands out. */
export const outcomeRules = defineTable(
  'outcome-rules',
  'the kinds of numbers and meanings that rows on one outcome may have',
  {
    outcome: refersTo('The outcome', 'outcomes'),
    measures: listOf('Kinds of numbers', 'measures'),
    definitions: listOf('What the outcome word may mean', 'definitions'),
  },
  ['outcome'],
)
export type OutcomeRule = RowOf<typeof outcomeRules>

export const derivedOutcomes = defineTable('derived-outcomes', 'how a derived outcome is made from others', {
  id: refersTo('The derived outcome', 'outcomes'),
  fromOutcomes: listOf('Outcomes whose rows it takes', 'outcomes'),
  timeLowMonths: number('Earliest time of those rows, months', { minimum: 0 }),
  timeHighMonths: number('Latest time of those rows, months', { minimum: 0 }),
})
export type DerivedOutcome = RowOf<typeof derivedOutcomes>

export const definitions = defineTable('definitions', 'one meaning that an outcome word can have', {
  id: text('Definition id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  stated: oneOf('Does the source say what it means?', YES_NO),
  equals: optional(refersTo('Another definition that means the same', 'definitions')),
})
export type Definition = RowOf<typeof definitions>

export const denominators = defineTable('denominators', 'one answer to: out of whom?', {
  id: text('Denominator id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  stated: oneOf('Does the source say out of whom?', YES_NO),
})
export type Denominator = RowOf<typeof denominators>

export const denominatorRoles = defineTable(
  'denominator-roles',
  'what a denominator allows to be worked out',
  {
    id: refersTo('Denominator', 'denominators'),
    countsPeople: oneOf('Is every person counted once?', ['yes', 'no', 'not-stated'] as const),
    wholeArm: oneOf('Is arm_n the number it counts out of?', YES_NO),
  },
)
export type DenominatorRole = RowOf<typeof denominatorRoles>

export const estimateKinds = defineTable('estimate-kinds', 'one way a number was counted', {
  id: text('Estimate kind id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  order: count('Order in menus'),
})
export type EstimateKind = RowOf<typeof estimateKinds>

export const armDesigns = defineTable('arm-designs', 'one study design, as it bears on a number', {
  id: text('Design id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  order: count('Order in menus'),
})
export type ArmDesignRow = RowOf<typeof armDesigns>

export const measures = defineTable('measures', 'one kind of number', {
  id: text('Measure id'),
  label: text('Label'),
  whatItMeans: text('What it means'),
  isShare: oneOf('A share of patients?', YES_NO),
  canBeComparedAcrossArms: oneOf('Can arms be compared by it?', ['yes', 'with-care', 'no'] as const),
})
export type MeasureRow = RowOf<typeof measures>

export const populations = defineTable('populations', 'one kind of patients', {
  id: text('Population id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  directnessToTn: term('How near it is to the condition of this collection', 'directness_to_tn'),
  definition: text('Definition'),
  compatibleGroup: text('Populations of one group may stand together; none: with nothing'),
})
export type Population = RowOf<typeof populations>

export const pairRules = defineTable('pair-rules', 'what the pair verdict does with some words of the data', {
  id: text('Rule id'),
  role: oneOf('What is done with the words', PAIR_RULE_ROLES),
  whatItSays: text('The rule in one sentence'),
  outcomes: listOf('Outcomes it is about', 'outcomes'),
  definitions: listOf('Definitions it is about', 'definitions'),
  populations: listOf('Populations it is about', 'populations'),
  treatments: listOf('Treatments and comparators it is about', 'treatments'),
})
export type PairRule = RowOf<typeof pairRules>
