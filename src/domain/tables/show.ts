import { count, defineTable, listOf, oneOf, refersTo, text, type RowOf } from '../columns'

/** Steps of a show that are made of facts about the condition. */
export const FACT_STEPS = ['condition', 'untreated'] as const
export type FactStep = (typeof FACT_STEPS)[number]

export const showSteps = defineTable(
  'show-steps',
  'one sentence on the condition that a patient is shown, in plain words of the facts it rests on',
  {
    id: text('Sentence id'),
    step: oneOf('The step in which it stands', FACT_STEPS),
    order: count('Order in its step'),
    facts: listOf('The facts it says in plain words; their sources are its sources', 'disease-facts'),
    plainText: text('The sentence in plain words'),
  },
)
export type ShowStep = RowOf<typeof showSteps>

export const remarks = defineTable(
  'remarks',
  'one thing that limits a number, in plain words for a patient who sees it',
  {
    id: text('Remark id'),
    plainText: text('The remark in plain words'),
  },
)
export type Remark = RowOf<typeof remarks>

export const findingRemarks = defineTable(
  'finding-remarks',
  'what a patient is told of the caveat of one finding',
  {
    finding: refersTo('Finding', 'findings'),
    remarks: listOf(
      'What is said; empty: the other columns of the finding say all of it in plain words',
      'remarks',
    ),
  },
  ['finding'],
)
export type FindingRemarks = RowOf<typeof findingRemarks>
