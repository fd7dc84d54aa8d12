import {
  citations,
  defineTable,
  list,
  listOf,
  oneOf,
  optional,
  refersTo,
  term,
  text,
  type RowOf,
} from '../columns'
import { CAUTION_LEVELS, YES_NO } from '../vocabulary'

export const factors = defineTable('factors', 'one fact about a patient that can matter', {
  id: text('Factor id'),
  label: text('Label'),
  plainQuestion: text('The question in plain words'),
  kind: term('Kind of factor', 'factor_kind'),
  questionId: text('Factors with the same id are asked once'),
  answerType: oneOf('Type of answer', ['yes-no', 'choice', 'number'] as const),
  choices: list('The answers to choose from'),
  metBy: text('The answers that meet the factor', { pattern: '^(yes|no|choice:.+|(>=|<=|>|<)\\d+)$' }),
  sets: listOf('Other factors that are met with it', 'factors'),
  showAlways: oneOf('Show even when no treatment has a row on it?', YES_NO),
  common: oneOf('Asked first?', YES_NO),
  note: optional(text('Working note, never shown')),
})
export type Factor = RowOf<typeof factors>

export const cautions = defineTable('cautions', 'one patient factor that matters for one treatment', {
  id: text('Caution id'),
  treatment: refersTo('Treatment', 'treatments'),
  factor: refersTo('Patient factor', 'factors'),
  level: oneOf('Level', CAUTION_LEVELS),
  when: optional(text('Extra condition for the row to apply')),
  conditionText: optional(text('Words to print beside the level')),
  reason: text('Why'),
  action: text('What the source says to do'),
  source: refersTo('Source', 'sources'),
  locator: text('Where in the source'),
})
export type Caution = RowOf<typeof cautions>

export const claims = defineTable('claims', 'one claim made to patients, checked', {
  id: text('Claim id'),
  claim: text('What is claimed'),
  claimSource: text('Where it is claimed'),
  verdict: term('What the studies say of it', 'verdict'),
  explanation: text('Why'),
  sources: citations('Sources'),
  note: optional(text('Working note, never shown')),
})
export type Claim = RowOf<typeof claims>
