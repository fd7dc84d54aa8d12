import {
  count,
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
import { YES_NO } from '../vocabulary'

export const questionRules = defineTable(
  'question-rules',
  'how one question about the patient is asked, beyond what its factors say',
  {
    questionId: text('Question id, as in factors'),
    label: optional(text('Name of the question, where its factors have several')),
    several: oneOf('May several answers be chosen?', YES_NO),
    unit: optional(text('Unit of a number')),
    highest: optional(count('Highest number that is accepted')),
    hint: optional(text('Words to print beside the question')),
    askWhen: optional(text('Asked only when another question has this answer')),
    urgentCautions: listOf('Cautions to show at once when their factor is met', 'cautions'),
  },
  ['questionId'],
)
export type QuestionRule = RowOf<typeof questionRules>

export const uncoveredQuestions = defineTable(
  'uncovered-questions',
  'one thing that is often asked about and that no caution of this collection covers',
  {
    id: text('Id'),
    kind: term('Kind of factor', 'factor_kind'),
    label: text('Label'),
    plainLabel: text('Label in plain words'),
    otherNames: list('Words it is also searched by'),
  },
)
export type UncoveredQuestion = RowOf<typeof uncoveredQuestions>

export const medicineFactors = defineTable(
  'medicine-factors',
  'one factor that is met by taking one medicine already',
  {
    treatment: refersTo('Medicine', 'treatments'),
    factor: refersTo('Patient factor', 'factors'),
    basis: text('The words of the data that name the medicine or its class'),
    caution: optional(
      refersTo('The caution the words stand in; empty: the question of the factor', 'cautions'),
    ),
  },
  ['treatment', 'factor'],
)
export type MedicineFactor = RowOf<typeof medicineFactors>

export const factorPopulations = defineTable(
  'factor-populations',
  'one factor that makes another group of patients lead the comparison',
  {
    factor: refersTo('Patient factor', 'factors'),
    population: refersTo('Patients whose findings lead', 'populations'),
    leads: listOf('Which of their findings leads, where a cell has several', 'findings'),
    othersLabel: text('What is printed beside findings of other patients'),
  },
  ['factor'],
)
export type FactorPopulation = RowOf<typeof factorPopulations>
