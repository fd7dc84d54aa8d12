import { count, defineTable, oneOf, text, type RowOf } from '../columns'

/** What the folder can say about itself in sentences, part by part of the page about it. */
export const ABOUT_SECTIONS = ['makers', 'funding', 'method', 'limits', 'updating'] as const
export type AboutSection = (typeof ABOUT_SECTIONS)[number]

export const aboutTexts = defineTable('about-texts', 'one sentence or paragraph on this collection', {
  id: text('Text id'),
  section: oneOf('What it is about', ABOUT_SECTIONS),
  order: count('Order in its section'),
  text: text('The words'),
})
export type AboutText = RowOf<typeof aboutTexts>

/** In the order in which they are counted on screen. */
export const STANDARD_STATUSES = ['met', 'partly', 'not-met', 'not-applicable'] as const
export type StandardStatus = (typeof STANDARD_STATUSES)[number]

export const standards = defineTable('standards', 'one criterion of a standard, assessed by the makers', {
  id: text('Criterion id'),
  standard: text('The standard'),
  criterion: text('Number or name of the criterion in the standard'),
  plainParaphrase: text('The criterion in plain words'),
  status: oneOf('Is it met?', STANDARD_STATUSES),
  whereOrWhy: text('Where it is met, or why it is not'),
})
export type Standard = RowOf<typeof standards>

/** A folder without this list has accepted nothing. */
export const acceptedProblems = defineTable(
  'accepted-problems',
  'one thing the data check finds that is known and left as it is',
  {
    rule: text('Rule, as docs/data-checks.md names it'),
    table: text('Table, as its file is named without .csv'),
    row: text('Key of the row; several parts with a space between'),
    column: text('Column the rule names'),
    reason: text('Why it is left as it is'),
  },
  ['rule', 'table', 'row', 'column'],
)
export type AcceptedProblem = RowOf<typeof acceptedProblems>

export const changes = defineTable(
  'changes',
  'what one version of the data changed',
  {
    version: text('Version of the data'),
    date: text('Date, year-month-day', { pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    text: text('What changed'),
  },
  ['version', 'text'],
)
export type Change = RowOf<typeof changes>
