import { defineTable, oneOf, text, type RowOf } from '../columns'
import { YES_NO } from '../vocabulary'

/** Patient words of other tables in another language. Loaded with the rest: English stands in until it has come. */
export const translations = defineTable(
  'translations',
  'the words of one cell of another table in another language',
  {
    table: text('Table, named as its file without .csv'),
    row: text('Key of the row; the parts of a compound key joined by a space'),
    column: text('Column, named as in the header'),
    language: text('Language', { pattern: '^[a-z]{2}$' }),
    text: text('The words in that language'),
    reviewed: oneOf('Has a clinician read it?', YES_NO),
  },
  ['table', 'row', 'column', 'language'],
)
export type Translation = RowOf<typeof translations>
