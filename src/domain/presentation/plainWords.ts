import type { TableName, Tables } from '../tables'
import type { TextColumn } from '../translation/translatedText'

/** The plain words of a row in the patient's language; English where the data have no translation. */
export type PlainWords = <Name extends TableName>(
  table: Name,
  row: Tables[Name][number],
  column: TextColumn<Tables[Name][number]>,
) => string

/** The plain words as the row has them. */
export const wordsOfRow: PlainWords = (_table, row, column) => {
  const words: unknown = row[column]
  return typeof words === 'string' ? words : ''
}
