import { count, defineTable, listOf, number, oneOf, refersTo, text, type RowOf } from '../columns'
import { YES_NO, PAIR_RULE_ROLES } from '../vocabulary'

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

export const estimateKinds = defineTable('estimate-kinds', 'one way a number was counted', {
  id: text('Estimate kind id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  order: count('Order in menus'),
})
export type EstimateKind = RowOf<typeof estimateKinds>

export const measures = defineTable('measures', 'one kind of number', {
  id: text('Measure id'),
  label: text('Label'),
  whatItMeans: text('What it means'),
  isShare: oneOf('A share of patients?', YES_NO),
  canBeComparedAcrossArms: oneOf('Can arms be compared by it?', ['yes', 'with-care', 'no'] as const),
})
export type MeasureRow = RowOf<typeof measures>

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
