import { defineTable, oneOf, optional, text, type RowOf } from '../columns'

/** How a code is compared with that of the record: the same, or beginning with it, as in a classification. */
export const CODE_MATCHES = ['exact', 'begins'] as const

/**
 * What is done with it: a condition or a medicine that is there; a result whose value is looked up among the rows of
 * reading `value`; a number below the range that the laboratory gives; an allele named in the value.
 */
export const CODE_READINGS = ['condition', 'medicine', 'value-of', 'value', 'below-range', 'allele'] as const

/** Whether only what is active counts, or also what was. */
export const CODE_TIMES = ['active', 'ever'] as const

export const recordCodes = defineTable(
  'record-codes',
  'one code of a record system, and the answer about the patient that it speaks for',
  {
    system: text('Code system, as FHIR names it'),
    code: text('Code'),
    match: oneOf('How the code is compared', CODE_MATCHES),
    reading: oneOf('What is done with it', CODE_READINGS),
    meaning: text('What the code means'),
    question: text('Question id, as in factors'),
    answer: optional(text('The answer it speaks for; empty: it answers nothing here')),
    otherwise: optional(text('The answer of a result that is not so')),
    allele: optional(text('The allele that a result is searched for')),
    time: oneOf('Whether only what is active counts', CODE_TIMES),
    source: text('Where the code stands'),
  },
  ['system', 'code', 'reading', 'question'],
)
export type RecordCode = RowOf<typeof recordCodes>
