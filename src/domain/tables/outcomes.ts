import { count, defineTable, oneOf, optional, refersTo, term, text, type RowOf } from '../columns'
import { DIRECTIONS, OUTCOME_DOMAINS, YES_NO } from '../vocabulary'

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

export const armDesigns = defineTable('arm-designs', 'one study design, as it bears on a number', {
  id: text('Design id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  order: count('Order in menus'),
})
export type ArmDesignRow = RowOf<typeof armDesigns>

export const populations = defineTable('populations', 'one kind of patients', {
  id: text('Population id'),
  label: text('Label'),
  plainLabel: text('Label in plain words'),
  directnessToTn: term('How near it is to the condition of this collection', 'directness_to_tn'),
  definition: text('Definition'),
  compatibleGroup: text('Populations of one group may stand together; none: with nothing'),
})
export type Population = RowOf<typeof populations>
