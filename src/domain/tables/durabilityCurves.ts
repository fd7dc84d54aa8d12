import { defineTable, listOf, number, oneOf, optional, refersTo, text, type RowOf } from '../columns'

export const durabilityCurves = defineTable(
  'durability-curves',
  'one series over time from one source and definition',
  {
    curveId: text('Curve id'),
    treatment: refersTo('Treatment', 'treatments'),
    source: refersTo('Source', 'sources'),
    outcome: refersTo('Outcome', 'outcomes'),
    findingIds: listOf('Its points, in order of time', 'findings'),
    startsWith: optional(number('Share at the start, percent', { minimum: 0, maximum: 100 })),
    note: optional(text('Working note, never shown')),
    draw: oneOf('Whether to draw it', ['yes', 'alternative', 'no'] as const),
    scope: text('Whom it is about'),
    base: oneOf('Out of whom', ['all-treated', 'initial-responders', 'not-stated'] as const),
    plainNote: optional(text('A note in plain words')),
  },
  ['curveId'],
)
export type DurabilityCurve = RowOf<typeof durabilityCurves>
