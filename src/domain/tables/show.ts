import { count, defineTable, listOf, oneOf, optional, refersTo, text, type RowOf } from '../columns'

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
    saysWhen: optional(
      oneOf('It tells when people were looked at, or how long they were followed', ['yes'] as const),
    ),
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
    caveat: optional(
      text('The caveat it was written for, as it was then; the data check tells where it is another now'),
    ),
  },
  ['finding'],
)
export type FindingRemarks = RowOf<typeof findingRemarks>
